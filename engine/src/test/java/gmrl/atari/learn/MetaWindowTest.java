package gmrl.atari.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.Golden;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The meta-gradient of a window on live experience. */
class MetaWindowTest {
  private static final InnerRule RULE = new InnerRule(7e-4, 1e-8, 0.5);
  private static final Variable RAW = Variable.of(new float[] {3, 2, 0.1f, -3}, 4);

  private final VectorEnvironment environments = Corridor.vector(8, 12, 5);
  private final ActorCritic network =
      new ActorCritic(NetworkSpec.dense(environments.shape(), 2, 16, true));
  private final Losses losses = new Losses(network);
  private final Learner start = warm();
  private final List<Rollout> rollouts = play(4);

  /** Adam's moments as they are in the middle of a run. */
  private Learner warm() {
    List<Variable> p = network.initial(new StatefulRandom(2)).variables();
    List<Variable> m = p.stream().map(x -> Variable.full(x.type(), 1e-3, x.shape())).toList();
    List<Variable> v = p.stream().map(x -> Variable.full(x.type(), 1e-4, x.shape())).toList();
    return new Learner(p, m, v, 100);
  }

  private List<Rollout> play(int n) {
    environments.reset(new float[environments.size() * 5], 0);
    Actor actor = new Actor(network, environments, new StatefulRandom(9));
    List<Rollout> out = new ArrayList<>();
    Variable gamma = Variable.of(new float[] {0.95f}, 1);
    for (int i = 0; i < n; i++) {
      out.add(actor.play(start.p(), gamma, 5, new ArrayList<>()).rollout(TimeLimit.BOOTSTRAP));
    }
    return out;
  }

  private MetaWindow window(Surrogate surrogate, int steps) {
    MetaWindow window = new MetaWindow(losses, surrogate, true, start, RAW);
    for (int k = 0; k < steps; k++) {
      window.advance(RULE, rollouts.get(k));
    }
    return window;
  }

  private MetaWindow.MetaGradient gradient(Surrogate surrogate, int steps, boolean split) {
    return window(surrogate, steps)
        .gradient(
            List.of(new MetaWindow.OuterTerm(steps, 1, rollouts.get(steps))),
            OuterLoss.published(),
            split);
  }

  @Test
  void withOneStepPlainAndLvcAreExactlyTheSame() {
    double[] plain = gradient(Surrogate.PLAIN, 1, false).total();
    double[] lvc = gradient(Surrogate.LVC, 1, false).total();
    assertThat(lvc).containsExactly(plain);
    for (double g : plain) {
      assertThat(g).isNotZero();
    }
  }

  @Test
  void withThreeStepsTheyDifferOnlyInWhatCurvatureCarries() {
    var plain = gradient(Surrogate.PLAIN, 3, true);
    var lvc = gradient(Surrogate.LVC, 3, true);
    assertThat(Golden.relativeError(lvc.total(), plain.total())).isGreaterThan(1e-4);
    for (int k = 0; k < 3; k++) {
      assertThat(Golden.relativeError(lvc.mixed()[k], plain.mixed()[k])).isLessThan(1e-3);
    }
    assertThat(Golden.relativeError(lvc.transported()[0], plain.transported()[0]))
        .isGreaterThan(1e-2);
    assertThat(lvc.transported()[2]).containsOnly(0);
  }

  @Test
  void bothSurrogatesMakeTheSameUpdates() {
    List<Variable> plain = window(Surrogate.PLAIN, 3).learner().p();
    List<Variable> lvc = window(Surrogate.LVC, 3).learner().p();
    for (int i = 0; i < plain.size(); i++) {
      assertThat(lvc.get(i).toDoubles()).containsExactly(plain.get(i).toDoubles(), within(1e-6));
    }
  }

  @Test
  void aMixtureIsTheWeightedSumOfItsWindows() {
    double[] expected = new double[4];
    double[] weights = {0.25, 0.25, 0.5};
    List<MetaWindow.OuterTerm> terms = new ArrayList<>();
    for (int k = 1; k <= 3; k++) {
      double[] one = gradient(Surrogate.LVC, k, false).total();
      for (int i = 0; i < 4; i++) {
        expected[i] += weights[k - 1] * one[i];
      }
      terms.add(new MetaWindow.OuterTerm(k, weights[k - 1], rollouts.get(k)));
    }
    double[] mixed = window(Surrogate.LVC, 3).gradient(terms, OuterLoss.published(), false).total();
    assertThat(Golden.relativeError(mixed, expected)).isLessThan(1e-4);
    MetaSettings settings = MetaSettings.published().withMixture(0.5);
    assertThat(settings.weight(1) + settings.weight(2) + settings.weight(3))
        .isCloseTo(1, within(1e-15));
    assertThat(settings.weight(3)).isCloseTo(2 * settings.weight(2), within(1e-15));
    assertThat(MetaSettings.published().weight(3)).isEqualTo(1);
    assertThat(MetaSettings.published().weight(2)).isZero();
  }
}
