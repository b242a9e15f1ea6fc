package gmrl.app.atari;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.Choice;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.MetaBias;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.BiasAlongTraining;
import gmrl.experiment.atari.CheckpointBias;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Measures the bias of a learner's meta-gradient now, and shows what was recorded of it. */
final class BiasViewModel {
  /** Windows of one study. */
  static final int WINDOWS = 24;

  /** Copies of the learner's environments in each window. */
  static final int COPIES = 4;

  /** After how many steps of training one may look. */
  static final List<Integer> AFTER = List.of(2_000, 10_000, 50_000, 200_000);

  private static final String INVITATION =
      "Train a learner for a while, then measure how far plain and LVC meta-gradients are off.";

  private final StateModel<LabState> state;
  private final UnaryOperator<CheckpointBias> budget;
  private final LiveView<CheckpointBias, CheckpointBias.Result> live;
  private final ReadOnlyObjectWrapper<ChartModel> parameters =
      new ReadOnlyObjectWrapper<>(BiasCharts.emptyParameters());
  private final ReadOnlyObjectWrapper<ChartModel> parts =
      new ReadOnlyObjectWrapper<>(BiasCharts.emptyParts());
  private final ReadOnlyObjectWrapper<ChartModel> along =
      new ReadOnlyObjectWrapper<>(BiasCharts.emptyAlong(BiasCharts.COSINE));
  private final ReadOnlyObjectWrapper<ChartModel> chain =
      new ReadOnlyObjectWrapper<>(ChainCharts.of(ChainCharts.DISCOUNT));
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(INVITATION);
  private final List<BiasAlongTraining> recorded;

  /** The study whose numbers are on screen. */
  private @Nullable CheckpointBias shown;

  private int after = AFTER.get(1);

  /** Which game and learner, as the live learner has them. */
  final Choice<LearnerKnobs> choice;

  /**
   * A model that has measured nothing yet.
   *
   * @param recorded what comes with the laboratory
   * @param budget may shorten a study
   */
  BiasViewModel(
      Laboratory lab,
      StateModel<LabState> state,
      List<BiasAlongTraining> recorded,
      UnaryOperator<CheckpointBias> budget) {
    this.state = state;
    choice = new Choice<>(state, LearnerKnobs.PART);
    this.recorded = List.copyOf(recorded);
    this.budget = budget;
    live = new LiveView<>(lab, "Bias of a meta-gradient", LiveView.Pace.AT_ONCE, study -> study);
    live.start();
    live.answerProperty().addListener((o, old, now) -> hear());
    live.problemProperty().addListener((o, old, now) -> hear());
    live.runningProperty().addListener((o, old, now) -> hear());
    draw(BiasCharts.COSINE);
  }

  /** Reference, plain and LVC by meta-parameter. */
  ReadOnlyObjectProperty<ChartModel> parametersProperty() {
    return parameters.getReadOnlyProperty();
  }

  /** Mixed and transported parts by inner step. */
  ReadOnlyObjectProperty<ChartModel> partsProperty() {
    return parts.getReadOnlyProperty();
  }

  /** A recorded measure along training. */
  ReadOnlyObjectProperty<ChartModel> alongProperty() {
    return along.getReadOnlyProperty();
  }

  /** What the outer critic does on the Discounting Chain. */
  ReadOnlyObjectProperty<ChartModel> chainProperty() {
    return chain.getReadOnlyProperty();
  }

  /** What computes the measurement that is shown; empty before there is one. */
  Optional<PanelPlan> plan(CheckpointPanel.Picture picture) {
    return Optional.ofNullable(shown).map(study -> new CheckpointPanel("", study, picture));
  }

  /** What draws a recorded measure; empty if nothing was recorded. */
  Optional<PanelPlan> recordedPlan(String measure) {
    return recorded.isEmpty() ? Optional.empty() : Optional.of(new BiasPanel("", measure));
  }

  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** Whether a study is under way. */
  ReadOnlyBooleanProperty busyProperty() {
    return live.runningProperty();
  }

  /** What was recorded, in a line; empty if nothing was. */
  String recordedLabel() {
    if (recorded.isEmpty()) {
      return "";
    }
    AtariSpec spec = recorded.get(0).spec();
    // Parts stand in the order in which they are left out where there is little room.
    String game = spec.game().label().replace(" (", " · ").replace(")", "");
    return String.format(
        Locale.ROOT,
        "recorded · %s, seed %d, on %s · windows of %d copies; 95 %% intervals of one set of"
            + " windows: others differ by more, see the guide",
        Learners.name(spec.learning().algorithm()),
        spec.seed(),
        game,
        recorded.get(0).copies());
  }

  /** Shows another measure along training. */
  void draw(String measure) {
    if (!recorded.isEmpty()) {
      along.set(BiasCharts.along(recorded, measure));
    }
  }

  /** Shows another measure of the Discounting Chain. */
  void drawChain(String measure) {
    chain.set(ChainCharts.of(measure));
  }

  int after() {
    return after;
  }

  void setAfter(int steps) {
    after = steps;
  }

  /** Trains and measures; a study under way is given up. */
  void measure() {
    LearnerKnobs now = choice.get();
    LearnerKnobs learns = now.algorithm().meta() ? now : now.withAlgorithm(Algorithm.MGRL_LVC);
    live.demand(
        () ->
            budget.apply(
                new CheckpointBias(learns.spec(state.get().seed()), after, WINDOWS, COPIES)));
  }

  /** Ends a study; what it has shown stays. */
  void stop() {
    live.cancel();
  }

  private void hear() {
    LiveView.Answer<CheckpointBias, CheckpointBias.Result> now = live.answer();
    if (now != null) {
      now.snapshot().bias().ifPresent(bias -> show(now, bias));
    }
    boolean present = now != null && now.standing() != Standing.STALE;
    String problem = live.problemProperty().get();
    if (!problem.isEmpty()) {
      sentence.set(problem);
    } else if (!present && live.runningProperty().get()) {
      sentence.set("begins to train …");
    } else {
      sentence.set(now == null ? INVITATION : words(now));
    }
  }

  private void show(LiveView.Answer<CheckpointBias, CheckpointBias.Result> now, MetaBias bias) {
    shown = now.question();
    parameters.set(
        BiasCharts.parameters(bias).withProgress(now.progress()).withStanding(now.standing()));
    parts.set(BiasCharts.parts(bias).withProgress(now.progress()).withStanding(now.standing()));
  }

  private String words(LiveView.Answer<CheckpointBias, CheckpointBias.Result> now) {
    CheckpointBias study = now.question();
    CheckpointBias.Result result = now.snapshot();
    String learner = Learners.name(study.spec().learning().algorithm());
    String game = study.spec().game().label();
    return result
        .bias()
        .map(
            bias ->
                learner + " on " + game + ". " + BiasWords.of(study.spec(), result.steps(), bias))
        .orElseGet(
            () ->
                String.format(
                    Locale.ROOT,
                    "%s on %s %s: %.1f k of %.1f k steps.",
                    learner,
                    game,
                    live.runningProperty().get() ? "trains" : "was stopped while it trained",
                    result.steps() / 1e3,
                    study.after() / 1e3));
  }
}
