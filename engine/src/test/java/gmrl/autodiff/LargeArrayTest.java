package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.memory.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Arrays that are cut into parts, against loops over their elements. */
class LargeArrayTest {
  private static final int ROWS = 301;
  private static final int COLUMNS = 703;
  private static final SplittableRandom RANDOM = new SplittableRandom(9);

  private static Variable random(DataType type, int... shape) {
    double[] data = RANDOM.doubles(Shapes.size(shape), -1, 1).toArray();
    if (type == DataType.DOUBLE) {
      return Variable.of(data, shape);
    }
    float[] floats = new float[data.length];
    for (int i = 0; i < data.length; i++) {
      floats[i] = (float) data[i];
    }
    return Variable.of(floats, shape);
  }

  private static double tolerance(DataType type) {
    return type == DataType.DOUBLE ? 1e-11 : 1e-3;
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void broadcastingReadsTheRightElements(DataType type) {
    double[] matrix = random(type, ROWS, COLUMNS).toDoubles();
    Variable a = of(type, matrix, ROWS, COLUMNS);
    Variable row = random(type, COLUMNS);
    Variable column = random(type, ROWS, 1);
    double[] sum = a.plus(row).times(column).toDoubles();
    for (int at = 0; at < sum.length; at++) {
      double expected = (matrix[at] + row.get(at % COLUMNS)) * column.get(at / COLUMNS);
      assertThat(sum[at]).isCloseTo(expected, within(tolerance(type)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void reductionsAddEveryElementOnce(DataType type) {
    Variable a = random(type, ROWS, COLUMNS);
    double[] byRow = new double[ROWS];
    double[] byColumn = new double[COLUMNS];
    double[] most = new double[ROWS];
    java.util.Arrays.fill(most, -2);
    double total = 0;
    for (int at = 0; at < a.size(); at++) {
      double x = a.get(at);
      byRow[at / COLUMNS] += x;
      byColumn[at % COLUMNS] += x;
      most[at / COLUMNS] = Math.max(most[at / COLUMNS], x);
      total += x;
    }
    assertThat(a.sum(1).toDoubles()).containsExactly(byRow, within(tolerance(type)));
    assertThat(a.sum(0).toDoubles()).containsExactly(byColumn, within(tolerance(type)));
    assertThat(Ops.max(a, 1).toDoubles()).containsExactly(most);
    assertThat(a.sum().item()).isCloseTo(total, within(10 * tolerance(type)));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void reluAndItsDerivativeKeepTheSign(DataType type) {
    Variable a = random(type, ROWS, COLUMNS).tracked();
    double[] g = Autodiff.grad(a.relu().times(random(type, COLUMNS).plus(3)).sum(), a).toDoubles();
    for (int at = 0; at < g.length; at++) {
      assertThat(g[at] > 0).isEqualTo(a.get(at) > 0);
      assertThat(g[at] == 0).isEqualTo(a.get(at) <= 0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void transposesAndProductsAgreeWithLoops(DataType type) {
    Variable a = random(type, 130, 170);
    Variable b = random(type, 170, 90);
    double[] t = a.transpose().toDoubles();
    double[] c = a.matmul(b).toDoubles();
    for (int at = 0; at < t.length; at++) {
      assertThat(t[at]).isEqualTo(a.get(at % 130 * 170 + at / 130));
    }
    for (int at = 0; at < c.length; at += 7) {
      double sum = 0;
      for (int k = 0; k < 170; k++) {
        sum += a.get(at / 90 * 170 + k) * b.get(k * 90 + at % 90);
      }
      assertThat(c[at]).isCloseTo(sum, within(tolerance(type)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void aBatchOfConvolutionsIsItsImagesOneByOne(DataType type) {
    Variable x = random(type, 9, 12, 11, 3).tracked();
    Variable kernel = random(type, 5, 4, 3, 3).tracked();
    Variable y = Ops.conv2d(x, kernel, 2);
    List<Variable> parts = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      parts.add(Ops.conv2d(Ops.slice(x, 0, i, i + 1), kernel, 2));
    }
    Variable z = Ops.concatenate(0, parts);
    assertThat(y.toDoubles()).containsExactly(z.toDoubles(), within(tolerance(type)));
    List<Variable> g = Autodiff.grad(y.square().sum(), List.of(x, kernel));
    List<Variable> h = Autodiff.grad(z.square().sum(), List.of(x, kernel));
    for (int i = 0; i < 2; i++) {
      assertThat(g.get(i).toDoubles())
          .containsExactly(h.get(i).toDoubles(), within(tolerance(type)));
    }
  }

  private static Variable of(DataType type, double[] data, int... shape) {
    Variable doubles = Variable.of(data, shape);
    return type == DataType.DOUBLE ? doubles : Variable.of(doubles.toFloats(), shape);
  }
}
