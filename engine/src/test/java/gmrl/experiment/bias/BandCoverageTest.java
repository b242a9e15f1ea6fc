package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bands of averages over MDPs hold the truth as often as they say; {@link BandCoverage} at large.
 */
class BandCoverageTest {
  private static final int REPLICATES = 60;

  /** Three binomial standard errors below 95 %. */
  private static final double FEWEST = 0.95 - 3 * Math.sqrt(0.95 * 0.05 / REPLICATES);

  @ParameterizedTest
  @ValueSource(doubles = {1, 4})
  void averagesOfFewHeavyTailedTrialsAreCovered(double alpha) {
    BandCoverage.Result result = BandCoverage.of(BandCoverage.setup(alpha), 20, REPLICATES);
    assertThat(result.squared()).isGreaterThan(FEWEST);
    assertThat(result.relative()).isGreaterThan(FEWEST);
    assertThat(result.sharper()).isGreaterThan(FEWEST);
    assertThat(result.outside()).isZero();
  }
}
