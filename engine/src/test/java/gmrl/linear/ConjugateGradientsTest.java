package gmrl.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConjugateGradientsTest {
  private static final double[][] POSITIVE = {{4, 1, 0}, {1, 3, -1}, {0, -1, 2}};
  private static final double[] RIGHT = {1, -2, 0.5};

  private static MatrixVector matrix(double[][] a) {
    return (v, product) -> {
      for (int i = 0; i < a.length; i++) {
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
          sum += a[i][j] * v[j];
        }
        product[i] = sum;
      }
    };
  }

  private static double residual(double[][] a, double[] x, double[] b) {
    double[] ax = new double[b.length];
    matrix(a).apply(x, ax);
    double worst = 0;
    for (int i = 0; i < b.length; i++) {
      worst = Math.max(worst, Math.abs(ax[i] - b[i]));
    }
    return worst;
  }

  @Test
  void solvesInAsManyIterationsAsThereAreUnknowns() {
    SplittableRandom random = new SplittableRandom(5);
    int n = 12;
    double[][] a = new double[n][n];
    for (int k = 0; k < 2 * n; k++) {
      double[] v = random.doubles(n, -1, 1).toArray();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          a[i][j] += v[i] * v[j];
        }
      }
    }
    double[] b = random.doubles(n, -1, 1).toArray();
    double[] x = new double[n];
    Solution found = new ConjugateGradients(2 * n, 1e-10, 0).solve(matrix(a), b, x);
    assertThat(found.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(found.iterations()).isLessThanOrEqualTo(n + 2);
    assertThat(residual(a, x, b)).isLessThan(1e-8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-320, 1e-200, 1e-23, 1, 1e200, 1e307})
  void theScaleOfTheRightHandSideChangesNothing(double scale) {
    double[] x = new double[3];
    double[] b = Arrays.stream(RIGHT).map(v -> v * scale).toArray();
    double[] reference = new double[3];
    ConjugateGradients solver = new ConjugateGradients(9, 1e-12, 0);
    solver.solve(matrix(POSITIVE), RIGHT, reference);
    assertThat(solver.solve(matrix(POSITIVE), b, x).outcome()).isEqualTo(Outcome.SOLVED);
    double figures = scale < 1e-300 ? 1e-3 : 1e-10; // subnormal numbers have few figures
    for (int i = 0; i < 3; i++) {
      assertThat(x[i] / scale).isCloseTo(reference[i], within(figures));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void undefinedNumbersGiveAnUndefinedSolution(double bad) {
    ConjugateGradients solver = new ConjugateGradients(9, 1e-5, 0);
    double[] x = new double[3];
    assertThat(solver.solve(matrix(POSITIVE), new double[] {1, bad, 0}, x).outcome())
        .isEqualTo(Outcome.NOT_FINITE);
    assertThat(x).containsOnly(Double.NaN);
    double[][] broken = {{4, 1, 0}, {1, bad, -1}, {0, -1, 2}};
    assertThat(solver.solve(matrix(broken), RIGHT, x).outcome()).isEqualTo(Outcome.NOT_FINITE);
    assertThat(x).containsOnly(Double.NaN);
    double[] start = {0, bad, 0};
    MatrixVector none = (r, z) -> System.arraycopy(r, 0, z, 0, r.length);
    assertThat(solver.solve(matrix(POSITIVE), none, RIGHT, start).outcome())
        .isEqualTo(Outcome.NOT_FINITE);
  }

  @Test
  void saysWhatKindOfMatrixItMet() {
    ConjugateGradients solver = new ConjugateGradients(9, 1e-12, 0);
    double[] x = new double[2];
    double[][] indefinite = {{1, 0}, {0, -2}};
    assertThat(solver.solve(matrix(indefinite), new double[] {0, 1}, x).outcome())
        .isEqualTo(Outcome.INDEFINITE);
    double[][] singular = {{1, 0}, {0, 0}};
    assertThat(solver.solve(matrix(singular), new double[] {1, 1}, x).outcome())
        .isEqualTo(Outcome.SINGULAR);
    double[][] nearly = {{0.1 * 0.1, 0.1 * 0.3}, {0.1 * 0.3, 0.3 * 0.3}};
    assertThat(solver.solve(matrix(nearly), new double[] {1, 1}, x).outcome())
        .isEqualTo(Outcome.SINGULAR);
    // A singular matrix decides everything that the right-hand side asks for here.
    assertThat(solver.solve(matrix(singular), new double[] {3, 0}, x).outcome())
        .isEqualTo(Outcome.SOLVED);
    assertThat(x).containsExactly(3, 0);
  }

  @Test
  void saysThatItWasCutShort() {
    double[] x = new double[3];
    Solution found = new ConjugateGradients(1, 1e-12, 0).solve(matrix(POSITIVE), RIGHT, x);
    assertThat(found.outcome()).isEqualTo(Outcome.UNFINISHED);
    assertThat(found.iterations()).isEqualTo(1);
    assertThat(found.relativeResidual()).isBetween(1e-6, 1.0);
    assertThat(found.describe()).contains("not solved");
  }

  @Test
  void startsWhereItIsToldTo() {
    double[] exact = new double[3];
    ConjugateGradients solver = new ConjugateGradients(9, 1e-14, 0);
    solver.solve(matrix(POSITIVE), RIGHT, exact);
    double[] x = exact.clone();
    MatrixVector none = (r, z) -> System.arraycopy(r, 0, z, 0, r.length);
    Solution again = new ConjugateGradients(9, 1e-10, 0).solve(matrix(POSITIVE), none, RIGHT, x);
    assertThat(again.iterations()).isZero();
    assertThat(x).containsExactly(exact, within(1e-15));
  }

  @Test
  void zeroIsSolvedAtOnce() {
    double[] x = {1, 2, 3};
    Solution found = new ConjugateGradients(9, 1e-5, 0).solve(matrix(POSITIVE), new double[3], x);
    assertThat(found).isEqualTo(new Solution(Outcome.SOLVED, 0, 0));
    assertThat(x).containsOnly(0);
  }

  @Test
  void refusesTolerancesThatAreNone() {
    assertThatThrownBy(() -> new ConjugateGradients(-1, 1e-5, 0)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new ConjugateGradients(1, Double.NaN, 0)).hasMessageContaining("NaN");
  }
}
