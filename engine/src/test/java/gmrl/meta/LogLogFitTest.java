package gmrl.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogLogFitTest {

  @Test
  void recoversAPowerLaw() {
    double[] x = {1, 2, 4, 8};
    double[] y = {3, 3 * Math.sqrt(2), 6, 6 * Math.sqrt(2)};
    LogLogFit fit = LogLogFit.of(x, y);
    assertThat(fit.slope()).isCloseTo(0.5, within(1e-12));
    assertThat(fit.standardError()).isCloseTo(0, within(1e-8));
    assertThat(fit.at(16)).isCloseTo(12, within(1e-9));
  }

  @Test
  void leavesOutAndCountsWhatHasNoLogarithm() {
    LogLogFit fit = LogLogFit.of(new double[] {1, 2, 3, 4, 0}, new double[] {1, 4, -1, 16, 5});
    assertThat(fit.slope()).isCloseTo(2, within(1e-12));
    assertThat(fit.points()).isEqualTo(3);
    assertThat(fit.skipped()).isEqualTo(2);
  }

  @Test
  void tooFewPointsHaveNoSlope() {
    assertThat(LogLogFit.of(new double[] {2}, new double[] {3}).slope()).isNaN();
    assertThat(LogLogFit.of(new double[] {2, 2}, new double[] {3, 4}).slope()).isNaN();
    LogLogFit two = LogLogFit.of(new double[] {1, 2}, new double[] {1, 2});
    assertThat(two.slope()).isCloseTo(1, within(1e-12));
    assertThat(two.standardError()).isNaN();
  }

  @Test
  void theStandardErrorIsTheSpreadOfTheSlope() {
    Random random = new Random(2);
    double[] x = {1, 2, 4, 8, 16, 32};
    MeanEstimate.Running slopes = new MeanEstimate.Running();
    MeanEstimate.Running squaredErrors = new MeanEstimate.Running();
    for (int r = 0; r < 4000; r++) {
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        y[i] = Math.exp(0.1 * random.nextGaussian()) / x[i];
      }
      LogLogFit fit = LogLogFit.of(x, y);
      slopes.add(fit.slope());
      squaredErrors.add(fit.standardError() * fit.standardError());
    }
    double spread = Math.sqrt(4000) * slopes.estimate().standardError();
    assertThat(Math.sqrt(squaredErrors.estimate().mean())).isCloseTo(spread, within(0.05 * spread));
    assertThat(slopes.estimate().mean())
        .isCloseTo(-1, within(3 * slopes.estimate().standardError()));
  }
}
