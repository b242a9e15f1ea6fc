package gmrl.app.bias;

import gmrl.app.bias.BiasStudies.Kind;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveExperiment;
import gmrl.app.state.BiasPlot;
import gmrl.app.state.LabState;
import gmrl.app.state.PlottedMeasure;
import gmrl.app.state.StateModel;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One bias plot: follows the state, runs its study, turns results into a chart. */
final class BiasPanelViewModel {
  private final Kind kind;
  private final Laboratory lab;
  private final StateModel<LabState> state;
  private final LiveExperiment<BiasResult> live;
  private final LiveExperiment<BoundExperiment.Bound> bound;
  private final ReadOnlyObjectWrapper<ChartModel> chart;
  private final ReadOnlyBooleanWrapper pinnedNow = new ReadOnlyBooleanWrapper();
  private boolean started;
  private @Nullable BiasStudy asked;
  private @Nullable BiasStudy boundAsked;
  private @Nullable BiasResult pinned;

  BiasPanelViewModel(Kind kind, Laboratory lab, StateModel<LabState> state) {
    this.kind = kind;
    this.lab = lab;
    this.state = state;
    live = new LiveExperiment<>(lab, kind.title());
    chart = new ReadOnlyObjectWrapper<>(BiasCharts.empty(plot()));
    bound = new LiveExperiment<>(lab, kind.title() + ", theoretical bound");
    live.stateProperty().addListener((o, old, now) -> draw());
    bound.stateProperty().addListener((o, old, now) -> draw());
    state.stateProperty().addListener((o, old, now) -> follow(old, now));
  }

  /** Begins to follow the state. */
  void start() {
    started = true;
    ask(state.get());
  }

  Kind kind() {
    return kind;
  }

  /** What is drawn. */
  ReadOnlyObjectProperty<ChartModel> chartProperty() {
    return chart.getReadOnlyProperty();
  }

  /** Whether an earlier result is kept for comparison. */
  ReadOnlyBooleanProperty pinnedProperty() {
    return pinnedNow.getReadOnlyProperty();
  }

  /** The plot's part of the state. */
  BiasPlot plot() {
    return kind.plot(state.get());
  }

  /** Calls back after every change of the plot's part of the state, and now. */
  void observe(java.util.function.Consumer<BiasPlot> view) {
    view.accept(plot());
    state
        .stateProperty()
        .addListener(
            (o, old, now) -> {
              if (!kind.plot(old).equals(kind.plot(now))) {
                view.accept(kind.plot(now));
              }
            });
  }

  /** Changes the plot. */
  void edit(UnaryOperator<BiasPlot> change) {
    state.seal();
    state.edit(kind.title(), s -> kind.put(s, change.apply(kind.plot(s))));
    state.seal();
  }

  /** Keeps the present curves for comparison, or lets the kept ones go. */
  void togglePin() {
    LiveExperiment.State<BiasResult> present = live.stateProperty().get();
    pinned = pinned != null || present == null ? null : present.snapshot();
    pinnedNow.set(pinned != null);
    draw();
  }

  /** Lets go of what is running, until {@link #start}. */
  void stop() {
    started = false;
    asked = null;
    live.cancel();
    bound.cancel();
  }

  /** Runs the study again from the start. */
  void restart() {
    BiasStudy study = asked;
    if (study != null) {
      live.cancel();
      live.request(new BiasExperiment(study));
    }
  }

  private void follow(LabState old, LabState now) {
    ask(now);
    if (!kind.plot(old).equals(kind.plot(now)) || !old.setup().equals(now.setup())) {
      draw();
    }
  }

  private void ask(LabState now) {
    if (!started) {
      return;
    }
    BiasStudy study;
    try {
      study = BiasStudies.of(kind, now);
    } catch (IllegalArgumentException e) {
      lab.failures().accept(kind.title() + " cannot be shown: " + e.getMessage());
      return;
    }
    if (!study.equals(asked)) {
      asked = study;
      live.request(new BiasExperiment(study));
    }
  }

  /** Asks for the bound of what is on screen; the estimates themselves always come first. */
  private void askBound() {
    BiasStudy study = asked;
    if (study != null && plot().bound() && plot().y() == PlottedMeasure.BIAS_SQUARED) {
      BoundExperiment.of(study)
          .filter(wanted -> !wanted.study().equals(boundAsked))
          .ifPresent(
              wanted -> {
                boundAsked = wanted.study();
                bound.requestWhenQuiet(wanted);
              });
    }
  }

  private List<ChartPoint> boundPoints() {
    LiveExperiment.State<BoundExperiment.Bound> now = bound.stateProperty().get();
    BiasStudy study = asked;
    if (now == null
        || study == null
        || !plot().bound()
        || plot().y() != PlottedMeasure.BIAS_SQUARED
        || !BoundExperiment.of(study)
            .map(e -> e.study().equals(now.snapshot().study()))
            .orElse(false)) {
      return List.of();
    }
    return now.snapshot().points();
  }

  private void draw() {
    LiveExperiment.State<BiasResult> now = live.stateProperty().get();
    if (now == null || !matches(now.snapshot())) {
      chart.set(BiasCharts.empty(plot()));
      return;
    }
    if (isPresent(now.snapshot())) {
      askBound();
    }
    lab.tasks().reportSpeed(now.snapshot().timing().stepsPerSecond());
    chart.set(
        BiasCharts.of(
            plot(), now.snapshot(), now.progress(), state.get().setup(), pinned, boundPoints()));
  }

  /** Whether a result is of the study that was asked for last. */
  private boolean isPresent(BiasResult result) {
    BiasStudy study = asked;
    return study != null
        && study
            .specs()
            .equals(result.curves().stream().map(BiasResult.CurveResult::spec).toList());
  }

  /** Whether a result has the plot's horizontal axis; an older one may still be on its way. */
  private boolean matches(BiasResult result) {
    return result.curves().stream()
        .allMatch(c -> c.spec().sweep().map(s -> s.variable() == plot().x()).orElse(false));
  }
}
