package gmrl.app.figure;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.EdgeSigns;
import gmrl.app.chart.FlowLegend;
import gmrl.app.chart.Mark;
import gmrl.experiment.file.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One or more charts on a page.
 *
 * @param id stable identifier; the files' name, so anything that is one on this system
 * @param title what the figure shows
 * @param panels the charts, row by row
 * @param columns panels per row
 * @param sharedLegend one legend under all panels instead of one in each
 * @param provenance what made the numbers
 */
public record Figure(
    String id,
    String title,
    List<ChartModel> panels,
    int columns,
    boolean sharedLegend,
    FigureOrigin provenance) {

  /** Validates the name and the number of columns. */
  public Figure {
    requireName(id);
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("Figure " + id + " has no panel.");
    }
    if (columns < 1) {
      throw new IllegalArgumentException(
          "Figure " + id + " needs at least 1 column, not " + columns + ".");
    }
  }

  /** Refuses what cannot be the name of files. */
  static void requireName(String id) {
    if (id.isBlank()
        || id.equals(".")
        || id.equals("..")
        || id.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          "A figure's id is the name of its files, without a folder, but was \""
              + PlainText.line(id, PlainText.LABEL)
              + "\".");
    }
  }

  /**
   * A figure of one chart.
   *
   * @param id name of the files
   * @param chart what to show
   * @param provenance what made the numbers
   * @return the figure
   */
  public static Figure of(String id, ChartModel chart, FigureOrigin provenance) {
    String title = chart.title().isBlank() ? id : chart.title();
    return new Figure(id, title, List.of(chart), 1, false, provenance);
  }

  /** What the legends list in every format: that of each panel, or the one below all. */
  List<List<ChartSeries>> legends() {
    return sharedLegend
        ? List.of(FlowLegend.entriesOf(legend(), null))
        : panels.stream().map(FlowLegend::entriesOf).toList();
  }

  /**
   * Series of all panels that differ in name or looks, for a shared legend: where one name has
   * several looks it says in which panels, and what lies under another curve in every panel says
   * so. Lines have one point: curves of different panels are not compared.
   */
  List<ChartSeries> legend() {
    List<ChartSeries> all = new ArrayList<>();
    for (ChartModel panel : panels) {
      for (ChartSeries s : EdgeSigns.listed(panel)) {
        if (!s.points().isEmpty() && all.stream().noneMatch(l -> isAlike(l, s))) {
          all.add(s);
        }
      }
    }
    return all.stream().map(s -> entry(s, all)).toList();
  }

  private ChartSeries entry(ChartSeries one, List<ChartSeries> all) {
    boolean twin =
        all.stream().anyMatch(other -> other.name().equals(one.name()) && !isAlike(other, one));
    String name = one.name() + (twin ? " " + places(one) : "") + under(one);
    ChartSeries bare = one.withName(name).withNote("");
    return one.mark() == Mark.LINE ? bare.withPoints(one.points().subList(0, 1)) : bare;
  }

  private static boolean isAlike(ChartSeries a, ChartSeries b) {
    return a.name().equals(b.name()) && a.style().equals(b.style());
  }

  /** The letters of the panels that have a series. */
  private String places(ChartSeries one) {
    return IntStream.range(0, panels.size())
        .filter(i -> panels.get(i).series().stream().anyMatch(s -> isAlike(s, one)))
        .mapToObj(i -> Layout.letter(i).substring(1, 2))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** What a series lies under, if it can be seen in no panel. */
  private String under(ChartSeries one) {
    String words = "";
    for (ChartModel panel : panels) {
      for (ChartSeries s : panel.series()) {
        if (isAlike(s, one)) {
          Optional<ChartSeries> above = above(panel, s);
          if (above.isEmpty()) {
            return "";
          }
          words = ", under " + above.get().name();
        }
      }
    }
    return words;
  }

  /** The first curve of a panel on which another lies, so that a reader sees one of them. */
  static Optional<ChartSeries> above(ChartModel panel, ChartSeries curve) {
    return panel.series().stream()
        .takeWhile(other -> !other.equals(curve))
        .filter(curve::coincidesWith)
        .findFirst();
  }
}
