package gmrl.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.shelf.Document;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import gmrl.app.ui.Await;
import gmrl.experiment.store.RunFolder;
import gmrl.experiment.store.RunStatus;
import gmrl.experiment.sweep.SweepPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.controlsfx.control.table.TableFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The page of tables, driven like a person would. */
@OnScreen
class TablePageTest {
  @TempDir static Path folder;

  private SmallWindow window;
  private TablePage page;

  @Start
  void open(Stage stage) {
    window = new SmallWindow(stage, LabState.initial(), folder.resolve("runs"));
    page = TablePage.open(window.context);
    window.show(page, 1280, 780);
  }

  /** A sweep of two parameters whose last point failed. */
  private static Path sweep() throws Exception {
    StringBuilder text =
        new StringBuilder("point,alpha,inner,steps,status,message,curve,samples,bias,variance\n");
    for (int i = 0; i < 36; i++) {
      double alpha = 0.1 * Math.pow(10, i % 6 * 0.4);
      int steps = 1 + i / 12;
      String inner = i / 6 % 2 == 0 ? "lvc:8" : "maml:8";
      String end =
          i == 35
              ? "failed,no memory,,,,"
              : "done,,bias,10," + alpha * steps * (i / 6 % 2 + 1) + "," + 1 / alpha;
      text.append(i + "," + alpha + "," + inner + "," + steps + "," + end + "\n");
    }
    Path file = folder.resolve("sweep.csv");
    return Files.writeString(file, text.toString());
  }

  private static List<ChartModel> drawn(FxRobot robot) {
    return robot.lookup(n -> n instanceof ChartPane).<ChartPane>queryAll().stream()
        .map(pane -> pane.modelProperty().get())
        .toList();
  }

  /** Filters and choices come in bursts: the plots follow the last one a moment later. */
  private static void untilDrawn(FxRobot robot, Predicate<List<ChartModel>> so) throws Exception {
    Await.until(() -> so.test(drawn(robot)));
  }

  private static List<Integer> lengths(ChartModel chart) {
    return chart.series().stream().map(series -> series.points().size()).toList();
  }

  @SuppressWarnings("unchecked")
  private static <T> ChoiceBox<T> choice(FxRobot robot, String name) {
    return (ChoiceBox<T>)
        robot
            .lookup(n -> n instanceof ChoiceBox<?> b && name.equals(b.getAccessibleText()))
            .query();
  }

  @Test
  void theDataBesideAFigureAreDrawnOverItsOwnAxes() {
    DataTable two =
        DataTable.parse(
            "figure.csv",
            """
            panel,series,role,x,category,y,low,high,trials
            1,a,ESTIMATE,2.0,,9.0,8.0,10.0,20
            1,b,KEPT,4.0,,7.0,,,
            2,a,ESTIMATE,2.0,,5.0,5.0,5.0,
            """);
    assertThat(names(two)).containsExactly("x", "y", "series", "panel");
    DataTable bars =
        DataTable.parse(
            "bars.csv",
            """
            series,role,x,category,y,low,high,trials
            a,ESTIMATE,0.0,eel,9.0,8.0,10.0,20
            a,ESTIMATE,1.0,lle,7.0,6.0,8.0,20
            """);
    assertThat(names(bars)).containsExactly("category", "y");
  }

  /** A panel is no quantity, and no panel is empty because others have many curves. */
  @Test
  void everyPanelOfAFigureHasAPlotWithItsData(FxRobot robot) throws Exception {
    StringBuilder text = new StringBuilder("panel,series,role,x,category,y,low,high,trials\n");
    for (int panel = 1; panel <= 8; panel++) {
      for (int i = 1; i <= 20; i++) {
        double y = panel < 5 ? -i : Math.pow(0.1, i) / 3;
        text.append(panel + ",K = " + (2 * panel + i % 2) + ",ESTIMATE," + i + ",," + y + ",,,\n");
      }
    }
    text.append("9,none,ESTIMATE,,,1,,,\n");
    DataTable figure = DataTable.parse("figure.csv", text.toString());
    robot.interact(() -> page.show(figure));
    untilDrawn(robot, plots -> plots.size() == 8);
    List<ChartModel> plots = drawn(robot);
    assertThat(plots).extracting(ChartModel::title).startsWith("panel = 1", "panel = 2");
    assertThat(plots).allSatisfy(plot -> assertThat(lengths(plot)).containsExactly(10, 10));
    assertThat(plots.get(0).y().scale()).isEqualTo(plots.get(3).y().scale());
    assertThat(plots.get(7).y().scale()).isNotEqualTo(plots.get(0).y().scale());
    assertThat(robot.lookup(".label").queryAllAs(javafx.scene.control.Label.class))
        .anyMatch(label -> label.getText().contains("1 has no value on one of the axes"));
    TableView<Integer> table = robot.lookup(n -> n instanceof TableView).query();
    assertThat(table.getColumns().get(5).getWidth()).as("width of 3.3333e-11").isGreaterThan(110);
    window.picture("tables-figure-1280");
  }

