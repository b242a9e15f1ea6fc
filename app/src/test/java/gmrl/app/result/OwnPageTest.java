package gmrl.app.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.bias.BiasFeature;
import gmrl.app.bias.BiasStudies;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.coin.CoinFeature;
import gmrl.app.gallery.GalleryFeature;
import gmrl.app.ipd.IpdFeature;
import gmrl.app.live.Standing;
import gmrl.app.rooms.Rooms;
import gmrl.app.shell.Feature;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.ShellView;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import gmrl.app.state.Symbols;
import gmrl.app.training.TrainingFeature;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.training.TrainingFamily;
import gmrl.mdp.Estimator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A family's page takes a stored answer as its own, computes nothing, and goes on from there. */
@OnScreen
class OwnPageTest {
  @TempDir static Path folder;

  private final StackPane root = new StackPane();
  private final Map<String, Node> pages = new HashMap<>();
  private SmallWindow window;

  @Start
  void open(Stage stage) {
    window = new SmallWindow(stage, LabState.initial(), folder.resolve("runs"));
    window
        .context
        .time()
        .pageProperty()
        .addListener((o, was, is) -> root.getChildren().setAll(pages.get(is)));
    window.show(root, 1280, 780);
  }

  /** Opens a room's page; what of it is on the page of plots stands for that page. */
  private void enter(Feature feature) {
    Feature.Contribution room = feature.open(window.context);
    room.workspaces().forEach(page -> pages.put(page.title(), new Lazy(page.content())));
    for (Supplier<? extends Node> panel : room.panels()) {
      pages.put(ShellView.PLOTS, new Lazy(panel)); // The last of them: that of Hessian bias.
    }
  }

  /** Built when it is first shown. */
  private static final class Lazy extends StackPane {
    Lazy(Supplier<? extends Node> content) {
      sceneProperty()
          .addListener(
              (o, was, is) -> {
                if (is != null && getChildren().isEmpty()) {
                  getChildren().setAll(content.get());
                }
              });
    }
  }

  /**
   * A family with a page of its own.
   *
   * @param family which one
   * @param spec a small one
   * @param room its room
   */
  private record Case<S, R>(Family<S, R> family, S spec, Supplier<Feature> room) {
    @Override
    public String toString() {
      return family.id();
    }
  }

  static Stream<Case<?, ?>> cases() {
    LabState state = LabState.initial();
    MdpSource few = new MdpSource.Generated(5, 2, 0.5, 2, 1);
    LabState small =
        state.withSetup(state.setup().withMdps(few).withSteps(2)).withTrials(3).withSeed(5);
    BiasStudy curve =
        BiasStudy.of(
            BiasStudies.spec(
                BiasStudies.setup(BiasStudies.Kind.HESSIAN, small, Estimator.LOADED),
                small,
                Sweep.of(SweepVariable.STEPS, Symbols.values(SweepVariable.STEPS))));
    return Stream.of(
        new Case<>(new BiasFamily(), curve, () -> new BiasFeature(TrialBank.none())),
        quick(new TrainingFamily(), TrainingFeature::new),
        quick(new LolaFamily(), IpdFeature::new),
        quick(new CoinFamily(), CoinFeature::new),
        quick(new ExampleFamily(), GalleryFeature::new));
  }

  private static <S, R> Case<S, R> quick(Family<S, R> family, Supplier<Feature> room) {
    return new Case<>(family, family.withSeed(family.quick(family.standard()), 5), room);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsStoredStandsOnItsPageUntilASettingMoves(Case<?, ?> each, FxRobot robot)
      throws IOException {
    check(each, robot);
  }

  private <S, R> void check(Case<S, R> each, FxRobot robot) throws IOException {
    R result = Stored.answer(each.family, each.spec);
    KeptResult<S, R> kept = new KeptResult<>(each.spec, result, new RunFacts(true, 1, 1));
    takeUp(robot, each, kept);
    assertThat(window.synchronous.computed).as("experiments of the window").isEmpty();
    List<ChartModel> shown = shown(robot);
    assertThat(shown).isNotEmpty().allMatch(chart -> chart.standing() == Standing.STORED);
    same(each.family, kept, shown);
    if (each.family instanceof ExampleFamily) {
      TextField first = robot.lookup(".gallery-page .value-field").query();
      robot.interact(
          () -> {
            first.setText("" + (Double.parseDouble(first.getText()) + 1));
            first.getOnAction().handle(null);
          });
    } else {
      robot.interact(() -> window.state.edit("seed", s -> s.withSeed(6)));
    }
    assertThat(window.synchronous.computed).as("experiments of the window").isNotEmpty();
    List<ChartModel> anew = shown(robot);
    assertThat(anew).isNotEmpty().allMatch(chart -> chart.standing() == Standing.FRESH);
    assertThat(window.synchronous.failures).isEmpty();
  }

  /** Stores an answer, opens it, and asks for it on its own page. */
  private <S, R> void takeUp(FxRobot robot, Case<S, R> each, KeptResult<S, R> kept)
      throws IOException {
    Family<S, R> family = each.family;
    ObjectNode document = family.json(kept.spec(), kept.result(), kept.run());
    Path file = Stored.file(folder, family, document);
    robot.interact(
        () -> {
          enter(each.room.get());
          enter(new ResultFeature(Rooms.results()));
          window.context.shelf().pages().open(file);
        });
    robot.interact(() -> button(robot, "Show on its own page").fire());
    assertThat(window.context.time().pageProperty().get())
        .isEqualTo(
            window
                .context
                .shelf()
                .source(family.id())
                .orElseThrow()
                .answers()
                .orElseThrow()
                .page());
    window.picture("own-" + family.id());
  }

  private static Button button(FxRobot robot, String text) {
    return robot.lookup(node -> node instanceof Button b && text.equals(b.getText())).query();
  }

  private static List<ChartModel> shown(FxRobot robot) {
    return Stored.charts(robot).stream().filter(Predicate.not(ChartModel::isEmpty)).toList();
  }

  /** Every curve of one of the plots of the stored result is on the page, number by number. */
  private static <S, R> void same(
      Family<S, R> family, KeptResult<S, R> kept, List<ChartModel> shown) {
    List<List<Double>> there = shown.stream().flatMap(OwnPageTest::heights).toList();
    @SuppressWarnings("unchecked") // of the same family
    FamilyPlots<S, R> plots =
        (FamilyPlots<S, R>)
            Rooms.results().stream()
                .filter(each -> each.family().id().equals(family.id()))
                .findFirst()
                .orElseThrow();
    assertThat(plots.plots().apply(kept))
        .anyMatch(plot -> heights(plot.chart()).allMatch(there::contains));
  }

  private static Stream<List<Double>> heights(ChartModel chart) {
    return chart.series().stream()
        .map(series -> series.points().stream().map(ChartPoint::y).toList());
  }
}
