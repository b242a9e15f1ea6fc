package gmrl.atari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReturnsTest {
  @TestFactory
  Stream<DynamicTest> returnsAndTheirDerivativesAgreeWithTheReference() {
    JsonNode cases = Golden.read("gae_returns.json").get("cases");
    return java.util.stream.IntStream.range(0, cases.size())
        .boxed()
        .flatMap(
            i ->
                java.util.stream.StreamSupport.stream(
                        cases.get(i).get("results").spliterator(), false)
                    .map(
                        result ->
                            DynamicTest.dynamicTest(
                                "case %d, gae %s, time limits %s"
                                    .formatted(
                                        i,
                                        result.get("use_gae"),
                                        result.get("use_proper_time_limits")),
                                () -> check(cases.get(i), result))));
  }

  private static void check(JsonNode c, JsonNode result) {
    Variable rewards = Variable.of(Golden.table(c.get("rewards")));
    Variable values = Variable.of(Golden.table(c.get("value_preds")));
    Variable next = Variable.of(Golden.flat(c.get("next_value")), rewards.dim(1));
    Variable masks = Variable.of(Golden.table(c.get("masks")));
    Variable limits =
        result.get("use_proper_time_limits").asBoolean()
            ? Variable.of(Golden.table(c.get("bad_masks")))
            : null;
    Variable gamma = Variable.scalar(c.get("gamma").asDouble()).tracked();
    Variable lambda = Variable.scalar(c.get("lambda").asDouble()).tracked();
    Variable returns =
        result.get("use_gae").asBoolean()
            ? Returns.gae(rewards, values, next, masks, limits, gamma, lambda)
            : Returns.discounted(rewards, values, next, masks, limits, gamma);
    assertThat(returns.toDoubles())
        .containsExactly(Golden.flat(result.get("returns")), within(1e-12));
    Variable weights = Variable.of(Golden.table(c.get("weights")));
    Variable sum = Ops.dot(weights, Ops.slice(returns, 0, 0, rewards.dim(0)));
    List<Variable> gradient = Autodiff.gradOnce(sum, List.of(gamma, lambda));
    assertThat(gradient.get(0).item()).isCloseTo(result.get("d_gamma").asDouble(), within(1e-12));
    assertThat(gradient.get(1).item()).isCloseTo(result.get("d_lambda").asDouble(), within(1e-12));
  }

  @Test
  void aWrongShapeIsNamed() {
    Variable two = Variable.of(new double[2][3]);
    assertThatThrownBy(
            () ->
                Returns.discounted(
                    two, two, Variable.of(new double[3]), two, null, Variable.scalar(1)))
        .hasMessageContaining("masks must have shape [3, 3]");
  }
}
