package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.atari.Returns;
import gmrl.optim.Adam;
import gmrl.optim.ClipByGlobalNorm;
import gmrl.optim.FusedAdam;
import gmrl.optim.MetaOptimizer;
import gmrl.optim.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A recorded meta-gradient window: unrolled Adam, clipping, stop-gradients, dead units. */
class RecordedWindowTest {
  private static final JsonNode GOLDEN = Golden.read("mgrl_meta_gradient.json");
  private static final int SAMPLES = 20;

  private record Output(Variable logits, Variable values) {}

  private record State(
      Map<String, Variable> p, Map<String, Variable> m, Map<String, Variable> v, int step) {}

  @TestFactory
  Stream<DynamicTest> metaGradientsAgreeWithTheReference() {
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

  @TestFactory
  Stream<DynamicTest> theOptimisersOfTheLibraryGiveTheSame() {
    return Stream.of(Adam.of(7e-4), FusedAdam.of(7e-4))
        .flatMap(
            adam ->
                StreamSupport.stream(GOLDEN.get("cases").spliterator(), false)
                    .filter(c -> c.get("start").asText().equals("cold"))
                    .filter(c -> c.get("K").asInt() == 3)
                    .map(
                        c ->
                            DynamicTest.dynamicTest(
                                "%s %s %s"
                                    .formatted(
                                        adam.getClass().getSimpleName(),
                                        c.get("mode").asText(),
                                        c.get("outer").asText()),
                                () -> checkOptimiser(adam, c))));
  }

  private static void checkOptimiser(Optimizer adam, JsonNode c) {
    JsonNode start = Golden.named(GOLDEN.get("starts"), c.get("start").asText());
    Variable raw = Variable.of(Golden.flat(GOLDEN.get("meta_raw"))).tracked("raw");
    var inner = MetaOptimizer.of(ClipByGlobalNorm.of(0.5).then(adam), tree(start.get("params0")));
    for (int k = 0; k < 3; k++) {
      JsonNode rollout = start.get("inner_rollouts").get(k);
      inner.step(innerLoss(inner.params(), rollout, raw, c), Ops::finiteCotangent);
    }
    JsonNode rollout = start.get("outer_rollouts").get("3");
    Variable outer = outerLoss(inner.params(), tree(start.get("params0")), rollout, c);
    assertThat(outer.item()).isCloseTo(c.get("outer_loss").asDouble(), within(1e-12));
    double[] expected = Golden.flat(c.get("meta_gradient"));
    double[] gradient = Autodiff.gradOnce(outer, List.of(raw)).get(0).toDoubles();
    assertThat(Golden.relativeError(gradient, expected)).isLessThan(1e-6);
  }

  private static void check(JsonNode c) {
    JsonNode start = Golden.named(GOLDEN.get("starts"), c.get("start").asText());
    int steps = c.get("K").asInt();
    Variable raw = Variable.of(Golden.flat(GOLDEN.get("meta_raw"))).tracked("raw");
    State state = start(start);
    for (int k = 0; k < steps; k++) {
      JsonNode rollout = start.get("inner_rollouts").get(k);
      Variable loss = innerLoss(state.p, rollout, raw, c);
      JsonNode update = start.get("updates").get(k);
      String name = "loss_" + c.get("mode").asText();
      assertThat(loss.item()).isCloseTo(update.get(name).asDouble(), within(1e-12));
      List<Variable> gradient = Autodiff.grad(loss, List.copyOf(state.p.values()));
      if (k == 0) {
        compare(
            Arrays.asList(gradient.toArray(new Variable[0])), start.get("first_gradient"), 1e-12);
      }
      state = adam(state, gradient);
      compare(new ArrayList<>(state.p.values()), update.get("params_after"), 1e-12);
    }
    JsonNode rollout = start.get("outer_rollouts").get(String.valueOf(steps));
    Variable outer = outerLoss(state.p, tree(start.get("params0")), rollout, c);
    assertThat(outer.item()).isCloseTo(c.get("outer_loss").asDouble(), within(1e-12));
    double[] expected = Golden.flat(c.get("meta_gradient"));
    double[] gradient = Autodiff.gradOnce(outer, List.of(raw)).get(0).toDoubles();
    double relative = steps == 1 && c.get("start").asText().equals("cold") ? 1e-5 : 1e-6;
    for (int i = 0; i < expected.length; i++) {
      assertThat(gradient[i])
          .as("component %d", i)
          .isCloseTo(expected[i], within(1e-14 + relative * Math.abs(expected[i])));
    }
  }

  private static Variable innerLoss(
      Map<String, Variable> p, JsonNode rollout, Variable raw, JsonNode c) {
    Variable eta = raw.sigmoid();
    Variable gamma = Ops.slice(eta, 0, 0, 1);
    Variable returns = returns(rollout, gamma, Ops.slice(eta, 0, 1, 2));
    boolean detach = c.get("detach_gamma").asBoolean();
    Output out = network(p, rollout, detach ? gamma.detach() : gamma);
    Variable logs = Ops.logSoftmax(out.logits());
    Variable taken = Ops.pick(logs, actions(rollout));
    Variable weight =
        c.get("mode").asText().equals("lvc") ? taken.minus(taken.detach()).exp() : taken;
    Variable valueLoss = returns.minus(out.values()).square().mean();
    Variable actionLoss = returns.minus(out.values().detach()).times(weight).mean().negate();
    return Ops.slice(eta, 0, 2, 3)
        .times(valueLoss)
        .plus(actionLoss)
        .minus(Ops.slice(eta, 0, 3, 4).times(entropy(logs)));
  }

  private static Variable outerLoss(
      Map<String, Variable> p, Map<String, Variable> before, JsonNode rollout, JsonNode c) {
    Variable gamma = Variable.of(new double[] {0.99}, 1);
    Variable returns = returns(rollout, gamma, Variable.scalar(0.95));
    assertThat(returns.toDoubles())
        .containsExactly(Golden.flat(c.get("outer_returns")), within(1e-12));
    Output out = network(p, rollout, gamma);
    Variable logs = Ops.logSoftmax(out.logits());
    Variable taken = Ops.pick(logs, actions(rollout));
    Variable advantage = returns.minus(out.values()).detach();
    Variable policy = advantage.times(taken).mean().negate();
    if (c.get("outer").asText().equals("policy")) {
      return policy;
    }
    Variable old = Ops.logSoftmax(network(before, rollout, gamma).logits()).detach();
    Variable kl = logs.exp().times(logs.minus(old)).sum().times(1.0 / SAMPLES);
    return policy
        .plus(returns.minus(out.values()).square().mean().times(0.25))
        .minus(entropy(logs).times(0.01))
        .plus(kl);
  }

  private static Variable entropy(Variable logs) {
    return logs.exp().times(logs).sum().times(-1.0 / SAMPLES);
  }

  private static Output network(Map<String, Variable> p, JsonNode rollout, Variable gamma) {
    Variable frames =
        Ops.slice(array(rollout.get("obs")), 0, 0, 5)
            .reshape(SAMPLES, 9, 9, 1)
            .over(255)
            .plus(1e-10);
    Variable kernel = Ops.permute(p.get("conv_w"), 0, 2, 3, 1);
    Variable x = Ops.conv2d(frames, kernel, 2).plus(p.get("conv_b")).relu();
    Variable flat = Ops.permute(x, 0, 3, 1, 2).reshape(SAMPLES, 64);
    Variable f = linear(p, "fc", flat).relu();
    Variable e = linear(p, "gemb", gamma.reshape(1, 1));
    Variable joined = Ops.concatenate(1, List.of(f, Ops.expand(e, SAMPLES, 4)));
    Variable h = linear(p, "mix", joined).relu();
    return new Output(linear(p, "pi", f), linear(p, "critic", h).reshape(SAMPLES));
  }

  private static Variable linear(Map<String, Variable> p, String name, Variable x) {
    return Ops.matmul(x, p.get(name + "_w"), false, true).plus(p.get(name + "_b"));
  }

  private static State adam(State s, List<Variable> gradient) {
    int step = s.step + 1;
    double norm = Ops.norm(gradient).item();
    double clip = Math.min(1, 0.5 / (norm + 1e-6));
    double rate = 7e-4 / (1 - Math.pow(0.9, step));
    double root = Math.sqrt(1 - Math.pow(0.999, step));
    State next =
        new State(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), step);
    int i = 0;
    for (String name : s.p.keySet()) {
      // Units that have never been active make √v infinitely steep: no cotangent for those.
      Variable g = Ops.finiteCotangent(gradient.get(i++).times(clip));
      Variable m = s.m.get(name).times(0.9).plus(g.times(0.1));
      Variable v = s.v.get(name).times(0.999).plus(g.square().times(0.001));
      next.m.put(name, m);
      next.v.put(name, v);
      Variable move = m.over(v.sqrt().over(root).plus(1e-8)).times(rate);
      next.p.put(name, s.p.get(name).minus(move));
    }
    return next;
  }

