package gmrl.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.autodiff.Variable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Updates and parameters after every step equal the reference's to 1e-12. */
class TrajectoryGoldenTest {

  private static final JsonNode GOLDEN = Golden.read("optim_trajectories.json");
  private static final double TOLERANCE = 1e-12;

  /**
   * Where a leaf lacks a gradient the reference loses its momentum or moves it all the same; here
   * nothing of that leaf changes, so these runs agree up to that step only.
   */
  private static final Set<String> REFERENCE_ERRS = Set.of("sgd_momentum", "adamax", "radam");

  @TestFactory
  Stream<DynamicTest> trajectories() {
    return StreamSupport.stream(GOLDEN.get("cases").spliterator(), false)
        .map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> follow(c, -1, 99)));
  }

  @TestFactory
  Stream<DynamicTest> trajectoriesWithAnAbsentGradient() {
    return StreamSupport.stream(GOLDEN.get("none_gradient_cases").spliterator(), false)
        .map(
            c -> {
              String name = c.get("name").asText();
              int absent = c.get("none_at").get("step").asInt();
              int compared = REFERENCE_ERRS.contains(name) ? absent : 99;
              return DynamicTest.dynamicTest(name, () -> follow(c, absent, compared));
            });
  }

  private static void follow(JsonNode c, int absentAt, int comparedSteps) {
    GradientTransform transform = GoldenOptim.transform(c, c.get("algorithm").asText());
    Map<String, Variable> params = GoldenOptim.tree(GOLDEN.get("params0"));
    TransformState state = transform.init(params);
    assertThat(c.get("steps")).isNotEmpty();
    for (int t = 0; t < c.get("steps").size(); t++) {
      JsonNode step = c.get("steps").get(t);
      Map<String, Variable> gradients = GoldenOptim.tree(GOLDEN.get("grads").get(t));
      if (t == absentAt) {
        gradients.put("b", null);
      }
      double[] before = params.get("b").toDoubles();
      var update = transform.update(gradients, state, params);
      params = GradientTransform.apply(params, update.updates());
      state = update.state();
      if (t == absentAt) {
        assertThat(params.get("b").toDoubles()).isEqualTo(before);
      }
      if (t < comparedSteps) {
        assertTree(update.updates(), step.get("updates"), TOLERANCE);
        assertTree(params, step.get("params"), TOLERANCE);
      }
    }
  }

  private static void assertTree(Map<String, Variable> actual, JsonNode expected, double abs) {
    Map<String, Variable> want = GoldenOptim.tree(expected);
    assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(want.keySet());
    want.forEach(
        (key, value) -> {
          if (value == null) {
            assertThat(actual.get(key)).as(key).isNull();
          } else {
            assertThat(actual.get(key).toDoubles())
                .as(key)
                .containsExactly(value.toDoubles(), within(abs));
          }
        });
  }
}
