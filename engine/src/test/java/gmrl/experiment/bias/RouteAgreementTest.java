package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.tabular.Decomposition;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import gmrl.mdp.TabularProblem;
import gmrl.meta.DirectedControl;
import gmrl.meta.MeanSlots;
import gmrl.meta.MetaGradient;
import gmrl.meta.PathControl;
import gmrl.meta.Randomness;
import gmrl.meta.Route;
import gmrl.meta.TrialAccumulator;
import gmrl.meta.WholeControl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plain sampling and the sharper route to the bias have the same mean, trial for trial: what a
 * trial has more than its conditioned and corrected twin averages to zero.
 */
class RouteAgreementTest {
  private static final int TRIALS = 300;
  private static final long SEED = 5;

  private static TabularSetup setup(ProblemSpec problem, int steps) {
    return TabularSetup.paper()
        .withProblem(problem)
        .withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 1))
        .withHorizon(4)
        .withAlpha(3)
        .withSteps(steps);
  }

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void everyMixOfSlotsAgreesWithSampling(Estimator estimator) {
    Set<Route> routes = new HashSet<>();
    for (ProblemSpec problem :
        List.of(
            new ProblemSpec.Maml(),
            new ProblemSpec.Lirpg(0.7, true),
            new ProblemSpec.Lirpg(1, false))) {
      for (Decomposition slots : Decomposition.PAPER) {
        for (int steps = 1; steps <= 3; steps++) {
          TabularSetup setup =
              slots.apply(setup(problem, steps), new SlotSpec.Sampled(estimator, 3));
          routes.add(plan(setup).route());
          assertAgreement(setup);
        }
      }
    }
    assertThat(routes).containsExactlyInAnyOrder(Route.CLOSED_FORM, Route.CONTROLLED);
  }

  static Stream<TabularSetup> others() {
    SlotSpec lvc = SlotSpec.parse("lvc:3");
    TabularSetup all = setup(new ProblemSpec.Maml(), 3).withSlots(lvc, lvc, lvc);
    // Where meta-training stands after a while: no policy is uniform, no reward zero.
    Table moved =
        Table.of("table", new double[][] {{1, -0.5, 0}, {0.3, 2, -1}, {0, 0.7, 0.1}, {-2, 0, 0.4}});
    return Stream.of(
        all.withTheta(Optional.of(moved)),
        setup(new ProblemSpec.Lirpg(0.7, true), 2)
            .withSlots(lvc, SlotSpec.parse("dice-baseline:3"), lvc)
            .withPhi(Optional.of(moved)),
        all.withReuse(true),
        all.withSlots(SlotSpec.parse("lvc:3"), SlotSpec.parse("loaded:3"), lvc)
            .withLoadedDiscount(Optional.of(0.6)),
        all.withMethod(new MethodSpec.Truncated(1)),
        all.withMethod(new MethodSpec.Truncated(0)),
        all.withMethod(new MethodSpec.Mixture(0.7)),
        all.withHessianError(new HessianError(2, 1)),
        all.withSlots(SlotSpec.exact(), SlotSpec.exact(), SlotSpec.exact())
            .withHessianError(new HessianError(2, 1)),
        all.withSlots(SlotSpec.parse("dice:4"), SlotSpec.parse("maml:2"), SlotSpec.parse("lvc:1")));
  }

  @ParameterizedTest
  @MethodSource("others")
  void otherLinearEstimatesAgreeToo(TabularSetup setup) {
    assertThat(plan(setup).route()).isNotEqualTo(Route.SAMPLED);
    assertAgreement(setup);
  }

  @Test
  void whatIsNotProvablyRightIsSampled() {
    SlotSpec lvc = SlotSpec.parse("lvc:3");
    TabularSetup all = setup(new ProblemSpec.Maml(), 3).withSlots(lvc, lvc, lvc);
    TabularSetup inner = all.withSlots(lvc, SlotSpec.exact(), SlotSpec.exact());
    assertThat(plan(all.withMethod(new MethodSpec.Implicit(5))).route()).isEqualTo(Route.SAMPLED);
    assertThat(plan(all.withMethod(new MethodSpec.EvolutionStrategies(2))).route())
        .isEqualTo(Route.SAMPLED);
    assertThat(plan(all.withMethod(new MethodSpec.PreAdaptation())).route())
        .isEqualTo(Route.SAMPLED);
    assertThat(plan(all.withReuse(true)).route()).isEqualTo(Route.CONDITIONED);
    assertThat(plan(inner.withReuse(true)).route()).isEqualTo(Route.SAMPLED);
    assertThat(plan(inner.withSteps(0)).route()).isEqualTo(Route.CLOSED_FORM);
    assertThat(RoutePlan.of(all, RouteChoice.SAMPLED, 12, 1, 1, TRIALS).route())
        .isEqualTo(Route.SAMPLED);
    // Too few trials to pay for the correction.
    assertThat(RoutePlan.of(all, RouteChoice.AUTO, 12, 1, 1, 20).route())
        .isEqualTo(Route.CONDITIONED);
    assertThat(RoutePlan.of(inner, RouteChoice.AUTO, 12, 1, 1, 20).route())
        .isEqualTo(Route.SAMPLED);
  }

  @Test
  void aWrongLimitIsCaught() {
    SlotSpec lvc = SlotSpec.parse("lvc:32");
    SlotSpec exact = SlotSpec.exact();
    TabularSetup setup = setup(new ProblemSpec.Maml(), 2);
    TabularSetup hessian = setup.withSlots(exact, lvc, exact);
    assertThat(agree(hessian, hessian, 0, 4 * TRIALS)).isTrue();
    TabularSetup plain = setup.withSlots(exact, SlotSpec.parse("maml:32"), exact);
    assertThat(agree(hessian, plain, 0, 4 * TRIALS)).isFalse();
    TabularSetup inner = setup.withSlots(lvc, exact, exact);
    assertThat(agree(inner, inner, 0, 4 * TRIALS)).isTrue();
    assertThat(agree(inner, inner.withHorizon(2), 0, 4 * TRIALS)).isFalse();
  }

  @Test
  void theCorrectionTakesTheNoiseOfThePathAway() {
    SlotSpec lvc = SlotSpec.parse("lvc:64");
    TabularSetup setup =
        TabularSetup.paper().withAlpha(3).withSlots(lvc, SlotSpec.exact(), SlotSpec.exact());
    List<double[]> plain = new ArrayList<>();
    List<double[]> corrected = new ArrayList<>();
    twins(setup, setup, 0, 200, plain, corrected);
    assertThat(variance(plain) / variance(corrected)).isGreaterThan(15);
  }

  /** A few directions, two runs of the loop each, do what the whole derivative does. */
  @Test
  void alongEveryDirectionTheCorrectionIsTheWholeOne() {
    for (ProblemSpec problem : List.of(new ProblemSpec.Maml(), new ProblemSpec.Lirpg(0.9, true))) {
      // A horizon beyond which nothing is lost: then the limit is the exact gradient.
      TabularSetup setup =
          setup(problem, 3)
              .withHorizon(80)
              .withSlots(SlotSpec.parse("lvc:8"), SlotSpec.exact(), SlotSpec.exact());
      for (MethodSpec method : List.of(new MethodSpec.Unrolled(), new MethodSpec.Mixture(0.7))) {
        compare(setup.withMethod(method));
      }
    }
  }

  private static void compare(TabularSetup setup) {
    compare(setup, TabularProblems.problem(setup, TabularProblems.mdp(setup, 0, SEED)));
  }

  private static <P> void compare(TabularSetup setup, TabularProblem<P> problem) {
    double[] phi = TabularProblems.phi(setup, problem.mdp());
    MetaGradient<P> loop = TabularProblems.unrolled(setup, problem, phi);
    MeanSlots<P> means = TabularProblems.means(setup, problem);
    double[][] units = new double[phi.length][phi.length];
    for (int i = 0; i < units.length; i++) {
      units[i][i] = 1;
    }
    PathControl directed = DirectedControl.build(loop, means, units, () -> {});
    PathControl whole = WholeControl.build(loop, means, () -> {});
    loop.estimate(new SplittableRandom(9), new double[phi.length]);
    double[] few = new double[phi.length];
    double[] all = new double[phi.length];
    directed.correction(loop, means, new double[phi.length], few);
    whole.correction(loop, means, new double[phi.length], all);
    double largest = Arrays.stream(all).map(Math::abs).max().orElseThrow();
    for (int j = 0; j < all.length; j++) {
      assertThat(few[j]).isCloseTo(all[j], within(1e-3 * largest));
    }
  }

  private static <P> double[] exact(TabularSetup setup, TabularProblem<P> problem) {
    double[] phi = TabularProblems.phi(setup, problem.mdp());
    double[] gradient = new double[phi.length];
    TabularProblems.exact(setup, problem, phi).estimate(new SplittableRandom(0), gradient);
    return gradient;
  }

  private static RoutePlan plan(TabularSetup setup) {
    return RoutePlan.of(setup, RouteChoice.AUTO, 12, 1, 100, TRIALS);
  }

  /** At 95 % one comparison in twenty fails by chance: then fresh trials must agree. */
  private static void assertAgreement(TabularSetup setup) {
    boolean agrees =
        agree(setup, setup, 0, TRIALS)
            || agree(setup, setup, TRIALS, 4 * TRIALS)
            || agree(setup, setup, 5 * TRIALS, 4 * TRIALS);
    assertThat(agrees).as("%s", setup).isTrue();
  }

  /** Whether the mean of g_i − x_i is told apart from zero. */
  private static boolean agree(TabularSetup setup, TabularSetup known, int first, int trials) {
    List<double[]> plain = new ArrayList<>();
    List<double[]> sharp = new ArrayList<>();
    twins(setup, known, first, trials, plain, sharp);
    TrialAccumulator difference = new TrialAccumulator(sharp.get(0), 0);
    for (int i = 0; i < trials; i++) {
      double[] shifted = sharp.get(0).clone();
      for (int j = 0; j < shifted.length; j++) {
        shifted[j] += plain.get(i)[j] - sharp.get(i)[j];
      }
      difference.add(shifted, new double[0]);
    }
    return difference.measures().biasSquared().contains(0)
        || difference.measures().variance() < 1e-24;
  }

  /** Trials, and the same trials conditioned and corrected by what is known of another setup. */
  private static void twins(
      TabularSetup setup,
      TabularSetup known,
      int first,
      int trials,
      List<double[]> plain,
      List<double[]> sharp) {
    twins(
        setup,
        known,
        TabularProblems.problem(setup, TabularProblems.mdp(setup, 0, SEED)),
        first,
        trials,
        plain,
        sharp);
  }

  private static <P> void twins(
      TabularSetup setup,
      TabularSetup known,
      TabularProblem<P> problem,
      int first,
      int trials,
      List<double[]> plain,
      List<double[]> sharp) {
    double[] phi = TabularProblems.phi(setup, problem.mdp());
    MetaGradient<P> loop = TabularProblems.unrolled(setup, problem, phi);
    MeanSlots<P> means = means(known, problem);
    boolean corrects = setup.inner().isSampled() && !setup.reuse();
    PathControl control =
        new KnownMeans<>(setup, problem, exact(setup, problem)).control(new CancellationToken());
    double[] correction = new double[phi.length];
    for (int i = 0; i < trials; i++) {
      double[] trial = new double[phi.length];
      double[] twin = new double[phi.length];
      loop.estimate(Randomness.ofTrial(SEED, 0, first + i), trial);
      loop.meanAlongPath(means, twin);
      if (corrects) {
        control.correction(loop, means, new double[phi.length], correction);
        for (int j = 0; j < twin.length; j++) {
          twin[j] -= correction[j];
        }
      }
      plain.add(trial);
      sharp.add(twin);
    }
  }

  /** The means of a setup, on a problem of its own horizon. */
  @SuppressWarnings("unchecked") // the same kind of problem, on the same MDP
  private static <P> MeanSlots<P> means(TabularSetup known, TabularProblem<P> problem) {
    return TabularProblems.means(
        known, (TabularProblem<P>) TabularProblems.problem(known, problem.mdp()));
  }

  private static double variance(List<double[]> vectors) {
    TrialAccumulator sums = new TrialAccumulator(vectors.get(0), 0);
    vectors.forEach(vector -> sums.add(vector, new double[0]));
    return sums.measures().variance();
  }
}
