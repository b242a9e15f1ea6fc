package gmrl.app.figure;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPainter;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.FlowLegend;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Lays the panels of a figure out and draws them, in points. */
final class FigurePainter {

  /** Height of a panel's plot for its width, before its legend. */
  private static final double ASPECT = 0.7;

  private static final double SHORTEST = 110;
  private static final double TALLEST = 220;

  /** Shortest plot of a figure whose height was asked for. */
  private static final double LEAST = 40;

  /** Share of the width that a legend may fill. */
  private static final double LEGEND_WIDTH = 0.97;

  private final Figure figure;
  private final ChartTheme theme;
  private final double width;
  private final double panelWidth;
  private final double plotHeight;
  private final double legendWidth;
  private final List<List<ChartSeries>> listed;
  private final List<FlowLegend> legends;
  private final double legendHeight;

  FigurePainter(Figure planned, FigureOptions options) {
    this.figure = Layout.of(planned, options);
    this.theme = options.theme();
    this.width = options.size().widthPoints();
    this.panelWidth = width / columns();
    this.legendWidth = LEGEND_WIDTH * (figure.sharedLegend() ? width : panelWidth);
    this.listed = figure.legends();
    this.legends =
        listed.stream().map(entries -> new FlowLegend(entries, theme, legendWidth)).toList();
    this.legendHeight = legends.stream().mapToDouble(FlowLegend::height).max().orElse(0);
    this.plotHeight =
        options.heightInches().isPresent()
            ? asked(options.heightInches().getAsDouble())
            : Math.max(SHORTEST, Math.min(TALLEST, panelWidth * ASPECT));
  }

  /** What is left for each plot of the height that was asked for. */
  private double asked(double inches) {
    double legends = figure.sharedLegend() ? legendHeight + below() : rows() * legendHeight;
    double plot = (inches * FigureSize.POINTS - legends) / rows();
    if (plot < LEAST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is to be %.2f inches high, expected %.2f or more for its rows and legends",
              figure.id(),
              inches,
              (legends + rows() * LEAST) / FigureSize.POINTS));
    }
    return plot;
  }

  private double below() {
    return theme.fontSize() * 0.4;
  }

  /** How many panels are beside each other. */
  int columns() {
    return Math.min(figure.columns(), figure.panels().size());
  }

  double width() {
    return width;
  }

  /** Height of a plot with its heading and labels, without its legend. */
  double plotHeight() {
    return plotHeight;
  }

  /** What is laid out. */
  Figure figure() {
    return figure;
  }

  /** What the legends list: that of each panel, or the one below all. */
  List<List<ChartSeries>> listed() {
    return listed;
  }

  /** Height of the highest legend. */
  double legendHeight() {
    return legendHeight;
  }

  double height() {
    int rows = rows();
    return figure.sharedLegend()
        ? rows * plotHeight + legendHeight + below()
        : rows * (plotHeight + legendHeight);
  }

  int rows() {
    return (figure.panels().size() + columns() - 1) / columns();
  }

  /** The figure in pixels; the last ones may be wider than the paper and have its colour. */
  BufferedImage pixels(int across, int down, double zoom) {
    BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.setBackground(theme.background());
    g2.clearRect(0, 0, across, down);
    g2.scale(zoom, zoom);
    paint(g2);
    g2.dispose();
    return image;
  }

  void paint(Graphics2D g2) {
    g2.setPaint(theme.background());
    g2.fill(new Rectangle2D.Double(0, 0, width, height()));
    int columns = columns();
    double step = figure.sharedLegend() ? plotHeight : plotHeight + legendHeight;
    Rectangle2D cell = new Rectangle2D.Double(0, 0, panelWidth, plotHeight);
    List<Rectangle2D> alone =
        figure.panels().stream()
            .map(p -> ChartPainter.isInLine(p) ? ChartPainter.plot(p, theme, cell) : cell)
            .toList();
    for (int i = 0; i < figure.panels().size(); i++) {
      ChartModel panel = figure.panels().get(i);
      int row = i / columns;
      Rectangle2D area =
          new Rectangle2D.Double(i % columns * panelWidth, row * step, panelWidth, plotHeight);
      if (ChartPainter.isInLine(panel)) {
        // The height in which all plots of a row have room with their headings and numbers.
        Rectangle2D common =
            row(alone, row).stream().reduce(Rectangle2D::createIntersection).orElse(cell);
        double above = common.getY() - alone.get(i).getY();
        double below = alone.get(i).getMaxY() - common.getMaxY();
        ChartPainter.paint(panel, theme, g2, area, above, below);
      } else {
        ChartPainter.paint(panel, theme, false, g2, area);
      }
      if (!figure.sharedLegend()) {
        // Plots are as high as one another, however many rows their legends have.
        legends.get(i).draw(g2, area.getCenterX() - legendWidth / 2, area.getMaxY());
      }
    }
    if (figure.sharedLegend()) {
      legends.get(0).draw(g2, (width - legendWidth) / 2, rows() * plotHeight);
    }
  }

  /** Of what there is of each panel the part of one row. */
  <T> List<T> row(List<T> all, int row) {
    return all.subList(row * columns(), Math.min((row + 1) * columns(), all.size()));
  }
}
