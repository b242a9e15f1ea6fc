package gmrl.app.figure;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPainter;
import gmrl.app.chart.ChartTheme;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Lays the panels of a figure out and draws them, in points. */
final class FigurePainter {

  /** Height of a panel's plot for its width, before its legend. */
  private static final double ASPECT = 0.7;

  private static final double SHORTEST = 110;
  private static final double TALLEST = 220;

  private final Figure figure;
  private final ChartTheme theme;
  private final double width;
  private final double panelWidth;
  private final double plotHeight;
  private final double legendHeight;

  FigurePainter(Figure figure, FigureSize size, ChartTheme theme) {
    this.figure = figure;
    this.theme = theme;
    this.width = size.widthPoints();
    int columns = Math.min(figure.columns(), figure.panels().size());
    this.panelWidth = width / columns;
    this.plotHeight = Math.max(SHORTEST, Math.min(TALLEST, panelWidth * ASPECT));
    Graphics2D ruler = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    double highest = 0;
    if (figure.sharedLegend()) {
      highest = ChartPainter.legendHeight(figure.legend(), theme, ruler, width);
    } else {
      for (ChartModel panel : figure.panels()) {
        highest =
            Math.max(
                highest,
                ChartPainter.legendHeight(panel.series(), theme, ruler, panelWidth * 0.97));
      }
    }
    ruler.dispose();
    this.legendHeight = highest;
  }

  double width() {
    return width;
  }

  double height() {
    int rows = rows();
    return figure.sharedLegend()
        ? rows * plotHeight + legendHeight + theme.fontSize() * 0.4
        : rows * (plotHeight + legendHeight);
  }

  private int rows() {
    int columns = Math.min(figure.columns(), figure.panels().size());
    return (figure.panels().size() + columns - 1) / columns;
  }

  void paint(Graphics2D g2) {
    g2.setPaint(theme.background());
    g2.fill(new Rectangle2D.Double(0, 0, width, height()));
    int columns = Math.min(figure.columns(), figure.panels().size());
    double step = figure.sharedLegend() ? plotHeight : plotHeight + legendHeight;
    for (int i = 0; i < figure.panels().size(); i++) {
      ChartModel panel = figure.panels().get(i);
      int row = i / columns;
      int column = i % columns;
      Rectangle2D area = new Rectangle2D.Double(column * panelWidth, row * step, panelWidth, step);
      if (figure.sharedLegend()) {
        ChartPainter.paintPanel(panel, theme, g2, area);
      } else {
        ChartPainter.paint(panel, theme, g2, area);
      }
    }
    if (figure.sharedLegend()) {
      ChartPainter.paintLegend(
          figure.legend(),
          theme,
          g2,
          new Rectangle2D.Double(0, rows() * plotHeight, width, legendHeight));
    }
  }
}
