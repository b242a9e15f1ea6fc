package gmrl.app.inspect;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.inspect.Inspection;
import gmrl.experiment.inspect.TrialInspection;
import gmrl.experiment.tabular.TabularSetup;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Which trial is inspected, where in it we stand, and what is seen there. */
final class InspectorViewModel {
  private static final ChartModel NOTHING =
      ChartModel.empty("", ChartAxis.linear(""), ChartAxis.linear(""));

  private final StateModel<LabState> state;
  private final LiveView<Trial, Inspection> live;
  private final Map<TrialPicture, ReadOnlyObjectWrapper<ChartModel>> charts =
      new EnumMap<>(TrialPicture.class);
  private final ReadOnlyObjectWrapper<Optional<Inspection>> inspection =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<World>> world =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper mdp = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper trial = new ReadOnlyIntegerWrapper();
  private final BooleanProperty playing = new SimpleBooleanProperty();
  private boolean fresh = true;

  /**
   * Which trial is looked at.
   *
   * @param setup what is estimated
   * @param seed of everything random
   * @param mdp from 0
   * @param index of the trial, from 0
   */
  record Trial(TabularSetup setup, long seed, int mdp, int index) {
    TrialInspection inspection() {
      return new TrialInspection(setup, seed, mdp, index);
    }
  }

  InspectorViewModel(Laboratory lab, StateModel<LabState> state) {
    this.state = state;
    live = new LiveView<>(lab, "Inspector", LiveView.Pace.WHEN_QUIET, Trial::inspection);
    for (TrialPicture picture : TrialPicture.values()) {
      if (!picture.isDrawn()) {
        charts.put(picture, new ReadOnlyObjectWrapper<>(NOTHING));
      }
    }
    live.answerProperty().addListener((o, old, now) -> draw());
    live.problemProperty().addListener((o, old, now) -> draw());
    state
        .stateProperty()
        .addListener(
            (o, old, now) -> {
              if (!old.setup().equals(now.setup()) || old.seed() != now.seed()) {
                ask();
              }
            });
    ask();
  }

  /** A picture of the present step. */
  ReadOnlyObjectProperty<ChartModel> chart(TrialPicture picture) {
    return Objects.requireNonNull(charts.get(picture)).getReadOnlyProperty();
  }

  /** What computes a picture of the present step; empty before the first trial. */
  Optional<PanelPlan> plan(TrialPicture picture) {
    return Optional.ofNullable(live.answer())
        .map(now -> new TrialPanel("", now.question(), step.get(), picture));
  }

  /** The trial; empty before the first. */
  ReadOnlyObjectProperty<Optional<Inspection>> inspectionProperty() {
    return inspection.getReadOnlyProperty();
  }

  /** The MDP under the policy of the present step; empty before the first trial. */
  ReadOnlyObjectProperty<Optional<World>> worldProperty() {
    return world.getReadOnlyProperty();
  }

  /** What is seen, in numbers. */
  ReadOnlyStringProperty captionProperty() {
    return caption.getReadOnlyProperty();
  }

  /** k. */
  ReadOnlyIntegerProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** K. */
  ReadOnlyIntegerProperty stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  ReadOnlyIntegerProperty mdpProperty() {
    return mdp.getReadOnlyProperty();
  }

  ReadOnlyIntegerProperty trialProperty() {
    return trial.getReadOnlyProperty();
  }

  /** Whether {@link #tick} goes on by itself. */
  BooleanProperty playingProperty() {
    return playing;
  }

  /** Begins to follow the state. */
  void start() {
    live.start();
  }

  /** Lets go of what is running, until {@link #start}. */
  void stop() {
    live.stop();
  }

  /** Goes one inner step on; from the last one to the start of the next trial. */
  void tick() {
    if (step.get() < steps.get()) {
      stepTo(step.get() + 1);
    } else {
      nextTrial();
    }
  }

  /** Goes one inner step on, if there is one. */
  void forward() {
    stepTo(Math.min(steps.get(), step.get() + 1));
  }

  /** Goes one inner step back, if there is one. */
  void back() {
    stepTo(Math.max(0, step.get() - 1));
  }

  /** Goes to an inner step. */
  void stepTo(int k) {
    step.set(Math.max(0, Math.min(steps.get(), k)));
    draw();
  }

  /** Takes the next trial, from its start. */
  void nextTrial() {
    trial.set(trial.get() + 1);
    step.set(0);
    ask();
  }

  /** Takes the next MDP. */
  void nextMdp() {
    mdp.set((mdp.get() + 1) % state.get().setup().mdps().count());
    ask();
  }

  /** Goes back to the first trial of the first MDP. */
  void restart() {
    trial.set(0);
    mdp.set(0);
    step.set(0);
    ask();
    live.restart();
  }

  private void ask() {
    LabState now = state.get();
    mdp.set(Math.min(mdp.get(), now.setup().mdps().count() - 1));
    live.ask(() -> new Trial(now.setup(), now.seed(), mdp.get(), trial.get()));
  }

  private void draw() {
    LiveView.Answer<Trial, Inspection> answer = live.answer();
    String problem = live.problemProperty().get();
    if (answer == null) {
      caption.set(problem);
      return;
    }
    Inspection now = answer.snapshot();
    steps.set(now.stages().size() - 1);
    // A first look is at the whole trial: before its first step there is no error yet.
    step.set(fresh ? steps.get() : Math.min(step.get(), steps.get()));
    fresh = false;
    Inspection.Stage stage = now.stages().get(step.get());
    inspection.set(Optional.of(now));
    world.set(Optional.of(new World(now.world(), stage)));
    Standing standing = answer.standing();
    charts.forEach(
        (picture, chart) -> chart.set(picture.of(now, step.get()).withStanding(standing)));
    caption.set(problem.isEmpty() ? caption(stage) : problem);
  }

  private static String caption(Inspection.Stage stage) {
    String text =
        String.format(
            Locale.ROOT,
            "‖θ̂ − θ‖ = %.3g   J = %.4g (exact path %.4g)",
            stage.innerError(),
            stage.objective(),
            stage.exactObjective());
    if (stage.gradient().length > 0) {
      text += String.format(Locale.ROOT, "   cos(ĝ, g) = %.3f", stage.cosine());
    }
    return text
        + String.format(
            Locale.ROOT,
            "   meta-gradient: cos %.3f, error %.0f %%",
            stage.metaCosine(),
            100 * stage.relativeError());
  }
}
