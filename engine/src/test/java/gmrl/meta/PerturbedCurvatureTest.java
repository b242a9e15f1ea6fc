package gmrl.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PerturbedCurvatureTest {
  private static final int SIZE = 4;

  /** H = 3 I and mixed = 5 I; remembers the number it drew. */
  private static final class Plain implements CurvatureSlot<String> {
    private long drawn;

    @Override
    public void draw(String point, int step, SplittableGenerator random) {
      drawn = random.nextLong();
    }

    @Override
    public void hessianVector(double[] vector, double[] product) {
      scale(3, vector, product);
    }

    @Override
    public void mixedVector(double[] vector, double[] product) {
      scale(5, vector, product);
    }

    private static void scale(double by, double[] vector, double[] product) {
      for (int i = 0; i < vector.length; i++) {
        product[i] = by * vector[i];
      }
    }
  }

  private static SplittableGenerator seeded() {
    return (SplittableGenerator) RandomGeneratorFactory.of("L64X128MixRandom").create(8);
  }

  @Test
  void withoutNoiseAddsTwoCOverDTimesTheIdentity() {
    PerturbedCurvature<String> slot = new PerturbedCurvature<>(new Plain(), SIZE, 1.5, 0);
    slot.draw("", 0, seeded());
    double[] product = new double[SIZE];
    slot.hessianVector(new double[] {1, -2, 0, 4}, product);
    assertThat(product).containsExactly(3.75, -7.5, 0, 15);
    slot.mixedVector(new double[] {1, -2, 0, 4}, product);
    assertThat(product).containsExactly(5, -10, 0, 20);
  }

  @Test
  void noiseHasThePapersSpreadAndIsFreshAtEveryDraw() {
    PerturbedCurvature<String> slot = new PerturbedCurvature<>(new Plain(), SIZE, 0.5, 2);
    SplittableGenerator random = seeded();
    MeanEstimate.Running extra = new MeanEstimate.Running();
    double[] ones = {1, 1, 1, 1};
    double[] product = new double[SIZE];
    int draws = 5000;
    for (int i = 0; i < draws; i++) {
      slot.draw("", 0, random);
      slot.hessianVector(ones, product);
      for (double p : product) {
        extra.add((p - 3) * SIZE / 2);
      }
    }
    MeanEstimate e = extra.estimate();
    assertThat(e.mean()).isCloseTo(0.5, within(3 * e.standardError()));
    double spread = e.standardError() * Math.sqrt(e.count());
    assertThat(spread).isCloseTo(0.6, within(3 * 0.6 / Math.sqrt(2.0 * e.count())));
  }

  @Test
  void theWrappedSlotDrawsWhatItWouldHaveDrawnAlone() {
    Plain alone = new Plain();
    alone.draw("", 0, seeded());
    Plain wrapped = new Plain();
    new PerturbedCurvature<>(wrapped, SIZE, 1, 1).draw("", 0, seeded());
    assertThat(wrapped.drawn).isEqualTo(alone.drawn);
  }

  @Test
  void badNumbersAreQuoted() {
    assertThatThrownBy(() -> new PerturbedCurvature<>(new Plain(), SIZE, Double.NaN, 0))
        .hasMessageContaining("coefficient is NaN");
    assertThatThrownBy(() -> new PerturbedCurvature<>(new Plain(), SIZE, 0, -1))
        .hasMessageContaining("noise is -1.0");
  }
}
