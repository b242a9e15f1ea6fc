package gmrl.app.ipd;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.ipd.IpdPanelViewModel.Records;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.Choice;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Words;
import gmrl.experiment.Counted;
import gmrl.experiment.ShortNumber;
import gmrl.experiment.ipd.LolaBiasExperiment;
import gmrl.experiment.ipd.LolaReport;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.LolaState;
import gmrl.ipd.LolaUpdate;
import gmrl.ipd.MatrixGame;
import gmrl.meta.MeanEstimate;
import gmrl.meta.Measures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Repeated games through time: all charts at one update, of one condition, of one seed or all. */
final class IpdWorkspaceViewModel {
  private static final int TRIALS = 400;

  /** Correlations below which a gradient points nearly anywhere, and roughly along another. */
  private static final double SLIGHT = 0.3;

  private static final double ROUGH = 0.8;

  /** Where bias is measured. */
  private record Place(String words, LolaConfig config, LolaState at, long seed) {
    LolaBiasExperiment measurement() {
      return new LolaBiasExperiment(config, at, TRIALS, seed);
    }
  }

  private final StateModel<LabState> state;
  private final IpdPanelViewModel sliders;
  private final IpdPanelViewModel figures;
  private final ReadOnlyObjectWrapper<@Nullable Records> records = new ReadOnlyObjectWrapper<>();
  private final LiveView<Place, List<Measures>> bias;
  private final ReadOnlyObjectWrapper<ChartModel> returns =
      new ReadOnlyObjectWrapper<>(IpdCharts.emptyReturns());
  private final ReadOnlyObjectWrapper<ChartModel> gradient =
      new ReadOnlyObjectWrapper<>(IpdCharts.emptyReturns());
  private final ReadOnlyObjectWrapper<ChartModel> policies =
      new ReadOnlyObjectWrapper<>(IpdCharts.emptyReturns());
  private final ReadOnlyObjectWrapper<Optional<Play>> play =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<ChartModel> phase =
      new ReadOnlyObjectWrapper<>(IpdCharts.emptyReturns());
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper biasSentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper newest = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<OptionalInt> cursor =
      new SimpleObjectProperty<>(OptionalInt.empty());
  private final IntegerProperty condition = new SimpleIntegerProperty(0);
  private final ObjectProperty<OptionalInt> seed = new SimpleObjectProperty<>(OptionalInt.empty());

  /** The choices about repeated games. */
  final Choice<IpdSettings> choice;

  /**
   * A view-model of what others run.
   *
   * @param sliders runs what the common sliders say
   * @param figures runs the published conditions while they are chosen
   */
  IpdWorkspaceViewModel(
      Laboratory lab,
      StateModel<LabState> state,
      IpdPanelViewModel sliders,
      IpdPanelViewModel figures) {
    this.state = state;
    choice = new Choice<>(state, IpdSettings.PART);
    this.sliders = sliders;
    this.figures = figures;
    bias = new LiveView<>(lab, "bias at an update", LiveView.Pace.AT_ONCE, Place::measurement);
    bias.start();
    bias.answerProperty().addListener((o, old, now) -> tellBias());
    bias.problemProperty().addListener((o, old, now) -> tellBias());
    bias.runningProperty().addListener((o, old, now) -> tellBias());
    sliders.recordsProperty().addListener((o, old, now) -> choose());
    figures.recordsProperty().addListener((o, old, now) -> choose());
    choice.observe(
        now -> {
          choose();
          draw();
        });
    records.addListener((o, old, now) -> draw());
    cursor.addListener((o, old, now) -> draw());
    condition.addListener((o, old, now) -> draw());
    seed.addListener((o, old, now) -> draw());
    choose();
  }

  private void choose() {
    IpdPanelViewModel runs = choice.get().followsSliders() ? sliders : figures;
    records.set(runs.recordsProperty().get());
  }

  /** Returns of all conditions. */
  ReadOnlyObjectProperty<ChartModel> returnsProperty() {
    return returns.getReadOnlyProperty();
  }

  /** The gradient measure of all conditions. */
  ReadOnlyObjectProperty<ChartModel> gradientProperty() {
    return gradient.getReadOnlyProperty();
  }

  /** The game under both policies of the chosen condition; empty before the first record. */
  ReadOnlyObjectProperty<Optional<Play>> playProperty() {
    return play.getReadOnlyProperty();
  }

