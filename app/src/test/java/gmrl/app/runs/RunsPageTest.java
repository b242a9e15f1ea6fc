package gmrl.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.shelf.KeptRun;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Shelves;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import gmrl.app.ui.Await;
import gmrl.app.ui.ColumnWidths;
import gmrl.app.ui.Mouse;
import gmrl.app.ui.TableRows;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinResult;
import gmrl.experiment.coin.CoinSpec;
import gmrl.experiment.compare.RunComparison;
import gmrl.experiment.store.RunFolder;
import gmrl.experiment.store.RunNote;
import gmrl.experiment.store.RunStatus;
import gmrl.ipd.coin.CoinUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The page of stored runs and the drawer, driven like a person would. */
@OnScreen
class RunsPageTest {
  private static final CoinFamily COIN = new CoinFamily();

  private SmallWindow window;
  private RunsPage page;

  @Start
  void open(Stage stage) throws IOException {
    Path home = Files.createTempDirectory("gmrl-runs-page");
    for (int i = 0; i < 6; i++) {
      keep(home.resolve("lola-" + i), i % 3, .05 * i);
    }
    Files.writeString(
        Files.createDirectories(home.resolve("foreign")).resolve("run.json"), "{\"hello\":1}");
    window = new SmallWindow(stage, LabState.initial(), home);
    window.context.shelf().register(Shelves.coin());
    RunsViewModel model =
        new RunsViewModel(
            home,
            window.synchronous.lab,
            window.context.shelf(),
            Runnable::run,
            window.synchronous.failures::add);
    page = new RunsPage(window.context, model);
    BorderPane root = new BorderPane(page);
    root.setRight(new RunsDrawer(window.context));
    window.show(root, 1280, 780);
  }

  private static CoinSpec spec(int lookaheads) {
    return COIN.read(
        gmrl.experiment.file.JsonView.parse(
            "test", "{\"lookaheads\":" + lookaheads + ",\"seeds\":4}"));
  }

  private static CoinResult result(double height) {
    List<List<CoinUpdate>> seeds = new ArrayList<>();
    for (int s = 0; s < 4; s++) {
      List<CoinUpdate> updates = new ArrayList<>();
      for (int u = 0; u <= 30; u++) {
        double v = height * u / 30 + .01 * Math.sin(s + u);
        double[] pair = {v, v};
        updates.add(new CoinUpdate(u, pair, pair, new double[] {.5 + v, .5 + v}));
      }
      seeds.add(updates);
    }
    return new CoinResult(seeds);
  }

  private static void keep(Path folder, int lookaheads, double height) throws IOException {
    try (RunFolder run = RunFolder.create(folder, "coin", COIN.write(spec(lookaheads)))) {
      run.writeMetrics(COIN.csv(spec(lookaheads), result(height), 1).text());
      run.end(RunStatus.COMPLETED, Optional.empty());
    }
  }

  @SuppressWarnings("unchecked")
  private TableView<RunRow> table(FxRobot robot) {
    return (TableView<RunRow>)
        robot
            .lookup(n -> n instanceof TableView && "Stored runs".equals(n.getAccessibleText()))
            .query();
  }

  private static ButtonBase button(FxRobot robot, String text) {
    return robot
        .lookup(
            n ->
                n instanceof ButtonBase b
                    && (text.equals(b.getText()) || text.equals(b.getAccessibleText())))
        .query();
  }

  @Test
  void storedRunsAreListedComparedDeletedAndBroughtBack(FxRobot robot) {
    TableView<RunRow> table = table(robot);
    assertThat(table.getItems()).hasSize(7);
    assertThat(table.getItems()).filteredOn(row -> row.run().isEmpty()).hasSize(1);
    window.picture("runs-light-1280");
    robot.interact(
        () -> {
          table.getSelectionModel().clearSelection();
          for (RunRow row : table.getItems()) {
            if (row.name().equals("lola-1") || row.name().equals("lola-5")) {
              table.getSelectionModel().select(row);
            }
          }
          ((Button) button(robot, "Compare")).fire();
        });
    @SuppressWarnings("unchecked")
    TableView<RunComparison.Row> tests =
        (TableView<RunComparison.Row>)
            robot
                .lookup(
                    n ->
                        n instanceof TableView
                            && "Tests of the difference".equals(n.getAccessibleText()))
                .query();
    assertThat(tests.getItems()).hasSize(1);
    assertThat(tests.getItems().get(0).test().paired()).isTrue();
    assertThat(robot.lookup(n -> n instanceof Label l && l.getText().equals("K 1 → 2")).queryAll())
        .isNotEmpty();
    window.picture("compare-light-1280");
    robot.interact(
        () -> {
          window.dark(true);
          window.size(1024, 700);
        });
    window.picture("compare-dark-1024");
    robot.interact(
        () -> {
          window.dark(false);
          window.size(1280, 780);
          table.getSelectionModel().clearSelection();
          table.getSelectionModel().select(0);
          ((Button) button(robot, "Delete…")).fire();
          table.getSelectionModel().clearAndSelect(3);
        });
    assertThat(window.asked).last().asString().startsWith("Delete “");
    assertThat(table.getItems()).hasSize(6);
    Path other = table.getSelectionModel().getSelectedItem().path();
    robot.interact(() -> ((Button) button(robot, "Bring back")).fire());
    assertThat(table.getItems()).hasSize(7);
    assertThat(table.getSelectionModel().getSelectedItems())
        .extracting(RunRow::path)
        .as("what was chosen meanwhile")
        .containsExactly(other);
    assertThat(window.synchronous.failures).isEmpty();
  }

