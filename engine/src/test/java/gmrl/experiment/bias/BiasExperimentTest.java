package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.Reweighting;
import gmrl.mdp.Tables;
import gmrl.mdp.TabularProblem;
import gmrl.meta.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BiasExperimentTest {
  private static final BiasSpec SMALL =
      BiasSpec.paper()
          .withSetup(
              setup ->
                  setup
                      .withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 3))
                      .withHorizon(7)
                      .withAlpha(1)
                      .withSlots(
                          SlotSpec.parse("lvc:3"),
                          SlotSpec.parse("loaded:2"),
                          SlotSpec.parse("dice:4")))
          .withTrials(23);

  @Test
  void theNumberOfThreadsChangesNothing() {
    BiasSpec spec = SMALL.withSweep(Sweep.parse("alpha=0.1,1,3"));
    List<Double> one = numbers(run(BiasStudy.of(spec), 1));
    assertThat(one).hasSizeGreaterThan(3 * 3 * 12).doesNotContainNull();
    assertThat(numbers(run(BiasStudy.of(spec), 3))).isEqualTo(one);
  }

  @Test
  void aFirstLookComesBeforeEveryPointIsThereAndSinglePointsAreAlwaysThere() {
    String values =
        java.util.stream.IntStream.rangeClosed(1, 50)
            .mapToObj(i -> Double.toString(i / 10.0))
            .collect(java.util.stream.Collectors.joining(","));
    BiasSpec sweep = SMALL.withTrials(3).withSweep(Sweep.parse("alpha=" + values));
    BiasStudy study =
        new BiasStudy(
            "look",
            "",
            "",
            List.of(
                new BiasStudy.Curve("sweep", sweep),
                new BiasStudy.Curve("single", SMALL.withTrials(3))));
    List<BiasResult> looks = new ArrayList<>();
    BiasResult result =
        new BiasExperiment(study)
            .run(new Workers(1), new CancellationToken(), (done, look) -> looks.add(look));
    assertThat(looks.get(0).curves().get(0).points())
        .as("the single point comes first; the sweep has it too")
        .singleElement()
        .satisfies(point -> assertThat(point.sweepValue()).hasValue(SMALL.setup().alpha()));
    assertThat(looks).allMatch(look -> look.curves().get(1).points().size() == 1);
    assertThat(result.curves().get(0).points()).hasSize(50).allMatch(p -> p.trials() == 9);
  }

  @Test
  void pointsThatLieNearestToTheSlidersComeFirst() {
    BiasSpec sweep = SMALL.withSweep(Sweep.parse("samples=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16"));
    List<List<Double>> looks = new ArrayList<>();
    new BiasExperiment(BiasStudy.of(sweep), TrialBank.none())
        .from(SMALL.setup().withSamples(9))
        .run(
            new Workers(1),
            new CancellationToken(),
            (done, look) ->
                looks.add(
                    look.curves().get(0).points().stream()
                        .map(p -> p.sweepValue().orElseThrow())
                        .toList()));
    assertThat(looks.get(0)).contains(8.0, 9.0, 10.0).doesNotContain(1.0, 16.0);
    assertThat(looks.get(looks.size() - 1)).hasSize(16);
  }

  @Test
  void blocksThatOvertakeEachOtherWaitForTheirTurn() {
    CancellationToken token = new CancellationToken();
    Cell<?> inOrder = cell(SMALL);
    inOrder.run(0, 2, token);
    inOrder.run(2, 5, token);
    inOrder.run(5, 9, token);
    Cell<?> overtaken = cell(SMALL);
    overtaken.run(5, 9, token);
    overtaken.run(2, 5, token);
    assertThat(overtaken.added()).isZero();
    overtaken.run(0, 2, token);
    assertThat(overtaken.added()).isEqualTo(9);
    assertThat(overtaken.measures().mean()).containsExactly(inOrder.measures().mean());
    assertThat(overtaken.measures().biasSquared()).isEqualTo(inOrder.measures().biasSquared());
  }

  @Test
  void aPointHasTheSameNumbersAloneInASweepAndBesideOtherCurves() {
    BiasSpec sweep = SMALL.withSweep(Sweep.parse("alpha=0.1,1"));
    BiasStudy both =
        new BiasStudy(
            "both",
            "",
            "",
            List.of(
                new BiasStudy.Curve("other", SMALL.withSetup(s -> s.withSteps(3)).withTrials(5)),
                new BiasStudy.Curve("sweep", sweep)));
    BiasResult alone = run(BiasStudy.of(SMALL), 2);
    BiasResult together = run(both, 2);
    assertThat(numbers(together.curves().get(1).points().get(1)))
        .isEqualTo(numbers(alone.curves().get(0).points().get(0)));
  }

  @Test
  void aLargerBudgetContinuesTheSameTrials() {
    List<BiasResult> snapshots = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      new BiasExperiment(BiasStudy.of(SMALL))
          .run(workers, new CancellationToken(), (done, snapshot) -> snapshots.add(snapshot));
    }
    Measures early = measures(snapshots.get(0));
    assertThat(early.trials()).isBetween(2, 23);
    assertThat(measures(run(BiasStudy.of(SMALL.withTrials(early.trials())), 2)).mean())
        .containsExactly(early.mean());
  }

  @Test
  void everySlotExactGivesTheExactGradientWithoutNoise() {
    SlotSpec exact = SlotSpec.exact();
    BiasResult result = run(BiasStudy.of(SMALL.withSlots(exact, exact, exact)), 1);
    assertThat(measures(result).gradMse()).isZero();
    assertThat(measures(result).variance()).isZero();
    assertThat(result.timing().environmentSteps()).isZero();
  }

  @Test
  void estimatorsWithOneFirstDerivativeAreSampledOnce() {
    BiasStudy study =
        new BiasStudy(
            "inner",
            "",
            "",
            Stream.of("maml:4", "lvc:4", "loaded:4", "dice:4")
                .map(
                    slot ->
                        new BiasStudy.Curve(
                            slot,
                            SMALL.withSlots(
                                SlotSpec.parse(slot), SlotSpec.exact(), SlotSpec.exact())))
                .toList());
    BiasResult result = run(study, 2);
    long oneCurve = 2L * 4 * 7 * 3 * 23;
    assertThat(result.timing().environmentSteps()).isEqualTo(2 * oneCurve);
    List<Double> maml = numbers(result.curves().get(0).points().get(0));
    assertThat(numbers(result.curves().get(1).points().get(0))).isEqualTo(maml);
    assertThat(numbers(result.curves().get(2).points().get(0))).isEqualTo(maml);
    assertThat(numbers(result.curves().get(3).points().get(0))).isNotEqualTo(maml);
    assertThat(result.curves().get(2).spec().setup().inner()).hasToString("loaded:4");
  }

  @Test
  void lirpgHasNoHessianFactorAtOneStep() {
    List<Double> lvc = numbers(run(BiasStudy.of(lirpg("lvc:4", 1)), 1));
    assertThat(numbers(run(BiasStudy.of(lirpg("maml:4", 1)), 1))).isEqualTo(lvc);
    assertThat(numbers(run(BiasStudy.of(lirpg("maml:4", 2)), 1)))
        .isNotEqualTo(numbers(run(BiasStudy.of(lirpg("lvc:4", 2)), 1)));
  }

  private static BiasSpec lirpg(String hessian, int steps) {
    return SMALL
        .withSetup(s -> s.withProblem(ProblemSpec.Lirpg.paper()).withSteps(steps))
        .withSlots(SlotSpec.exact(), SlotSpec.parse(hessian), SlotSpec.exact());
  }

  @Test
  void thePreAdaptationTermAndTheKindOfReuseAreUsed() {
    BiasSpec spec =
        SMALL.withSlots(SlotSpec.parse("lvc:4"), SlotSpec.parse("maml:4"), SlotSpec.exact());
    List<Double> unrolled = numbers(run(BiasStudy.of(spec), 1));
    BiasSpec pre = spec.withSetup(s -> s.withMethod(MethodSpec.parse("pre-adaptation")));
    BiasResult result = run(BiasStudy.of(pre), 2);
    assertThat(numbers(result))
        .isNotEqualTo(unrolled)
        .isEqualTo(numbers(run(BiasStudy.of(pre), 1)));
    assertThat(result.timing().environmentSteps()).isEqualTo(2L * 4 * 7 * 3 * 23);
    List<Double> balanced =
        numbers(
            run(
                BiasStudy.of(
                    spec.withSetup(s -> s.withReweighting(Optional.of(Reweighting.BALANCE)))),
                1));
    List<Double> truncated =
        numbers(
            run(
                BiasStudy.of(
                    spec.withSetup(s -> s.withReweighting(Optional.of(Reweighting.VTRACE)))),
                1));
    assertThat(balanced).isNotEqualTo(unrolled).isNotEqualTo(truncated);
  }

  @Test
  void theHessianErrorActsOnTheHessianSlotAlone() {
    // K = 1: u ← g + α (H + 2c/d) g, so the estimate is off by exactly 2αc/d times ∇J(θ^1).
    SlotSpec exact = SlotSpec.exact();
    BiasSpec spec =
        SMALL
            .withSetup(s -> s.withSteps(1).withHessianError(new HessianError(1.5, 0)))
            .withSlots(exact, exact, exact)
            .withTrials(2);
    Measures measures = measures(run(BiasStudy.of(spec), 1));
    Mdp mdp = TabularProblems.mdp(spec.setup(), 0, spec.seed());
    ExactSolution truth =
        ExactSolution.solve(
            spec.setup().withoutSampling(), TabularProblems.problem(spec.setup(), mdp));
    ExactSolution adapted =
        ExactSolution.solve(
            spec.setup()
                .withoutSampling()
                .withSteps(0)
                .withTheta(
                    Optional.of(Table.of("theta", Tables.unflatten(truth.iterates[1], 4, 3)))),
            TabularProblems.problem(spec.setup(), mdp));
    for (int i = 0; i < 12; i++) {
      assertThat(measures.mean()[i])
          .isCloseTo(truth.metaGradient[i] + 2 * 1.5 / 12 * adapted.metaGradient[i], offset(1e-13));
    }
  }

  @Test
  void aCancelledRunEndsAndKeepsItsLastSnapshot() {
    List<ExperimentEvent<BiasResult>> events = new ArrayList<>();
    CancellationToken token = new CancellationToken();
    try (ExperimentRunner runner = ExperimentRunner.background(new Workers(2))) {
      runner
          .start(
              new BiasExperiment(BiasStudy.of(SMALL.withTrials(BiasSpec.MOST_TRIALS))),
              token,
              event -> {
                events.add(event);
                if (event instanceof ExperimentEvent.Progress) {
                  token.cancel();
                }
              })
          .await();
    }
    ExperimentEvent<BiasResult> last = events.get(events.size() - 1);
    assertThat(last).isInstanceOf(ExperimentEvent.Cancelled.class);
    if (last instanceof ExperimentEvent.Cancelled<BiasResult> cancelled) {
      assertThat(measures(cancelled.last().orElseThrow()).trials()).isPositive();
    }
  }

  @Test
  void absurdSizesAreRefusedWithAnEstimate() {
    BiasSpec huge =
        SMALL.withSetup(s -> s.withMdps(new MdpSource.Generated(100_000, 50, 0.1, 1, 10)));
    assertThatThrownBy(() -> run(BiasStudy.of(huge), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("100000 states × 50 actions.* need about [0-9.e+]+ GB of memory.*");
  }

  @Test
  void aStepSizeThatOverflowsIsNamed() {
    MdpSource large = new MdpSource.Generated(4, 3, 0.5, 1e300, 1);
    BiasSpec spec = SMALL.withSetup(s -> s.withMdps(large).withAlpha(1e100));
    assertThatThrownBy(() -> run(BiasStudy.of(spec), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alpha = 1e100");
  }

  @Test
  void tablesThatDoNotFitTheMdpAreNamed() {
    TabularSetup setup =
        SMALL.setup().withTheta(Optional.of(Table.of("theta", new double[][] {{1, 2}})));
    assertThatThrownBy(() -> run(BiasStudy.of(SMALL.withSetup(s -> setup)), 1))
        .hasMessage("theta is a table of 1 × 2, expected 4 states × 3 actions");
  }

  private static Cell<?> cell(BiasSpec spec) {
    Mdp mdp = TabularProblems.mdp(spec.setup(), 0, spec.seed());
    return cell(spec, TabularProblems.problem(spec.setup(), mdp));
  }

  private static <P> Cell<P> cell(BiasSpec spec, TabularProblem<P> problem) {
    ExactSolution exact = ExactSolution.solve(spec.setup().withoutSampling(), problem);
    return new Cell<>(
        spec.setup(),
        problem,
        0,
        spec.seed(),
        spec.trials(),
        spec.route(),
        exact,
        new KnownMeans<>(spec.setup(), problem, exact.metaGradient));
  }

  private static BiasResult run(BiasStudy study, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new BiasExperiment(study).run(workers, new CancellationToken(), (done, s) -> {});
    }
  }

  private static Measures measures(BiasResult result) {
    return result.curves().get(0).points().get(0).mdps().get(0).measures();
  }

  private static List<Double> numbers(BiasResult result) {
    return result.curves().stream()
        .flatMap(curve -> curve.points().stream())
        .flatMap(point -> numbers(point).stream())
        .toList();
  }

  /** Every number of a point, to be compared bit by bit. */
  private static List<Double> numbers(BiasResult.PointResult point) {
    List<Double> numbers = new ArrayList<>();
    for (BiasResult.MdpResult mdp : point.mdps()) {
      Measures m = mdp.measures();
      for (double[] array : List.of(m.mean(), m.standardError(), m.innerError())) {
        for (double x : array) {
          numbers.add(x);
        }
      }
      numbers.add(m.biasSquared().value());
      numbers.add(m.biasSquared().high());
      numbers.add(m.variance());
      numbers.add(m.correlation().mean());
      numbers.add(m.cosine().standardError());
      numbers.add(mdp.exact().objective());
    }
    numbers.add(BiasMeasure.RELATIVE_BIAS.overMdps(point).mean());
    return numbers;
  }
}
