package gmrl.app.board;

import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Style;
import gmrl.app.ui.Tip;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A short piece of a line with its name; its colour comes from the style sheet, or is that of a
 * kept run.
 */
final class LegendKey extends Label {
  /** Half the size of a symbol. */
  private static final double SYMBOL = 3.5;

  private final Line sample = new Line(0, 0, 22, 0);

  private final String brief;
  private final String inFull;

  LegendKey(Row row, RowLines.Key key) {
    this(key.text(), key.inFull(), BoardCharts.style(row, key.line()).dash(), 1);
    Tip.on(this, key.meaning());
    mark(BoardCharts.style(row, key.line()).marker());
    sample
        .getStyleClass()
        .add(
            switch (key.line()) {
              case OWN, NOISE -> row.styleClass() + "-line";
              case OTHER, OTHER_NOISE -> "other-line";
              case CONTROLLED, LIMIT -> "neutral-line";
            });
  }

  /** Of a kept run: its line is as broad and as pale as in the plots. */
  LegendKey(ChartSeries curve, ChartTheme theme) {
    this(
        curve.name(),
        curve.name(),
        curve.style().dash(),
        theme.lineWidth(curve.role()) / theme.lineWidth());
    java.awt.Color colour = theme.color(curve);
    sample.setStroke(Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
    setMinWidth(0);
    Tip.on(this, "The kept run " + curve.name());
  }

  /** Of the curves before the last change. */
  static LegendKey before(Row row) {
    LegendKey key = new LegendKey(BoardCharts.GHOST, BoardCharts.GHOST, row.style().dash(), 1);
    key.sample.getStyleClass().addAll(row.styleClass() + "-line", "ghost-line");
    Tip.on(key, "The curves before the last change: they go when the new ones are complete");
    return key;
  }

  /**
   * What the curves before the last change are called, in fewer and fewer words.
   *
   * @param note how much of them is there; empty for all
   */
  static List<String> before(String note) {
    String whole = BoardCharts.GHOST;
    return note.isEmpty()
        ? List.of(whole)
        : List.of(whole + ", " + note, whole + ", unfinished", "before, unfinished");
  }

  /** Says its name in full, or the shorthand. */
  void spell(boolean whole) {
    setText(whole ? inFull : brief);
  }

  /** How wide it is with the shorthand, whatever it says now. */
  double briefWidth() {
    return getText().equals(brief) ? prefWidth(-1) : width(brief);
  }

  /** How much wider it is with its name in full. */
  double more() {
    return inFull.equals(brief) ? 0 : measured(inFull) - measured(brief);
  }

  /** How wide a plain key with other words would be: one that is not on screen has no typeface. */
  double width(String words) {
    return prefWidth(-1) - measured(getText()) + measured(words);
  }

  private double measured(String words) {
    return measured(words, getFont());
  }

  /** Width of words in a line. */
  static double measured(String words, Font font) {
    Text ruler = new Text(words);
    ruler.setFont(font);
    return Math.ceil(ruler.getLayoutBounds().getWidth());
  }

  /** The symbol of the line upon its middle, where it has one that is told apart by it. */
  private void mark(Style.Marker marker) {
    double x = sample.getEndX() / 2;
    @Nullable Shape symbol =
        switch (marker) {
          case RING -> new Circle(x, 0, SYMBOL);
          case CROSS ->
              new Path(
                  new MoveTo(x - SYMBOL, -SYMBOL),
                  new LineTo(x + SYMBOL, SYMBOL),
                  new MoveTo(x - SYMBOL, SYMBOL),
                  new LineTo(x + SYMBOL, -SYMBOL));
          default -> null;
        };
    if (symbol != null) {
      symbol.setFill(null);
      symbol.strokeProperty().bind(sample.strokeProperty());
      symbol.setStrokeWidth(1.4);
      setGraphic(new Group(sample, symbol));
    }
  }

  private LegendKey(String brief, String inFull, Style.Dash dash, double breadth) {
    super(brief);
    this.brief = brief;
    this.inFull = inFull;
    sample.setStrokeWidth(2.2 * breadth);
    if (breadth > 1) {
      // The ends that stand out would close the gaps of a broad line.
      sample.setStrokeLineCap(StrokeLineCap.BUTT);
    }
    double unit = breadth > 1 ? 1.4 : 1;
    if (dash == Style.Dash.DASHED) {
      sample.getStrokeDashArray().setAll(6 * unit, 4 * unit);
    } else if (dash == Style.Dash.DASH_DOT) {
      sample.getStrokeDashArray().setAll(7 * unit, 3 * unit, 1.5 * unit, 3 * unit);
    } else if (dash == Style.Dash.DOTTED) {
      sample.getStrokeDashArray().setAll(1.5 * unit, 4.0);
    }
    setGraphic(sample);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("board-key");
  }
}
