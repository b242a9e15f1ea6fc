package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every surrogate, written down from its formula and differentiated by an independent library. */
class SurrogateDerivativesTest {
  private static final int STATES = 2;
  private static final int ACTIONS = 3;
  private static final int CELLS = STATES * ACTIONS;
  private static final int HORIZON = 5;
  private static final int COUNT = 4;

  private final DSFactory factory = new DSFactory(CELLS, 3);

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void kernelsAgreeWithAutomaticDifferentiation(Estimator estimator) {
    SplittableRandom random = new SplittableRandom(3);
    Mdp mdp = new RandomMdp(STATES, ACTIONS, 1, 1, 0.9).draw(random);
    double[] theta = random.doubles(CELLS, -1, 1).toArray();
    double[] critic = random.doubles(STATES, 0, 5).toArray();
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(theta);
    TrajectoryBatch batch = new TrajectoryBatch(mdp, COUNT, HORIZON);
    batch.sample(point, 11);
    DerivativeStructure surrogate = surrogate(estimator, mdp, theta, batch, critic);

    BatchEstimate estimate = new BatchEstimate(mdp, estimator);
    estimate.read(point, batch, critic);
    double[] gradient = new double[CELLS];
    estimate.gradient(gradient);
    assertThat(estimate.value()).isCloseTo(surrogate.getValue(), offset(1e-12));
    double[] unit = new double[CELLS];
    double[] column = new double[CELLS];
    for (int i = 0; i < CELLS; i++) {
      assertThat(gradient[i]).isCloseTo(partial(surrogate, i, -1), offset(1e-12));
      unit[i] = 1;
      estimate.hessianVector(unit, column);
      unit[i] = 0;
      for (int j = 0; j < CELLS; j++) {
        assertThat(column[j]).isCloseTo(partial(surrogate, i, j), offset(1e-11));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.9, 1})
  void loadedForgetsDistantDependencies(double kept) {
    SplittableRandom random = new SplittableRandom(3);
    Mdp mdp = new RandomMdp(STATES, ACTIONS, 1, 1, 0.9).draw(random);
    double[] theta = random.doubles(CELLS, -1, 1).toArray();
    double[] critic = random.doubles(STATES, 0, 5).toArray();
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(theta);
    TrajectoryBatch batch = new TrajectoryBatch(mdp, COUNT, HORIZON);
    batch.sample(point, 11);
    DerivativeStructure sum = factory.constant(0);
    for (int n = 0; n < COUNT; n++) {
      sum = sum.add(discounted(kept, mdp, theta, batch, critic, n));
    }
    DerivativeStructure surrogate = sum.divide(COUNT);
    BatchEstimate estimate = new BatchEstimate(mdp, Estimator.LOADED, 1, kept);
    estimate.read(point, batch, critic);
    BatchEstimate end = new BatchEstimate(mdp, kept == 0 ? Estimator.LVC : Estimator.LOADED);
    end.read(point, batch, critic);
    double[] gradient = new double[CELLS];
    estimate.gradient(gradient);
    double[] unit = new double[CELLS];
    double[] column = new double[CELLS];
    double[] known = new double[CELLS];
    double apart = 0;
    for (int i = 0; i < CELLS; i++) {
      assertThat(gradient[i]).isCloseTo(partial(surrogate, i, -1), offset(1e-12));
      unit[i] = 1;
      estimate.hessianVector(unit, column);
      end.hessianVector(unit, known);
      unit[i] = 0;
      for (int j = 0; j < CELLS; j++) {
        assertThat(column[j]).isCloseTo(partial(surrogate, i, j), offset(1e-11));
        apart = Math.max(apart, Math.abs(column[j] - known[j]));
      }
    }
    if (kept == 0 || kept == 1) {
      assertThat(apart).isLessThan(1e-12);
    } else {
      assertThat(apart).isGreaterThan(0.01);
    }
  }

  /** Σ γ^t Â_t (f(w_t) − f(λ w_{t−1})) from its definition. */
  private DerivativeStructure discounted(
      double kept, Mdp mdp, double[] theta, TrajectoryBatch batch, double[] v, int n) {
    double[] advantage = new double[HORIZON];
    double ret = v[batch.finalStates()[n]];
    for (int t = HORIZON - 1; t >= 0; t--) {
      int cell = batch.cells()[t * COUNT + n];
      ret = mdp.flatReward()[cell] + mdp.gamma() * ret;
      advantage[t] = ret - v[cell / ACTIONS];
    }
    DerivativeStructure sum = factory.constant(0);
    DerivativeStructure past = factory.constant(0);
    for (int t = 0; t < HORIZON; t++) {
      DerivativeStructure before = past.multiply(kept);
      DerivativeStructure now = before.add(logProbability(theta, batch.cells()[t * COUNT + n]));
      DerivativeStructure loaded =
          now.subtract(now.getValue()).exp().subtract(before.subtract(before.getValue()).exp());
      sum = sum.add(loaded.multiply(Math.pow(mdp.gamma(), t) * advantage[t]));
      past = now;
    }
    return sum;
  }

  @Test
  void taypoAndLoadedPartAtTheThirdDerivative() {
    SplittableRandom random = new SplittableRandom(3);
    Mdp mdp = new RandomMdp(STATES, ACTIONS, 1, 1, 0.9).draw(random);
    double[] theta = random.doubles(CELLS, -1, 1).toArray();
    double[] critic = random.doubles(STATES, 0, 5).toArray();
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(theta);
    TrajectoryBatch batch = new TrajectoryBatch(mdp, COUNT, HORIZON);
    batch.sample(point, 11);
    DerivativeStructure taypo = surrogate(Estimator.TAYPO2, mdp, theta, batch, critic);
    DerivativeStructure loaded = surrogate(Estimator.LOADED, mdp, theta, batch, critic);
    double secondGap = 0;
    double thirdGap = 0;
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS; j++) {
        secondGap = Math.max(secondGap, Math.abs(partial(taypo, i, j) - partial(loaded, i, j)));
      }
      int[] third = new int[CELLS];
      third[i] = 3;
      thirdGap =
          Math.max(
              thirdGap,
              Math.abs(taypo.getPartialDerivative(third) - loaded.getPartialDerivative(third)));
    }
    assertThat(secondGap).isLessThan(1e-12);
    assertThat(thirdGap).isGreaterThan(0.01);
  }

  private static double partial(DerivativeStructure value, int i, int j) {
    int[] orders = new int[CELLS];
    orders[i]++;
    if (j >= 0) {
      orders[j]++;
    }
    return value.getPartialDerivative(orders);
  }

  private DerivativeStructure surrogate(
      Estimator estimator, Mdp mdp, double[] theta, TrajectoryBatch batch, double[] critic) {
    DerivativeStructure sum = factory.constant(0);
    for (int n = 0; n < COUNT; n++) {
      sum = sum.add(trajectory(estimator, mdp, theta, batch, critic, n));
    }
    return sum.divide(COUNT);
  }

  private DerivativeStructure trajectory(
      Estimator estimator, Mdp mdp, double[] theta, TrajectoryBatch batch, double[] v, int n) {
    double gamma = mdp.gamma();
    double[] advantage = new double[HORIZON];
    double ret = v[batch.finalStates()[n]];
    for (int t = HORIZON - 1; t >= 0; t--) {
      int cell = batch.cells()[t * COUNT + n];
      ret = mdp.flatReward()[cell] + gamma * ret;
      advantage[t] = ret - v[cell / ACTIONS];
    }
    DerivativeStructure sum = factory.constant(0);
    double[] rewards = new double[HORIZON];
    double remaining = 0;
    for (int t = HORIZON - 1; t >= 0; t--) {
      remaining = mdp.flatReward()[batch.cells()[t * COUNT + n]] + gamma * remaining;
      rewards[t] = remaining;
    }
    DerivativeStructure product = factory.constant(1);
    DerivativeStructure linear = factory.constant(1);
    for (int t = 0; t < HORIZON; t++) {
      int cell = batch.cells()[t * COUNT + n];
      double discount = Math.pow(gamma, t);
      DerivativeStructure log = logProbability(theta, cell);
      DerivativeStructure ratio = log.subtract(log.getValue()).exp();
      DerivativeStructure before = product;
      product = product.multiply(ratio);
      double reward = discount * mdp.flatReward()[cell];
      sum =
          sum.add(
              switch (estimator) {
                case MAML -> log.multiply(discount * advantage[t]);
                case LVC -> ratio.subtract(1).multiply(discount * advantage[t]);
                case LOADED -> product.subtract(before).multiply(discount * advantage[t]);
                case DICE -> product.multiply(reward);
                case TAYPO2 -> ratio.subtract(1).multiply(linear).multiply(discount * advantage[t]);
                case REINFORCE -> log.multiply(discount * rewards[t]);
                case REINFORCE_BASELINE ->
                    log.multiply(discount * (rewards[t] - v[cell / ACTIONS]));
                case DICE_BASELINE ->
                    product
                        .multiply(reward)
                        .add(ratio.negate().add(1).multiply(discount * v[cell / ACTIONS]));
              });
      linear = linear.add(ratio).subtract(1);
    }
    return sum;
  }

  private DerivativeStructure logProbability(double[] theta, int cell) {
    DerivativeStructure sum = factory.constant(0);
    int row = cell / ACTIONS * ACTIONS;
    for (int a = 0; a < ACTIONS; a++) {
      sum = sum.add(factory.variable(row + a, theta[row + a]).exp());
    }
    return factory.variable(cell, theta[cell]).subtract(sum.log());
  }
}
