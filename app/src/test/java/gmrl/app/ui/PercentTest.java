package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
  @ParameterizedTest
  @CsvSource({
    "0.12, 0.001, 12.0 % ± 0.1",
    "0.12, 0.0001, 12.0 % ± 0.1",
    "0.12, 0.04, 12 % ± 4",
    "0.074, 0.02, 7 % ± 2",
    "0.02, 0.003, 2.0 % ± 0.3",
    "0.12, 0, 12 %",
    "0.02, 0, 2 %",
    "0, 0, 0 %",
    "0.0001, 0, less than 0.1 %",
    "0, 0.0001, below 0.1 %",
    "0.01, 0.02, below 3 %",
    "35, 2, 35-fold ± 2",
    "35, 0.3, 35.0-fold ± 0.3",
    "1e13, 1e12, 10¹³-fold"
  })
  void aNumberAndItsIntervalAreRoundedToTheSamePlace(double share, double half, String words) {
    assertThat(Percent.estimate(share, half)).isEqualTo(words);
  }
}
