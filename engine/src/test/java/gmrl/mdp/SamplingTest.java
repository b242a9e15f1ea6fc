package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplingTest {
  private static final double[][][] TRANSITION = {
    {{0.2, 0.5, 0.3}, {1, 0, 0}}, {{0, 0, 1}, {0.25, 0.25, 0.5}}, {{0.1, 0.1, 0.8}, {0, 1, 0}}
  };
  private static final double[][] REWARD = {{1, 0}, {0.3, 0.6}, {0.2, 0.9}};

  private final Mdp mdp = Mdp.of(TRANSITION, REWARD, 0.8, 0);

  @Test
  void visitFrequenciesFollowTheChain() {
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(new double[] {0.5, -0.5, 1, 0, -1, 0.2});
    int count = 200_000;
    TrajectoryBatch batch = new TrajectoryBatch(mdp, count, 4);
    batch.sample(point, 99);

    double[] state = {1, 0, 0};
    for (int t = 0; t < 4; t++) {
      double[] next = new double[3];
      int[] seen = new int[mdp.cells()];
      for (int n = 0; n < count; n++) {
        seen[batch.cells()[t * count + n]]++;
      }
      for (int cell = 0; cell < mdp.cells(); cell++) {
        double p = state[cell / 2] * point.policy()[cell];
        double error = Math.sqrt(Math.max(p * (1 - p), 1e-12) / count);
        assertThat(Math.abs(seen[cell] / (double) count - p)).isLessThan(5 * error);
        for (int to = 0; to < 3; to++) {
          next[to] += p * TRANSITION[cell / 2][cell % 2][to];
        }
      }
      state = next;
    }
  }

  @Test
  void aLargerBatchContainsTheSmallerOne() {
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(new double[6]);
    TrajectoryBatch small = new TrajectoryBatch(mdp, 3, 6);
    TrajectoryBatch large = new TrajectoryBatch(mdp, 50, 6);
    small.sample(point, 5);
    large.sample(point, 5);
    for (int t = 0; t < 6; t++) {
      for (int n = 0; n < 3; n++) {
        assertThat(small.cells()[t * 3 + n]).isEqualTo(large.cells()[t * 50 + n]);
      }
    }
  }

  /** With an exact critic, gradients are unbiased up to γ^T; T = 60 leaves 1e-6. */
  @ParameterizedTest
  @EnumSource(Estimator.class)
  void gradientsAreUnbiased(Estimator estimator) {
    MamlProblem problem = new MamlProblem(mdp, new Sampling(60, 0));
    InnerSlot<MamlPoint> slot = problem.inner(estimator, 8);
    Verdict verdict = new Verdict(mdp.cells());
    MamlPoint point = pointAt(problem);
    double[] exact = new double[mdp.cells()];
    problem.exactInner().gradient(point, 0, new SplittableRandom(0), exact);
    SplittableRandom random = new SplittableRandom(17);
    double[] out = new double[mdp.cells()];
    for (int trial = 0; trial < 4000; trial++) {
      slot.gradient(point, 0, random.split(), out);
      verdict.add(out);
    }
    assertThat(verdict.largestDeviation(exact)).isLessThan(4);
  }

  /** The unbiased Hessians are told apart from the biased ones. */
  @ParameterizedTest
  @EnumSource(Estimator.class)
  void hessiansAreUnbiasedWhereTheyShouldBe(Estimator estimator) {
    MamlProblem problem = new MamlProblem(mdp, new Sampling(60, 0));
    CurvatureSlot<MamlPoint> slot = problem.curvature(estimator, 64);
    Verdict verdict = new Verdict(mdp.cells());
    MamlPoint point = pointAt(problem);
    double[] vector = {1, -0.5, 0.3, 0.8, -1, 0.4};
    double[] exact = new double[mdp.cells()];
    point.evaluation().hessianVector(vector, exact);
    SplittableRandom random = new SplittableRandom(23);
    double[] out = new double[mdp.cells()];
    for (int trial = 0; trial < 4000; trial++) {
      slot.draw(point, 0, random.split());
      slot.hessianVector(vector, out);
      verdict.add(out);
    }
    boolean biased =
        Set.of(Estimator.MAML, Estimator.LVC, Estimator.REINFORCE, Estimator.REINFORCE_BASELINE)
            .contains(estimator);
    if (biased) {
      assertThat(verdict.largestDeviation(exact)).isGreaterThan(8);
    } else {
      assertThat(verdict.largestDeviation(exact)).isLessThan(4);
    }
  }

  /** Reusing earlier batches keeps the gradient right and lowers its error. */
  @Test
  void reusedSamplesReduceTheErrorOfTheGradient() {
    MamlProblem problem = new MamlProblem(mdp, new Sampling(40, 0));
    InnerSlot<MamlPoint> fresh = problem.inner(Estimator.LVC, 8);
    InnerSlot<MamlPoint> reusing = problem.reusingInner(Reweighting.BALANCE, 8);
    MamlPoint first = problem.newPoint();
    problem.moveTo(first, new double[6], new double[] {0.1, 0, -0.2, 0.1, 0.2, 0});
    MamlPoint second = pointAt(problem);
    double[] exact = new double[mdp.cells()];
    second.evaluation().gradient(exact);
    SplittableRandom random = new SplittableRandom(31);
    Verdict verdict = new Verdict(mdp.cells());
    double[] out = new double[mdp.cells()];
    double freshError = 0;
    double reusingError = 0;
    for (int trial = 0; trial < 4000; trial++) {
      fresh.gradient(second, 0, random.split(), out);
      freshError += squaredDistance(out, exact);
      reusing.gradient(first, 0, random.split(), out);
      reusing.gradient(second, 1, random.split(), out);
      reusingError += squaredDistance(out, exact);
      verdict.add(out);
    }
    assertThat(verdict.largestDeviation(exact)).isLessThan(4);
    assertThat(reusingError / freshError).isLessThan(0.75);
  }

  /** V-trace pays for its small weights with a bias, which the balance heuristic does not have. */
  @Test
  void truncatedRatiosAreQuietButBiased() {
    MamlProblem problem = new MamlProblem(mdp, new Sampling(40, 0));
    MamlPoint first = problem.newPoint();
    problem.moveTo(first, new double[6], new double[] {-1, 1, -1, 1, 1, -1});
    MamlPoint second = pointAt(problem);
    double[] exact = new double[mdp.cells()];
    second.evaluation().gradient(exact);
    for (Reweighting reweighting : Reweighting.values()) {
      InnerSlot<MamlPoint> slot = problem.reusingInner(reweighting, 8);
      SplittableRandom random = new SplittableRandom(31);
      Verdict verdict = new Verdict(mdp.cells());
      double[] out = new double[mdp.cells()];
      for (int trial = 0; trial < 4000; trial++) {
        slot.gradient(first, 0, random.split(), out);
        slot.gradient(second, 1, random.split(), out);
        verdict.add(out);
      }
      if (reweighting == Reweighting.BALANCE) {
        assertThat(verdict.largestDeviation(exact)).isLessThan(4);
      } else {
        assertThat(verdict.largestDeviation(exact)).isGreaterThan(8);
      }
    }
  }

  private static MamlPoint pointAt(MamlProblem problem) {
    MamlPoint point = problem.newPoint();
    problem.moveTo(point, new double[6], new double[] {0.4, -0.3, 0.2, 0.5, -0.1, 0});
    return point;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  /** Largest |mean − expected| in standard errors over the coordinates. */
  private static final class Verdict {
    private final double[] mean;
    private final double[] squares;
    private int count;

    Verdict(int size) {
      mean = new double[size];
      squares = new double[size];
    }

    void add(double[] value) {
      count++;
      for (int i = 0; i < mean.length; i++) {
        double delta = value[i] - mean[i];
        mean[i] += delta / count;
        squares[i] += delta * (value[i] - mean[i]);
      }
    }

    double largestDeviation(double[] expected) {
      double worst = 0;
      for (int i = 0; i < mean.length; i++) {
        double error = Math.sqrt(squares[i] / (count - 1.0) / count) + 1e-6;
        worst = Math.max(worst, Math.abs(mean[i] - expected[i]) / error);
      }
      return worst;
    }
  }
}
