package gmrl.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.Scale;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.Remade;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.experiment.Workers;
import gmrl.experiment.example.Example;
import gmrl.experiment.example.ExampleSnapshot;
import gmrl.experiment.example.LearningToReweight;
import gmrl.experiment.example.MamlSine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryViewModelTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private final List<String> failures = synchronous.failures;
  private long seed = 3;
  private final GalleryViewModel gallery =
      new GalleryViewModel(
          synchronous.lab,
          () ->
              List.of(
                  new MamlSine(5, 2, 3, 4, 0.02, 3e-3, 4, seed),
                  new LearningToReweight(5, 2, 40, 10, 0.4, 0.5, 8, seed)));

  @Test
  void runningAnExampleDrawsItsPanelsAndSaysWhatTheyShow() {
    gallery.run();
    ExampleSnapshot expected =
        gallery
            .selectedProperty()
            .get()
            .run(new Workers(1), new gmrl.experiment.CancellationToken(), (done, s) -> {});
    List<ChartModel> charts = gallery.chartsProperty().get();
    assertThat(failures).isEmpty();
    assertThat(gallery.headlineProperty().get()).isEqualTo(expected.headline());
    assertThat(gallery.runningProperty().get()).isFalse();
    assertThat(charts).hasSameSizeAs(expected.panels());
    for (int p = 0; p < charts.size(); p++) {
      ExampleSnapshot.Panel panel = expected.panels().get(p);
      assertThat(charts.get(p).title()).isEqualTo(panel.title());
      assertThat(charts.get(p).y().scale() instanceof Scale.Log).isEqualTo(panel.logY());
      for (int c = 0; c < panel.curves().size(); c++) {
        assertThat(charts.get(p).series().get(c).points().stream().map(point -> point.y()))
            .isEqualTo(panel.curves().get(c).y());
      }
    }
  }

  @Test
  void aSavedPlotIsMadeAgainBitForBitFromItsOwnWords() {
    gallery.run();
    gallery.change("innerSteps", "3");
    for (int plot = 0; plot < gallery.chartsProperty().get().size(); plot++) {
      Remade.assertSame(
          Remade.of(gallery.plan(plot).orElseThrow(), GalleryFeature::read),
          gallery.chartsProperty().get().get(plot));
    }
    assertThat(gallery.plan(7)).isEmpty();
  }

  @Test
  void aSavedGradientGraphIsDrawnAgainAlsoFromAnotherSeed() {
    gallery.lookAtGraph();
    ChartModel shown = GraphFigure.of(gallery.graphProperty().getValue().snapshot());
    PanelPlan plan = gallery.graphPlan().orElseThrow();
    Remade.assertSame(Remade.of(plan, GalleryFeature::read), shown);
    assertThat(plan.withSeed(5).seed()).isEqualTo(5);
    assertThat(Remade.of(plan.withSeed(5), GalleryFeature::read).picture()).isPresent();
  }

  /** What a figure of the first plot says about its numbers. */
  private String configuration() {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    gallery.plan(0).orElseThrow().describe(words);
    return words.toPrettyString();
  }

  @Test
  void choosingAnotherExampleRunsItWithTheWindowsSeed() {
    gallery.run();
    seed = 11;
    Example second = gallery.examples().get(1);
    gallery.select(second);
    assertThat(gallery.selectedProperty().get()).isEqualTo(second);
    assertThat(configuration()).contains(second.id()).contains("11");
    assertThat(gallery.chartsProperty().get()).isNotEmpty();
  }

  @Test
  void whatWasRunBeforeIsShownAtOnceAndAnOldPlotIsMarked() {
    gallery.run();
    List<ChartModel> first = gallery.chartsProperty().get();
    List<Standing> seen = new ArrayList<>();
    gallery
        .chartsProperty()
        .addListener((o, old, now) -> now.forEach(chart -> seen.add(chart.standing())));
    String before = gallery.headlineProperty().get();
    List<String> said = new ArrayList<>();
    gallery.headlineProperty().addListener((o, old, now) -> said.add(now));
    gallery.change("innerSteps", "7");
    assertThat(seen).startsWith(Standing.STALE).endsWith(Standing.FRESH);
    assertThat(said).startsWith("Of earlier settings: " + before);
    assertThat(said.get(said.size() - 1)).doesNotStartWith("Of earlier");
    gallery.usual();
    gallery.select(gallery.examples().get(1));
    List<Boolean> computing = new ArrayList<>();
    gallery.runningProperty().addListener((o, old, now) -> computing.add(now));
    gallery.select(gallery.examples().get(0));
    assertThat(computing).as("nothing is computed again").isEmpty();
    assertThat(gallery.chartsProperty().get()).isEqualTo(first);
  }

  @Test
  void nothingRunsWhileNobodyLooks() {
    gallery.run();
    List<Boolean> computing = new ArrayList<>();
    gallery.runningProperty().addListener((o, old, now) -> computing.add(now));
    gallery.leave();
    gallery.select(gallery.examples().get(1));
    assertThat(computing).isEmpty();
    gallery.start();
    assertThat(computing).containsExactly(true, false);
    assertThat(gallery.chartsProperty().get()).isNotEmpty();
  }

  @Test
  void itsNumbersCanBeChangedAndABadOneIsExplained() {
    gallery.run();
    assertThat(gallery.knobs())
        .extracting(GalleryViewModel.Knob::words)
        .containsExactly(
            "iterations", "tasks", "shots", "inner steps", "inner rate", "outer rate", "hidden");
    gallery.change("innerSteps", "7");
    assertThat(configuration()).contains("\"innerSteps\" : 7");
    assertThat(gallery.problemProperty().get()).isEmpty();
    assertThat(gallery.chartsProperty().get()).isNotEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gallery.change("innerSteps", "many"))
        .withMessage("inner steps is “many”, expected a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gallery.change("iterations", "99999999"))
        .withMessageStartingWith("iterations is 99999999, expected at most 1000 in the window");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gallery.change("innerSteps", "0"))
        .withMessageEndingWith("inner steps is 0, expected 1 to 10000");
    assertThat(configuration()).contains("\"innerSteps\" : 7").contains("\"tasks\" : 2");
    seed = 4;
    gallery.select(gallery.examples().get(1));
    gallery.select(gallery.examples().get(0));
    assertThat(configuration())
        .as("a change is remembered, the seed is the window's")
        .contains("\"innerSteps\" : 7")
        .contains("\"seed\" : 4");
    gallery.usual();
    assertThat(configuration()).contains("\"innerSteps\" : 4");
  }

  @Test
  void theGraphIsThatOfTheExampleThatIsShown() {
    assertThat(gallery.graphProperty().get()).as("nobody has looked").isNull();
    gallery.lookAtGraph();
    Example first = gallery.selectedProperty().get();
    assertThat(gallery.graphProperty().get().snapshot()).isEqualTo(first.graph().drawing());
    gallery.select(gallery.examples().get(1));
    gallery.lookAtGraph();
    assertThat(gallery.graphProperty().get().question().id()).isEqualTo("reweight");
    assertThat(failures).isEmpty();
  }
}
