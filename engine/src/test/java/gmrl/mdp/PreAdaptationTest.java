package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import gmrl.meta.InnerSlot;
import gmrl.meta.Measures;
import gmrl.meta.MetaEstimator;
import gmrl.meta.MetaGradient;
import gmrl.meta.PreAdaptationMetaGradient;
import gmrl.meta.TrialAccumulator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The pre-adaptation term on an MDP so small that every batch can be written down: two states, two
 * actions, deterministic moves, three steps, one trajectory a batch, so eight batches an inner
 * step.
 */
class PreAdaptationTest {
  private static final int HORIZON = 3;
  private static final int CELLS = 4;
  private static final double ALPHA = 1.5;

  private final Mdp mdp =
      Mdp.of(
          new double[][][] {{{1, 0}, {0, 1}}, {{0, 1}, {1, 0}}},
          new double[][] {{0.1, 1}, {0.7, -0.5}},
          0.8,
          0);
  private final Sampling sampling = new Sampling(HORIZON, 0);
  private final double[] phi = {0.2, -0.1, 0.3, 0};
  private final double[] theta = {0.1, 0.4, -0.2, 0.3};

  @Test
  void estimatesTheDerivativeOfTheExpectedReturnAfterSampledAdaptation() {
    MamlProblem problem = new MamlProblem(mdp, sampling);
    for (int steps = 1; steps <= 2; steps++) {
      double[] exact = differences(problem, steps);
      assertThat(bias(full(problem, steps), exact).biasSquared().contains(0)).isTrue();
    }
  }

  @Test
  void withoutTheTermTheSameDerivativesAreBiased() {
    MamlProblem problem = new MamlProblem(mdp, sampling);
    double[] exact = differences(problem, 1);
    // Gradient and Hessian slot have the two other factors right on average; the term is left out.
    InnerSlot<MamlPoint> inner = problem.inner(Estimator.REINFORCE, 1);
    MetaGradient<MamlPoint> fresh =
        new MetaGradient<>(
            problem,
            inner,
            problem.curvature(Estimator.REINFORCE, 1),
            problem.exactOuter(),
            ALPHA,
            1,
            phi);
    assertThat(bias(fresh, exact).biasSquared().low()).isPositive();
  }

  @Test
  void theBaselineChangesTheNoiseAlone() {
    MamlProblem problem = new MamlProblem(mdp, sampling);
    double[] exact = differences(problem, 1);
    Measures far = bias(estimate(problem, 1, phi, 20), exact);
    Measures near = bias(estimate(problem, 1, phi, objective(problem, phi, theta)), exact);
    assertThat(far.biasSquared().contains(0)).isTrue();
    assertThat(near.variance()).isLessThan(far.variance() / 10);
  }

  @Test
  void learnsAnIntrinsicRewardToo() {
    LirpgProblem problem = new LirpgProblem(mdp, sampling, 1, true, theta);
    for (int steps = 1; steps <= 2; steps++) {
      double[] exact = differences(problem, steps);
      assertThat(bias(full(problem, steps), exact).biasSquared().contains(0)).isTrue();
    }
  }

  @Test
  void theScoreIsTheGradientOfTheBatchesLogProbability() {
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(theta);
    TrajectoryBatch batch = new TrajectoryBatch(mdp, 3, 5);
    batch.sample(point, 4);
    double[] score = new double[CELLS];
    batch.score(point, score);
    for (int i = 0; i < CELLS; i++) {
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double difference = (logProbability(batch, up) - logProbability(batch, down)) / 2e-5;
      assertThat(score[i]).isCloseTo(difference, offset(1e-8));
    }
  }

  private <P> MetaEstimator full(TabularProblem<P> problem, int steps) {
    return estimate(problem, steps, phi, objective(problem, phi, theta));
  }

  private static <P> PreAdaptationMetaGradient<P> estimate(
      TabularProblem<P> problem, int steps, double[] phi, double baseline) {
    return new PreAdaptationMetaGradient<>(
        problem,
        () -> problem.step(Estimator.DICE, 1),
        problem.exactOuter(),
        (point, random) -> problem.objective(point),
        baseline,
        ALPHA,
        steps,
        phi);
  }

  private static Measures bias(MetaEstimator estimator, double[] exact) {
    TrialAccumulator accumulator = new TrialAccumulator(exact, 0);
    SplittableRandom random = new SplittableRandom(3);
    double[] out = new double[CELLS];
    for (int i = 0; i < 20_000; i++) {
      estimator.estimate(random.split(), out);
      accumulator.add(out, new double[0]);
    }
    return accumulator.measures();
  }

  /** ∇F by central differences of the sum over all batches. */
  private <P> double[] differences(TabularProblem<P> problem, int steps) {
    double[] gradient = new double[CELLS];
    double step = 1e-4;
    for (int i = 0; i < CELLS; i++) {
      double[] up = phi.clone();
      double[] down = phi.clone();
      up[i] += step;
      down[i] -= step;
      gradient[i] =
          (expected(problem, up, start(problem, up), steps)
                  - expected(problem, down, start(problem, down), steps))
              / (2 * step);
    }
    return gradient;
  }

  private static <P> double[] start(TabularProblem<P> problem, double[] phi) {
    double[] start = new double[CELLS];
    problem.initial(phi, start);
    return start;
  }

  /** F by enumeration: the mean over all batches of the return after the remaining steps. */
  private <P> double expected(TabularProblem<P> problem, double[] phi, double[] at, int steps) {
    if (steps == 0) {
      return objective(problem, phi, at);
    }
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(at);
    double[] bonus = problem instanceof MamlProblem ? new double[CELLS] : phi;
    double sum = 0;
    for (int code = 0; code < 1 << HORIZON; code++) {
      TrajectoryBatch batch = enumerated(code);
      BatchEstimate estimate = new BatchEstimate(mdp, Estimator.REINFORCE);
      estimate.read(point, batch, new double[0], bonus);
      double[] gradient = new double[CELLS];
      estimate.gradient(gradient);
      double[] next = at.clone();
      for (int i = 0; i < CELLS; i++) {
        next[i] += ALPHA * gradient[i];
      }
      sum += Math.exp(logProbability(batch, at)) * expected(problem, phi, next, steps - 1);
    }
    return sum;
  }

  private TrajectoryBatch enumerated(int code) {
    int[][] states = new int[1][HORIZON + 1];
    int[][] actions = new int[1][HORIZON];
    double[][] rewards = new double[1][HORIZON];
    for (int t = 0; t < HORIZON; t++) {
      int state = states[0][t];
      int action = (code >> t) & 1;
      actions[0][t] = action;
      rewards[0][t] = mdp.reward()[state][action];
      states[0][t + 1] = mdp.transition()[state][action][1] == 1 ? 1 : 0;
    }
    return TrajectoryBatch.recorded(mdp, states, actions, rewards);
  }

  private double logProbability(TrajectoryBatch batch, double[] at) {
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(at);
    double sum = 0;
    for (int cell : batch.cells()) {
      sum += Math.log(point.policy()[cell]);
    }
    return sum;
  }

  private static <P> double objective(TabularProblem<P> problem, double[] phi, double[] at) {
    P point = problem.newPoint();
    problem.moveTo(point, phi, at);
    return problem.objective(point);
  }
}
