package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import gmrl.Golden;
import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import gmrl.meta.Measures;
import gmrl.meta.MetaGradient;
import gmrl.meta.OuterSlot;
import gmrl.meta.TrialAccumulator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mixed products, the lesson at K = 1, and which slots are unbiased. */
class LirpgProblemTest {
  /** γ^60 ≈ 1.5e-6: no horizon bias to speak of; an exact critic. */
  private static final Sampling LONG = new Sampling(60, 0);

  private final Mdp mdp = GoldenMdps.named("s5a3");
  private final int cells = mdp.cells();
  private final double[] phi = new SplittableRandom(5).doubles(cells, -1, 1).toArray();
  private final double[] theta = new SplittableRandom(6).doubles(cells, -1, 1).toArray();

  private LirpgProblem problem(Sampling sampling) {
    return new LirpgProblem(mdp, sampling, 0.9, true, theta);
  }

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void mixedProductIsTheDerivativeOfTheGradientInTheIntrinsicReward(Estimator estimator) {
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(theta);
    TrajectoryBatch batch = new TrajectoryBatch(mdp, 3, 12);
    batch.sample(point, 17);
    double[] noise = new SplittableRandom(7).doubles(mdp.states(), -1, 1).toArray();
    double[] v = new SplittableRandom(8).doubles(cells, -1, 1).toArray();
    for (double trace : new double[] {1, 0.9, 0}) {
      for (boolean keep : new boolean[] {true, false}) {
        BatchEstimate estimate = new BatchEstimate(mdp, estimator, trace);
        estimate.read(point, batch, critic(point, phi, noise), phi);
        double[] mixed = new double[cells];
        new MixedProduct(mdp.states(), keep).apply(estimate, point, v, mixed);
        for (int cell = 0; cell < cells; cell++) {
          double[] shifted = phi.clone();
          shifted[cell] += 1;
          double up = along(estimate, point, batch, keep ? shifted : phi, shifted, noise, v);
          shifted[cell] -= 2;
          double down = along(estimate, point, batch, keep ? shifted : phi, shifted, noise, v);
          assertThat(mixed[cell])
              .as("%s lambda=%s keep=%s cell %d", estimator, trace, keep, cell)
              .isCloseTo((up - down) / 2, offset(1e-12));
        }
      }
    }
  }

  private double along(
      BatchEstimate estimate,
      PolicyPoint point,
      TrajectoryBatch batch,
      double[] criticPhi,
      double[] rewardPhi,
      double[] noise,
      double[] v) {
    estimate.read(point, batch, critic(point, criticPhi, noise), rewardPhi);
    double[] gradient = new double[cells];
    estimate.gradient(gradient);
    double sum = 0;
    for (int i = 0; i < cells; i++) {
      sum += gradient[i] * v[i];
    }
    return sum;
  }

  private double[] critic(PolicyPoint point, double[] intrinsic, double[] noise) {
    double[] reward = mdp.cellRewards();
    for (int cell = 0; cell < cells; cell++) {
      reward[cell] += intrinsic[cell];
    }
    ReturnEvaluation evaluation = new ReturnEvaluation(point);
    evaluation.reset(reward);
    double[] critic = evaluation.value().clone();
    for (int s = 0; s < critic.length; s++) {
      critic[s] += noise[s];
    }
    return critic;
  }

