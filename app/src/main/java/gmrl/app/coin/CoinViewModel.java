package gmrl.app.coin;

import gmrl.app.chart.ChartModel;
import gmrl.app.control.ChoiceKnob;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.Choice;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Parameter;
import gmrl.app.ui.ParameterViewModel;
import gmrl.experiment.KeptResult;
import gmrl.experiment.coin.CoinExperiment;
import gmrl.experiment.coin.CoinResult;
import gmrl.experiment.coin.CoinSpec;
import gmrl.ipd.coin.CoinConfig;
import gmrl.ipd.coin.CoinPlayers;
import gmrl.meta.MeanEstimate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Two agents that learn the Coin Game: follows the choices, draws returns and shares. */
final class CoinViewModel {
  /** Trainings whose players are remembered, as many as answers are. */
  private static final int REMEMBERED = 8;

  private final StateModel<LabState> state;
  private final LiveView<CoinSpec, CoinResult> live;
  private final Map<CoinCharts.Plot, ReadOnlyObjectWrapper<ChartModel>> charts =
      new EnumMap<>(CoinCharts.Plot.class);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final Map<CoinSpec, TreeMap<Integer, List<CoinPlayers>>> players =
      new LinkedHashMap<>(16, .75f, true);

  /** What a person has chosen. */
  final Choice<CoinSettings> choice;

  /** Plays matches of what was learned. */
  final MatchViewModel match;

  /** Imagined steps of the opponent. */
  final ParameterViewModel lookaheads;

  /** Step size of the imagined opponent. */
  final ParameterViewModel innerRate;

  /** Step size of Adam. */
  final ParameterViewModel outerRate;

  /** Trajectories of an estimate. */
  final ParameterViewModel batch;

  CoinViewModel(Laboratory lab, StateModel<LabState> state) {
    this.state = state;
    choice = new Choice<>(state, CoinSettings.PART);
    match = new MatchViewModel(choice.get().config().rollout());
    live =
        new LiveView<>(
            lab,
            "Coin Game",
            LiveView.Pace.WHEN_QUIET,
            spec ->
                new CoinExperiment(
                    spec, (update, seen) -> lab.ui().execute(() -> remember(spec, update, seen))));
    lookaheads =
        knob(CoinKnobs.LOOKAHEADS, CoinConfig::lookaheads, (c, v) -> c.withLookaheads((int) v));
    innerRate = knob(CoinKnobs.INNER_RATE, CoinConfig::innerRate, CoinConfig::withInnerRate);
    outerRate = knob(CoinKnobs.OUTER_RATE, CoinConfig::outerRate, CoinConfig::withOuterRate);
    batch = knob(CoinKnobs.BATCH, CoinConfig::batch, (c, v) -> c.withBatch((int) v));
    for (CoinCharts.Plot plot : CoinCharts.Plot.values()) {
      charts.put(plot, new ReadOnlyObjectWrapper<>(CoinCharts.empty(plot, choice.get().updates())));
    }
    live.answerProperty().addListener((o, old, now) -> draw());
    live.problemProperty().addListener((o, old, now) -> draw());
    state.stateProperty().addListener((o, old, now) -> follow());
    follow();
  }

  private ParameterViewModel knob(
      Parameter parameter, ToDoubleFunction<CoinConfig> get, ChoiceKnob.Change<CoinConfig> set) {
    return ChoiceKnob.of(
        choice,
        parameter,
        now -> get.applyAsDouble(now.config()),
        (now, value) -> now.learners(c -> set.with(c, value)));
  }

  private void follow() {
    live.ask(() -> spec(state.get()));
    draw();
  }

  /** What a state describes. */
  static CoinSpec spec(LabState state) {
    return CoinSettings.of(state).spec(state.seed());
  }

  /** Hears what is learned, now and whenever that changes. */
  void observe(Consumer<? super CoinSpec> view) {
    state.observe(CoinViewModel::spec, view);
  }

