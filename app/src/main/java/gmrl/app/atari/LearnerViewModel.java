package gmrl.app.atari;

import gmrl.app.chart.ChartModel;
import gmrl.app.control.ChoiceKnob;
import gmrl.app.live.Gate;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LatestSlot;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.state.Choice;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Parameter;
import gmrl.app.ui.ParameterViewModel;
import gmrl.atari.learn.LearningCurve;
import gmrl.experiment.KeptResult;
import gmrl.experiment.atari.AtariExperiment;
import gmrl.experiment.atari.AtariResult;
import gmrl.experiment.atari.AtariSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A learner that learns while one looks on and turns its knobs. */
final class LearnerViewModel {
  /** What the learner does. */
  enum Phase {
    STOPPED,
    RUNNING,
    PAUSED
  }

  /**
   * A run that was asked for.
   *
   * @param turn differs from run to run: what a person does meanwhile makes each another
   */
  record Wanted(AtariSpec spec, int turn) {}

  private record Run(AtariSpec spec, AtariExperiment experiment, Onlooker onlooker) {}

  private final StateModel<LabState> state;
  private final UnaryOperator<AtariSpec> budget;
  private final LiveView<Wanted, AtariResult> live;
  private final Gate gate = new Gate();
  private final LatestSlot<Frame> frames;
  private final AtomicBoolean slow = new AtomicBoolean();
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.STOPPED);
  private final ReadOnlyObjectWrapper<ChartModel> chart =
      new ReadOnlyObjectWrapper<>(LearnerCharts.empty());
  private final ReadOnlyObjectWrapper<Optional<Frame>> frame =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private @Nullable Run run;
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper();
  private int turn;
  private int places;
  private int seeds = 1;

  /** What a person has chosen. */
  final Choice<LearnerKnobs> choice;

  /** Step size of the inner updates. */
  final ParameterViewModel alpha;

  /** Inner updates of one meta-gradient. */
  final ParameterViewModel innerSteps;

  /** Games that are played side by side. */
  final ParameterViewModel environments;

  /** Steps before an update. */
  final ParameterViewModel rollout;

  /**
   * A learner that has not begun.
   *
   * @param budget may shorten a run
   */
  LearnerViewModel(Laboratory lab, StateModel<LabState> state, UnaryOperator<AtariSpec> budget) {
    this.state = state;
    choice = new Choice<>(state, LearnerKnobs.PART);
    this.budget = budget;
    live =
        new LiveView<>(
            lab,
            "Live learner",
            LiveView.Pace.AT_ONCE,
            wanted -> Objects.requireNonNull(run).experiment());
    live.start();
    frames = new LatestSlot<>(lab.ui(), this::look);
    LearnerKnobs usual = LearnerKnobs.DEFAULT;
    alpha =
        ChoiceKnob.of(
            choice,
            new Parameter(
                "α",
                "inner step size",
                "Step size of Adam in the learner’s updates; falls to 0 over the run.",
                usual.alpha(),
                LearnerKnobs.LEAST_ALPHA,
                LearnerKnobs.MOST_ALPHA,
                Parameter.Scale.LOG),
            LearnerKnobs::alpha,
            LearnerKnobs::withAlpha);
    innerSteps =
        ChoiceKnob.of(
            choice,
            new Parameter(
                "K",
                "inner steps",
                "Updates that one meta-gradient looks through; A2C does not look at it.",
                usual.innerSteps(),
                1,
                LearnerKnobs.MOST_STEPS,
                Parameter.Scale.INTEGER),
            LearnerKnobs::innerSteps,
            (c, v) -> c.withInnerSteps((int) v));
    environments =
        ChoiceKnob.of(
            choice,
            new Parameter(
                "N",
                "environments",
                "Games that are played side by side; those that stay play on when others come or"
                    + " go. Times T it is the sample size.",
                usual.environments(),
                1,
                LearnerKnobs.MOST_ENVIRONMENTS,
                Parameter.Scale.COUNT),
            LearnerKnobs::environments,
            (c, v) -> c.withEnvironments((int) v));
    rollout =
        ChoiceKnob.of(
            choice,
            new Parameter(
                "T",
                "steps an update",
                "Steps of each of the environments before an update: the sample size is their"
                    + " product.",
                usual.rollout(),
                LearnerKnobs.LEAST_ROLLOUT,
                LearnerKnobs.MOST_ROLLOUT,
                Parameter.Scale.COUNT),
            LearnerKnobs::rollout,
            (c, v) -> c.withRollout((int) v));
    live.answerProperty().addListener((o, old, now) -> hear());
    live.problemProperty()
        .addListener(
            (o, old, now) -> {
              if (now.isEmpty()) {
                speak();
              } else {
                stop();
              }
            });
    choice.observe(now -> tell());
    state.observe(board -> choice.get().following(board), board -> tell());
    state.observe(LabState::seed, seed -> tell());
    speak();
  }

  ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** What the run has come to; null before it has. */
  ReadOnlyObjectProperty<LiveView.@Nullable Answer<Wanted, AtariResult>> resultProperty() {
    return live.answerProperty();
  }

  ReadOnlyObjectProperty<ChartModel> chartProperty() {
    return chart.getReadOnlyProperty();
  }

  /** The first of the games after the newest update. */
  ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
    return frame.getReadOnlyProperty();
  }

  /** What is learnt, how far and how fast. */
  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** What the learner is told: the choice, or the board's sliders where it follows them. */
  LearnerKnobs told() {
    return following.get() ? choice.get().following(state.get()) : choice.get();
  }

  /** Whether α, K and the sample size are those of the board's sliders. */
  ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  void setFollowing(boolean on) {
    following.set(on);
    tell();
  }

  /**
   * Takes a stored answer as its own, in place of what is running: it stands for what is told until
   * that changes.
   */
  void recall(KeptResult<AtariSpec, AtariResult> kept) {
    stop();
    run = null;
    frame.set(Optional.empty());
    seeds = kept.spec().seeds();
    Wanted stored = new Wanted(kept.spec(), 0);
    live.recall(stored, kept.result());
    live.ask(() -> stored);
  }

  /** What the present answer is worth at what is told now. */
  private Standing standing(LiveView.Answer<Wanted, AtariResult> now) {
    AtariSpec told = told().spec(state.get().seed()).withSeeds(seeds, state.get().seed());
    return now.standing() == Standing.STORED && !now.question().spec().equals(told)
        ? Standing.STALE
        : now.standing();
  }

  /** Begins a new run with the present settings and the window's seed, or goes on. */
  void play() {
    boolean anew = phase.get() == Phase.STOPPED;
    if (anew) {
      frame.set(Optional.empty());
    }
    phase.set(Phase.RUNNING);
    hold();
    if (anew) {
      live.demand(this::begin);
    }
  }

  private Wanted begin() {
    AtariSpec spec =
        budget.apply(told().spec(state.get().seed()).withSeeds(seeds, state.get().seed()));
    Onlooker onlooker = new Onlooker(spec.seed(), gate, frames, slow::get);
    run = new Run(spec, new AtariExperiment(spec, null, null, onlooker), onlooker);
    speak();
    turn++;
    return new Wanted(spec, turn);
  }

  /** Holds the learner after its present update. */
  void pause() {
    if (phase.get() == Phase.RUNNING) {
      phase.set(Phase.PAUSED);
      hold();
    }
  }

  /** One update on, then holds. */
  void step() {
    pause();
    if (phase.get() == Phase.PAUSED) {
      gate.step();
    }
  }

  /** Ends the run; its curve stays. */
  void stop() {
    Run now = run;
    if (now != null) {
      now.onlooker().stop();
    }
    live.cancel();
    phase.set(Phase.STOPPED);
    speak();
  }

  /** How many seeds the next run has; they learn side by side. */
  void setSeeds(int count) {
    seeds = count;
  }

  /** Whether each update waits a moment. */
  void setSlow(boolean on) {
    slow.set(on);
  }

  /** One more or one less place that shows it; a learner that nobody sees waits. */
  void setShowing(boolean on) {
    places = Math.max(0, places + (on ? 1 : -1));
    hold();
  }

  /** Of one place that shows it. */
  ShellViewModel.Timed shown() {
    return new ShellViewModel.Timed() {
      private boolean on;

      @Override
      public void start() {
        if (!on) {
          on = true;
          setShowing(true);
        }
      }

      @Override
      public void stop() {
        if (on) {
          on = false;
          setShowing(false);
        }
      }
    };
  }

  private void hold() {
    if (places > 0 && phase.get() != Phase.PAUSED) {
      gate.open();
    } else {
      gate.close();
    }
    live.setLookedAt(places > 0);
    live.setHeld(phase.get() == Phase.PAUSED);
    speak();
  }

  /** From the next update on. */
  private void tell() {
    Run now = run;
    if (now != null) {
      now.experiment().change(told().in(now.spec().learning()));
    }
    LiveView.Answer<Wanted, AtariResult> known = live.answer();
    if (known != null && known.standing() == Standing.STORED) {
      hear();
    }
    speak();
  }

  private void look(Frame now) {
    if (phase.get() != Phase.STOPPED) {
      frame.set(Optional.of(now));
      speak();
    }
  }

  private void hear() {
    LiveView.Answer<Wanted, AtariResult> now = live.answer();
    if (now == null) {
      return;
    }
    chart.set(LearnerCharts.of(now.snapshot(), now.progress()).withStanding(standing(now)));
    if (now.standing().isFinal() && phase.get() != Phase.STOPPED) {
      // The run has ended by itself, or somebody stopped it in the list of tasks.
      stop();
    }
    speak();
  }

  private void speak() {
    if (!live.problemProperty().get().isEmpty()) {
      sentence.set(live.problemProperty().get());
      return;
    }
    LiveView.Answer<Wanted, AtariResult> now = live.answer();
    Run present = run;
    if (present == null) {
      AtariSpec spec = told().spec(state.get().seed());
      boolean stored = now != null && standing(now) == Standing.STORED;
      sentence.set(
          stored
              ? LearnerWords.label(spec) + ": stored, with every setting as it stands"
              : LearnerWords.before(spec));
      return;
    }
    StringBuilder text = new StringBuilder(LearnerWords.label(present.spec()));
    long first = present.spec().seed();
    int count = present.spec().seeds();
    text.append(
        count == 1 ? " · seed " + first : " · seeds " + first + " to " + (first + count - 1));
    text.append(" · ").append(told().environments());
    text.append(" environments × ").append(told().rollout()).append(" steps");
    boolean ended = phase.get() == Phase.STOPPED;
    frame.get().ifPresent(shown -> text.append(LearnerWords.pace(present.spec(), shown, ended)));
    List<LearningCurve.Point> points =
        now == null ? List.of() : now.snapshot().runs().get(0).curve().points();
    if (present.spec().learning().algorithm().meta() && !points.isEmpty()) {
      text.append(LearnerWords.learnt(points.get(points.size() - 1).coefficients()));
    }
    sentence.set(text.toString());
  }
}
