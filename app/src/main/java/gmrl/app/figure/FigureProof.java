package gmrl.app.figure;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Mark;
import gmrl.app.chart.Role;
import gmrl.experiment.Counted;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A figure looked at before it is printed: as a picture, and for what a reader could not tell. */
public final class FigureProof {
  /** Colours closer than this, of 441 between black and white, are one to a glance. */
  private static final double ALIKE = 45;

  /** Smallest type that a reader of a paper gets along with, in points. */
  private static final double SMALLEST = 6;

  /** Inches that a panel needs at least beside its numbers, at the smallest usual type. */
  private static final double LEAST_PANEL = 0.95;

  private final Figure figure;
  private final FigureOptions options;
  private final FigurePainter painter;

  /**
   * A figure on paper.
   *
   * @param figure what to draw
   * @param options how it stands on paper
   * @throws IllegalArgumentException in one sentence if there is no room for it
   */
  public FigureProof(Figure figure, FigureOptions options) {
    this.options = options;
    this.painter = new FigurePainter(figure, options);
    this.figure = painter.figure();
  }

  /** Width on paper in inches. */
  public double widthInches() {
    return painter.width() / FigureSize.POINTS;
  }

  /** Height on paper in inches. */
  public double heightInches() {
    return painter.height() / FigureSize.POINTS;
  }

  /**
   * The figure as somebody sees it.
   *
   * @param pixelsPerInch how finely
   * @param eyes whose
   */
  public BufferedImage picture(double pixelsPerInch, ColourVision eyes) {
    double zoom = pixelsPerInch / FigureSize.POINTS;
    BufferedImage image =
        painter.pixels(
            (int) Math.max(1, Math.round(painter.width() * zoom)),
            (int) Math.max(1, Math.round(painter.height() * zoom)),
            zoom);
    eyes.see(image);
    return image;
  }

  /** The numbers of all panels as CSV. */
  public String data() {
    return FigureWriter.data(figure);
  }

  /** What a reader could not tell or read, one sentence each; nothing if all is well. */
  public List<String> remarks() {
    Map<String, String> alike = new LinkedHashMap<>();
    for (ColourVision eyes : ColourVision.values()) {
      for (ChartModel panel : figure.panels()) {
        confuse(panel.series(), eyes, alike);
      }
      if (figure.sharedLegend()) {
        // One look may mean one thing in this panel and another in that.
        confuse(figure.legend(), eyes, alike);
      }
    }
    Set<String> remarks = new LinkedHashSet<>();
    alike.forEach((pair, eyes) -> remarks.add(pair + " look alike in " + eyes + "."));
    remarks.addAll(onPaper());
    for (ChartModel panel : figure.panels()) {
      if (!panel.mark().isEmpty()) {
        remarks.add("Not complete, and marked so: " + panel.mark() + ".");
      }
    }
    return List.copyOf(remarks);
  }

  /** What is too small on paper, one sentence each; nothing if all has its size. */
  public List<String> onPaper() {
    List<String> remarks = new ArrayList<>();
    if (options.fontSize() < SMALLEST) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "Type of %.1f pt is hard to read, %.0f pt or more is usual.",
              options.fontSize(),
              SMALLEST));
    }
    int columns = painter.columns();
    double least = columns * LEAST_PANEL * options.fontSize() / SMALLEST;
    if (widthInches() < least) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%.2f in leave no room for plots and legend, %.2f to 40 in are usual for %s of this"
                  + " type.",
              widthInches(),
              least,
              Counted.of(columns, "column")));
    }
    return remarks;
  }

  /**
   * Adds the pairs that somebody cannot tell apart.
   *
   * @param alike pairs with the first of all eyes to which they look alike
   */
  private void confuse(List<ChartSeries> all, ColourVision eyes, Map<String, String> alike) {
    ChartTheme theme = options.theme();
    List<ChartSeries> told = all.stream().filter(s -> s.role() != Role.SINGLE_RUN).toList();
    for (int i = 0; i < told.size(); i++) {
      for (int k = i + 1; k < told.size(); k++) {
        if (sameShape(told.get(i), told.get(k)) && distance(theme, eyes, told, i, k) < ALIKE) {
          alike.putIfAbsent(told.get(i).name() + " and " + told.get(k).name(), eyes.title());
        }
      }
    }
  }

  private static boolean sameShape(ChartSeries a, ChartSeries b) {
    return a.mark() == b.mark()
        && a.role() == b.role()
        && (a.mark() != Mark.LINE || a.style().dash() == b.style().dash())
        && a.style().marker() == b.style().marker();
  }

  private static double distance(
      ChartTheme theme, ColourVision eyes, List<ChartSeries> all, int i, int k) {
    Color a = eyes.of(theme.color(all.get(i).style().hue()));
    Color b = eyes.of(theme.color(all.get(k).style().hue()));
    return Math.sqrt(
        Math.pow(a.getRed() - b.getRed(), 2)
            + Math.pow(a.getGreen() - b.getGreen(), 2)
            + Math.pow(a.getBlue() - b.getBlue(), 2));
  }
}
