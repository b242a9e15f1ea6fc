package gmrl.autodiff.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FloatFunctionsTest {
  @Test
  void tanhIsTheFloatNearestToTheDouble() {
    SplittableRandom random = new SplittableRandom(1);
    int different = 0;
    for (int i = 0; i < 300_000; i++) {
      // Every magnitude from the least normal float to far beyond saturation.
      float x = (float) ((random.nextBoolean() ? 1 : -1) * Math.exp(random.nextDouble(-87, 5)));
      float near = (float) ((random.nextDouble() - 0.5) * 12);
      different += FloatFunctions.tanh(x) == (float) Math.tanh(x) ? 0 : 1;
      different += FloatFunctions.tanh(near) == (float) Math.tanh(near) ? 0 : 1;
    }
    // A double that lies on the border between two floats may go either way.
    assertThat(different).isLessThanOrEqualTo(1);
  }

  @Test
  void tanhAtTheEnds() {
    assertThat(FloatFunctions.tanh(Float.POSITIVE_INFINITY)).isEqualTo(1f);
    assertThat(FloatFunctions.tanh(Float.NEGATIVE_INFINITY)).isEqualTo(-1f);
    assertThat(FloatFunctions.tanh(Float.NaN)).isNaN();
    assertThat(Float.floatToRawIntBits(FloatFunctions.tanh(-0f)))
        .isEqualTo(Float.floatToRawIntBits(-0f));
    assertThat(FloatFunctions.tanh(Float.MIN_VALUE)).isEqualTo(Float.MIN_VALUE);
  }
}
