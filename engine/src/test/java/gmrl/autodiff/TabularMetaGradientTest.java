package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meta-gradients of tabular problems by differentiating the whole computation. */
class TabularMetaGradientTest {
  private static final double GAMMA = 0.8;

  /** V(0) of the softmax policy as a function of its logits. */
  private static Variable value(Variable theta, Variable transitions, Variable rewards) {
    int states = theta.dim(0);
    Variable policy = Ops.softmax(theta);
    Variable chosen = policy.reshape(states, theta.dim(1), 1).times(transitions).sum(1);
    double[] eye = new double[states * states];
    for (int i = 0; i < states; i++) {
      eye[i * states + i] = 1;
    }
    Variable system = Variable.of(eye, states, states).minus(chosen.times(GAMMA));
    Variable reward = policy.times(rewards).sum(1).reshape(states, 1);
    return Ops.slice(Ops.solve(system, reward), 0, 0, 1).sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void agreesWithTheReference(int index) {
    JsonNode golden = Golden.read("tabular_exact.json").get("mdps").get(index);
    JsonNode mdp = Golden.read("tabular_mdps.json").get("mdps").get(index);
    assertThat(mdp.get("name")).isEqualTo(golden.get("name"));
    int s = golden.get("S").asInt();
    int a = golden.get("A").asInt();
    Variable transitions = Variable.of(Golden.flat(mdp.get("P")), s, a, s);
    Variable rewards = Variable.of(Golden.table(mdp.get("R")));
    for (JsonNode point : golden.get("points")) {
      try (Scope scope = Scope.open()) {
        Variable theta = Variable.of(Golden.table(point.get("theta0")));
        Function<Variable, Variable> objective = x -> value(x, transitions, rewards);
        Variable v = Variable.of(Golden.table(golden.get("hvp_direction_v")));
        compare(Autodiff.grad(objective).apply(theta), point.get("gradient"));
        compare(Autodiff.hvp(objective, theta, v), point.get("hessian_vector_product"));
        for (JsonNode maml : point.get("maml")) {
          maml(maml, theta, objective);
        }
        for (JsonNode lirpg : point.get("lirpg")) {
          boolean zero = lirpg.get("phi").asText().equals("zero");
          Variable phi =
              zero ? Ops.zerosLike(rewards) : Variable.of(Golden.table(golden.get("phi_random")));
          lirpg(lirpg, theta, phi, transitions, rewards);
        }
        assertThat(scope.bytesReserved()).isPositive();
      }
    }
  }

  private static void maml(
      JsonNode golden, Variable start, Function<Variable, Variable> objective) {
    Function<Variable, Variable> adapted =
        x -> {
          Variable theta = x;
          for (int k = 0; k < golden.get("K").asInt(); k++) {
            Variable gradient = Autodiff.grad(objective).apply(theta);
            theta = theta.plus(gradient.times(golden.get("alpha").asDouble()));
          }
          return objective.apply(theta);
        };
    compare(Autodiff.grad(adapted).apply(start), golden.get("meta_gradient"));
  }

  private static void lirpg(
      JsonNode golden, Variable start, Variable phi, Variable transitions, Variable rewards) {
    Function<Variable, Variable> adapted =
        x -> {
          Variable theta = start;
          for (int k = 0; k < golden.get("K").asInt(); k++) {
            Variable gradient =
                Autodiff.grad(y -> value(y, transitions, rewards.plus(x))).apply(theta);
            theta = theta.plus(gradient.times(golden.get("alpha").asDouble()));
          }
          return value(theta, transitions, rewards);
        };
    compare(Autodiff.grad(adapted).apply(phi), golden.get("meta_gradient"));
  }

  private static void compare(Variable actual, JsonNode expected) {
    assertThat(Golden.relativeError(actual.toDoubles(), Golden.flat(expected))).isLessThan(1e-9);
  }
}
