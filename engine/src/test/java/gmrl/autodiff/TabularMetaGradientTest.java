package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.mdp.LirpgProblem;
import gmrl.mdp.MamlProblem;
import gmrl.mdp.Mdp;
import gmrl.mdp.RandomMdp;
import gmrl.mdp.ReturnPoint;
import gmrl.mdp.ReturnProblem;
import gmrl.mdp.Sampling;
import gmrl.meta.MetaGradient;
import java.util.Arrays;
import java.util.SplittableRandom;
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
        for (JsonNode run : point.get("maml")) {
          double alpha = run.get("alpha").asDouble();
          int steps = run.get("K").asInt();
          compare(maml(theta, objective, alpha, steps), run.get("meta_gradient"));
        }
        for (JsonNode run : point.get("lirpg")) {
          boolean zero = run.get("phi").asText().equals("zero");
          Variable phi =
              zero ? Ops.zerosLike(rewards) : Variable.of(Golden.table(golden.get("phi_random")));
          double alpha = run.get("alpha").asDouble();
          int steps = run.get("K").asInt();
          compare(lirpg(theta, phi, transitions, rewards, alpha, steps), run.get("meta_gradient"));
        }
        assertThat(scope.bytesReserved()).isPositive();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void agreesWithTheTabularKernels(int steps) {
    SplittableRandom random = new SplittableRandom(21);
    Mdp mdp = new RandomMdp(7, 3, 0.2, 1, GAMMA).draw(random);
    int s = mdp.states();
    int a = mdp.actions();
    double[] flat =
        Arrays.stream(mdp.transition())
            .flatMap(Arrays::stream)
            .flatMapToDouble(Arrays::stream)
            .toArray();
    Variable transitions = Variable.of(flat, s, a, s);
    Variable rewards = Variable.of(mdp.reward());
    double[] start = random.doubles(mdp.cells(), -1, 1).toArray();
    double[] phi = random.doubles(mdp.cells(), -1, 1).toArray();
    Variable theta = Variable.of(start, s, a);

    MamlProblem maml = new MamlProblem(mdp, Sampling.PAPER);
    double[] expected = kernel(maml, steps, start);
    Variable actual = maml(theta, x -> value(x, transitions, rewards), 2, steps);
    assertThat(Golden.relativeError(actual.toDoubles(), expected)).isLessThan(1e-9);

    LirpgProblem lirpg = new LirpgProblem(mdp, Sampling.PAPER, 1, true, start);
    expected = kernel(lirpg, steps, phi);
    actual = lirpg(theta, Variable.of(phi, s, a), transitions, rewards, 2, steps);
    assertThat(Golden.relativeError(actual.toDoubles(), expected)).isLessThan(1e-9);
  }

  private static <P extends ReturnPoint> double[] kernel(
      ReturnProblem<P> problem, int steps, double[] phi) {
    double[] out = new double[phi.length];
    new MetaGradient<>(
            problem,
            problem.exactInner(),
            problem.exactCurvature(),
            problem.exactOuter(),
            2,
            steps,
            phi)
        .estimate(new SplittableRandom(1), out);
    return out;
  }

  private static Variable maml(
      Variable start, Function<Variable, Variable> objective, double alpha, int steps) {
    Function<Variable, Variable> adapted =
        x -> {
          Variable theta = x;
          for (int k = 0; k < steps; k++) {
            theta = theta.plus(Autodiff.grad(objective).apply(theta).times(alpha));
          }
          return objective.apply(theta);
        };
    return Autodiff.grad(adapted).apply(start);
  }

  private static Variable lirpg(
      Variable start,
      Variable phi,
      Variable transitions,
      Variable rewards,
      double alpha,
      int steps) {
    Function<Variable, Variable> adapted =
        x -> {
          Function<Variable, Variable> shaped = y -> value(y, transitions, rewards.plus(x));
          Variable theta = start;
          for (int k = 0; k < steps; k++) {
            theta = theta.plus(Autodiff.grad(shaped).apply(theta).times(alpha));
          }
          return value(theta, transitions, rewards);
        };
    return Autodiff.grad(adapted).apply(phi);
  }

  private static void compare(Variable actual, JsonNode expected) {
    assertThat(Golden.relativeError(actual.toDoubles(), Golden.flat(expected))).isLessThan(1e-9);
  }
}
