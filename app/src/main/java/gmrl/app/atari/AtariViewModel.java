package gmrl.app.atari;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.Choice;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.atari.LearnerRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Reads recorded runs and a person's own and draws what is chosen of them. */
final class AtariViewModel {
  private static final String TITLE = "Recorded runs";

  /**
   * What is to be read.
   *
   * @param turn differs where a run may have grown meanwhile
   */
  private record Question(List<ReadingRuns.Own> own, int turn) {}

  private final Supplier<List<ReadingRuns.Own>> kept;
  private final List<Path> opened = new ArrayList<>();
  private final LiveView<Question, ReadingRuns.Found> live;
  private final ReadOnlyObjectWrapper<List<Study>> studies = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Study>> study =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<ChartModel> outcome =
      new ReadOnlyObjectWrapper<>(AtariCharts.empty(AtariCharts.RETURNS));
  private final ReadOnlyObjectWrapper<ChartModel> returns =
      new ReadOnlyObjectWrapper<>(AtariCharts.empty(AtariCharts.RETURNS));
  private final ReadOnlyObjectWrapper<ChartModel> diagnostic =
      new ReadOnlyObjectWrapper<>(AtariCharts.empty(ShownRuns.DEFAULT.diagnostic().label()));
  private final Map<MetaParameters.Name, ReadOnlyObjectWrapper<ChartModel>> coefficients =
      new EnumMap<>(MetaParameters.Name.class);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");

  /** Whether a game of the console can be played here. */
  private final LiveView<GameSpec, String> emulator;

  private List<String> problems = List.of();
  private boolean open;
  private int turn;

  /** What a person has chosen. */
  final Choice<ShownRuns> choice;

  /** A folder whose runs are to be chosen as soon as they were read. */
  private @Nullable Path awaited;

  /**
   * A model that has read nothing yet.
   *
   * @param recorded reads the runs that come with the program; called by a worker
   * @param kept a person's own
   */
  AtariViewModel(
      Laboratory lab,
      StateModel<LabState> state,
      Supplier<List<LearnerRun>> recorded,
      Supplier<List<ReadingRuns.Own>> kept) {
    choice = new Choice<>(state, ShownRuns.PART);
    this.kept = kept;
    live =
        new LiveView<>(
            lab,
            TITLE,
            LiveView.Pace.AT_ONCE,
            question -> new ReadingRuns(recorded, question.own()));
    for (MetaParameters.Name name : MetaParameters.Name.values()) {
      coefficients.put(
          name, new ReadOnlyObjectWrapper<>(AtariCharts.empty(AtariCharts.label(name))));
    }
    emulator =
        new LiveView<>(
            lab,
            "Looking for the emulator",
            LiveView.Pace.AT_ONCE,
            game ->
                (workers, token, snapshots) -> {
                  String words = GameWords.here(game);
                  snapshots.publish(1, words);
                  return words;
                });
    emulator.start();
    emulator.answerProperty().addListener((o, old, now) -> introduce());
    live.answerProperty().addListener((o, old, now) -> hear());
    choice.observe(now -> draw());
    ask();
  }

  private void ask() {
    List<ReadingRuns.Own> own = new ArrayList<>();
    for (Path folder : opened) {
      own.add(new ReadingRuns.Own(folder, folder.getFileName().toString(), true));
    }
    for (ReadingRuns.Own each : kept.get()) {
      if (!opened.contains(each.folder())) {
        own.add(each);
      }
    }
    live.ask(() -> new Question(own, turn));
  }

  /** Looks for runs that came or went; what is there stays as it is. */
  void look() {
    ask();
  }

  /** Reads all again: a run may have grown. */
  void refresh() {
    turn++;
    ask();
  }

  /** Shows the run of a folder, wherever it lies. */
  void show(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    if (!opened.contains(place)) {
      opened.add(0, place);
    }
    awaited = place;
    refresh();
  }

  /** Whether what is looked at is still being made. */
  boolean growing() {
    return study.get().filter(shown -> shown.own() && shown.unfinished()).isPresent();
  }

  /** What there is to choose from. */
  ReadOnlyObjectProperty<List<Study>> studiesProperty() {
    return studies.getReadOnlyProperty();
  }

  /** What is looked at; empty until something was read. */
  ReadOnlyObjectProperty<Optional<Study>> studyProperty() {
    return study.getReadOnlyProperty();
  }

  /** Returns of all learners at a glance, with single seeds. */
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

  /** What the game is, what its rules mean and who plays it. */
  ReadOnlyStringProperty aboutProperty() {
    return about.getReadOnlyProperty();
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
    ShownRuns now = choice.get();
    return study
        .get()
        // A figure's document holds what makes it again; that of one's own runs is their folder.
        .filter(shown -> !shown.own())
        .map(
            shown ->
                new AtariPanel(
                    "",
                    shown.title(),
                    measure,
                    chosen ? now.hidden() : Set.of(),
                    !chosen || now.singles()));
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
    LiveView.Answer<Question, ReadingRuns.Found> now = live.answer();
    if (now == null || now.standing() == Standing.STALE) {
      return;
    }
    ReadingRuns.Found found = now.snapshot();
    boolean same = found.studies().equals(studies.get()) && found.problems().equals(problems);
    problems = found.problems();
    studies.set(found.studies());
    Path wanted = awaited;
    if (wanted != null && now.question().own().stream().anyMatch(o -> o.folder().equals(wanted))) {
      awaited = null;
      String name = wanted.getFileName().toString();
      found.studies().stream()
          .filter(each -> each.origin().equals(name))
          .findFirst()
          .ifPresent(each -> choice.edit("run", c -> c.withStudy(each.title())));
    }
    if (!same) {
      draw();
    }
  }

  private void draw() {
    ShownRuns wanted = choice.get();
    Optional<Study> chosen =
        studies.get().stream()
            .filter(each -> each.title().equals(wanted.study()))
            .findFirst()
            .or(() -> Study.preferred(studies.get(), ShownRuns.USUAL_GAME));
    if (chosen.isEmpty()) {
      return;
    }
    Study all = chosen.get();
    study.set(chosen);
    outcome.set(AtariCharts.outcome(all));
    if (!open) {
      return;
    }
    console(all).ifPresent(game -> emulator.ask(() -> game));
    introduce();
    Study shown = all.without(wanted.hidden());
    returns.set(AtariCharts.returns(shown, wanted.singles()));
    diagnostic.set(AtariCharts.diagnostic(shown, wanted.diagnostic(), wanted.singles()));
    coefficients.forEach(
        (name, chart) -> chart.set(AtariCharts.coefficient(shown, name, wanted.singles())));
    List<String> said = new ArrayList<>(problems);
    if (shown.groups().isEmpty()) {
      said.add("No learner is ticked, so the plots are empty.");
    }
    said.add(Verdict.of(all));
    sentence.set(String.join(" ", said));
  }

  private static Optional<GameSpec> console(Study study) {
    return study.played().filter(game -> game instanceof GameSpec.Console);
  }

  private void introduce() {
    study
        .get()
        .ifPresent(
            now -> {
              LiveView.Answer<GameSpec, String> known = emulator.answer();
              String here =
                  known != null && console(now).equals(Optional.of(known.question()))
                      ? known.snapshot()
                      : "";
              about.set(GameWords.about(now, here));
            });
  }
}
