package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SurfaceTest {
  private static final Surface SURFACE =
      new Surface(
          List.of(1.0, 10.0),
          List.of(1.0, 2.0),
          List.of("K = 1", "K = 2"),
          List.of(List.of(0.01, 1.0), List.of(0.1, Double.NaN)),
          new Surface.Unit(100, " %"));

  private static ChartModel chart() {
    return new ChartModel(
            "",
            ChartAxis.log("α").between(1, 10),
            ChartAxis.linear("K").between(1, 2),
            List.of(),
            List.of(),
            1)
        .withSurface(Optional.of(SURFACE));
  }

  @Test
  void everyValueHasItsTileInItsColour() {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    ChartTheme theme = ChartTheme.light();
    ChartPainter.paint(chart(), theme, true, g2, new Rectangle2D.Double(0, 0, 300, 200));
    g2.dispose();
    Map<Integer, Integer> seen = new HashMap<>();
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 230; x++) {
        seen.merge(image.getRGB(x, y), 1, Integer::sum);
      }
    }
    List<Integer> areas = new ArrayList<>();
    for (double value : new double[] {0.01, 0.1, 1}) {
      Color color = Shades.of(SURFACE, theme).color(value);
      areas.add(seen.getOrDefault(color.getRGB(), 0));
    }
    // Three quarters of the plot, in equal parts.
    assertThat(areas).allMatch(area -> area > 1500);
    assertThat(areas.get(0)).isBetween((int) (0.9 * areas.get(1)), (int) (1.1 * areas.get(1)));
  }

  @Test
  void theTableHasEveryValueUnderTheNameOfItsRow() {
    List<ChartData.Row> rows = ChartData.rows(chart());
    assertThat(rows)
        .extracting(ChartData.Row::series)
        .containsExactly("K = 1", "K = 1", "K = 2", "K = 2");
    assertThat(rows).extracting(row -> row.point().y()).containsExactly(0.01, 1.0, 0.1, Double.NaN);
    assertThat(rows).extracting(row -> row.point().x()).containsExactly(1.0, 10.0, 1.0, 10.0);
  }

  @Test
  void aSurfaceIsSomethingToSeeAndGoesAlong() {
    assertThat(chart().isEmpty()).isFalse();
    assertThat(chart().withProgress(0.5).withTitle("t").surface()).contains(SURFACE);
    assertThat(SURFACE.decades()).containsExactly(-2, 0);
    assertThatThrownBy(
            () ->
                new Surface(
                    List.of(1.0), List.of(1.0), List.of(), List.of(), new Surface.Unit(1, "")))
        .hasMessageContaining("1 × 1");
  }
}
