package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.ui.Parameter.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

  private static Parameter of(Scale scale) {
    return new Parameter("x", "thing", "A thing.", 10, 1, 1000, scale);
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void positionsAndValuesAgreeUpToRounding(Scale scale) {
    Parameter p = of(scale);
    assertThat(p.at(0)).isEqualTo(1);
    assertThat(p.at(1)).isEqualTo(1000);
    for (double position = 0; position <= 1; position += 0.05) {
      double value = p.at(position);
      assertThat(p.at(p.positionOf(value))).isEqualTo(value);
      assertThat(p.parse(p.format(value))).isCloseTo(value, within(1e-3 * value));
    }
  }

  @Test
  void logarithmicPositionsAreEqualRatios() {
    assertThat(of(Scale.LOG).at(1.0 / 3)).isEqualTo(10);
    assertThat(of(Scale.COUNT).at(2.0 / 3)).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "NaN", "0", "1001", "-3", "Infinity"})
  void whatIsNoValueIsRefusedWithTheRange(String text) {
    assertThatThrownBy(() -> of(Scale.LOG).parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Thing is")
        .hasMessageContaining("expected");
  }

  @Test
  void veryLargeAndSmallNumbersAreShort() {
    assertThat(of(Scale.LOG).format(1e308)).isEqualTo("1e308");
    assertThat(of(Scale.LOG).format(1.25e-7)).isEqualTo("1.25e-7");
    assertThat(of(Scale.LOG).format(1234567.5)).isEqualTo("1235000");
  }

  @Test
  void wholeNumbersAreInsistedOn() {
    assertThatThrownBy(() -> of(Scale.COUNT).parse("2.5")).hasMessageContaining("whole number");
  }

  @Test
  void aCommaIsADecimalPointWhereItCanBeNothingElse() {
    assertThat(of(Scale.LOG).parse("2,5")).isEqualTo(2.5);
    assertThatThrownBy(() -> of(Scale.LOG).parse("1,000"))
        .hasMessage("Thing is “1,000”; expected 1000 or 1.000.");
  }

  @Test
  void aRefusalQuotesAFewWordsAndComesToItsPoint() {
    String novel = "It was the best of times,\nit was the worst of times. ".repeat(500);
    assertThatThrownBy(() -> of(Scale.LOG).parse(novel))
        .hasMessage("Thing is “It was the best of …”; expected a number.");
    assertThatThrownBy(() -> of(Scale.COUNT).parse("9".repeat(400)))
        .hasMessage("Thing is “9999999999999999999…”; expected a whole number from 1 to 1000.");
  }

  @Test
  void aSliderAroundZeroFindsIt() {
    Parameter p = new Parameter("c", "error", "An error.", 0, -8, 8, Scale.LINEAR);
    assertThat(p.at(0.51)).isZero();
    assertThat(p.at(0.5 + p.keyStep())).isPositive();
    assertThat(p.at(0.5 - p.keyStep())).isNegative();
  }
}