  /** One of the plots. */
  ReadOnlyObjectProperty<ChartModel> chart(CoinCharts.Plot plot) {
    return Objects.requireNonNull(charts.get(plot)).getReadOnlyProperty();
  }

  /** What computes one of the plots as it is shown; empty before there is an answer. */
  Optional<PanelPlan> plan(CoinCharts.Plot plot) {
    return Optional.ofNullable(live.answer())
        .map(now -> new CoinPanel("", now.question(), plot, choice.get().singles()));
  }

  /** What has been learned, in words. */
  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** The newest answer; null while there is none. */
  ReadOnlyObjectProperty<LiveView.@Nullable Answer<CoinSpec, CoinResult>> answerProperty() {
    return live.answerProperty();
  }

  /** Begins to follow the state. */
  void start() {
    live.start();
  }

  /** Lets what is running wait until {@link #start}. */
  void stop() {
    live.rest();
  }

  /** Learns anew. */
  void restart() {
    players.clear();
    live.restart();
  }

  /** Takes a stored answer as its own; its policies were not stored, so none of them play. */
  void recall(KeptResult<CoinSpec, CoinResult> kept) {
    live.recall(kept.spec(), kept.result());
  }

  /** Goes on with what was cancelled. */
  void resume() {
    live.resume();
  }

  private void remember(CoinSpec spec, int update, List<CoinPlayers> seen) {
    if (update == 0) {
      players.remove(spec);
    }
    players.computeIfAbsent(spec, s -> new TreeMap<>()).put(update, seen);
    if (players.size() > REMEMBERED) {
      players.remove(players.keySet().iterator().next());
    }
    if (spec.equals(live.question())) {
      match.learned(spec.seed(), players.getOrDefault(spec, new TreeMap<>()));
    }
  }

  private void draw() {
    LiveView.Answer<CoinSpec, CoinResult> now = live.answer();
    String problem = live.problemProperty().get();
    if (now == null) {
      sentence.set(problem);
      return;
    }
    if (now.standing() != Standing.STALE) {
      TreeMap<Integer, List<CoinPlayers>> known = players.get(now.question());
      if (known != null) {
        match.learned(now.question().seed(), known);
      } else if (now.standing() == Standing.STORED) {
        match.nobody("Policies are not stored with a result: learn anew to see them play.");
      }
    }
    charts.forEach(
        (plot, chart) ->
            chart.set(
                CoinCharts.of(
                        plot,
                        now.snapshot(),
                        now.question().updates(),
                        choice.get().singles(),
                        now.progress())
                    .withStanding(now.standing())));
    sentence.set(problem.isEmpty() ? words(now) : problem);
  }

  private static String words(LiveView.Answer<CoinSpec, CoinResult> now) {
    CoinResult result = now.snapshot();
    int last = result.updates();
    MeanEstimate share = CoinCharts.over(CoinCharts.Plot.OWN_SHARE, result, last);
    MeanEstimate earned = CoinCharts.over(CoinCharts.Plot.RETURNS, result, last);
    String seeds = result.seeds().size() == 1 ? "one seed" : result.seeds().size() + " seeds";
    String tell =
        share.interval().low() > .5
            ? "they have begun to leave each other’s coins alone"
            : share.interval().high() < .5
                ? "they go for each other’s coins"
                : "whose coin it is makes no clear difference to them yet";
    return String.format(
        Locale.ROOT,
        "%s %d updates %.0f %%%s of the coins an agent takes are of its own colour: %s. They"
            + " earn %.3f%s a step, over %s.",
        now.standing() == Standing.STALE ? "Of earlier settings: after" : "After",
        last,
        100 * share.mean(),
        margin(share, 100, "%.0f"),
        tell,
        earned.mean(),
        margin(earned, 1, "%.3f"),
        seeds);
  }

  private static String margin(MeanEstimate mean, double scale, String format) {
    double half = mean.interval().high() - mean.mean();
    return Double.isNaN(half) ? "" : " ± " + String.format(Locale.ROOT, format, scale * half);
  }
}
