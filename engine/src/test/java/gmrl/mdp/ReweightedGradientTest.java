package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.Golden;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** V-trace by its published definition, values first and the gradient from them. */
class ReweightedGradientTest {
  private static final int HORIZON = 6;
  private static final int COUNT = 3;

  private final Mdp mdp = GoldenMdps.named("s5a3");
  private final int actions = mdp.actions();
  private final double[] critic = new SplittableRandom(4).doubles(mdp.states(), 0, 5).toArray();
  private final double[] reward = mdp.cellRewards();

  @Test
  void truncatedRatiosFollowTheDefinition() {
    PolicyPoint first = at(1);
    PolicyPoint second = at(2);
    ReweightedGradient reweighted = new ReweightedGradient(mdp, HORIZON, 1, Reweighting.VTRACE);
    reweighted.sample(0, first, COUNT, 11);
    reweighted.sample(1, second, COUNT, 12);
    double[] gradient = new double[mdp.cells()];
    reweighted.gradient(2, reward, critic, gradient);

    double[] expected = new double[mdp.cells()];
    addTrace(first, second, 11, expected);
    addTrace(second, second, 12, expected);
    assertThat(Golden.relativeError(gradient, expected)).isLessThan(1e-12);
  }

  private PolicyPoint at(long seed) {
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(new SplittableRandom(seed).doubles(mdp.cells(), -2, 2).toArray());
    return point;
  }

  private void addTrace(PolicyPoint behaviour, PolicyPoint target, long seed, double[] expected) {
    TrajectoryBatch batch = new TrajectoryBatch(mdp, COUNT, HORIZON);
    batch.sample(behaviour, seed);
    double gamma = mdp.gamma();
    for (int n = 0; n < COUNT; n++) {
      int[] states = new int[HORIZON + 1];
      double[] ratios = new double[HORIZON];
      for (int t = 0; t < HORIZON; t++) {
        int cell = batch.cells()[t * COUNT + n];
        states[t] = cell / actions;
        ratios[t] = Math.min(1, target.policy()[cell] / behaviour.policy()[cell]);
      }
      states[HORIZON] = batch.finalStates()[n];
      // v_s = V(s) + Σ_t γ^(t−s) (Π_{i<t} c_i) ρ_t δ_t, every sum written out.
      double[] values = new double[HORIZON + 1];
      for (int s = 0; s <= HORIZON; s++) {
        values[s] = critic[states[s]];
        double weight = 1;
        for (int t = s; t < HORIZON; t++) {
          int cell = batch.cells()[t * COUNT + n];
          double delta = reward[cell] + gamma * critic[states[t + 1]] - critic[states[t]];
          values[s] += weight * ratios[t] * delta;
          weight *= gamma * ratios[t];
        }
      }
      for (int t = 0; t < HORIZON; t++) {
        int cell = batch.cells()[t * COUNT + n];
        double advantage = reward[cell] + gamma * values[t + 1] - critic[states[t]];
        double scale = Math.pow(gamma, t) * ratios[t] * advantage / (2.0 * COUNT);
        for (int a = 0; a < actions; a++) {
          int other = states[t] * actions + a;
          expected[other] += scale * ((other == cell ? 1 : 0) - target.policy()[other]);
        }
      }
    }
  }
}
