package gmrl.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.text.MarkupCheck;
import gmrl.app.ui.Parameter;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.inspect.PlaneWalk;
import gmrl.experiment.tabular.MdpSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static final StoryKnobs KNOBS =
      new StoryKnobs(
          new Parameter("α", "step size", "How far.", 10, 0.01, 100, Parameter.Scale.LOG),
          new Parameter("K", "steps", "How often.", 2, 0, 10, Parameter.Scale.INTEGER),
          new Parameter("|τ|", "samples", "How many.", 32, 1, 4096, Parameter.Scale.COUNT));

  private final SynchronousLab synchronous = new SynchronousLab();
  private final TrialBank bank = new TrialBank(50_000_000);

  @AfterEach
  void nothingFailed() {
    assertThat(synchronous.failures).isEmpty();
  }

  private static List<ChartPoint> points(ChartModel chart, String name) {
    return chart.series().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow()
        .points();
  }

  private static double last(List<ChartPoint> points) {
    return points.get(points.size() - 1).y();
  }

  @Test
  void everyFormulaOfTheStoryCanBeSet() {
    assertThat(StoryText.all()).extracting(StoryText::title).hasSize(5).doesNotHaveDuplicates();
    for (StoryText text : StoryText.all()) {
      for (String paragraph : text.paragraphs()) {
        MarkupCheck.set(
            StoryText.isFormula(paragraph) ? "$" + StoryText.formula(paragraph) + "$" : paragraph);
      }
    }
  }

  @Test
  void withoutAnInnerStepTheMetaGradientIsTheSlope() {
    LoopsViewModel model = new LoopsViewModel(synchronous.lab, KNOBS);
    model.start();
    PlaneWalk walk = model.pathProperty().get().orElseThrow();
    assertThat(LoopsViewModel.angle(walk.gradient(), walk.metaGradient())).isGreaterThan(10);
    assertThat(model.captionProperty().get()).contains("after 3 steps of size 4");
    assertThat(model.surfaceProperty().get()).isPresent();
    model.steps.model().choose(0);
    PlaneWalk still = model.pathProperty().get().orElseThrow();
    assertThat(still.metaGradient()).isEqualTo(still.gradient());
    model.startAt(99, 0);
    assertThat(model.begin().x()).isEqualTo(LoopsViewModel.HIGH);
  }

  @Test
  void aPathThatLeavesTheMapSaysSo() {
    LoopsViewModel model = new LoopsViewModel(synchronous.lab, KNOBS);
    model.start();
    assertThat(model.captionProperty().get()).doesNotContain("leaves the map");
    model.alpha.model().choose(20);
    PlaneWalk walk = model.pathProperty().get().orElseThrow();
    long out =
        walk.exact().stream()
            .filter(p -> Math.max(Math.abs(p.x()), Math.abs(p.y())) > LoopsViewModel.HIGH)
            .count();
    assertThat(out).isPositive();
    assertThat(model.captionProperty().get())
        .endsWith(
            "leaves the map: "
                + (out == 1 ? "its last place lies" : out + " of its places lie")
                + " outside it.");
  }

  /** What the text promises is what the numbers beside it do, all the way of the slider. */
  @Test
  void largerStepsMakeItWorseAndEveryStepStaysInThePicture() {
    NoiseViewModel model = new NoiseViewModel(synchronous.lab, KNOBS, bank);
    model.start();
    double before = 0;
    Parameter alpha = model.alpha.model().parameter();
    for (double value : new double[] {alpha.min(), 4, alpha.max()}) {
      model.alpha.model().choose(value);
      ChartModel cut = model.cutProperty().get();
      for (ChartSeries series : cut.series()) {
        assertThat(series.points())
            .as(series.name() + " at " + value)
            .allMatch(p -> p.x() >= cut.x().low() && p.x() <= cut.x().high());
      }
      String caption = model.captionProperty().get();
      double said = Double.parseDouble(caption.replaceAll("(?s).*wrong by ([0-9.]+) %.*", "$1"));
      double shown = points(model.curveProperty().get(), NoiseViewModel.BIAS).get(1).y();
      assertThat(said).isCloseTo(shown, within(0.01 * shown)).isGreaterThan(before);
      assertThat(shown).isLessThan(80);
      before = said;
    }
    model.samples.model().choose(3);
    List<ChartPoint> bias = points(model.curveProperty().get(), NoiseViewModel.BIAS);
    assertThat(BiasCurves.read(model.curveProperty().get(), NoiseViewModel.BIAS, 3).orElseThrow())
        .isBetween(bias.get(2).y(), bias.get(1).y());
  }

  @Test
  void moreSamplesCloseTheGapThatNoiseLeaves() {
    NoiseViewModel model = new NoiseViewModel(synchronous.lab, KNOBS, bank);
    model.start();
    ChartModel few = model.cutProperty().get();
    double before =
        points(few, NoiseViewModel.EXACT).get(0).y() - points(few, NoiseViewModel.MEAN).get(0).y();
    List<ChartPoint> bias = points(model.curveProperty().get(), NoiseViewModel.BIAS);
    assertThat(bias.get(1).low()).isGreaterThan(last(bias));
    model.samples.model().choose(64);
    ChartModel many = model.cutProperty().get();
    double after =
        points(many, NoiseViewModel.EXACT).get(0).y()
            - points(many, NoiseViewModel.MEAN).get(0).y();
    assertThat(before).isGreaterThan(0.01);
    assertThat(Math.abs(after)).isLessThan(before / 4);
  }

  @Test
  void samplesDoNotTouchTheHessianBiasAndLoadedDiceHasNearlyNone() {
    CurvatureViewModel model = new CurvatureViewModel(synchronous.lab, KNOBS, bank);
    model.start();
    ChartModel chart = model.curveProperty().get();
    for (String estimator : List.of("plain differentiation", "LVC")) {
      List<ChartPoint> along = points(chart, estimator);
      assertThat(last(along)).isCloseTo(along.get(0).y(), within(0.5)).isGreaterThan(5);
    }
    assertThat(last(points(chart, "plain differentiation")))
        .isGreaterThan(last(points(chart, "LVC")));
    assertThat(last(points(chart, "loaded DiCE"))).isLessThan(1);
    assertThat(model.captionProperty().get()).doesNotContain("NaN").contains("with LVC");
  }

  @Test
  void exactPlayersCooperateAndSampledOnesFallBehind() {
    CostViewModel model = new CostViewModel(synchronous.lab, KNOBS);
    model.samples.model().choose(16);
    model.start();
    ChartModel chart = model.returnsProperty().get();
    assertThat(last(points(chart, CostViewModel.EXACT))).isGreaterThan(-1.05);
    assertThat(last(points(chart, model.sampled()))).isLessThan(-1.3);
    assertThat(model.captionProperty().get()).contains("of 10 pairs earn less than −1.65");
    assertThat(model.breakoutProperty().get().series())
        .extracting(ChartSeries::name)
        .contains("MGRL-LVC");
  }

  @Test
  void theThreeTrendsCanBeSeen() {
    LabState worlds = LabState.initial().withTrials(24);
    TrendsViewModel model =
        new TrendsViewModel(
            synchronous.lab,
            KNOBS,
            bank,
            worlds.withSetup(
                worlds.setup().withMdps(new MdpSource.Generated(5, 3, 0.1, 1, 3)).withHorizon(10)));
    model.start();
    List<ChartPoint> alpha =
        points(model.chart(SweepVariable.ALPHA).get(), TrendsViewModel.COMPOSITIONAL);
    List<ChartPoint> samples =
        points(model.chart(SweepVariable.SAMPLES).get(), TrendsViewModel.COMPOSITIONAL);
    List<ChartPoint> steps =
        points(model.chart(SweepVariable.STEPS).get(), TrendsViewModel.HESSIAN);
    assertThat(last(alpha)).isGreaterThan(alpha.get(0).high());
    assertThat(last(samples)).isLessThan(samples.get(0).y());
    assertThat(last(steps)).isGreaterThan(2 * steps.get(0).y());
    assertThat(model.captionProperty().get())
        .contains("Hessian bias: along α: ")
        .contains("along |τ|: ");
    // The story says that there is Hessian bias at K = 1 where the start is learned.
    assertThat(steps.get(0).y()).isGreaterThan(1);
  }

  @Test
  void aLitCurveStaysAndTheOthersStepBack() {
    CurvatureViewModel model = new CurvatureViewModel(synchronous.lab, KNOBS, bank);
    model.start();
    ChartModel chart = model.curveProperty().get();
    Map<String, String> keys = Map.of("LVC", "lvc", "plain differentiation", "maml");
    ChartModel lit = Lighting.of(chart, keys, "lvc");
    assertThat(lit.series())
        .filteredOn(s -> s.role() != Role.SINGLE_RUN)
        .extracting(ChartSeries::name)
        .containsExactly("LVC");
    assertThat(Lighting.of(chart, keys, "alpha")).isEqualTo(chart);
  }
}
