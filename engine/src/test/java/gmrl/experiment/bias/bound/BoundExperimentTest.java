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
    }
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
            EXACT.withSlots(lvc, exact, exact).withSetup(s -> s.withReuse(true)))) {
      assertThat(BoundExperiment.speaksOf(spec)).isFalse();
    }
  }
}
