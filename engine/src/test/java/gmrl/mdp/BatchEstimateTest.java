package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchEstimateTest {
  /** The reference has no baseline variant of DiCE. */
  private static final List<Estimator> GOLDEN =
      List.of(Estimator.MAML, Estimator.LVC, Estimator.LOADED, Estimator.DICE);

  @ParameterizedTest
  @ValueSource(strings = {"s3a2", "s5a3", "s20a5"})
  void estimatesOnRecordedTrajectoriesAreThoseOfTheReference(String name) {
    Mdp mdp = GoldenMdps.named(name);
    JsonNode golden = Golden.named(Golden.read("tabular_estimators.json").get("mdps"), name);
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(Golden.flat(golden.get("theta")));
    double[] critic = Golden.flat(golden.get("V"));
    double[] direction = Golden.flat(golden.get("hvp_direction_v"));
    for (JsonNode recorded : golden.get("batches")) {
      TrajectoryBatch batch = GoldenMdps.batch(mdp, recorded.get("trajectories"));
      for (Estimator estimator : GOLDEN) {
        JsonNode expected = recorded.get("estimators").get(estimator.token()).get("no_epsilon");
        BatchEstimate estimate = new BatchEstimate(mdp, estimator);
        estimate.read(point, batch, critic);
        double[] out = new double[mdp.cells()];

        assertThat(estimate.value())
            .as("value of %s", estimator)
            .isCloseTo(expected.get("value").asDouble(), offset(1e-12));
        estimate.gradient(out);
        assertThat(Golden.relativeError(out, Golden.flat(expected.get("gradient"))))
            .as("gradient of %s", estimator)
            .isLessThan(1e-9);
        estimate.hessianVector(direction, out);
        assertThat(Golden.relativeError(out, Golden.flat(expected.get("hessian_vector_product"))))
            .as("Hessian-vector product of %s", estimator)
            .isLessThan(1e-9);
      }
    }
  }
}
