package gmrl.app.atari;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.RecordedRun;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Reads the recorded runs and draws what is chosen of them. */
final class AtariViewModel {
  private static final String TITLE = "Recorded runs";

  private final StateModel<LabState> state;
  private final LiveView<String, List<Study>> live;
  private final ReadOnlyObjectWrapper<List<Study>> studies = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Study>> study =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<ChartModel> outcome =
      new ReadOnlyObjectWrapper<>(AtariCharts.empty(AtariCharts.RETURNS));
  private final ReadOnlyObjectWrapper<ChartModel> returns =
      new ReadOnlyObjectWrapper<>(AtariCharts.empty(AtariCharts.RETURNS));
  private final ReadOnlyObjectWrapper<ChartModel> diagnostic =
      new ReadOnlyObjectWrapper<>(AtariCharts.empty(AtariChoice.DEFAULT.diagnostic().label()));
  private final Map<MetaParameters.Name, ReadOnlyObjectWrapper<ChartModel>> coefficients =
      new EnumMap<>(MetaParameters.Name.class);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private boolean open;

  /**
   * A model that has read nothing yet.
   *
   * @param runs reads the runs; called by a worker
   */
  AtariViewModel(Laboratory lab, StateModel<LabState> state, Supplier<List<RecordedRun>> runs) {
    this.state = state;
    live = new LiveView<>(lab, TITLE, LiveView.Pace.AT_ONCE, question -> new ReadingRuns(runs));
    for (MetaParameters.Name name : MetaParameters.Name.values()) {
      coefficients.put(
          name, new ReadOnlyObjectWrapper<>(AtariCharts.empty(AtariCharts.label(name))));
    }
    live.answerProperty().addListener((o, old, now) -> hear());
    state.observe(AtariChoice::of, choice -> draw());
    live.ask(() -> TITLE);
  }

  /** What there is to choose from. */
  ReadOnlyObjectProperty<List<Study>> studiesProperty() {
    return studies.getReadOnlyProperty();
  }

  /** What is looked at; empty until something was read. */
  ReadOnlyObjectProperty<Optional<Study>> studyProperty() {
    return study.getReadOnlyProperty();
  }

  /** Returns of all learners with single seeds. */
  ReadOnlyObjectProperty<ChartModel> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Returns of the chosen learners. */
  ReadOnlyObjectProperty<ChartModel> returnsProperty() {
    return returns.getReadOnlyProperty();
  }

  /** The chosen diagnostic of the chosen learners. */
  ReadOnlyObjectProperty<ChartModel> diagnosticProperty() {
    return diagnostic.getReadOnlyProperty();
  }

  /** A meta-parameter through time. */
  ReadOnlyObjectProperty<ChartModel> coefficientProperty(MetaParameters.Name name) {
    return Objects.requireNonNull(coefficients.get(name)).getReadOnlyProperty();
  }

  /** What the finished runs say, in words. */
  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /**
   * What draws one of the plots again.
   *
   * @param measure label of what it shows
   * @param chosen whether it shows the chosen learners only
   */
  Optional<PanelPlan> plan(String measure, boolean chosen) {
    AtariChoice now = choice();
    return study
        .get()
        .map(
            shown ->
                new AtariPanel(
                    "",
                    shown.title(),
                    measure,
                    chosen ? now.hidden() : Set.of(),
                    !chosen || now.singles()));
  }

  /** The present choice. */
  AtariChoice choice() {
    return AtariChoice.of(state.get());
  }

  /** Changes the choice. */
  void edit(String what, UnaryOperator<AtariChoice> change) {
    AtariChoice next = change.apply(choice());
    if (!next.equals(choice())) {
      state.edit(what, s -> next.in(s));
    }
  }

  /** Hears the present choice and every later one. */
  void observe(Consumer<AtariChoice> listener) {
    state.observe(AtariChoice::of, listener);
  }

  /** Draws what the page of recorded runs shows, too: until it is opened, that rests. */
  void open() {
    open = true;
    draw();
  }

  void start() {
    live.start();
  }

  void restart() {
    live.restart();
  }

  private void hear() {
    LiveView.Answer<String, List<Study>> now = live.answer();
    if (now != null && !now.snapshot().equals(studies.get())) {
      studies.set(now.snapshot());
      draw();
    }
  }

  private void draw() {
    AtariChoice choice = choice();
    Optional<Study> chosen =
        studies.get().stream()
            .filter(each -> each.title().equals(choice.study()))
            .findFirst()
            .or(() -> Study.preferred(studies.get(), AtariChoice.USUAL_GAME));
    if (chosen.isEmpty()) {
      return;
    }
    Study all = chosen.get();
    outcome.set(AtariCharts.returns(all, true));
    study.set(chosen);
    if (!open) {
      return;
    }
    Study shown = all.without(choice.hidden());
    returns.set(AtariCharts.returns(shown, choice.singles()));
    diagnostic.set(AtariCharts.diagnostic(shown, choice.diagnostic(), choice.singles()));
    coefficients.forEach(
        (name, chart) -> chart.set(AtariCharts.coefficient(shown, name, choice.singles())));
    sentence.set(Verdict.of(all));
  }
}
