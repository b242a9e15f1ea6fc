package gmrl.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.junit.jupiter.api.Test;

/**
 * The loop on a problem whose every derivative is known: J_in = φᵀBθ − ½θᵀAθ, θ^0 = Cφ, J_out = cᵀθ
 * − ½‖θ‖² + ½‖φ‖². The iterates are linear in φ, θ^k = T_k φ, so that ∇_φ J = T_Kᵀ(c − θ^K) + φ.
 */
class QuadraticProblemTest {
  private static final double ALPHA = 0.3;
  private static final double[][] A = {{1.2, 0.4}, {0.4, 0.7}};
  private static final double[][] B = {{0.5, -1.1}, {0.8, 0.3}, {-0.2, 0.9}};
  private static final double[][] C = {{0.6, -0.4, 0.1}, {0.2, 0.5, -0.7}};
  private static final double[] GOAL = {0.9, -1.3};
  private static final double[] PHI = {0.4, -0.8, 1.5};

  private final List<String> visits = new ArrayList<>();

  /** Points are φ and θ. */
  private static final class Quadratic implements TwoLoopProblem<double[][]> {
    @Override
    public int phiSize() {
      return 3;
    }

    @Override
    public int thetaSize() {
      return 2;
    }

    @Override
    public void initial(double[] phi, double[] theta) {
      System.arraycopy(times(C, phi), 0, theta, 0, 2);
    }

    @Override
    public void addInitialVjp(double[] phi, double[] cotangent, double[] meta) {
      Vectors.addScaled(1, times(transposed(C), cotangent), meta);
    }

    @Override
    public double[][] newPoint() {
      return new double[][] {new double[3], new double[2]};
    }

    @Override
    public void moveTo(double[][] point, double[] phi, double[] theta) {
      point[0] = phi.clone();
      point[1] = theta.clone();
    }
  }

  private void gradient(double[][] at, int step, SplittableGenerator random, double[] gradient) {
    visits.add("inner " + step);
    assertThat(at[1]).containsExactly(times(through(step), at[0]), within(1e-12));
    double[] pull = times(transposed(B), at[0]);
    double[] curved = times(A, at[1]);
    for (int i = 0; i < 2; i++) {
      gradient[i] = pull[i] - curved[i];
    }
  }

  private CurvatureSlot<double[][]> curvature() {
    return new CurvatureSlot<>() {
      @Override
      public void draw(double[][] at, int step, SplittableGenerator random) {
        visits.add("Hessian " + step);
        assertThat(at[1]).containsExactly(times(through(step), at[0]), within(1e-12));
      }

      @Override
      public void hessianVector(double[] vector, double[] product) {
        double[] curved = times(A, vector);
        product[0] = -curved[0];
        product[1] = -curved[1];
      }

      @Override
      public void mixedVector(double[] vector, double[] product) {
        System.arraycopy(times(B, vector), 0, product, 0, 3);
      }
    };
  }

  private static void outer(
      double[][] at, SplittableGenerator random, double[] theta, double[] phi) {
    theta[0] = GOAL[0] - at[1][0];
    theta[1] = GOAL[1] - at[1][1];
    System.arraycopy(at[0], 0, phi, 0, 3);
  }

  private static double objective(double[][] at) {
    return Vectors.dot(GOAL, at[1])
        - 0.5 * Vectors.dot(at[1], at[1])
        + 0.5 * Vectors.dot(at[0], at[0]);
  }

  private MetaGradient<double[][]> loop(int steps) {
    return new MetaGradient<>(
        new Quadratic(),
        this::gradient,
        curvature(),
        QuadraticProblemTest::outer,
        ALPHA,
        steps,
        PHI);
  }

