package gmrl.experiment.bias.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.mdp.Mdp;
import gmrl.mdp.TabularProblem;
import gmrl.meta.CurvatureSlot;
import gmrl.meta.PerturbedCurvature;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundExperimentTest {
  private static final BiasSpec EXACT =
      BiasSpec.paper()
          .withSetup(
              s ->
                  s.withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 2))
                      .withHorizon(8)
                      .withAlpha(1)
                      .withSlots(SlotSpec.exact(), SlotSpec.exact(), SlotSpec.exact()))
          .withTrials(2);

  private static final BiasSpec CONTROLLED =
      EXACT.withSweep(Sweep.parse("hessian-coef=0.001,0.01"));

  private static BoundCurve bound(BiasSpec spec, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new BoundExperiment(BiasStudy.of(spec))
          .run(workers, new CancellationToken(), (done, curves) -> {})
          .get(0);
    }
  }

  @Test
  void theBoundLiesAboveTheBiasOfAControlledErrorAndNotFarAboveASmallOne() {
    BoundCurve bound = bound(CONTROLLED, 2);
    assertThat(bound.kind()).isEqualTo(BoundCurve.Kind.HESSIAN);
    BiasResult result;
    try (Workers workers = new Workers(2)) {
      result =
          new BiasExperiment(BiasStudy.of(CONTROLLED))
              .run(workers, new CancellationToken(), (done, snapshot) -> {});
    }
    for (int p = 0; p < 2; p++) {
      BiasResult.PointResult point = result.curves().get(0).points().get(p);
      for (int mdp = 0; mdp < 2; mdp++) {
        double bias = BiasMeasure.BIAS_SQUARED.on(point, mdp).value();
        assertThat(bound.values().get(p).get(mdp)).isGreaterThan(bias);
      }
    }
    // To first order the bound is proportional to the error: ten times it, a hundred times bias².
    assertThat(bound.mean(1) / bound.mean(0)).isCloseTo(100, within(5.0));
  }

  /** Why it is called an estimate: eight paths miss the action that one step in 400 takes. */
  @Test
  void rareActionsBreakTheEstimate() {
    Mdp oneState = Mdp.of(new double[][][] {{{1}, {1}}}, new double[][] {{0, 1}}, 0.5, 0);
    BiasSpec spec =
        BiasSpec.paper()
            .withSetup(
                s ->
                    s.withMdps(new MdpSource.Given("one state", oneState))
                        .withGamma(0.5)
                        .withHorizon(4)
                        .withSteps(1)
                        .withTheta(Optional.of(Table.of("theta", new double[][] {{6, 0}})))
                        .withSlots(SlotSpec.parse("lvc:4"), SlotSpec.exact(), SlotSpec.exact()))
            .withTrials(8000);
    try (Workers workers = new Workers(2)) {
      BiasResult result =
          new BiasExperiment(BiasStudy.of(spec))
              .run(workers, new CancellationToken(), (done, snapshot) -> {});
      BiasResult.PointResult point = result.curves().get(0).points().get(0);
      double estimate = bound(spec, 1).mean(0);
      double low = BiasMeasure.BIAS_SQUARED.on(point, 0).low();
      assertThat(low).isGreaterThan(10 * estimate);
      assertThat(BiasMeasure.BIAS_SQUARED.on(point, 0).high())
          .isLessThan(bound(spec, 1).provedMean(0));
    }
  }

  /** MDPs, policies and settings at random, from tame to hostile: no bias is above its bound. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noBiasIsAboveTheProvedBound(boolean lirpg) {
    ProblemSpec problem = lirpg ? ProblemSpec.Lirpg.paper() : new ProblemSpec.Maml();
    SplittableRandom random = new SplittableRandom(5);
    double nearest = 0;
    for (int n = 0; n < 40; n++) {
      int states = 1 + random.nextInt(3);
      double[][] theta = new double[states][2];
      for (double[] row : theta) {
        row[0] = random.nextDouble(-6, 6);
      }
      double alpha = Math.pow(10, random.nextDouble(-2, 1));
      int steps = 1 + random.nextInt(2);
      SlotSpec inner =
          SlotSpec.parse(new String[] {"lvc:1", "dice:4", "dice-baseline:2"}[random.nextInt(3)]);
      int horizon = 1 + random.nextInt(5);
      double gamma = random.nextDouble(0.1, 0.6);
      int drawn = states;
      BiasSpec spec =
          BiasSpec.paper()
              .withSetup(
                  s ->
                      s.withProblem(problem)
                          .withMdps(new MdpSource.Generated(drawn, 2, 0.5, 1, 1))
                          .withGamma(gamma)
                          .withHorizon(horizon)
                          .withSteps(steps)
                          .withAlpha(alpha)
                          .withTheta(Optional.of(Table.of("theta", theta)))
                          .withSlots(inner, SlotSpec.exact(), SlotSpec.exact()))
              .withTrials(100);
      try (Workers workers = new Workers(1)) {
        BiasResult result =
            new BiasExperiment(BiasStudy.of(spec))
                .run(workers, new CancellationToken(), (done, snapshot) -> {});
        double low = BiasMeasure.BIAS_SQUARED.on(result.curves().get(0).points().get(0), 0).low();
        double proved = bound(spec, 1).provedMean(0);
        assertThat(low).as(spec.toString()).isLessThan(proved);
        nearest = Math.max(nearest, low / proved);
      }
    }
    assertThat(nearest).isGreaterThan(1e-6);
  }

  @Test
  void theProvedBoundOfAControlledErrorLiesAboveItsEstimate() {
    BoundCurve bound = bound(CONTROLLED, 1);
    assertThat(bound.provedMean(1)).isGreaterThan(bound.mean(1));
    assertThat(bound.json().at("/points/1/proved/biasSquared").asDouble())
        .isEqualTo(bound.provedMean(1));
  }

  /** With one step the bias is αδ ‖∇J_out‖, and nothing in the bound is loose. */
  @Test
  void afterOneStepTheBoundIsTheBiasItself() {
    BiasSpec one = CONTROLLED.withSetup(s -> s.withSteps(1));
    BoundCurve bound = bound(one, 1);
    try (Workers workers = new Workers(1)) {
      BiasResult result =
          new BiasExperiment(BiasStudy.of(one))
              .run(workers, new CancellationToken(), (done, snapshot) -> {});
      for (int mdp = 0; mdp < 2; mdp++) {
        double bias =
            BiasMeasure.BIAS_SQUARED.on(result.curves().get(0).points().get(1), mdp).value();
        assertThat(bound.values().get(1).get(mdp) / bias).isBetween(1 - 1e-9, 1.5);
      }
    }
  }

  @Test
  void theErrorOfTheBoundIsTheNormOfWhatTheHessianSlotGetsOnTop() {
    BiasSpec disturbed = EXACT.withSetup(s -> s.withHessianError(new HessianError(-0.7, 0)));
    Mdp mdp = TabularProblems.mdp(disturbed.setup(), 0, disturbed.seed());
    norm(disturbed, TabularProblems.problem(disturbed.setup(), mdp), mdp);
  }

  private static <P> void norm(BiasSpec spec, TabularProblem<P> problem, Mdp mdp) {
    P point = problem.newPoint();
    double[] theta = new double[problem.thetaSize()];
    problem.moveTo(point, new double[problem.phiSize()], theta);
    double[] unit = new double[theta.length];
    unit[1] = 1;
    double[] plain = product(problem.exactCurvature(), point, unit);
    double[] disturbed =
        product(
            new PerturbedCurvature<>(problem.exactCurvature(), theta.length, -0.7, 0), point, unit);
    double squares = 0;
    for (int i = 0; i < unit.length; i++) {
      squares += (disturbed[i] - plain[i]) * (disturbed[i] - plain[i]);
    }
    assertThat(BoundExperiment.hessianError(spec.setup(), mdp))
        .isCloseTo(Math.sqrt(squares), within(1e-12));
  }

  private static <P> double[] product(CurvatureSlot<P> slot, P point, double[] vector) {
    double[] product = new double[vector.length];
    slot.draw(point, 0, new SplittableRandom(0));
    slot.hessianVector(vector, product);
    return product;
  }

  @Test
  void theSameNumbersOnAnyNumberOfThreadsAndLessForMoreSamples() {
    BiasSpec inner =
        EXACT
            .withSlots(SlotSpec.parse("lvc:4"), SlotSpec.exact(), SlotSpec.exact())
            .withSweep(Sweep.parse("samples=4,16"));
    BoundCurve one = bound(inner, 1);
    assertThat(bound(inner, 3)).isEqualTo(one);
    assertThat(one.kind()).isEqualTo(BoundCurve.Kind.COMPOSITIONAL);
    assertThat(one.mean(1)).isLessThan(one.mean(0));
  }

  @Test
  void theorySpeaksOfASingleSourceOnly() {
    SlotSpec lvc = SlotSpec.parse("lvc:4");
    SlotSpec exact = SlotSpec.exact();
    assertThat(BoundExperiment.speaksOf(EXACT)).isFalse();
    assertThat(BoundExperiment.speaksOf(CONTROLLED)).isTrue();
    assertThat(BoundExperiment.speaksOf(EXACT.withSlots(lvc, exact, exact))).isTrue();
    assertThat(BoundExperiment.speaksOf(CONTROLLED.withSlots(lvc, exact, exact))).isFalse();
    for (BiasSpec spec :
        List.of(
            EXACT.withSlots(exact, lvc, exact),
            EXACT.withSlots(lvc, exact, lvc),
            EXACT.withSlots(lvc, exact, exact).withSetup(s -> s.withReuse(true)),
            EXACT
                .withSlots(lvc, exact, exact)
                .withSetup(s -> s.withMethod(MethodSpec.parse("truncated:1"))))) {
      assertThat(BoundExperiment.speaksOf(spec)).isFalse();
    }
  }
}
