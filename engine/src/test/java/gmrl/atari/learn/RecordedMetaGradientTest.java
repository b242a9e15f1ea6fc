package gmrl.atari.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.atari.ObservationShape;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The learner on a recorded window: losses, gradient norms, parameters, meta-gradients. */
class RecordedMetaGradientTest {
  private static final JsonNode GOLDEN = Golden.read("mgrl_meta_gradient.json");
  private static final NetworkSpec SPEC =
      new NetworkSpec(
          new ObservationShape(9, 9, 1),
          3,
          List.of(new NetworkSpec.Convolution(4, 3, 2)),
          8,
          true,
          4);
  private static final Losses LOSSES = new Losses(new ActorCritic(SPEC));
  private static final InnerRule RULE = new InnerRule(7e-4, 1e-8, 0.5);
  private static final List<String> ORDER =
      List.of(
          "conv_w",
          "conv_b",
          "fc_w",
          "fc_b",
          "pi_w",
          "pi_b",
          "gemb_w",
          "gemb_b",
          "mix_w",
          "mix_b",
          "critic_w",
          "critic_b");

  @TestFactory
  Stream<DynamicTest> theMetaGradientIsTheRecordedOne() {
    return StreamSupport.stream(GOLDEN.get("cases").spliterator(), false)
        .map(
            c ->
                DynamicTest.dynamicTest(
                    "%s K=%s %s %s detach γ %s"
                        .formatted(
                            c.get("start").asText(),
                            c.get("K"),
                            c.get("mode").asText(),
                            c.get("outer").asText(),
                            c.get("detach_gamma")),
                    () -> check(c)));
  }

  private static void check(JsonNode c) {
    JsonNode start = Golden.named(GOLDEN.get("starts"), c.get("start").asText());
    int steps = c.get("K").asInt();
    MetaWindow window =
        new MetaWindow(
            LOSSES,
            c.get("mode").asText().equals("lvc") ? Surrogate.LVC : Surrogate.PLAIN,
            c.get("detach_gamma").asBoolean(),
            learner(start),
            Variable.of(Golden.flat(GOLDEN.get("meta_raw"))));
    for (int k = 0; k < steps; k++) {
      JsonNode update = start.get("updates").get(k);
      AdamStep step = window.advance(RULE, rollout(start.get("inner_rollouts").get(k)));
      assertThat(step.loss().total().item())
          .isCloseTo(update.get("loss_" + c.get("mode").asText()).asDouble(), within(1e-12));
      assertThat(step.loss().value().item())
          .isCloseTo(update.get("value_loss").asDouble(), within(1e-12));
      assertThat(step.loss().entropy().item())
          .isCloseTo(update.get("entropy").asDouble(), within(1e-12));
      assertThat(step.gradientNorm()).isCloseTo(update.get("grad_norm").asDouble(), within(1e-12));
      List<Variable> after = parameters(update.get("params_after"));
      for (int i = 0; i < after.size(); i++) {
        assertThat(window.learner().p().get(i).toDoubles())
            .containsExactly(after.get(i).toDoubles(), within(1e-12));
      }
    }
    boolean full = c.get("outer").asText().equals("full");
    OuterLoss outer =
        full
            ? new OuterLoss(0.99, 0.95, 0.25, 0.01, 1, OuterLoss.Critic.SHARED)
            : OuterLoss.published();
    Rollout last = rollout(start.get("outer_rollouts").get(String.valueOf(steps)));
    MetaWindow.MetaGradient gradient =
        window.gradient(List.of(new MetaWindow.OuterTerm(steps, 1, last)), outer, true);
    assertThat(gradient.loss()).isCloseTo(c.get("outer_loss").asDouble(), within(1e-12));
    double[] expected = Golden.flat(c.get("meta_gradient"));
    // The first step of a cold Adam is lr·sign(g): what is left of its derivative is mostly
    // rounding.
    boolean cold = steps == 1 && c.get("start").asText().equals("cold");
    double error = Golden.relativeError(gradient.total(), expected);
    assertThat(error).isLessThan(cold ? 1e-6 : 1e-8);
    sharesAddUp(gradient, steps);
  }

  private static void sharesAddUp(MetaWindow.MetaGradient gradient, int steps) {
    double[] sum = new double[MetaParameters.SIZE];
    for (int k = 0; k < steps; k++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += gradient.mixed()[k][i] + gradient.transported()[k][i];
      }
    }
    assertThat(Golden.relativeError(sum, gradient.total())).isLessThan(1e-12);
    assertThat(gradient.transported()[steps - 1]).containsOnly(0);
  }

  private static Learner learner(JsonNode start) {
    List<Variable> p = parameters(start.get("params0"));
    JsonNode adam = start.get("adam_state");
    if (adam.isNull()) {
      List<Variable> zeros = p.stream().map(Ops::zerosLike).toList();
      return new Learner(p, zeros, zeros, 0);
    }
    return new Learner(
        p,
        parameters(adam.get("exp_avg")),
        parameters(adam.get("exp_avg_sq")),
        adam.get("step").asInt());
  }

  /** In our order and layout: channels last. */
  private static List<Variable> parameters(JsonNode node) {
    List<Variable> out = new ArrayList<>();
    for (String name : ORDER) {
      Variable x = array(node.get(name));
      if (name.equals("conv_w")) {
        x = Ops.permute(x, 0, 2, 3, 1);
      } else if (name.equals("fc_w")) {
        x = Ops.permute(x.reshape(8, 4, 16), 0, 2, 1).reshape(8, 64);
      }
      out.add(x);
    }
    return out;
  }

  private static Rollout rollout(JsonNode node) {
    Variable frames = array(node.get("obs"));
    return new Rollout(
        Ops.slice(frames, 0, 0, 5).reshape(20, 9, 9, 1).over(255),
        Arrays.stream(Golden.flat(node.get("actions"))).mapToInt(a -> (int) a).toArray(),
        array(node.get("rewards")),
        array(node.get("value_preds")),
        array(node.get("next_value")),
        array(node.get("masks")),
        null,
        null);
  }

  private static Variable array(JsonNode node) {
    if (node.isObject()) {
      return Variable.of(Golden.flat(node.get("data")), Golden.ints(node.get("shape")));
    }
    return node.get(0).isArray()
        ? Variable.of(Golden.table(node))
        : Variable.of(Golden.flat(node), node.size());
  }
}
