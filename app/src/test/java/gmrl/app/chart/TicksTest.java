package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TicksTest {

  private static List<String> labels(Ticks ticks) {
    return ticks.list().stream().filter(Ticks.Tick::isMajor).map(Ticks.Tick::label).toList();
  }

  @Test
  void linearStepsAreOneTwoOrFive() {
    assertThat(labels(Ticks.of(Scale.linear(), 0, 10, 6)))
        .containsExactly("0", "2", "4", "6", "8", "10");
    assertThat(labels(Ticks.of(Scale.linear(), -1, 1, 5)))
        .containsExactly("−1.0", "−0.5", "0", "0.5", "1.0");
  }

  @Test
  void smallNumbersShareOnePowerOfTen() {
    Ticks ticks = Ticks.of(Scale.linear(), 0, 3.5e-4, 4);
    assertThat(ticks.exponent()).isEqualTo(-4);
    assertThat(labels(ticks)).containsExactly("0", "1", "2", "3");
  }

  @Test
  void sampleSizesGetOneTwoFive() {
    assertThat(labels(Ticks.of(Scale.log(), Math.log10(2), Math.log10(256), 12)))
        .containsExactly("2", "5", "10", "20", "50", "100", "200");
  }

  @Test
  void manyDecadesAreLabelledAsPowers() {
    assertThat(labels(Ticks.of(Scale.log(), -8, 0, 5)))
        .containsExactly("10^{−8}", "10^{−6}", "10^{−4}", "10^{−2}", "10^{0}");
  }

  @Test
  void aNarrowLogAxisStillHasTwoLabels() {
    assertThat(labels(Ticks.of(Scale.log(), Math.log10(3.1), Math.log10(3.9), 6)))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void symmetricLogHasZeroAndPowersOnBothSidesWithoutCrowding() {
    Scale.SymLog scale = new Scale.SymLog(1e-4);
    double from = scale.position(-1e-3);
    double to = scale.position(1e-1);
    Ticks ticks = Ticks.of(scale, from, to, 8);
    assertThat(labels(ticks)).contains("0", "10^{−1}", "−10^{−3}");
    double gap = (to - from) / 8;
    for (int i = 1; i < ticks.list().size(); i++) {
      double step =
          scale.position(ticks.list().get(i).value())
              - scale.position(ticks.list().get(i - 1).value());
      assertThat(step).isGreaterThanOrEqualTo(gap - 1e-9);
    }
  }

  @Test
  void scalesInvertTheirPositions() {
    for (Scale scale : List.of(Scale.linear(), Scale.log(), new Scale.SymLog(1e-3))) {
      for (double value : new double[] {1e-6, 0.3, 7, 4e5}) {
        assertThat(scale.value(scale.position(value)))
            .isCloseTo(value, org.assertj.core.data.Percentage.withPercentage(1e-6));
      }
    }
    Scale symLog = new Scale.SymLog(1e-3);
    assertThat(symLog.position(-5)).isEqualTo(-symLog.position(5));
  }
}
