package gmrl.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartPane;
import gmrl.app.shell.OnScreen;
import gmrl.app.ui.Await;
import gmrl.app.ui.Theme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The eyes of the walk see each thing that they are asked for, and nothing where all is well. */
@OnScreen
class SightTest {
  private Stage stage;

  @Start
  void open(Stage stage) {
    this.stage = stage;
    Theme.use(false);
  }

  private List<String> seen(FxRobot robot, Node... nodes) throws Exception {
    List<String> all = new ArrayList<>();
    robot.interact(
        () -> {
          Scene scene = new Scene(new VBox(20, nodes), 400, 300);
          Theme.dress(scene);
          stage.setScene(scene);
          stage.show();
        });
    Await.pulse(stage.getScene());
    robot.interact(
        () -> {
          Sight sight = new Sight(stage.getScene());
          all.addAll(sight.clipped());
          all.addAll(sight.wider());
          all.addAll(sight.cutOff());
          all.addAll(sight.overlapping());
          all.addAll(sight.empty());
          all.addAll(sight.faint());
          all.addAll(sight.unmarkedFocus(new HashSet<>(), "light"));
        });
    return all;
  }

  @Test
  void whereAllIsWellThereIsNothingToComplainOf(FxRobot robot) throws Exception {
    Button off = new Button("Not now");
    off.setDisable(true);
    assertThat(seen(robot, new Label("A few words"), new Button("Press"), off)).isEmpty();
  }

  @Test
  void wordsWithoutRoomAreSeen(FxRobot robot) throws Exception {
    Label narrow = new Label("Words that do not fit into so little room");
    narrow.setMaxWidth(90);
    assertThat(seen(robot, narrow)).singleElement().asString().contains("is cut to “");
  }

  @Test
  void wordsBehindAnEdgeAreSeen(FxRobot robot) throws Exception {
    Label beyond = new Label("Words that go on behind an edge");
    beyond.setMinWidth(Region.USE_PREF_SIZE);
    Pane window = new Pane(beyond);
    window.setMaxWidth(120);
    window.setClip(new Rectangle(120, 40));
    assertThat(seen(robot, window)).singleElement().asString().contains("is cut off at a side");
  }

  @Test
  void aPartThatIsWiderThanTheWindowIsSeen(FxRobot robot) throws Exception {
    Region wide = new Region();
    wide.setMinSize(5000, 20);
    assertThat(seen(robot, wide)).singleElement().asString().contains("wider than the window");
  }

  @Test
  void wordsOnWordsAreSeen(FxRobot robot) throws Exception {
    Pane both = new Pane(new Label("One sentence"), new Label("Another one"));
    assertThat(seen(robot, both)).singleElement().asString().contains("lies on");
  }

  @Test
  void anEmptyPlotIsSeen(FxRobot robot) throws Exception {
    ChartPane plot = new ChartPane();
    plot.setPrefSize(200, 150);
    assertThat(seen(robot, plot)).anyMatch(words -> words.startsWith("empty: "));
  }

  @Test
  void faintWordsAreSeen(FxRobot robot) throws Exception {
    Label faint = new Label("Hardly there");
    faint.setStyle("-fx-text-fill: #999999;");
    assertThat(seen(robot, faint)).singleElement().asString().contains("has a contrast of 2.");
  }

  @Test
  void aFocusThatNobodyCanSeeIsSeen(FxRobot robot) throws Exception {
    Region blind = new Region();
    blind.setMinSize(50, 20);
    blind.setFocusTraversable(true);
    assertThat(seen(robot, blind)).singleElement().asString().contains("no mark of the focus");
  }
}