  @Test
  void manyWordsLeaveARest() {
    DataColumn words =
        DataColumn.of("w", IntStream.range(0, 9).mapToObj(i -> i == 8 ? "" : "w" + i).toList());
    var groups = TableCharts.groups(Optional.of(words), IntStream.range(0, 9).toArray(), 7);
    assertThat(groups.keySet()).contains("w = w5", "w: 2 others", "no w").hasSize(8);
    assertThat(groups.values().stream().mapToInt(g -> g.length).sum()).isEqualTo(9);
  }

  private static List<String> names(DataTable table) {
    return Stream.of(table.across(), table.up(), table.colour(), table.facet())
        .flatMap(Optional::stream)
        .map(DataColumn::name)
        .toList();
  }

  @Test
  void aTableIsDrawnAsItsFiltersLeaveIt(FxRobot robot) throws Exception {
    Path file = sweep();
    robot.interact(() -> page.open(file));
    untilDrawn(robot, plots -> plots.size() == 1 && !plots.get(0).isEmpty());
    ChartModel first = drawn(robot).get(0);
    assertThat(first.x().label()).isEqualTo("alpha");
    assertThat(first.y().label()).isEqualTo("bias");
    assertThat(first.series())
        .extracting(s -> s.name())
        .containsExactly("inner = lvc:8", "inner = maml:8");
    assertThat(first.series()).extracting(s -> s.points().size()).containsExactly(18, 17);
    window.picture("tables-light-1280");

    TableView<Integer> table = robot.lookup(n -> n instanceof TableView).query();
    TableFilter<Integer> filter = page.filter().orElseThrow();
    robot.interact(
        () -> {
          filter.unselectValue(table.getColumns().get(2), "maml:8");
          filter.executeFilter();
        });
    assertThat(table.getItems()).hasSize(18);
    untilDrawn(robot, plots -> lengths(plots.get(0)).equals(List.of(18)));

    ChoiceBox<Optional<DataColumn>> facet = choice(robot, "one plot for each value of");
    robot.interact(
        () ->
            facet.setValue(
                facet.getItems().stream()
                    .filter(c -> c.map(DataColumn::name).orElse("").equals("steps"))
                    .findFirst()
                    .orElseThrow()));
    List<String> facets = List.of("steps = 1", "steps = 2", "steps = 3");
    untilDrawn(robot, plots -> plots.stream().map(ChartModel::title).toList().equals(facets));
    ChoiceBox<Object> view = choice(robot, "how rows are drawn");
    robot.interact(
        () -> {
          filter.resetAllFilters();
          view.getSelectionModel().select(1);
        });
    untilDrawn(robot, plots -> plots.size() == 1 && plots.get(0).x().categories().size() == 4);
    assertThat(drawn(robot).get(0).x().categories().get(0)).startsWith("alpha (0.1 … ");
    robot.interact(() -> window.dark(true));
    window.picture("tables-parallel-dark-1280");
  }

  /** Who has no table yet has one after a click, and gets back to where it came from. */
  @Test
  void withoutATableAnExampleIsOneClickAway(FxRobot robot) throws Exception {
    assertThat(robot.lookup(".welcome-card").queryAll()).hasSize(ExampleSweep.all().size());
    window.picture("tables-empty-1280");
    ExampleSweep first = ExampleSweep.all().get(0);
    robot.interact(() -> robot.lookup(".welcome-card").queryAs(Button.class).fire());
    assertThat(window.synchronous.failures).isEmpty();
    TableView<Integer> table = robot.lookup(n -> n instanceof TableView).query();
    assertThat(first.about()).startsWith(first.plan().size() + " points");
    assertThat(table.getItems()).hasSize(first.plan().size());
    untilDrawn(robot, plots -> !plots.get(0).isEmpty());
    window.picture("tables-example-1280");
    robot.interact(
        () ->
            robot
                .lookup(n -> n instanceof Button b && "Close table".equals(b.getText()))
                .queryAs(Button.class)
                .fire());
    assertThat(robot.lookup(n -> n instanceof TableView).tryQuery()).isEmpty();
    robot.interact(() -> robot.lookup(".welcome-card").queryAs(Button.class).fire());
    assertThat(robot.lookup(n -> n instanceof TableView).tryQuery())
        .as("computed before, shown again")
        .isPresent();
  }