  /** Both policies of the chosen condition. */
  ReadOnlyObjectProperty<ChartModel> policiesProperty() {
    return policies.getReadOnlyProperty();
  }

  /** Cooperation of agent 1 against agent 2. */
  ReadOnlyObjectProperty<ChartModel> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** What computes the plot of returns as it is shown; empty before the first record. */
  Optional<PanelPlan> returnsPlan() {
    return study().map(study -> new ReturnsPanel("", study, choice.get().singles()));
  }

  /** The payoff matrix as it is played, as a panel of a figure. */
  ChartModel matrix() {
    ChartModel beside = policies.get();
    return play.get()
        .map(PlayView::onPaper)
        .map(drawn -> drawn.with().progress(beside.progress()).standing(beside.standing()).build())
        .orElseGet(() -> ChartModel.empty("", beside.x(), beside.y()));
  }

  /** What computes another plot as it is shown; empty before the first record. */
  Optional<PanelPlan> plan(GamePanel.View view) {
    return study()
        .map(
            study ->
                new GamePanel(
                    "",
                    study,
                    new GamePanel.Look(
                        view,
                        choice.get().measure(),
                        Math.max(0, Math.min(condition.get(), study.conditions().size() - 1)),
                        seed.get(),
                        cursor.get())));
  }

  private Optional<LolaStudy> study() {
    return Optional.ofNullable(records.get())
        .map(now -> new LolaStudy("window", "Repeated game", "", now.conditions()));
  }

  /** What the records say in words. */
  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** What the last measurement of bias says in words. */
  ReadOnlyStringProperty biasSentenceProperty() {
    return biasSentence.getReadOnlyProperty();
  }

  /** The newest update of the chosen condition. */
  ReadOnlyIntegerProperty newestProperty() {
    return newest.getReadOnlyProperty();
  }

  /** The update that is looked at; empty to stay with the newest. */
  ObjectProperty<OptionalInt> cursorProperty() {
    return cursor;
  }

  /** Index of the condition that is looked at. */
  IntegerProperty conditionProperty() {
    return condition;
  }

  /** Index of the seed that is looked at; empty for all of them. */
  ObjectProperty<OptionalInt> seedProperty() {
    return seed;
  }

  /** What is run. */
  ReadOnlyObjectProperty<@Nullable Records> recordsProperty() {
    return records.getReadOnlyProperty();
  }

  /** Looks one update further back or forth. */
  void moveCursor(int by) {
    int last = newest.get();
    int now = cursor.get().orElse(last);
    int next = Math.max(0, Math.min(last, now + by));
    cursor.set(next == last && by > 0 ? OptionalInt.empty() : OptionalInt.of(next));
  }

  /** Measures bias and noise of both agents' gradients at the update that is looked at. */
  void measureBias() {
    Records now = records.get();
    if (now == null) {
      return;
    }
    int index = chosen(now);
    int which = seed.get().orElse(0);
    LolaSnapshot snapshot = now.snapshots().get(index);
    LolaUpdate record =
        snapshot.seeds().get(Math.min(which, snapshot.seeds().size() - 1)).get(update(now, index));
    LolaState at = record.state();
    String words =
        now.conditions().get(index).label()
            + ", seed "
            + snapshot.seeds().get(Math.min(which, snapshot.seeds().size() - 1)).seed()
            + ", update "
            + at.update();
    bias.demand(() -> new Place(words, snapshot.config(), at, state.get().seed()));
  }

  /** What is measured or why not, and then what was measured before. */
  private void tellBias() {
    LiveView.Answer<Place, List<Measures>> now = bias.answer();
    Place wanted = bias.question();
    boolean present = now != null && now.standing() != Standing.STALE;
    String text = bias.problemProperty().get();
    if (text.isEmpty() && !present && wanted != null && bias.runningProperty().get()) {
      text = "Measuring at " + wanted.words() + " …";
    }
    if (now != null) {
      text += (present ? " " : " Before: ") + describe(now.question().words(), now.snapshot());
    }
    biasSentence.set(text.strip());
  }