  private static double[] estimate(MetaEstimator estimator) {
    double[] gradient = {7, 7, 7};
    estimator.estimate(new SplittableRandom(1), gradient);
    return gradient;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      product[i] = Vectors.dot(matrix[i], vector);
    }
    return product;
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] out = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[0].length; j++) {
        out[j][i] = matrix[i][j];
      }
    }
    return out;
  }

  /** (I − αA)^k m. */
  private static double[][] powered(double[][] m, int k) {
    double[][] out = m;
    for (int n = 0; n < k; n++) {
      double[][] next = new double[2][3];
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 3; j++) {
          next[i][j] = out[i][j] - ALPHA * (A[i][0] * out[0][j] + A[i][1] * out[1][j]);
        }
      }
      out = next;
    }
    return out;
  }

  /** Σ over the last steps of α (I − αA)^i Bᵀ, and the start, which only they have moved. */
  private static double[][] through(int differentiated) {
    double[][] sum = new double[2][3];
    List<double[][]> parts = new ArrayList<>();
    parts.add(powered(C, differentiated));
    for (int i = 0; i < differentiated; i++) {
      double[][] part = powered(transposed(B), i);
      for (double[] row : part) {
        for (int j = 0; j < 3; j++) {
          row[j] *= ALPHA;
        }
      }
      parts.add(part);
    }
    for (double[][] part : parts) {
      for (int i = 0; i < 2; i++) {
        Vectors.addScaled(1, part[i], sum[i]);
      }
    }
    return sum;
  }

  private static double[] expected(int steps, int differentiated, double[] phi) {
    double[] theta = times(through(steps), phi);
    double[] pull = {GOAL[0] - theta[0], GOAL[1] - theta[1]};
    double[] gradient = phi.clone();
    Vectors.addScaled(1, times(transposed(through(differentiated)), pull), gradient);
    return gradient;
  }

  @Test
  void theMetaGradientIsThatOfTheUnrolledLoop() {
    for (int steps = 0; steps <= 4; steps++) {
      MetaGradient<double[][]> loop = loop(steps);
      visits.clear();
      assertThat(estimate(loop)).containsExactly(expected(steps, steps, PHI), within(1e-12));
      assertThat(visits.subList(0, steps)).allMatch(visit -> visit.startsWith("inner"));
      assertThat(visits).hasSize(2 * steps);
      for (int k = 0; k < steps; k++) {
        assertThat(visits.get(k)).isEqualTo("inner " + k);
        assertThat(visits.get(2 * steps - 1 - k)).isEqualTo("Hessian " + k);
      }
      assertThat(loop.theta(steps)).containsExactly(times(through(steps), PHI), within(1e-12));
      double[] origin = new double[2];
      assertThat(loop.squaredDistance(steps, origin))
          .isCloseTo(Vectors.dot(loop.theta(steps), loop.theta(steps)), within(1e-12));
    }
  }

  @Test
  void aTruncatedGradientTakesWhatCameBeforeForTheStart() {
    for (int last = 0; last <= 3; last++) {
      assertThat(estimate(loop(3).truncated(last)))
          .as("through " + last + " of 3 steps")
          .containsExactly(expected(3, last, PHI), within(1e-12));
    }
    assertThat(estimate(loop(3).truncated(9))).containsExactly(estimate(loop(3)));
    assertThatThrownBy(() -> loop(3).truncated(-1)).hasMessageContaining("-1");
  }

  @Test
  void aMixtureWeighsTheHorizons() {
    double keep = 0.4;
    double total = 1 + keep + keep * keep;
    double[] mixture = new double[3];
    for (int k = 1; k <= 3; k++) {
      Vectors.addScaled(Math.pow(keep, 3 - k) / total, expected(k, k, PHI), mixture);
    }
    assertThat(estimate(loop(3).mixed(keep))).containsExactly(mixture, within(1e-12));
    assertThat(estimate(loop(3).mixed(0))).containsExactly(estimate(loop(3)), within(1e-15));
    assertThatThrownBy(() -> loop(3).mixed(1.1)).hasMessageContaining("1.1");
  }

  @Test
  void theImplicitGradientSolvesItsLinearSystem() {
    for (int steps = 0; steps <= 3; steps++) {
      double reach = ALPHA * steps;
      double[] theta = times(through(steps), PHI);
      double[] right = {GOAL[0] - theta[0], GOAL[1] - theta[1]};
      double a = 1 + reach * A[0][0];
      double b = reach * A[0][1];
      double d = 1 + reach * A[1][1];
      double determinant = a * d - b * b;
      double[] w = {
        (d * right[0] - b * right[1]) / determinant, (a * right[1] - b * right[0]) / determinant
      };
      double[] gradient = PHI.clone();
      Vectors.addScaled(reach, times(B, w), gradient);
      Vectors.addScaled(1, times(transposed(C), w), gradient);
      assertThat(
              estimate(
                  new ImplicitMetaGradient<>(
                      new Quadratic(),
                      this::gradient,
                      curvature(),
                      QuadraticProblemTest::outer,
                      ALPHA,
                      steps,
                      PHI,
                      5)))
          .containsExactly(gradient, within(1e-9));
    }
  }

  /** Two trials whose errors cancel: the mean of both moves φ. */
  @Test
  void trainingClimbsByTheMeanOfItsTrials() {
    int[] sign = {1};
    MetaGradient<double[][]> noisy =
        new MetaGradient<>(
            new Quadratic(),
            this::gradient,
            curvature(),
            (at, random, theta, phi) -> {
              outer(at, random, theta, phi);
              phi[1] += sign[0];
              sign[0] = -sign[0];
            },
            ALPHA,
            2,
            PHI);
    MetaTraining<double[][]> training =
        new MetaTraining<>(noisy, loop(2), QuadraticProblemTest::objective, 0.05, 2);
    TrainingState start = training.start(PHI, new SplittableRandom(0));
    double[] gradient = expected(2, 2, PHI);
    assertThat(start.exactGradient()).containsExactly(gradient, within(1e-12));
    assertThat(start.stepCosine()).isNaN();
    TrainingState next = training.step(start, new SplittableRandom(0));
    double[] phi = PHI.clone();
    Vectors.addScaled(0.05, gradient, phi);
    assertThat(next.phi()).containsExactly(phi, within(1e-12));
    assertThat(next.update()).isEqualTo(1);
    assertThat(next.stepCosine()).isCloseTo(1, within(1e-12));
    assertThat(next.stepNorm())
        .isCloseTo(Math.sqrt(Vectors.dot(gradient, gradient)), within(1e-12));
    double[] theta = times(through(2), phi);
    assertThat(next.objective())
        .isCloseTo(objective(new double[][] {phi, theta}), within(1e-12))
        .isGreaterThan(start.objective());
    assertThat(next.exactGradient()).containsExactly(expected(2, 2, phi), within(1e-12));
    assertThat(next.stopped()).isFalse();
  }

  @Test
  void aLearnerThatLeavesTheFiniteNumbersStopsWhereItWas() {
    MetaTraining<double[][]> training =
        new MetaTraining<>(loop(1), loop(1), QuadraticProblemTest::objective, 1e308, 1);
    TrainingState start = training.start(new double[] {1e5, 1e5, 1e5}, new SplittableRandom(0));
    TrainingState gone = training.step(start, new SplittableRandom(0));
    assertThat(gone.stopped()).isTrue();
    assertThat(gone.phi()).containsExactly(start.phi());
    assertThat(gone.objective()).isEqualTo(start.objective());
    assertThat(training.step(gone, new SplittableRandom(0))).isSameAs(gone);
  }
}