  @Test
  void everyExampleIsWhatItsCardSays() {
    for (ExampleSweep example : ExampleSweep.all()) {
      assertThat(example.document().at("title").text()).isEqualTo(example.title());
      assertThat(example.about()).startsWith(example.plan().size() + " points");
    }
  }

  /** Verdicts of claims, a sweep and any table of values open by themselves, whoever asks. */
  @Test
  void whatIsATableOpensHere(FxRobot robot) throws Exception {
    new TablesFeature().open(window.context);
    Path claims =
        Files.writeString(
            folder.resolve("claims.json"),
            "{\"claims\": 9, \"complete\": false, \"made\": {}, \"results\": [{\"id\": \"horizon\","
                + " \"seconds\": 2.5, \"findings\": [{\"says\": \"it falls\", \"value\": -1.5,"
                + " \"low\": null, \"high\": -1, \"samples\": 20, \"verdict\": \"supported\"}]}]}");
    DataTable verdicts = DataTable.read(new Document(claims, 0));
    assertThat(verdicts.rows()).isEqualTo(1);
    assertThat(verdicts.column("value").orElseThrow().values()).containsExactly(-1.5);
    assertThat(verdicts.column("verdict").orElseThrow().cells()).containsExactly("supported");
    Path run = folder.resolve("a-sweep");
    try (RunFolder sweep =
        RunFolder.create(run, SweepPlan.KIND, JsonNodeFactory.instance.objectNode())) {
      sweep.writeMetrics("point,alpha,status,bias\n0,1,done,2\n");
      sweep.end(RunStatus.COMPLETED, Optional.empty());
    }
    WaitForAsyncUtils.asyncFx(
            () -> {
              for (Path place : List.of(claims, sweep(), run, run.resolve("run.json"))) {
                window.context.time().openPage("");
                window.context.shelf().pages().open(place);
                assertThat(window.context.time().pageProperty().get()).isEqualTo("Tables");
              }
              return true;
            })
        .get();
    Path other = Files.writeString(folder.resolve("other.json"), "{\"bias\": {}}");
    assertThat(window.synchronous.failures).isEmpty();
    robot.interact(() -> window.context.shelf().pages().open(other));
    assertThat(window.synchronous.failures)
        .containsExactly(other + " is nothing that a page of this window shows.");
  }

  @Test
  void whatIsNoTableIsSaidAndTheOneBeforeStays(FxRobot robot) throws Exception {
    Path file = sweep();
    Path damaged = Files.writeString(folder.resolve("damaged.csv"), "a,b\n1\n");
    robot.interact(() -> page.open(file));
    robot.interact(() -> page.open(damaged));
    robot.interact(() -> page.open(folder));
    // Thousands of columns would stop the window for minutes.
    String head = String.join(",", IntStream.range(0, 3000).mapToObj(i -> "c" + i).toList());
    Path wide = Files.writeString(folder.resolve("wide.csv"), head + "\n");
    robot.interact(() -> page.open(wide));
    assertThat(drawn(robot)).hasSize(1);
    assertThat(window.synchronous.failures)
        .anyMatch(text -> text.contains("wide.csv has 3000 columns, expected at most 300"))
        .anyMatch(text -> text.contains("damaged.csv: Row 1 has 1 cell, expected 2"))
        .anyMatch(text -> text.contains("there is no run.json in it"));
  }

  @Test
  void manyValuesOfANumberAreGroupedByRanges() {
    DataColumn column =
        DataColumn.of("x", IntStream.range(0, 100).mapToObj(Integer::toString).toList());
    var groups = TableCharts.groups(Optional.of(column), IntStream.range(0, 100).toArray(), 7);
    assertThat(groups.keySet()).hasSize(5).first().asString().isEqualTo("x 0 … 19");
    assertThat(groups.values().stream().mapToInt(g -> g.length).sum()).isEqualTo(100);
  }
}
