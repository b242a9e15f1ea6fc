package gmrl.app.training;

import gmrl.app.chart.ChartModel;
import gmrl.app.control.ChoiceKnob;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.state.Choice;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Parameter;
import gmrl.app.ui.ParameterViewModel;
import gmrl.experiment.KeptResult;
import gmrl.experiment.training.TrainingExperiment;
import gmrl.experiment.training.TrainingResult;
import gmrl.experiment.training.TrainingSpec;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Trains with the present estimate and with the exact meta-gradient, and compares them. */
final class TrainingViewModel {
  /** The curve of the learners that estimate. */
  static final String LABEL = "estimated";

  private final StateModel<LabState> state;
  private final LiveView<TrainingSpec, TrainingResult> live;
  private final ReadOnlyObjectWrapper<ChartModel> chart =
      new ReadOnlyObjectWrapper<>(TrainingCharts.empty(false));
  private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
  private final BooleanProperty shortfall = new SimpleBooleanProperty();
  private final BooleanProperty singleRuns = new SimpleBooleanProperty();

  /** What a person has chosen. */
  final Choice<TrainingPlot> choice;

  /** Outer step size. */
  final ParameterViewModel learningRate;

  TrainingViewModel(Laboratory lab, StateModel<LabState> state) {
    this.state = state;
    live = new LiveView<>(lab, "Meta-training", LiveView.Pace.WHEN_QUIET, TrainingExperiment::new);
    TrainingPlot usual = TrainingPlot.DEFAULT;
    choice = new Choice<>(state, TrainingPlot.PART);
    learningRate =
        ChoiceKnob.of(
            choice,
            new Parameter(
                "η",
                "outer step size",
                "How far one update moves φ along the meta-gradient.",
                usual.learningRate(),
                0.001,
                100,
                Parameter.Scale.LOG),
            TrainingPlot::learningRate,
            TrainingPlot::withLearningRate);
    live.answerProperty().addListener((o, old, now) -> draw());
    shortfall.addListener((o, was, is) -> draw());
    singleRuns.addListener((o, was, is) -> draw());
    state.stateProperty().addListener((o, old, now) -> ask());
    ask();
  }

  /** The newest answer; null while there is none. */
  ReadOnlyObjectProperty<LiveView.@Nullable Answer<TrainingSpec, TrainingResult>> answerProperty() {
    return live.answerProperty();
  }

  ReadOnlyObjectProperty<ChartModel> chartProperty() {
    return chart.getReadOnlyProperty();
  }

  /** What makes the plot that is shown again; empty before there is one. */
  Optional<PanelPlan> plan() {
    LiveView.Answer<TrainingSpec, TrainingResult> now = live.answer();
    return Optional.ofNullable(now)
        .map(
            answer ->
                new TrainingPanel(
                    "",
                    List.of(
                        new TrainingPanel.Learner(LABEL, TrainingCharts.ALONE, answer.question())),
                    shortfall.get(),
                    singleRuns.get()));
  }

  /** Why the present settings cannot be shown; empty if they can. */
  ReadOnlyStringProperty problemProperty() {
    return live.problemProperty();
  }

  /** What the error of the estimate has cost so far, in words. */
  ReadOnlyStringProperty verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** Whether the difference is drawn instead of the two curves. */
  BooleanProperty shortfallProperty() {
    return shortfall;
  }

  /** Whether single learners are drawn behind the mean. */
  BooleanProperty singleRunsProperty() {
    return singleRuns;
  }

  void start() {
    live.start();
  }

  void stop() {
    live.rest();
  }

  void restart() {
    live.restart();
  }

  /** Takes a stored answer as its own. */
  void recall(KeptResult<TrainingSpec, TrainingResult> kept) {
    live.recall(kept.spec(), kept.result());
  }

  /** Goes on with what was cancelled. */
  void resume() {
    live.resume();
  }

  private void ask() {
    live.ask(() -> spec(state.get()));
  }

  /** What a state describes. */
  static TrainingSpec spec(LabState state) {
    TrainingPlot plot = TrainingPlot.of(state);
    return new TrainingSpec(
        state.setup(), plot.updates(), plot.learningRate(), plot.runs(), state.seed());
  }

  private void draw() {
    LiveView.Answer<TrainingSpec, TrainingResult> now = live.answer();
    if (now == null) {
      return;
    }
    TrainingResult result = now.snapshot();
    List<TrainingCharts.Trained> alone =
        List.of(new TrainingCharts.Trained(LABEL, TrainingCharts.ALONE, result));
    ChartModel drawn = TrainingCharts.of("", alone, shortfall.get(), now.progress());
    if (singleRuns.get() && !shortfall.get()) {
      drawn = TrainingCharts.withSingles(drawn, alone);
    }
    chart.set(drawn.withStanding(now.standing()));
    verdict.set(words(result));
  }

  private static String words(TrainingResult result) {
    TrainingResult.Point first = result.points().get(0);
    TrainingResult.Point last = result.points().get(result.points().size() - 1);
    double gained = last.exact().mean() - first.exact().mean();
    double missed = last.shortfall().mean();
    long stopped = result.learners().stream().filter(TrainingResult.Learner::stopped).count();
    String text =
        String.format(
            java.util.Locale.ROOT,
            "%.0f %% of the exact gain after %d updates",
            gained > 0 ? 100 * (gained - missed) / gained : Double.NaN,
            last.update());
    if (last.update() == 0 || !(gained > 0)) {
      text = "learning to adapt, judged by exact adaptation";
    }
    return stopped > 0 ? text + " · " + stopped + " learners left the finite numbers" : text;
  }
}