  @Test
  void inLargeTypeNoWordOfTheTableIsBroken(FxRobot robot) throws Exception {
    TableView<?> table = robot.lookup(".table-view").queryAs(TableView.class);
    robot.interact(() -> table.setStyle("-fx-font-size: 16px"));
    Await.until(
        () ->
            table.lookupAll(".table-words").stream()
                .map(Text.class::cast)
                .allMatch(words -> words.getFont().getSize() == 16 && isUnbroken(words)));
    // Others make room, with the next layout.
    Await.until(
        () ->
            table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum()
                <= table.getWidth());
  }

  private static boolean isUnbroken(Text words) {
    Text ruler = new Text();
    ruler.setFont(words.getFont());
    return Arrays.stream(words.getText().split(" "))
        .allMatch(
            word -> {
              ruler.setText(word);
              double width = ruler.getLayoutBounds().getWidth();
              return width > 9 * 16 || width <= words.getWrappingWidth();
            });
  }

  @Test
  void columnsKeepTheWidthsThatTheyAreDraggedTo(FxRobot robot) {
    TableView<String> table = new TableView<>();
    table.getColumns().add(TableRows.column("name", name -> name));
    table.getColumns().add(TableRows.column("came to", name -> name));
    Map<String, Map<String, Double>> kept = new HashMap<>();
    robot.interact(
        () -> {
          new ColumnWidths(Map.of("runs", Map.of("came to", 240.0)), kept::put)
              .follow("runs", table);
          assertThat(table.getColumns().get(1).getWidth()).isEqualTo(240);
          table.fireEvent(Mouse.primary(MouseEvent.MOUSE_PRESSED, 0, 0));
          table.fireEvent(Mouse.primary(MouseEvent.MOUSE_RELEASED, 0, 0));
          assertThat(kept).as("a click changes none").isEmpty();
          table.fireEvent(Mouse.primary(MouseEvent.MOUSE_PRESSED, 0, 0));
          table.resizeColumn(table.getColumns().get(0), 30);
          table.fireEvent(Mouse.primary(MouseEvent.MOUSE_RELEASED, 0, 0));
        });
    assertThat(kept).containsOnly(Map.entry("runs", Map.of("came to", 240.0, "name", 110.0)));
  }

