package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** A layer in one step is the same layer in three, bit for bit. */
class ConvolveReluTest {
  private static Variable random(int seed, int... shape) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] out = new float[java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) random.nextDouble(-1, 1);
    }
    return Variable.of(out, shape);
  }

  /** The layer, its gradients, and the gradients of a function of these. */
  private static List<float[]> all(boolean oneStep) {
    List<Variable> in = new ArrayList<>();
    // 33 images do not fill their last group, and 81 × 64 numbers no row.
    in.add(random(1, 33, 20, 20, 32).tracked());
    in.add(random(2, 64, 4, 4, 32).tracked());
    in.add(random(3, 64).tracked());
    Variable y =
        oneStep
            ? Ops.conv2dRelu(in.get(0), in.get(1), in.get(2), 2)
            : Ops.conv2d(in.get(0), in.get(1), 2).plus(in.get(2)).relu();
    List<Variable> first = Autodiff.grad(y.square().sum(), in);
    Variable second = first.get(1).square().sum().plus(first.get(2).square().sum());
    List<float[]> out = new ArrayList<>();
    out.add(y.toFloats());
    first.forEach(g -> out.add(g.toFloats()));
    Autodiff.gradOnce(second, in).forEach(g -> out.add(g.toFloats()));
    return out;
  }

  @Test
  void oneStepIsTheSameAsThree() {
    List<float[]> one = all(true);
    List<float[]> three = all(false);
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.get(i)).as("array %d", i).isEqualTo(three.get(i));
    }
  }

  /** Two layers: the gradient of the second's images meets the derivative of the first's relu. */
  private static List<Variable> twoLayers(List<Variable> in) {
    List<Variable> leaves = in.stream().map(Variable::tracked).toList();
    Variable below = Ops.conv2dRelu(leaves.get(0), leaves.get(1), leaves.get(2), 2);
    Variable y = Ops.conv2dRelu(below, leaves.get(3), leaves.get(4), 1);
    List<Variable> first = Autodiff.grad(y.square().sum(), leaves);
    Variable second = first.get(1).square().sum().plus(first.get(4).square().sum());
    List<Variable> out = new ArrayList<>(first.stream().map(Variable::detach).toList());
    out.addAll(Autodiff.gradOnce(second, leaves));
    return out;
  }

  @Test
  void recordedRelusDerivativeIsTakenInTheGroupsOfTheImageGradient() {
    List<Variable> in =
        List.of(
            random(1, 33, 20, 20, 32),
            random(2, 64, 4, 4, 32),
            random(3, 64),
            random(4, 64, 3, 3, 64),
            random(5, 64));
    try (Recorded recorded = Recorded.of(ConvolveReluTest::twoLayers)) {
      recorded.apply(in);
      List<Variable> again = recorded.apply(in);
      List<Variable> anew = twoLayers(in);
      for (int i = 0; i < anew.size(); i++) {
        assertThat(again.get(i).toFloats()).as("array %d", i).isEqualTo(anew.get(i).toFloats());
      }
      if (Convolve.of(in.get(0), in.get(1), 2).isForLibrary(in.get(0), in.get(1))) {
        assertThat(recorded.steps()).anyMatch(step -> step.contains("relu's derivative"));
      }
    }
  }

  @Test
  void whatIsNoNumberStaysVisible() {
    Variable x = random(1, 33, 20, 20, 32);
    Variable bias = Variable.full(DataType.FLOAT, Double.NaN, 64);
    assertThat(Ops.conv2dRelu(x, random(2, 64, 4, 4, 32), bias, 2).get(0)).isNaN();
  }

  @Test
  void aBiasOfAnotherSizeIsRefused() {
    assertThatThrownBy(
            () -> Ops.conv2dRelu(random(1, 2, 5, 5, 1), random(2, 4, 3, 3, 1), random(3, 3), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a bias [4]");
  }
}
