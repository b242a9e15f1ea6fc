package gmrl.experiment.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.example.ExampleSnapshot.Curve;
import org.junit.jupiter.api.Test;

class DeadPathsTest {
  private final ExampleSnapshot end =
      new DeadPaths(3, 3, 1e-4, 7)
          .run(new Workers(1), new CancellationToken(), (done, snapshot) -> {});

  private Curve curve(int panel, String name) {
    return end.panels().get(panel).curves().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyTheWholePathAgreesWithFiniteDifferences() {
    assertThat(curve(0, "whole path").y()).allSatisfy(e -> assertThat(e).isLessThan(1e-6));
    assertThat(curve(0, "gradient taken as a constant").y())
        .allSatisfy(e -> assertThat(e).isGreaterThan(5));
    assertThat(curve(0, "step size read into Java").y())
        .allSatisfy(e -> assertThat(e).isBetween(0.01, 30.0));
    assertThat(curve(0, "parameters detached").y())
        .allSatisfy(e -> assertThat(e).isCloseTo(100, within(1e-9)));
  }

  @Test
  void aSilentFeaturePoisonsTheTextbooksAdamAndNotThisOne() {
    assertThat(curve(1, "Adam as in the textbook").y()).containsOnly(100.0);
    assertThat(curve(1, "Adam here").y()).containsOnly(0.0);
  }

  @Test
  void oneTinyGradientIsAmplifiedByOneOverEpsilonOrItsRoot() {
    assertThat(curve(2, "ε beside the root").y().get(0)).isCloseTo(1e4, within(1e-3));
    assertThat(curve(2, "ε₀ inside the root").y().get(0)).isCloseTo(100, within(1e-3));
  }

  @Test
  void theCheckerNamesTheCut() {
    assertThat(end.headline()).contains("taken as a constant");
    assertThat(PathAdam.slope(1e-12, 1e-8, 0)).isCloseTo(1e8, within(1e5));
  }
}
