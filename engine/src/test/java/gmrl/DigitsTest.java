package gmrl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "-0.07, -0.07",
    "1e6, 1000000",
    "1e307, 1e307",
    "-2.5e20, -2.5e20",
    "0.0000007, 0.0000007",
    "3e-12, 3e-12",
    "-0.0, 0",
    "NaN, NaN"
  })
  void numbersAreWrittenAsPeopleWriteThem(double value, String words) {
    assertThat(Digits.of(value)).isEqualTo(words);
  }
}
