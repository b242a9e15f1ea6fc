package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import gmrl.meta.MetaGradient;
import gmrl.meta.MetaTraining;
import gmrl.meta.TrainingState;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Meta-training: the exact learner climbs, the others are judged by the same exact objective. */
class MetaTrainingTest {
  private static final double ALPHA = 1;
  private static final int STEPS = 2;

  private final Mdp mdp = GoldenMdps.named("s5a3");
  private final MamlProblem maml = new MamlProblem(mdp, Sampling.PAPER);
  private final double[] zero = new double[mdp.cells()];

  private static <P> MetaGradient<P> loop(
      TabularProblem<P> problem, InnerSlot<P> inner, CurvatureSlot<P> curvature) {
    return new MetaGradient<>(
        problem,
        inner,
        curvature,
        problem.exactOuter(),
        ALPHA,
        STEPS,
        new double[problem.phiSize()]);
  }

  private static <P> MetaGradient<P> exact(TabularProblem<P> problem) {
    return loop(problem, problem.exactInner(), problem.exactCurvature());
  }

  private static <P> MetaTraining<P> exactTraining(TabularProblem<P> problem, double rate) {
    return new MetaTraining<>(exact(problem), exact(problem), problem::objective, rate, 1);
  }

  private static <P> TrainingState train(MetaTraining<P> training, double[] phi, int updates) {
    SplittableRandom random = new SplittableRandom(1);
    TrainingState state = training.start(phi, random.split());
    for (int i = 0; i < updates; i++) {
      state = training.step(state, random.split());
    }
    return state;
  }

  @Test
  void anExactStepIsGradientAscent() {
    MetaTraining<MamlPoint> training = exactTraining(maml, 0.5);
    TrainingState start = training.start(zero, new SplittableRandom(1));
    TrainingState next = training.step(start, new SplittableRandom(2));
    double[] gradient = new double[mdp.cells()];
    exact(maml).estimate(new SplittableRandom(1), gradient);
    double square = 0;
    for (int i = 0; i < gradient.length; i++) {
      assertThat(next.phi()[i]).isCloseTo(0.5 * gradient[i], offset(1e-15));
      square += gradient[i] * gradient[i];
    }
    assertThat(next.stepNorm()).isCloseTo(Math.sqrt(square), offset(1e-14));
    assertThat(next.stepCosine()).isCloseTo(1, offset(1e-12));
    assertThat(start.update()).isZero();
    assertThat(next.update()).isEqualTo(1);
    // To first order the objective gains η ‖∇J‖².
    TrainingState tiny = exactTraining(maml, 1e-6).step(start, new SplittableRandom(2));
    assertThat((tiny.objective() - start.objective()) / 1e-6)
        .isCloseTo(square, offset(1e-4 * square));
  }

  @Test
  void theExactLearnerClimbsAtEveryUpdate() {
    MetaTraining<MamlPoint> training = exactTraining(maml, 0.3);
    TrainingState state = training.start(zero, new SplittableRandom(1));
    double first = state.objective();
    for (int i = 0; i < 40; i++) {
      TrainingState next = training.step(state, new SplittableRandom(i));
      assertThat(next.objective()).isGreaterThan(state.objective());
      state = next;
    }
    assertThat(state.objective()).isGreaterThan(1.05 * first);
  }

  @Test
  void lirpgLearnsARewardThatHelps() {
    LirpgProblem lirpg = new LirpgProblem(mdp, Sampling.PAPER, 0.9, true, zero);
    MetaTraining<LirpgPoint> training = exactTraining(lirpg, 1);
    double first = training.start(zero, new SplittableRandom(1)).objective();
    assertThat(train(training, zero, 60).objective()).isGreaterThan(1.05 * first);
  }

  @Test
  void noiseCostsSomethingAndASeedRepeatsItself() {
    MetaTraining<MamlPoint> noisy =
        new MetaTraining<>(
            loop(maml, maml.inner(Estimator.DICE, 2), maml.curvature(Estimator.DICE, 2)),
            exact(maml),
            maml::objective,
            0.3,
            1);
    TrainingState once = train(noisy, zero, 20);
    assertThat(train(noisy, zero, 20)).usingRecursiveComparison().isEqualTo(once);
    assertThat(once.objective()).isLessThan(train(exactTraining(maml, 0.3), zero, 20).objective());
    assertThat(once.stepCosine()).isLessThan(0.99);
  }

  @Test
  void averagingMoreTrialsTurnsTheStepTowardsTheExactGradient() {
    assertThat(meanCosine(20)).isGreaterThan(meanCosine(1));
  }

  private double meanCosine(int trials) {
    MetaTraining<MamlPoint> training =
        new MetaTraining<>(
            loop(maml, maml.exactInner(), maml.curvature(Estimator.LOADED, 4)),
            exact(maml),
            maml::objective,
            0.1,
            trials);
    TrainingState start = training.start(zero, new SplittableRandom(1));
    double sum = 0;
    for (int i = 0; i < 50; i++) {
      sum += training.step(start, new SplittableRandom(i)).stepCosine();
    }
    return sum / 50;
  }

  @Test
  void aLearnerThatLeavesTheFiniteNumbersStopsAndSaysSo() {
    InnerSlot<MamlPoint> overflowing =
        (point, step, random, gradient) -> Arrays.fill(gradient, 1e300 * 1e300);
    MetaTraining<MamlPoint> training =
        new MetaTraining<>(
            loop(maml, overflowing, maml.exactCurvature()), exact(maml), maml::objective, 1, 1);
    TrainingState state = train(training, zero, 5);
    assertThat(state.update()).isEqualTo(1);
    assertThat(state.stopped()).isTrue();
    assertThat(state.objective()).isFinite();
    assertThat(state.phi()).isEqualTo(zero);
  }

  @Test
  void badNumbersAreQuoted() {
    assertThatThrownBy(() -> exactTraining(maml, Double.NaN))
        .hasMessageContaining("learning rate is NaN");
    assertThatThrownBy(() -> new MetaTraining<>(exact(maml), exact(maml), maml::objective, 1, 0))
        .hasMessageContaining("trials per update is 0");
    assertThatThrownBy(() -> exact(maml).moveTo(new double[3]))
        .hasMessageContaining("phi has 3 entries, expected 15");
  }
}
