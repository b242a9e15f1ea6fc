package gmrl.app.figure;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.experiment.file.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /**
   * Series of all panels that differ in name or looks, for a shared legend; each as it is in a
   * panel where it can be seen, if there is one.
   */
  List<ChartSeries> legend() {
    List<ChartSeries> legend = new ArrayList<>();
    for (ChartModel panel : panels) {
      for (ChartSeries s : panel.series()) {
        boolean known =
            legend.stream().anyMatch(l -> l.name().equals(s.name()) && l.style().equals(s.style()));
        if (!known) {
          legend.add(seen(s).withNote(""));
        }
      }
    }
    return legend;
  }

  private ChartSeries seen(ChartSeries one) {
    for (ChartModel panel : panels) {
      for (ChartSeries s : panel.series()) {
        if (s.name().equals(one.name())
            && s.style().equals(one.style())
            && above(panel, s).isEmpty()) {
          return s;
        }
      }
    }
    return one;
  }

  /** The first curve of a panel on which another lies, so that a reader sees one of them. */
  static Optional<ChartSeries> above(ChartModel panel, ChartSeries curve) {
    return panel.series().stream()
        .takeWhile(other -> !other.equals(curve))
        .filter(curve::coincidesWith)
        .findFirst();
  }
}
