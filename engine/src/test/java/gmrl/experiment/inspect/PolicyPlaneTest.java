package gmrl.experiment.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyPlaneTest {
  private static final PathCloud.Place START = new PathCloud.Place(0.3, -0.4);
  private static final double H = 1e-4;

  private static <T> T run(Experiment<T> experiment) {
    return experiment.run(new Workers(1), new CancellationToken(), (done, snapshot) -> {});
  }

  private static TabularSetup two(double alpha, int steps) {
    return PolicyPlane.at(START, PolicyPlane.twoStates(alpha, steps));
  }

  /** J of the two-state MDP by hand: p leaves state 0, q stays in state 1, γ = ½. */
  private static double byHand(double x, double y) {
    double p = 1 / (1 + Math.exp(-x));
    double q = 1 / (1 + Math.exp(-y));
    // V1 = q (1 + V1/2) + (1−q) V0/2 and V0 = p V1/2 + (1−p) V0/2.
    double ratio = p / 2 / (1 - (1 - p) / 2);
    double v1 = q / (1 - q / 2 - (1 - q) * ratio / 2);
    return ratio * v1;
  }

  private static double afterwards(double x, double y, double alpha, int steps) {
    return run(new PlaneWalk.Walk(
            PolicyPlane.at(new PathCloud.Place(x, y), PolicyPlane.twoStates(alpha, steps)), 0, 0))
        .endValue();
  }

  @Test
  void theMapIsTheReturnByHand() {
    ValueMap map = run(new ValueMap.Survey(two(1, 1), -2, 4, 4));
    assertThat(map.values()[0][3]).isCloseTo(byHand(4, -2), within(1e-12));
    assertThat(map.values()[2][1]).isCloseTo(byHand(0, 2), within(1e-12));
    assertThat(map.values()[3][3]).isGreaterThan(map.values()[0][0]);
  }

  @Test
  void theTwoArrowsPointWhereTheReturnGrowsNowAndAfterTheSteps() {
    PlaneWalk walk = run(new PlaneWalk.Walk(two(2, 3), 0, 0));
    double now = (byHand(START.x() + H, START.y()) - byHand(START.x() - H, START.y())) / (2 * H);
    // A step of logits moves their difference by twice the slope.
    assertThat(walk.gradient().x()).isCloseTo(2 * now, within(1e-6));
    double later =
        (afterwards(START.x() + H, START.y(), 2, 3) - afterwards(START.x() - H, START.y(), 2, 3))
            / (2 * H);
    assertThat(walk.metaGradient().x()).isCloseTo(2 * later, within(1e-6));
    assertThat(walk.values().get(0)).isCloseTo(byHand(START.x(), START.y()), within(1e-12));
    assertThat(walk.endValue()).isGreaterThan(walk.values().get(0));
  }

  @Test
  void unbiasedStepsLandAroundTheExactOneButTheirMeanReturnFallsShort() {
    SlotSpec exact = SlotSpec.exact();
    TabularSetup noisy = two(8, 1).withSlots(SlotSpec.parse("lvc:4"), exact, exact);
    StepSlice slice = run(new StepSlice.Cut(noisy, 5, 2000, -4, 8, 25));
    double spread =
        Math.sqrt(
            slice.landed().stream()
                .mapToDouble(p -> Math.pow(p.x() - slice.mean().x(), 2))
                .average()
                .orElseThrow());
    double standardError = spread / Math.sqrt(slice.landed().size());
    assertThat(slice.mean().x()).isCloseTo(slice.exact().x(), within(4 * standardError));
    assertThat(slice.gap()).isNegative();
    assertThat(slice.landed())
        .allSatisfy(p -> assertThat(p.y()).isCloseTo(byHand(p.x(), START.y()), within(1e-12)));
  }

  @Test
  void plainDifferentiationMissesWhatTheActionsOfOneStepDoToEachOther() {
    PlaneCurvature curvature =
        run(
            new PlaneCurvature.Look(
                two(1, 1), List.of(Estimator.MAML, Estimator.LVC, Estimator.LOADED)));
    double x = START.x();
    double y = START.y();
    double xx = (byHand(x + H, y) - 2 * byHand(x, y) + byHand(x - H, y)) / (H * H);
    double xy =
        (byHand(x + H, y + H) - byHand(x + H, y - H) - byHand(x - H, y + H) + byHand(x - H, y - H))
            / (4 * H * H);
    assertThat(curvature.exact()[0][0]).isCloseTo(xx, within(1e-5));
    assertThat(curvature.exact()[0][1]).isCloseTo(xy, within(1e-5));
    double[][] plain = curvature.limits().get(0).matrix();
    double[][] lvc = curvature.limits().get(1).matrix();
    double[][] loaded = curvature.limits().get(2).matrix();
    for (double[][] perStep : List.of(plain, lvc)) {
      assertThat(perStep[0][1]).isCloseTo(0, within(1e-9));
    }
    assertThat(plain[0][0]).isCloseTo(0, within(1e-9));
    // γ^T = 2^−20 is all that the horizon takes.
    assertThat(loaded[0][1]).isCloseTo(xy, within(1e-4));
  }

  @Test
  void otherMdpsAreRefusedInOneSentence() {
    assertThatThrownBy(() -> run(new ValueMap.Survey(TabularSetup.paper(), 0, 1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20 states × 5 actions");
  }
}
