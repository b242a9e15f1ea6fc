package gmrl.app.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.atari.SmallRuns;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.Remade;
import gmrl.app.figure.ResultPlot;
import gmrl.app.live.Standing;
import gmrl.app.rooms.Catalogue;
import gmrl.app.rooms.Rooms;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import gmrl.app.window.Forgotten;
import gmrl.atari.learn.Algorithm;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.families.Families;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.store.RunFolder;
import gmrl.experiment.store.RunNote;
import gmrl.experiment.store.RunStatus;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Results that were stored are shown as they were computed, and nothing is computed for it. */
@OnScreen
class StoredResultPageTest {
  @TempDir static Path folder;

  private SmallWindow window;

  @Start
  void open(Stage stage) {
    window = new SmallWindow(stage, LabState.initial(), folder.resolve("runs"));
    Parent page =
        (Parent)
            new ResultFeature(Rooms.results())
                .open(window.context)
                .workspaces()
                .get(0)
                .content()
                .get();
    window.show(page, 1280, 780);
  }

  static Stream<FamilyPlots<?, ?>> families() {
    return Rooms.results().stream();
  }

  @Test
  void everyFamilyIsDrawn() {
    assertThat(Rooms.results().stream().map(plots -> plots.family().id()))
        .containsExactlyInAnyOrderElementsOf(Families.all().stream().map(Family::id).toList());
  }

  @ParameterizedTest
  @MethodSource("families")
  void aFileAndARunShowTheChartsOfTheirNumbers(FamilyPlots<?, ?> plots, FxRobot robot)
      throws IOException {
    check(plots, robot);
  }

  private <S, R> void check(FamilyPlots<S, R> plots, FxRobot robot) throws IOException {
    Family<S, R> family = plots.family();
    KeptResult<S, R> sample = sample(family, new RunFacts(true, Double.NaN, 1));
    ObjectNode document = family.json(sample.spec(), sample.result(), sample.run());
    List<ResultPlot> expected = plots.plots().apply(sample);
    assertThat(expected).isNotEmpty().noneMatch(plot -> plot.chart().isEmpty());
    assertThat(expected).extracting(ResultPlot::id).doesNotHaveDuplicates();
    Path kept = run(family, sample, document);
    new RunNote("a run of mine", "", 2, false, true).write(kept.resolveSibling("."));
    for (Path place : List.of(Stored.file(folder, family, document), kept)) {
      robot.interact(() -> window.context.shelf().pages().open(place));
      List<ChartModel> shown = Stored.charts(robot);
      assertThat(shown).hasSameSizeAs(expected);
      for (int i = 0; i < shown.size(); i++) {
        Remade.assertSame(expected.get(i).chart(), shown.get(i));
        assertThat(shown.get(i).standing()).isEqualTo(Standing.FRESH);
      }
      assertThat(says(robot, "Stored result: nothing on this page is computed.")).isTrue();
      assertThat(says(robot, place.toString())).isTrue();
      assertThat(says(robot, family.title())).isTrue();
      assertThat(says(robot, "a run of mine · " + family.title())).isEqualTo(place.equals(kept));
    }
    assertThat(window.synchronous.computed).as("experiments of the window").isEmpty();
    assertThat(window.synchronous.failures).isEmpty();
    window.picture("stored-" + family.id());
    // What would compute the plots again comes to the same plots.
    for (ResultPlot plot : expected) {
      plot.plan()
          .ifPresent(
              panel ->
                  Remade.assertSame(
                      Remade.of(panel, StoredResultPageTest::inAFigure), plot.chart()));
    }
  }

  @Test
  void aDamagedNoteCostsTheNameAndNotTheRun(FxRobot robot) throws IOException {
    checkDamagedNote(Rooms.results().get(0), robot);
  }

  private <S, R> void checkDamagedNote(FamilyPlots<S, R> plots, FxRobot robot) throws IOException {
    Family<S, R> family = plots.family();
    KeptResult<S, R> sample = sample(family, new RunFacts(true, Double.NaN, 1));
    Path kept = run(family, sample, family.json(sample.spec(), sample.result(), sample.run()));
    Files.writeString(kept.resolveSibling("note.json"), "nonsense");
    robot.interact(() -> window.context.shelf().pages().open(kept));
    assertThat(says(robot, family.title())).isTrue();
    assertThat(window.synchronous.failures).isEmpty();
  }

  private static PanelPlan inAFigure(JsonView panel) {
    ObjectNode figure = JsonNodeFactory.instance.objectNode();
    figure.put("figure", "again").put("title", "again").putArray("panels").add(panel.value());
    return Catalogue.read(
            FigureDocument.of(JsonView.parse("a figure", figure.toString())).orElseThrow())
        .panels()
        .get(0);
  }

  @ParameterizedTest
  @MethodSource("families")
  void aSeriesWithGapsStandsAtItsUpdates(FamilyPlots<?, ?> plots) {
    gaps(plots);
  }

