package gmrl.experiment.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathCloudTest {
  private static final TabularSetup SMALL =
      TabularSetup.paper()
          .withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 2))
          .withHorizon(7)
          .withAlpha(2);

  private static PathCloud run(TabularSetup setup, int trials) {
    return new PathCloudExperiment(setup, 3, 1, trials)
        .run(new Workers(1), new CancellationToken(), (done, snapshot) -> {});
  }

  private static TabularSetup inner(int steps, int samples) {
    SlotSpec exact = SlotSpec.exact();
    return SMALL.withSteps(steps).withSlots(SlotSpec.parse("lvc:" + samples), exact, exact);
  }

  /** Mean squared distance of the sampled ends from the exact end, in the plane. */
  private static double spread(PathCloud cloud) {
    PathCloud.Place end = cloud.exact().get(cloud.exact().size() - 1);
    return cloud.paths().stream()
        .map(path -> path.get(path.size() - 1))
        .mapToDouble(p -> Math.pow(p.x() - end.x(), 2) + Math.pow(p.y() - end.y(), 2))
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void thePlaneHoldsTheFirstStepAndTheEndOfTheExactPath(int steps) {
    PathCloud cloud = run(inner(steps, 4), 20);
    assertThat(cloud.exact()).hasSize(steps + 1);
    assertThat(cloud.exact().get(0)).isEqualTo(new PathCloud.Place(0, 0));
    assertThat(cloud.exact().get(1).x()).isPositive();
    assertThat(cloud.exact().get(1).y()).isCloseTo(0, within(1e-12));
    assertThat(cloud.paths()).hasSize(20).allMatch(path -> path.size() == steps + 1);
    assertThat(cloud.seen()).isBetween(0.05, 1.0);
  }

  @org.junit.jupiter.api.Test
  void fourTimesTheSamplesHalveTheCloud() {
    double few = spread(run(inner(2, 4), 200));
    double many = spread(run(inner(2, 16), 200));
    assertThat(many / few).isBetween(0.15, 0.4);
  }

  @Test
  void anExactInnerLoopHasNoCloud() {
    SlotSpec exact = SlotSpec.exact();
    PathCloud cloud = run(SMALL.withSlots(exact, SlotSpec.parse("lvc:4"), exact), 20);
    assertThat(cloud.paths()).isEmpty();
    assertThat(cloud.seen()).isCloseTo(1, within(1e-9));
  }

  @org.junit.jupiter.api.Test
  void twoStatesAreShownInTheirTwoCoordinates() {
    TabularSetup two = inner(2, 4).withMdps(new MdpSource.Teaching("two-state")).withGamma(0.9);
    PathCloud cloud =
        new PathCloudExperiment(two, 3, 0, 20)
            .run(new Workers(1), new CancellationToken(), (done, snapshot) -> {});
    assertThat(cloud.axes()).isPresent();
    // Ascent keeps the sum of a state's two entries, so the plane holds all of θ.
    assertThat(cloud.seen()).isCloseTo(1, within(1e-9));
    assertThat(cloud.exact().get(0)).isEqualTo(new PathCloud.Place(0, 0));
    PathCloud.Place end = cloud.exact().get(2);
    assertThat(Math.hypot(end.x(), end.y())).isPositive();
    assertThat(run(inner(2, 4), 2).axes()).isEmpty();
  }
}
