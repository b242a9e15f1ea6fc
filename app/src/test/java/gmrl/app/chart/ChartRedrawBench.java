package gmrl.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Time on the FX thread that one new snapshot costs a chart of 4 series × 50 points with bands, by
 * forcing redraws one after another. Needs a display or Monocle.
 */
public final class ChartRedrawBench {

  private ChartRedrawBench() {}

  /** Prints the median and the 95th percentile in milliseconds. */
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          ChartPane pane = new ChartPane();
          Stage stage = new Stage();
          stage.setScene(new Scene(pane, 560, 330));
          stage.show();
          pane.resize(560, 330);
          pane.applyCss();
          pane.layout();
          ChartModel model = model();
          pane.setLock(Optional.empty());
          pane.show(model);
          double[] millis = new double[400];
          for (int i = 0; i < millis.length; i++) {
            ChartFrame frame = Limits.of(model).zoomed(1 + 1e-3 * i, 0.5, 0.5);
            long start = System.nanoTime();
            pane.setZoom(frame);
            millis[i] = (System.nanoTime() - start) * 1e-6;
          }
          double[] warm = Arrays.copyOfRange(millis, 100, millis.length);
          Arrays.sort(warm);
          var picture = pane.snapshot(null, null);
          long inked = 0;
          for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
              if (picture.getPixelReader().getColor(x, y).getSaturation() > 0.2) {
                inked++;
              }
            }
          }
          System.out.println("coloured pixels drawn: " + inked);
          System.out.printf(
              "redraw: first %.1f ms, median %.2f ms, 95 %% %.2f ms%n",
              millis[0], warm[warm.length / 2], warm[(int) (warm.length * 0.95)]);
          done.countDown();
        });
    done.await();
    Platform.exit();
  }

  private static ChartModel model() {
    List<ChartSeries> series = new ArrayList<>();
    for (int s = 0; s < 4; s++) {
      List<ChartPoint> points = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        double x = 1 + i;
        double y = (1 + s) * Math.exp(-0.05 * i) * (1 + 0.1 * Math.sin(0.3 * i));
        points.add(new ChartPoint(x, y, y * 0.8, y * 1.25));
      }
      series.add(ChartSeries.estimate("estimator " + s, Style.nth(s), points).withSlope());
    }
    return ChartModel.of("Redraw", ChartAxis.linear("α"), ChartAxis.log("bias²"), series);
  }
}
