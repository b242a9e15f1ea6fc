package gmrl.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Pen;
import gmrl.app.chart.Picture;
import gmrl.app.figure.Remade;
import gmrl.app.live.SynchronousLab;
import gmrl.app.shell.OnScreen;
import gmrl.app.text.Spotlight;
import gmrl.app.ui.Mouse;
import gmrl.app.ui.Parameter;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.inspect.PathCloud;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.EventType;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What the story draws stands on paper as it stands on screen. */
@OnScreen
class StoryDrawingsTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private final ReadOnlyObjectWrapper<ChartTheme> theme =
      new ReadOnlyObjectWrapper<>(ChartTheme.light());
  private final StoryKnobs knobs =
      new StoryKnobs(
          new Parameter("α", "step size", "How far.", 10, 0.01, 100, Parameter.Scale.LOG),
          new Parameter("K", "steps", "How often.", 2, 0, 10, Parameter.Scale.INTEGER),
          new Parameter("|τ|", "samples", "How many.", 32, 1, 4096, Parameter.Scale.COUNT));
  private ChartModel plane = ChartModel.drawing(pen -> {});
  private ChartModel tables = plane;
  private final LoopsViewModel loops = new LoopsViewModel(synchronous.lab, knobs);
  private PlanePanel plan = new PlanePanel("", 1, 1, new PathCloud.Place(0, 0));

  @Start
  void draw(Stage stage) {
    loops.start();
    loops.startAt(0.5, -1.25);
    plan = loops.plan();
    plane = new PlaneView(loops, theme, new Spotlight()).figure();
    CurvatureViewModel curvature =
        new CurvatureViewModel(synchronous.lab, knobs, new TrialBank(1_000_000));
    curvature.start();
    tables = new MatrixView(curvature, theme, new Spotlight()).figure();
  }

  private static List<Picture.Mark> areas(Picture picture) {
    return picture.shapes().stream().filter(s -> s.form() == Picture.Form.AREA).toList();
  }

  @Test
  void theMapIsTintedWithItsValuesAndBearsThePath() {
    Picture picture = plane.picture().orElseThrow();
    List<Picture.Mark> areas = areas(picture);
    assertThat(areas).hasSizeGreaterThan(1000);
    double strongest =
        areas.stream().limit(1024).mapToDouble(a -> a.ink().strength()).max().orElse(0);
    double weakest =
        areas.stream().limit(1024).mapToDouble(a -> a.ink().strength()).min().orElse(1);
    assertThat(strongest).isGreaterThan(weakest + 0.3);
    assertThat(picture.words())
        .extracting(Picture.Words::text)
        .contains("θ⁰", "θ³", "state 0: prefers to leave →");
    for (Picture.Mark shape : picture.shapes()) {
      assertThat(shape.at().get(0)).isBetween(0.0, picture.width());
      assertThat(shape.at().get(1)).isBetween(0.0, picture.height());
    }
  }

  @Test
  void theMapIsDrawnOnceWhenTheThemeChanges(FxRobot robot) {
    AtomicInteger drawn = new AtomicInteger();
    PlaneView view =
        new PlaneView(loops, theme, new Spotlight()) {
          @Override
          protected void draw(Pen pen) {
            drawn.incrementAndGet();
          }
        };
    robot.interact(
        () -> {
          view.resize(300, 300);
          view.layout();
          double before = brightness(view);
          drawn.set(0);
          theme.set(ChartTheme.dark());
          assertThat(brightness(view)).as("on its new ground").isLessThan(before - 0.3);
        });
    assertThat(drawn).hasValue(1);
  }

  @Test
  void whoeverClicksBesideTheMapMeansNothingOnIt(FxRobot robot) {
    PathCloud.Place before = loops.begin();
    robot.interact(
        () -> {
          PlaneView view = new PlaneView(loops, theme, new Spotlight());
          view.resize(600, 300);
          for (EventType<MouseEvent> type :
              List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_DRAGGED)) {
            view.fireEvent(Mouse.primary(type, 20, 150));
            assertThat(loops.begin()).isEqualTo(before);
          }
          view.fireEvent(Mouse.primary(MouseEvent.MOUSE_PRESSED, 300, 150));
          assertThat(loops.begin()).isNotEqualTo(before);
          // What was begun on the map may go beyond its edge.
          view.fireEvent(Mouse.primary(MouseEvent.MOUSE_DRAGGED, 20, 150));
          assertThat(loops.begin().x()).isEqualTo(LoopsViewModel.LOW);
        });
  }

  private static double brightness(PlaneView view) {
    return view.snapshot(null, null).getPixelReader().getColor(150, 150).getBrightness();
  }

  @Test
  void theMapIsMadeAgainFromWhatItsFigureSays() {
    Remade.assertSame(Remade.of(plan, StoryFeature::read), plane);
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    plan.describe(words);
    assertThat(words.path("start").toString()).isEqualTo("[0.5,-1.25]");
    assertThat(plan.withSeed(5)).as("nothing in it is random").isEqualTo(plan);
  }

  @Test
  void theTablesHoldTheCurvatureAndWhatThreeEstimatorsTakeForIt() {
    Picture picture = tables.picture().orElseThrow();
    assertThat(areas(picture)).hasSize(16);
    assertThat(picture.words()).hasSize(20);
    assertThat(picture.words()).extracting(Picture.Words::text).contains("exact H", "LVC");
  }
}