  private static String describe(String place, List<Measures> both) {
    StringBuilder text = new StringBuilder(place).append(": ");
    for (int agent = 0; agent < both.size(); agent++) {
      Measures m = both.get(agent);
      double noise = Math.sqrt(m.relativeMse());
      text.append(agent == 0 ? "" : "; ")
          .append("agent ")
          .append(agent + 1)
          .append(
              String.format(
                  Locale.ROOT,
                  " — bias %.0f %% (%.0f to %.0f), error of one estimate %.0f %%, mean direction"
                      + " %.0f° off",
                  100 * m.relativeBias().value(),
                  100 * m.relativeBias().low(),
                  100 * m.relativeBias().high(),
                  100 * noise,
                  m.angle()));
    }
    return text.append(String.format(Locale.ROOT, " (%d estimates each).", TRIALS)).toString();
  }

  private int chosen(Records now) {
    return Math.max(0, Math.min(condition.get(), now.conditions().size() - 1));
  }

  private int update(Records now, int index) {
    int reached = now.reached(index);
    return Math.min(cursor.get().orElse(reached), reached);
  }

  private void draw() {
    Records now = records.get();
    if (now == null) {
      return;
    }
    int index = chosen(now);
    LolaSnapshot snapshot = now.snapshots().get(index);
    int update = update(now, index);
    OptionalInt which =
        seed.get().orElse(0) < snapshot.seeds().size() ? seed.get() : OptionalInt.empty();
    IpdSettings chosen = choice.get();
    newest.set(now.reached(index));
    OptionalInt line = cursor.get().isEmpty() ? OptionalInt.empty() : OptionalInt.of(update);
    MatrixGame game = now.conditions().get(index).spec().config().game();
    returns.set(
        IpdCharts.returns(now.conditions(), now.snapshots(), chosen.singles(), line, now.progress())
            .withStanding(now.standing()));
    gradient.set(
        IpdCharts.gradient(
                now.conditions(), now.snapshots(), chosen.measure(), line, now.progress())
            .withStanding(now.standing()));
    policies.set(IpdCharts.policies(game, snapshot, which, update).withStanding(now.standing()));
    play.set(Optional.of(Play.of(snapshot, which, update)));
    phase.set(
        IpdCharts.phase(now.conditions(), snapshot, index, which, update)
            .withStanding(now.standing()));
    String label = now.conditions().get(index).label();
    // Published conditions say themselves what they are; the sliders have other names for it.
    String steps = chosen.followsSliders() ? lookaheads(snapshot.config()) : "";
    sentence.set(say(label + steps, game, snapshot, update));
  }

  private static String lookaheads(LolaConfig config) {
    return ", "
        + Counted.of(config.lookaheads(), "lookahead")
        + " of step "
        + ShortNumber.of(config.innerRate());
  }

  private static String say(String label, MatrixGame game, LolaSnapshot snapshot, int update) {
    MeanEstimate mean = snapshot.over(update, LolaUpdate::meanReturn);
    int seeds = snapshot.seeds().size();
    String text =
        String.format(
            Locale.ROOT,
            "%s, %s, after %d updates: %.2f per step%s",
            Words.capital(GameNames.of(game.name())),
            label,
            update,
            mean.mean(),
            Double.isNaN(mean.standardError())
                ? ""
                : String.format(
                    Locale.ROOT, " ± %.2f (%s)", mean.interval().halfWidth(), IpdCharts.BANDS));
    if (game.equals(MatrixGame.prisonersDilemma()) && seeds > 1) {
      text += fate(LolaReport.defecting(snapshot, update), seeds, mean.mean());
    }
    double correlation =
        update == 0 ? Double.NaN : snapshot.over(update, LolaUpdate::meanCorrelation).mean();
    return Words.minus(
        text
            + (Double.isNaN(correlation)
                ? "."
                : String.format(
                    Locale.ROOT,
                    ". This update’s gradient %s where the exact one does: correlation %.2f.",
                    correlation < SLIGHT
                        ? "hardly points"
                        : correlation < ROUGH ? "points roughly" : "points",
                    correlation)));
  }

  private static String fate(long defecting, int seeds, double mean) {
    if (defecting == 0) {
      return ", and no seed earns less than " + LolaReport.DEFECTION;
    }
    if (defecting == seeds) {
      return "; every seed is on the side of mutual defection, −2";
    }
    return String.format(
        Locale.ROOT,
        "; %d of %d seeds earn less than %s, on the side of mutual defection, −2%s",
        defecting,
        seeds,
        LolaReport.DEFECTION,
        mean < LolaReport.DEFECTION ? "" : ", which the mean hides");
  }
}
