package gmrl.app.atari;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.shell.OnScreen;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import gmrl.app.ui.ParameterSlider;
import gmrl.atari.learn.Algorithm;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.atari.LearnerRun;
import gmrl.experiment.store.RunFolder;
import gmrl.experiment.store.RunNote;
import gmrl.experiment.store.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The page of learning on games with a kept run of one's own. */
@OnScreen
class AtariPagesTest {
  private static final String NAME = "my breakout";

  @TempDir static Path runs;

  private SmallWindow window;

  @Start
  void open(Stage stage) throws IOException {
    AtariSpec spec =
        AtariSpec.usual(GameSpec.of("minatar:breakout"), Algorithm.MGRL_LVC)
            .with(s -> s.withNumEnvSteps(10_000))
            .withSeeds(3, 7);
    Path place = runs.resolve("atari-kept");
    store(place, spec);
    new RunNote(NAME, "", 2, false, true).write(place);
    window = new SmallWindow(stage, LabState.initial(), runs);
    Parent page = page();
    window.context.shelf().refresh();
    window.show(page, 1280, 780);
  }

  private static void store(Path place, AtariSpec spec) throws IOException {
    AtariFamily family = new AtariFamily();
    try (RunFolder run = RunFolder.create(place, family.id(), family.write(spec))) {
      run.writeMetrics(family.csv(spec, SmallRuns.result(spec, 10), 1).text());
      run.end(RunStatus.COMPLETED, Optional.empty());
    }
  }

  private Parent page() {
    return (Parent) new AtariFeature().open(window.context).workspaces().get(0).content().get();
  }

  @SuppressWarnings("unchecked")
  private static ChoiceBox<String> games(FxRobot robot) {
    return robot
        .lookup(n -> n instanceof ChoiceBox<?> box && "Game".equals(box.getAccessibleText()))
        .query();
  }

  private static ToggleButton tab(FxRobot robot, String text) {
    return robot.lookup(n -> n instanceof ToggleButton b && text.equals(b.getText())).query();
  }

  @Test
  void aKeptRunIsChosenLikeARecordedOneAndTheLiveLearnerHasAllItsKnobs(FxRobot robot) {
    ChoiceBox<String> games = games(robot);
    List<String> titles = games.getItems();
    assertThat(titles.get(0)).doesNotContain("yours");
    String own =
        titles.stream().filter(t -> t.contains("yours: " + NAME)).findFirst().orElseThrow();
    robot.interact(() -> games.setValue(own));
    TableView<LearnerRun> table = robot.lookup(n -> n instanceof RunTable).query();
    assertThat(table.getItems()).extracting(LearnerRun::seed).containsExactly(7L, 8L, 9L);
    window.picture("atari-own-light-1280");
    robot.interact(() -> tab(robot, "Live learner").fire());
    assertThat(robot.lookup(n -> n instanceof ParameterSlider).queryAll()).hasSize(4);
    window.picture("atari-live-light-1280");
    robot.interact(
        () -> {
          window.dark(true);
          window.size(1024, 660);
        });
    window.picture("atari-live-dark-1024");
    BorderPane[] next = new BorderPane[1];
    robot.interact(() -> next[0] = (BorderPane) page());
    assertThat(next[0].getCenter()).as("also of the next window").isInstanceOf(LearnerPage.class);
    robot.interact(() -> tab(robot, "Recorded runs").fire());
    window.picture("atari-own-dark-1024");
  }

  /** What the guide's own command leaves has every tenth row in its result. */
  @Test
  void aRunOfTheCommandOpensAmongTheRecordedOnes(FxRobot robot, @TempDir Path elsewhere)
      throws IOException {
    Path place = elsewhere.resolve("from a terminal");
    AtariSpec spec =
        AtariSpec.usual(GameSpec.of("minatar:breakout"), Algorithm.MGRL_LVC)
            .with(s -> s.withNumEnvSteps(10_000))
            .withSeeds(3, 7);
    store(place, spec);
    Files.createFile(place.resolve("checkpoint-0.npz")); // of a seed that is not looked at
    robot.interact(() -> tab(robot, "Live learner").fire());
    robot.interact(() -> window.context.shelf().pages().open(place));
    assertThat(tab(robot, "Recorded runs").isSelected()).isTrue();
    assertThat(games(robot).getValue()).contains("yours: from a terminal");
    assertThat(window.synchronous.failures).isEmpty();
  }
}