  @Test
  void exactMetaGradientOfFiveStepsIsTheDerivativeOfTheFinalReturn() {
    LirpgProblem problem = problem(Sampling.PAPER);
    double[] out = new double[cells];
    exactLoop(problem, 3, 5, phi).estimate(new SplittableRandom(1), out);
    double step = 1e-4;
    double[] differences = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      double[] shifted = phi.clone();
      shifted[cell] += step;
      double up = finalReturn(problem, shifted);
      shifted[cell] -= 2 * step;
      differences[cell] = (up - finalReturn(problem, shifted)) / (2 * step);
    }
    assertThat(Golden.relativeError(out, differences)).isLessThan(1e-6);
  }

  private double finalReturn(LirpgProblem problem, double[] intrinsic) {
    MetaGradient<LirpgPoint> loop = exactLoop(problem, 3, 5, intrinsic);
    loop.estimate(new SplittableRandom(1), new double[cells]);
    return problem.objective(loop.point(5));
  }

  private static MetaGradient<LirpgPoint> exactLoop(
      LirpgProblem problem, double alpha, int steps, double[] intrinsic) {
    return new MetaGradient<>(
        problem,
        problem.exactInner(),
        problem.exactCurvature(),
        problem.exactOuter(),
        alpha,
        steps,
        intrinsic);
  }

  @Test
  void withOneStepThereIsNoHessianFactorSoLvcAndMamlAgree() {
    assertThat(sampledCurvature(Estimator.LVC, 1)).isEqualTo(sampledCurvature(Estimator.MAML, 1));
    assertThat(
            Golden.relativeError(
                sampledCurvature(Estimator.LVC, 2), sampledCurvature(Estimator.MAML, 2)))
        .isGreaterThan(0.01);
    // MAML-RL has K factors: there they differ from the first step on.
    assertThat(
            Golden.relativeError(
                sampledMamlCurvature(Estimator.LVC), sampledMamlCurvature(Estimator.MAML)))
        .isGreaterThan(0.01);
  }

  private double[] sampledCurvature(Estimator estimator, int steps) {
    LirpgProblem problem = problem(Sampling.PAPER);
    double[] out = new double[cells];
    new MetaGradient<>(
            problem,
            problem.exactInner(),
            problem.curvature(estimator, 8),
            problem.exactOuter(),
            3,
            steps,
            phi)
        .estimate(new SplittableRandom(9), out);
    return out;
  }

  private double[] sampledMamlCurvature(Estimator estimator) {
    MamlProblem problem = new MamlProblem(mdp, Sampling.PAPER);
    double[] out = new double[cells];
    new MetaGradient<MamlPoint>(
            problem,
            problem.exactInner(),
            problem.curvature(estimator, 8),
            problem.exactOuter(),
            3,
            1,
            theta)
        .estimate(new SplittableRandom(9), out);
    return out;
  }

  @ParameterizedTest
  @EnumSource(
      value = Estimator.class,
      names = {"LOADED", "DICE", "DICE_BASELINE", "TAYPO2"})
  void hessianSlotIsUnbiasedWithoutHorizonAndCriticError(Estimator estimator) {
    LirpgProblem problem = problem(LONG);
    Measures measures =
        trials(problem.exactInner(), problem.curvature(estimator, 16), problem.exactOuter(), 2);
    assertThat(measures.biasSquared().contains(0)).as("%s", measures.biasSquared()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Estimator.class,
      names = {"MAML", "LVC", "REINFORCE", "REINFORCE_BASELINE"})
  void biasedHessiansAreFoundOut(Estimator estimator) {
    LirpgProblem problem = problem(LONG);
    Measures measures =
        trials(problem.exactInner(), problem.curvature(estimator, 16), problem.exactOuter(), 2);
    assertThat(measures.biasSquared().low()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void outerSlotIsUnbiasedWithoutHorizonAndCriticError(Estimator estimator) {
    LirpgProblem problem = problem(LONG);
    Measures measures =
        trials(problem.exactInner(), problem.exactCurvature(), problem.outer(estimator, 16), 1);
    assertThat(measures.biasSquared().contains(0)).as("%s", measures.biasSquared()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void innerGradientIsUnbiasedWithoutHorizonAndCriticError(Estimator estimator) {
    InnerSlot<LirpgPoint> slot = problem(LONG).inner(estimator, 16);
    LirpgProblem problem = problem(LONG);
    LirpgPoint point = problem.newPoint();
    problem.moveTo(point, phi, theta);
    double[] exact = new double[cells];
    problem.exactInner().gradient(point, 0, new SplittableRandom(1), exact);
    TrialAccumulator accumulator = new TrialAccumulator(exact, 0);
    SplittableRandom random = new SplittableRandom(11);
    double[] gradient = new double[cells];
    for (int i = 0; i < 1000; i++) {
      slot.gradient(point, 0, random.split(), gradient);
      accumulator.add(gradient, new double[0]);
    }
    assertThat(accumulator.measures().biasSquared().contains(0)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Reweighting.class)
  void reusedBatchesGiveTheOnPolicyGradientAtTheFirstStep(Reweighting reweighting) {
    LirpgProblem problem = problem(Sampling.PAPER);
    LirpgPoint point = problem.newPoint();
    problem.moveTo(point, phi, theta);
    double[] reused = new double[cells];
    double[] fresh = new double[cells];
    problem.reusingInner(reweighting, 16).gradient(point, 0, new SplittableRandom(4), reused);
    problem.inner(Estimator.LVC, 16).gradient(point, 0, new SplittableRandom(4), fresh);
    assertThat(Golden.relativeError(reused, fresh)).isLessThan(1e-12);
  }

  private Measures trials(
      InnerSlot<LirpgPoint> inner,
      CurvatureSlot<LirpgPoint> curvature,
      OuterSlot<LirpgPoint> outer,
      int steps) {
    LirpgProblem problem = problem(LONG);
    double alpha = 1;
    SplittableRandom random = new SplittableRandom(10);
    double[] exact = new double[cells];
    exactLoop(problem, alpha, steps, phi).estimate(random.split(), exact);
    MetaGradient<LirpgPoint> loop =
        new MetaGradient<>(problem, inner, curvature, outer, alpha, steps, phi);
    TrialAccumulator accumulator = new TrialAccumulator(exact, 0);
    double[] out = new double[cells];
    for (int i = 0; i < 2000; i++) {
      loop.estimate(random.split(), out);
      accumulator.add(out, new double[0]);
    }
    return accumulator.measures();
  }

  @Test
  void badNumbersAreQuoted() {
    assertThatThrownBy(() -> new LirpgProblem(mdp, LONG, 1.5, true, theta))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lambda is 1.5");
    assertThatThrownBy(() -> new LirpgProblem(mdp, LONG, 0.9, true, new double[2]))
        .hasMessageContaining("theta has 2 entries, expected 15");
  }
}
