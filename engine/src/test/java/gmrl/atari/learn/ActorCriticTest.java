package gmrl.atari.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.atari.ObservationShape;
import gmrl.atari.StatefulRandom;
import gmrl.autodiff.Variable;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ActorCriticTest {
  private static final ObservationShape CELLS = new ObservationShape(10, 10, 4);
  private static final ObservationShape FRAMES = new ObservationShape(84, 84, 4);

  @Test
  void sizesAreThoseOfThePapers() {
    // Mnih et al. 2015 with 4 actions has 1 687 206 − 3 numbers with one critic instead of none.
    int nature =
        8 * 8 * 4 * 32 + 32 + 4 * 4 * 32 * 64 + 64 + 3 * 3 * 64 * 64 + 64 + 3136 * 512 + 512;
    int heads = 4 * 512 + 4 + 512 + 1;
    assertThat(start(NetworkSpec.nature(FRAMES, 4, false)).size()).isEqualTo(nature + heads);
    int more = 16 + 16 + 528 * 512 + 512;
    assertThat(start(NetworkSpec.nature(FRAMES, 4, true)).size()).isEqualTo(nature + heads + more);
    assertThat(start(NetworkSpec.miniature(CELLS, 6, false)).size())
        .isEqualTo(9 * 4 * 16 + 16 + 1024 * 128 + 128 + 6 * 128 + 6 + 128 + 1);
  }

  private static Parameters start(NetworkSpec spec) {
    return new ActorCritic(spec).initial(new StatefulRandom(1));
  }

  @Test
  void weightsStartOrthogonal() {
    Parameters.Tensor conv = start(NetworkSpec.miniature(CELLS, 6, false)).tensors().get(0);
    int length = conv.data().length / 16;
    for (int i = 0; i < 16; i++) {
      for (int j = 0; j < 16; j++) {
        double dot = 0;
        for (int k = 0; k < length; k++) {
          dot += (double) conv.data()[i * length + k] * conv.data()[j * length + k];
        }
        assertThat(dot).isCloseTo(i == j ? 2 : 0, within(1e-5));
      }
    }
    float[] tall = Orthogonal.matrix(5, 2, 3, new SplittableRandom(4));
    double dot = 0;
    double norm = 0;
    for (int r = 0; r < 5; r++) {
      dot += (double) tall[2 * r] * tall[2 * r + 1];
      norm += (double) tall[2 * r] * tall[2 * r];
    }
    assertThat(dot).isCloseTo(0, within(1e-5));
    assertThat(norm).isCloseTo(9, within(1e-5));
  }

  @Test
  void theCriticIsToldTheDiscountAndThePolicyIsNot() {
    NetworkSpec spec = NetworkSpec.miniature(CELLS, 6, true);
    ActorCritic network = new ActorCritic(spec);
    List<Variable> p = network.initial(new StatefulRandom(3)).variables();
    Variable cells = cells(5);
    var low = network.apply(p, cells, Variable.of(new float[] {0.5f}, 1));
    var high = network.apply(p, cells, Variable.of(new float[] {0.99f}, 1));
    assertThat(low.values().toFloats()).isNotEqualTo(high.values().toFloats());
    assertThat(low.logProbabilities().toFloats()).isEqualTo(high.logProbabilities().toFloats());
    assertThat(low.values().shape()).containsExactly(5);
    assertThat(low.logProbabilities().shape()).containsExactly(5, 6);
    assertThatThrownBy(() -> network.apply(p, cells, null)).hasMessageContaining("γ");
  }

  private static Variable cells(int n) {
    SplittableRandom random = new SplittableRandom(8);
    float[] data = new float[n * CELLS.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = random.nextInt(2);
    }
    return Variable.of(data, n, 10, 10, 4);
  }

  @Test
  void probabilitiesAreNearlyEqualAtFirst() {
    ActorCritic network = new ActorCritic(NetworkSpec.miniature(CELLS, 6, false));
    List<Variable> p = network.initial(new StatefulRandom(3)).variables();
    float[] logs = network.apply(p, cells(4), null).logProbabilities().toFloats();
    for (float log : logs) {
      assertThat(Math.exp(log)).isCloseTo(1.0 / 6, within(0.01));
    }
  }

  @Test
  void parametersOfAnotherNetworkAreNamed() {
    Parameters other = start(NetworkSpec.miniature(CELLS, 5, false));
    ActorCritic network = new ActorCritic(NetworkSpec.miniature(CELLS, 6, false));
    assertThatThrownBy(() -> network.check(other))
        .hasMessage(
            "parameter 5 of this network is policy.weight[6, 128], not policy.weight[5, 128]");
    assertThatThrownBy(
            () ->
                new NetworkSpec(
                    CELLS, 6, NetworkSpec.nature(FRAMES, 6, false).convolutions(), 8, false, 4))
        .hasMessageContaining("side 4 does not fit into 1 × 1");
  }
}
