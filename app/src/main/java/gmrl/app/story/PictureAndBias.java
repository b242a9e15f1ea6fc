package gmrl.app.story;

import gmrl.app.chart.ChartModel;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.experiment.Experiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.tabular.TabularSetup;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * A scene that shows where a bias comes from, and beside it the bias along the sample size.
 *
 * @param <P> what its picture shows
 */
abstract class PictureAndBias<P> implements SceneModel {
  /** Upper end of the bias' axis, in percent. */
  static final double TOP = 80;

  final LiveView<TabularSetup, P> picture;
  final LiveView<BiasStudy, BiasResult> bias;
  final ReadOnlyObjectWrapper<ChartModel> curve;
  final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");

  /**
   * A scene that has asked for nothing yet.
   *
   * @param what is computed, in the list of tasks
   * @param seen computes the picture
   * @param kind of bias, in the list of tasks
   * @param samples along which the bias is shown
   */
  PictureAndBias(
      Laboratory lab,
      TrialBank bank,
      String what,
      Function<TabularSetup, Experiment<P>> seen,
      String kind,
      Sweep samples) {
    picture = new LiveView<>(lab, "Story: " + what, LiveView.Pace.AT_ONCE, seen);
    bias = BiasCurves.live(lab, "Story: " + kind, bank);
    curve = new ReadOnlyObjectWrapper<>(BiasCurves.empty(samples, TOP));
  }

  /** The bias along the sample size. */
  final ReadOnlyObjectProperty<ChartModel> curveProperty() {
    return curve.getReadOnlyProperty();
  }

  /** What is seen, in numbers. */
  final ReadOnlyStringProperty captionProperty() {
    return caption.getReadOnlyProperty();
  }

  @Override
  public final void start() {
    picture.start();
    bias.start();
  }

  @Override
  public final void stop() {
    picture.stop();
    bias.stop();
  }
}