  private static <S, R> void gaps(FamilyPlots<S, R> plots) {
    KeptResult<S, R> whole = sample(plots.family(), new RunFacts(true, Double.NaN, 1));
    ObjectNode written =
        plots.family().json(whole.spec(), whole.result(), new RunFacts(true, Double.NaN, 7));
    List<ResultPlot> all = plots.plots().apply(whole);
    List<ResultPlot> some =
        plots
            .plots()
            .apply(
                KeptResult.read(
                    plots.family(), JsonView.parse("result.json", Json.pretty(written))));
    for (int i = 0; i < all.size(); i++) {
      ChartModel dense = all.get(i).chart();
      ChartModel sparse = some.get(i).chart();
      if (dense.x().label().equals("update")) {
        int last = dense.series().get(0).points().size() - 1;
        int end = sparse.series().get(0).points().size() - 1;
        assertThat(sparse.series().get(0).points().get(end).x())
            .as(all.get(i).id())
            .isEqualTo(dense.series().get(0).points().get(last).x());
      }
    }
  }

  @Test
  void whatWasInterruptedSaysSo(FxRobot robot) throws IOException {
    CoinFamily coin = new CoinFamily();
    KeptResult<?, ?> sample = sample(coin, new RunFacts(false, Double.NaN, 1));
    Path place =
        Stored.file(folder, coin, document(coin, coin.quick(coin.standard()), sample.run()));
    robot.interact(() -> window.context.shelf().pages().open(place));
    assertThat(Stored.charts(robot)).allMatch(chart -> chart.standing() == Standing.CANCELLED);
    assertThat(says(robot, "before it was interrupted")).isTrue();
  }

  private static <S, R> ObjectNode document(Family<S, R> family, S spec, RunFacts facts) {
    return family.json(spec, Stored.answer(family, spec), facts);
  }

  @Test
  void aResultIsForgottenWhenAnotherIsOpened(FxRobot robot) throws Exception {
    CoinFamily coin = new CoinFamily();
    LolaFamily games = new LolaFamily();
    RunFacts facts = new RunFacts(true, Double.NaN, 1);
    Path first = Stored.file(folder, coin, document(coin, coin.quick(coin.standard()), facts));
    Path second = Stored.file(folder, games, document(games, games.quick(games.standard()), facts));
    robot.interact(() -> window.context.shelf().pages().open(first));
    List<WeakReference<ChartPane>> panes =
        robot.lookup(node -> node instanceof ChartPane).<ChartPane>queryAll().stream()
            .map(WeakReference::new)
            .toList();
    assertThat(panes).isNotEmpty();
    robot.interact(() -> window.context.shelf().pages().open(second));
    for (WeakReference<ChartPane> pane : panes) {
      assertThat(Forgotten.within(pane)).isTrue();
    }
  }

  @Test
  void whatIsNoResultIsLeftToOthersOrSaid(FxRobot robot) throws IOException {
    List<Path> others = new ArrayList<>();
    robot.interact(
        () ->
            window
                .context
                .shelf()
                .pages()
                .addOpener(
                    document -> {
                      others.add(document.place());
                      return Optional.of(() -> {});
                    }));
    Path state = Files.writeString(folder.resolve("state.json"), "{\"bias\": {}}");
    Path picture = Files.writeString(folder.resolve("picture.png"), "no JSON");
    assertThat(said(robot, state)).isEmpty();
    assertThat(said(robot, picture)).isEmpty();
    assertThat(others).containsExactly(state, picture);
    Path damaged = Files.writeString(folder.resolve("damaged.json"), "{");
    assertThat(said(robot, damaged)).hasSize(1).first().asString().contains("damaged.json");
    Path huge = folder.resolve("huge.json");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength((33 << 20) + 1);
    }
    assertThat(said(robot, huge))
        .containsExactly(huge + " has 33 MB, expected a document of at most 32 MB.");
    CoinFamily coin = new CoinFamily();
    Path place = folder.resolve("unfinished-coin");
    try (RunFolder run = RunFolder.create(place, coin.id(), coin.write(coin.standard()))) {
      run.end(RunStatus.CANCELLED, Optional.empty());
    }
    assertThat(said(robot, place))
        .hasSize(1)
        .first()
        .asString()
        .contains("expected a run that has ended");
  }

  /** What opening a place has made the window say of failures. */
  private List<String> said(FxRobot robot, Path place) {
    window.synchronous.failures.clear();
    robot.interact(() -> window.context.shelf().pages().open(place));
    return List.copyOf(window.synchronous.failures);
  }

  private static <S, R> Path run(Family<S, R> family, KeptResult<S, R> sample, ObjectNode document)
      throws IOException {
    Path place = folder.resolve("run-" + family.id());
    try (RunFolder run = RunFolder.create(place, family.id(), family.write(sample.spec()))) {
      run.writeMetrics(family.csv(sample.spec(), sample.result(), 1).text());
      run.writeResult(document);
      run.end(RunStatus.COMPLETED, Optional.empty());
    }
    return place.resolve("run.json");
  }

  private static boolean says(FxRobot robot, String text) {
    return !robot
        .lookup(node -> node instanceof Label label && label.getText().contains(text))
        .queryAll()
        .isEmpty();
  }

  @SuppressWarnings("unchecked") // the family says its own types
  private static <S, R> KeptResult<S, R> sample(Family<S, R> family, RunFacts facts) {
    if (family instanceof AtariFamily) { // Learners on games take minutes.
      AtariSpec spec = AtariSpec.usual(GameSpec.of("minatar:breakout"), Algorithm.MGRL);
      return (KeptResult<S, R>) new KeptResult<>(spec, SmallRuns.result(spec, 2), facts);
    }
    S spec = family.quick(family.standard());
    return new KeptResult<>(spec, Stored.answer(family, spec), facts);
  }
}
