package gmrl.app.claim;

import gmrl.app.chart.ChartModel;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.experiment.Experiment;
import gmrl.experiment.claim.ClaimExperiment;
import gmrl.experiment.claim.ClaimResult;
import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.claim.Claims;
import gmrl.experiment.claim.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** The register of claims, what is known of each, and the one that is run. Interface thread. */
final class ClaimsViewModel {
  /**
   * A claim on trial.
   *
   * @param turn differs from trial to trial: who runs a claim again wants it computed again
   */
  record Question(ClaimSpec claim, int turn) {}

  private final List<ClaimSpec> claims;
  private final LiveView<Question, ClaimResult> live;
  private final ObservableMap<String, LiveView.Answer<Question, ClaimResult>> known =
      FXCollections.observableHashMap();
  private final ReadOnlyObjectWrapper<ClaimSpec> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Optional<ClaimSpec>> running =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty small = new SimpleBooleanProperty(true);
  private final Deque<ClaimSpec> waiting = new ArrayDeque<>();
  private boolean seen;
  private int turn;

  /** Whether what is running was asked for, and is not only what somebody looks at. */
  private boolean asked;

  ClaimsViewModel(Laboratory lab) {
    this(lab, Claims.all(), ClaimExperiment::new);
  }

  /** A register of other claims or other trials, for tests. */
  ClaimsViewModel(
      Laboratory lab, List<ClaimSpec> claims, Function<ClaimSpec, Experiment<ClaimResult>> trial) {
    this.claims = List.copyOf(claims);
    live =
        new LiveView<>(
            lab, "Claim", LiveView.Pace.AT_ONCE, question -> trial.apply(question.claim()));
    live.start();
    chosen.set(claims.get(0));
    live.answerProperty().addListener((o, old, now) -> hear());
    live.problemProperty()
        .addListener(
            (o, old, now) -> {
              if (!now.isEmpty()) {
                stop();
              }
            });
  }

  List<ClaimSpec> claims() {
    return claims;
  }

  /** What is known, by the claims' identifiers. */
  ObservableMap<String, LiveView.Answer<Question, ClaimResult>> known() {
    return known;
  }

  /** Why the last run did not come to its end; empty if it did. */
  ReadOnlyStringProperty problemProperty() {
    return live.problemProperty();
  }

  /** The claim that is shown. */
  ReadOnlyObjectProperty<ClaimSpec> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Shows a claim, and runs it if nothing is known of it and nobody asked for another. */
  void choose(ClaimSpec claim) {
    chosen.set(claim);
    look();
  }

  /** Somebody looks at the page. */
  void enter() {
    seen = true;
    live.start();
    if (running.get().isEmpty()) {
      look();
    }
  }

  /** Nobody looks any more: what was asked for goes on, what was only looked at waits. */
  void leave() {
    seen = false;
    if (!asked) {
      live.rest();
    }
  }

  private void look() {
    boolean free = waiting.isEmpty() && !(asked && running.get().isPresent());
    if (seen && free && verdict(chosen.get()).isEmpty()) {
      asked = false;
      start(chosen.get(), true);
    }
  }

  /** The claim that is being run. */
  ReadOnlyObjectProperty<Optional<ClaimSpec>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether claims are run on their small budget. */
  BooleanProperty smallProperty() {
    return small;
  }

  /** Runs the claim that is shown; one that is looked at and runs already only goes on. */
  void run() {
    waiting.clear();
    boolean same = isRunning(chosen.get()) && !asked && small.get();
    asked = true;
    if (!same) {
      start(chosen.get(), small.get());
    }
  }

  private boolean isRunning(ClaimSpec claim) {
    return running.get().map(now -> now.id().equals(claim.id())).orElse(false);
  }

  /** Runs all claims, one after another. */
  void runAll() {
    waiting.clear();
    waiting.addAll(claims);
    next();
  }

  /** Stops what is running; what is known stays. */
  void stop() {
    waiting.clear();
    running.set(Optional.empty());
    live.cancel();
  }

  private void next() {
    ClaimSpec claim = waiting.poll();
    if (claim == null) {
      running.set(Optional.empty());
    } else {
      asked = true;
      start(claim, small.get());
    }
  }

  private void start(ClaimSpec claim, boolean quick) {
    running.set(Optional.of(claim));
    live.cancel();
    turn++;
    live.ask(() -> new Question(quick ? claim.quick() : claim, turn));
  }

  private void hear() {
    LiveView.Answer<Question, ClaimResult> now = live.answer();
    if (now == null || now.standing() == Standing.STALE) {
      return;
    }
    known.put(now.snapshot().claim().id(), now);
    if (now.standing() == Standing.FRESH) {
      next();
    }
  }

  private Optional<LiveView.Answer<Question, ClaimResult>> known(ClaimSpec claim) {
    return Optional.ofNullable(known.get(claim.id()));
  }

  /** What is known of the claim that is shown. */
  Optional<ClaimResult> shown() {
    return known(chosen.get()).map(LiveView.Answer::snapshot);
  }

  /** A word on a claim: its verdict, how far it is, or nothing. */
  String word(ClaimSpec claim) {
    return known(claim)
        .map(
            state ->
                state
                    .snapshot()
                    .verdict()
                    .map(Verdict::word)
                    .orElseGet(
                        () ->
                            (isRunning(claim) ? "" : "stopped at ")
                                + Math.round(100 * state.progress())
                                + " %"))
        .orElse("");
  }

  /** The verdict of a claim, if it is known. */
  Optional<Verdict> verdict(ClaimSpec claim) {
    return known(claim).flatMap(state -> state.snapshot().verdict());
  }

  /** Whether the numbers of one chart are there. */
  boolean hasChart(int index) {
    String study = chosen.get().panels().get(index).study();
    return shown().map(result -> result.tables().containsKey(study)).orElse(false);
  }

  /** What stands in place of charts that have no numbers. */
  String waitingWords() {
    String comes = ": the figure comes with the first experiment that is done.";
    if (isRunning(chosen.get())) {
      return asked
          ? "Computing" + comes
          : "Computing with a small budget, as for every claim that is looked at" + comes;
    }
    if (known(chosen.get()).isPresent()) {
      return "Stopped before its first figure: Run computes this claim from its beginning.";
    }
    return "Not run yet: Run computes this claim, Run all every one, one after another.";
  }

  /** One chart of the claim that is shown; empty axes while there are no numbers. */
  ChartModel chart(int index) {
    ClaimSpec claim = chosen.get();
    ClaimResult result = shown().orElseGet(() -> new ClaimResult(claim, List.of(), Map.of(), 0));
    return ClaimCharts.of(result.claim().panels().get(index), result);
  }

  /** The claims with a verdict, in order, for a report. */
  List<ClaimResult> done() {
    List<ClaimResult> done = new ArrayList<>();
    for (ClaimSpec claim : claims) {
      known(claim)
          .map(LiveView.Answer::snapshot)
          .filter(ClaimResult::isComplete)
          .ifPresent(done::add);
    }
    return done;
  }
}
