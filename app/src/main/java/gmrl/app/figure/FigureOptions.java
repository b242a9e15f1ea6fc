package gmrl.app.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.Digits;
import gmrl.app.chart.ChartTheme;
import gmrl.experiment.file.JsonView;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a figure stands on paper: everything but its numbers. Studio and command line share it, and
 * every file of a figure carries it.
 *
 * @param size width and resolution
 * @param heightInches height on paper, 0.5 to 40 inches; empty for what the panels ask for
 * @param fontSize size of tick and legend text in points, 4 to 24; labels are an eighth larger
 * @param lineWidth width of a curve in points, 0.25 to 6; markers grow with it
 * @param columns panels per row, 1 to 12; empty as the figure was planned
 * @param sharedLegend one legend under all panels; empty as the figure was planned
 * @param titles whether words stand above the panels; empty for those of several panels
 * @param letters whether several panels are lettered (a), (b) …
 * @param cursor whether lines that mark where the sliders stood are drawn
 * @param tone colour or shades of grey
 */
@RecordBuilder
public record FigureOptions(
    FigureSize size,
    OptionalDouble heightInches,
    double fontSize,
    double lineWidth,
    OptionalInt columns,
    Optional<Boolean> sharedLegend,
    Optional<Boolean> titles,
    boolean letters,
    boolean cursor,
    ChartTheme.Tone tone)
    implements FigureOptionsBuilder.With {

  /** Size of text that conferences ask for at least. */
  public static final double FONT_SIZE = 8;

  /** Sharp, yet visible behind markers. */
  public static final double LINE_WIDTH = 1.25;

  /** As wide as the text of a conference paper. */
  public static final FigureOptions PAPER = of(FigureSize.FULL_WIDTH);

  /** Checks the ranges. */
  public FigureOptions {
    range("height", "inches", heightInches.orElse(1), 0.5, 40);
    range("font size", "points", fontSize, 4, 24);
    range("line width", "points", lineWidth, 0.25, 6);
    if (columns.isPresent() && (columns.getAsInt() < 1 || columns.getAsInt() > 12)) {
      throw new IllegalArgumentException(
          "a figure's number of columns is " + columns.getAsInt() + ", expected 1 to 12");
    }
  }

  private static void range(String name, String unit, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "a figure's %s is %s %s, expected %s to %s"
              .formatted(name, Digits.of(value), unit, Digits.of(least), Digits.of(most)));
    }
  }

  /** The usual look at another size. */
  public static FigureOptions of(FigureSize size) {
    return new FigureOptions(
        size,
        OptionalDouble.empty(),
        FONT_SIZE,
        LINE_WIDTH,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        false,
        ChartTheme.Tone.COLOUR);
  }

  ChartTheme theme() {
    return ChartTheme.paper((float) fontSize, (float) lineWidth, tone);
  }

  /** Writes what a figure's document says about its looks. */
  void write(ObjectNode node) {
    node.put("width", size.widthInches()).put("dpi", size.dpi());
    heightInches.ifPresent(height -> node.put("height", height));
    node.put("fontSize", fontSize).put("lineWidth", lineWidth);
    columns.ifPresent(n -> node.put("columns", n));
    sharedLegend.ifPresent(shared -> node.put("sharedLegend", shared));
    titles.ifPresent(shown -> node.put("titles", shown));
    node.put("letters", letters).put("cursor", cursor);
    node.put("grey", tone == ChartTheme.Tone.GREY);
  }

  /**
   * Reads what {@link #write} wrote; the usual where the document says nothing.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static FigureOptions read(JsonView json) {
    json.only(
        "width",
        "dpi",
        "height",
        "fontSize",
        "lineWidth",
        "columns",
        "sharedLegend",
        "titles",
        "letters",
        "cursor",
        "grey");
    try {
      return new FigureOptions(
          new FigureSize(
              json.has("width") ? json.at("width").number() : PAPER.size.widthInches(),
              json.has("dpi") ? json.at("dpi").integer() : PAPER.size.dpi()),
          json.has("height")
              ? OptionalDouble.of(json.at("height").number())
              : OptionalDouble.empty(),
          json.has("fontSize") ? json.at("fontSize").number() : FONT_SIZE,
          json.has("lineWidth") ? json.at("lineWidth").number() : LINE_WIDTH,
          json.has("columns") ? OptionalInt.of(json.at("columns").integer()) : OptionalInt.empty(),
          flag(json, "sharedLegend"),
          flag(json, "titles"),
          flag(json, "letters").orElse(PAPER.letters),
          flag(json, "cursor").orElse(PAPER.cursor),
          flag(json, "grey").orElse(false) ? ChartTheme.Tone.GREY : ChartTheme.Tone.COLOUR);
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static Optional<Boolean> flag(JsonView json, String key) {
    return json.has(key) ? Optional.of(json.at(key).flag()) : Optional.empty();
  }
}