  private static State start(JsonNode node) {
    Map<String, Variable> p = tree(node.get("params0"));
    p.replaceAll((name, x) -> x.tracked(name));
    JsonNode adam = node.get("adam_state");
    if (!adam.isNull()) {
      return new State(
          p, tree(adam.get("exp_avg")), tree(adam.get("exp_avg_sq")), adam.get("step").asInt());
    }
    Map<String, Variable> zeros = new LinkedHashMap<>(p);
    zeros.replaceAll((name, x) -> Ops.zerosLike(x));
    return new State(p, zeros, zeros, 0);
  }

  private static Map<String, Variable> tree(JsonNode node) {
    Map<String, Variable> out = new LinkedHashMap<>();
    node.fieldNames().forEachRemaining(name -> out.put(name, array(node.get(name))));
    return out;
  }

  private static Variable array(JsonNode node) {
    if (node.isObject()) {
      return Variable.of(Golden.flat(node.get("data")), Golden.ints(node.get("shape")));
    }
    return node.get(0).isArray()
        ? Variable.of(Golden.table(node))
        : Variable.of(Golden.flat(node), node.size());
  }

  private static Variable returns(JsonNode rollout, Variable gamma, Variable lambda) {
    return Returns.gae(
            array(rollout.get("rewards")),
            array(rollout.get("value_preds")),
            array(rollout.get("next_value")),
            array(rollout.get("masks")),
            null,
            gamma,
            lambda)
        .reshape(SAMPLES);
  }

  private static int[] actions(JsonNode rollout) {
    return Arrays.stream(Golden.flat(rollout.get("actions"))).mapToInt(a -> (int) a).toArray();
  }

  private static void compare(List<Variable> actual, JsonNode expected, double tolerance) {
    List<Variable> wanted = List.copyOf(tree(expected).values());
    for (int i = 0; i < wanted.size(); i++) {
      assertThat(actual.get(i).toDoubles())
          .containsExactly(wanted.get(i).toDoubles(), within(tolerance));
    }
  }
}
