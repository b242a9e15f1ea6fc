package gmrl.app.chart;

import static gmrl.app.chart.ChartPartsTest.X;
import static gmrl.app.chart.ChartPartsTest.model;
import static gmrl.app.chart.ChartPartsTest.p;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is painted where a plot ends. */
class PaintedEdgesTest {
  @Test
  void anIntervalThatReachesZeroIsOpenAtTheFloorOfALogAxisAndLeavesTheRestOfThePlot() {
    ChartModel model =
        model(
            ChartAxis.log("y").between(1e-4, 1),
            new ChartPoint(1, 0.1, 0.05, 0.2),
            new ChartPoint(2, 0.1, 0, 0.2));
    BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    ChartTheme theme = ChartTheme.paper();
    ChartPainter.paint(model, theme, true, g2, new Rectangle2D.Double(0, 0, 400, 300));
    List<Integer> inked = new ArrayList<>();
    // At a third of the height, where the band's lower edge comes down from left to right.
    for (int x = 60; x < 380; x++) {
      int rgb = image.getRGB(x, 180);
      if ((rgb & 0xFF) - (rgb >> 16 & 0xFF) > 15) {
        inked.add(x);
      }
    }
    assertThat(inked).as("the band").isNotEmpty();
    assertThat(inked.get(0)).as("not below the first point").isGreaterThan(180);
    // The sign at the lower right is stronger than the band, and the curve runs far above.
    boolean marked = false;
    for (int x = 360; x < 400; x++) {
      for (int y = 200; y < 290; y++) {
        int rgb = image.getRGB(x, y);
        marked |= (rgb & 0xFF) - (rgb >> 16 & 0xFF) > 60;
      }
    }
    assertThat(marked).as("a sign where the interval has no end").isTrue();
  }

  @Test
  void theLastTickIsNotCutAtTheEdge() {
    ChartModel model =
        ChartModel.of(
            "",
            X.between(0, 1000),
            ChartAxis.linear("y"),
            List.of(ChartSeries.estimate("a", Style.nth(0), List.of(p(0, 1), p(1000, 2)))));
    for (int width = 240; width < 400; width += 13) {
      BufferedImage image = new BufferedImage(width, 200, BufferedImage.TYPE_INT_RGB);
      ChartPainter.paint(
          model,
          ChartTheme.paper(14, 1, ChartTheme.Tone.COLOUR),
          true,
          image.createGraphics(),
          new Rectangle2D.Double(0, 0, width, 200));
      for (int y = 0; y < 200; y++) {
        assertThat(image.getRGB(width - 1, y) & 0xFFFFFF)
            .as("%d, %d", width, y)
            .isEqualTo(0xFFFFFF);
      }
    }
  }

  @Test
  void theFirstOfSeveralSymbolsIsOnTop() {
    ChartTheme theme = ChartTheme.paper();
    List<ChartSeries> series =
        List.of(
            ChartSeries.estimate("a", Style.nth(0), List.of(p(1, 1))),
            ChartSeries.estimate("b", Style.nth(1), List.of(p(1, 1))));
    ChartModel model =
        ChartModel.of("", X.between(0, 2), ChartAxis.linear("y").between(0, 2), series);
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    Rectangle2D area = new Rectangle2D.Double(0, 0, 200, 200);
    ChartPainter.paint(model, theme, false, image.createGraphics(), area);
    Rectangle2D plot = ChartPainter.plot(model, theme, area);
    int rgb = image.getRGB((int) plot.getCenterX(), (int) plot.getCenterY());
    assertThat(rgb).isEqualTo(theme.color(series.get(0)).getRGB());
  }
}
