package gmrl.app.bias;

import gmrl.app.bias.BiasStudies.Kind;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.Choice;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.KeptResult;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.bias.bound.BoundCurve;
import gmrl.experiment.bias.bound.BoundExperiment;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/** One bias plot: follows the state, runs its study, turns results into a chart. */
final class BiasPanelViewModel {
  private final Kind kind;
  private final Laboratory lab;
  private final StateModel<LabState> state;
  private final LiveView<BiasStudy, BiasResult> live;
  private final LiveView<BiasStudy, List<BoundCurve>> bound;
  private final ReadOnlyObjectWrapper<ChartModel> chart;

  /**
   * A plot that has not run yet.
   *
   * @param bank keeps the trials of all plots of the window
   */
  BiasPanelViewModel(Kind kind, Laboratory lab, StateModel<LabState> state, TrialBank bank) {
    this.kind = kind;
    this.lab = lab;
    this.state = state;
    live =
        new LiveView<>(
            lab,
            kind.title(),
            LiveView.Pace.AT_ONCE,
            study -> new BiasExperiment(study, bank).from(state.get().setup()));
    bound =
        new LiveView<>(
            lab,
            kind.title() + ", estimated bound",
            LiveView.Pace.WHEN_QUIET,
            BoundExperiment::new);
    chart = new ReadOnlyObjectWrapper<>(BiasCharts.empty(plot()));
    live.answerProperty().addListener((o, old, now) -> draw());
    bound.answerProperty().addListener((o, old, now) -> draw());
    state.stateProperty().addListener((o, old, now) -> follow(old, now));
    ask();
  }

  /** Begins to follow the state. */
  void start() {
    live.start();
    bound.start();
  }

  Kind kind() {
    return kind;
  }

  /** What is drawn. */
  ReadOnlyObjectProperty<ChartModel> chartProperty() {
    return chart.getReadOnlyProperty();
  }

  /** What computes the plot that is shown; empty while there is none. */
  Optional<PanelPlan> plan() {
    LiveView.Answer<BiasStudy, BiasResult> now = live.answer();
    if (now == null || !matches(now.snapshot())) {
      return Optional.empty();
    }
    BiasCharts.Sight sight = BiasCharts.Sight.of(plot(), now.snapshot());
    return Optional.of(new SweepPanel("", now.question(), sight, boundPoints().isEmpty() ? 0 : 1));
  }

  /** The newest answer; null while there is none. */
  ReadOnlyObjectProperty<LiveView.@Nullable Answer<BiasStudy, BiasResult>> answerProperty() {
    return live.answerProperty();
  }

  /** The plot's part of the state. */
  BiasPlot plot() {
    return kind.plot(state.get());
  }

  /** The plot as a choice that controls may change. */
  Choice<BiasPlot> choice() {
    return new Choice<>(state, kind.title(), kind::plot, kind::put);
  }

  /** Why nothing can be shown at the present settings; empty if it can. */
  ReadOnlyStringProperty problemProperty() {
    return live.problemProperty();
  }

  /** Lets go of what is running, until {@link #start}. */
  void stop() {
    live.stop();
    bound.stop();
  }

  /** Runs the study again from the start. */
  void restart() {
    live.restart();
  }

  /** Takes a stored answer as its own if that is what it asks for at a state. */
  void recall(KeptResult<BiasStudy, BiasResult> kept, LabState asking) {
    StoredBias.of(kind, kept, asking)
        .ifPresent(answer -> live.recall(BiasStudies.of(kind, asking), answer));
  }

  /** Goes on with what was cancelled. */
  void resume() {
    live.resume();
  }

  private void follow(LabState old, LabState now) {
    ask();
    if (!kind.plot(old).equals(kind.plot(now)) || !old.setup().equals(now.setup())) {
      draw();
    }
  }

  private void ask() {
    live.ask(() -> BiasStudies.of(kind, state.get()));
  }

  /** Asks for the bound of what is on screen; the estimates themselves always come first. */
  private void askBound(BiasStudy study) {
    BoundExperiment.bounded(study).stream()
        .findFirst()
        .filter(curve -> boundIsShown())
        .map(curve -> BiasStudy.of(curve.spec().withTrials(1)))
        .ifPresentOrElse(wanted -> bound.ask(() -> wanted), bound::askNothing);
  }

  private boolean boundIsShown() {
    return plot().bound() && plot().y() == BiasMeasure.BIAS_SQUARED;
  }

  private List<BoundPoints> boundPoints() {
    LiveView.Answer<BiasStudy, List<BoundCurve>> now = bound.answer();
    boolean present = now != null && boundIsShown() && now.standing() == Standing.FRESH;
    return now != null && present ? List.of(BoundPoints.of(now.snapshot().get(0))) : List.of();
  }

  private void draw() {
    LiveView.Answer<BiasStudy, BiasResult> now = live.answer();
    if (now == null || !matches(now.snapshot())) {
      chart.set(BiasCharts.empty(plot()));
      return;
    }
    if (now.standing() == Standing.STORED) {
      bound.askNothing(); // A stored answer has no bound, and nothing is computed for it.
    } else {
      if (now.standing() != Standing.STALE) {
        askBound(now.question());
      }
      if (now.standing().isUnderWay()) {
        lab.tasks().reportSpeed(now.snapshot().timing().stepsPerSecond());
      }
    }
    chart.set(
        BiasCharts.of(plot(), now.snapshot(), now.progress(), state.get().setup(), boundPoints())
            .withStanding(now.standing()));
  }

  /** Whether a result has the plot's horizontal axis; an older one may still be on its way. */
  private boolean matches(BiasResult result) {
    return result.curves().stream()
        .allMatch(c -> c.spec().sweep().map(s -> s.variable() == plot().x()).orElse(false));
  }
}