  @Test
  void whatIsSaidBelowTheTableFollowsTheChosenRun(FxRobot robot) {
    TableView<RunRow> table = table(robot);
    RunRow chosen =
        table.getItems().stream()
            .filter(row -> row.name().equals("lola-1"))
            .findFirst()
            .orElseThrow();
    Shelf shelf = window.context.shelf();
    robot.interact(
        () -> {
          table.getSelectionModel().clearSelection();
          table.getSelectionModel().select(chosen);
        });
    assertThat(detail(robot)).startsWith("lola-1 · ");
    KeptRun kept =
        shelf.runs().stream()
            .filter(run -> run.path().equals(chosen.path()))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> shelf.change(kept, note -> note.withName("by another name")));
    assertThat(detail(robot)).startsWith("by another name · ");
    robot.interact(
        () -> {
          table.getSortOrder().add(table.getColumns().get(0));
          button(robot, "Look again").fire();
        });
    assertThat(table.getItems().get(0).name()).isEqualTo("by another name");
    assertThat(detail(robot)).as("it is chosen still").startsWith("by another name · ");
    robot.interact(() -> shelf.change(kept, note -> note.withName("z, the last")));
    assertThat(table.getItems().get(6).name()).as("in the order of the arrow").startsWith("z");
    robot.interact(() -> search(robot).setText("lola-0"));
    assertThat(robot.lookup(n -> n instanceof Label l && l.getText().startsWith("1 of 7 runs,")))
        .satisfies(found -> assertThat(found.queryAll()).isNotEmpty());
  }

  private static String detail(FxRobot robot) {
    return ((Label) robot.lookup(".run-detail").queryAs(RunDetail.class).getChildren().get(0))
        .getText();
  }

  @Test
  void theDrawerNamesShowsAndDeletes(FxRobot robot) {
    robot.interact(() -> window.context.shelf().keep(COIN, spec(2), result(.2)));
    TextField name = name(robot);
    robot.interact(
        () -> {
          name.setText("first try");
          name.getOnAction().handle(null);
        });
    KeptRun kept = window.context.shelf().runs().get(0);
    assertThat(kept.note().name()).isEqualTo("first try");
    ToggleButton eye = (ToggleButton) button(robot, "Draw it over the plots of its family, or not");
    assertThat(eye.isSelected()).isTrue();
    robot.interact(eye::fire);
    assertThat(window.context.shelf().runs().get(0).note().shown()).isFalse();
    robot.interact(() -> window.state.edit("seed", s -> s.withSeed(8)));
    assertThat(robot.lookup(".run-differs").queryAll().stream().map(n -> ((Label) n).getText()))
        .anyMatch(text -> text.contains("seed\u00a0=\u00a00 (now\u00a08)"));
    window.picture("drawer-light-1280");
    robot.interact(
        () -> {
          Button delete = (Button) button(robot, "Delete it; it can be brought back");
          delete.requestFocus();
          delete.fire();
        });
    assertThat(window.context.shelf().runs()).noneMatch(run -> run.path().equals(kept.path()));
    Button back = (Button) button(robot, "Bring it back");
    assertThat(back.isFocused()).as("the keys stay in the drawer").isTrue();
    robot.interact(back::fire);
    assertThat(button(robot, "Keep").isFocused()).isTrue();
    assertThat(window.context.shelf().runs()).anyMatch(run -> run.path().equals(kept.path()));
  }

  @Test
  void aButtonOfACardIsThereStillWhenItsNameOrNoteIsLeftForIt(FxRobot robot) {
    robot.interact(() -> window.context.shelf().keep(COIN, spec(2), result(.2)));
    MenuButton compare = (MenuButton) button(robot, "Compare it with another run of its family");
    TextField name = name(robot);
    robot.interact(
        () -> {
          name.requestFocus();
          name.setText("first try");
          compare.requestFocus();
          compare.show();
        });
    assertThat(compare.isShowing()).isTrue();
    assertThat(compare.getItems()).extracting(MenuItem::isDisable).containsOnly(false);
    robot.interact(
        () -> {
          compare.hide();
          ((Button) button(robot, "Write a note")).fire();
          robot
              .lookup(
                  n -> n instanceof TextArea && "Notes on this run".equals(n.getAccessibleText()))
              .<TextArea>query()
              .setText("of the evening");
          MenuButton colour = (MenuButton) button(robot, "Colour of this run");
          colour.requestFocus();
          colour.show();
          colour.getItems().get(3).fire();
        });
    assertThat(window.context.shelf().runs().get(0).note())
        .returns("first try", RunNote::name)
        .returns("of the evening", RunNote::notes)
        .returns(Shelf.COLOURS.get(3), RunNote::colour);
    assertThat(robot.lookup("of the evening").queryAll()).isNotEmpty();
    window.picture("drawer-note-light-1280");
  }

  @Test
  void whoKeepsARunNamesItAtOnceThoughItIsNotThereYet(FxRobot robot) {
    Shelf shelf = window.context.shelf();
    robot.interact(() -> shelf.keepShown("Coin Game"));
    robot.write("in adv");
    robot.interact(() -> shelf.offer(COIN, COIN.withSeed(CoinSpec.DEFAULT, 42), result(.2)));
    assertThat(name(robot).getText()).isEqualTo("in adv");
    robot.write("ance");
    assertThat(name(robot).getText()).isEqualTo("in advance");
    robot.press(javafx.scene.input.KeyCode.ENTER).release(javafx.scene.input.KeyCode.ENTER);
    assertThat(shelf.runs().get(0).note().name()).isEqualTo("in advance");
    robot.interact(() -> window.context.state().edit("seed", s -> s.withSeed(43)));
    robot.interact(() -> shelf.keepShown("Coin Game"));
    TextField elsewhere = search(robot);
    robot.interact(elsewhere::requestFocus);
    robot.interact(() -> shelf.offer(COIN, COIN.withSeed(CoinSpec.DEFAULT, 43), result(.3)));
    assertThat(elsewhere.isFocused()).as("who has gone on to something else").isTrue();
  }

  private static TextField search(FxRobot robot) {
    return robot.lookup(n -> "Find in any column".equals(n.getAccessibleText())).query();
  }

  private static TextField name(FxRobot robot) {
    return robot
        .lookup(n -> n instanceof TextField && "Name of this run".equals(n.getAccessibleText()))
        .query();
  }
}
