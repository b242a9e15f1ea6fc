package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.meta.MetaGradient;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact and sampled LIRPG against the reference's numbers. */
class LirpgGoldenTest {
  private static final double GAE_LAMBDA = 0.9;

  @ParameterizedTest
  @ValueSource(strings = {"s3a2", "s5a3", "s20a5"})
  void exactMetaGradientsAreThoseOfTheReference(String name) {
    Mdp mdp = GoldenMdps.named(name);
    JsonNode golden = Golden.named(Golden.read("tabular_exact.json").get("mdps"), name);
    for (JsonNode at : golden.get("points")) {
      LirpgProblem problem =
          new LirpgProblem(mdp, Sampling.PAPER, GAE_LAMBDA, true, Golden.flat(at.get("theta0")));
      for (JsonNode run : at.get("lirpg")) {
        int steps = run.get("K").asInt();
        double[] phi =
            run.get("phi").asText().equals("zero")
                ? new double[mdp.cells()]
                : Golden.flat(golden.get("phi_random"));
        MetaGradient<LirpgPoint> loop =
            new MetaGradient<>(
                problem,
                problem.exactInner(),
                problem.exactCurvature(),
                problem.exactOuter(),
                run.get("alpha").asDouble(),
                steps,
                phi);
        double[] out = new double[mdp.cells()];
        loop.estimate(new SplittableRandom(1), out);

        assertThat(Golden.relativeError(out, Golden.flat(run.get("meta_gradient"))))
            .isLessThan(1e-9);
        assertThat(problem.objective(loop.point(steps)))
            .isCloseTo(run.get("J_final").asDouble(), offset(1e-9));
        for (int k = 1; k <= steps; k++) {
          double[] expected = Golden.flat(run.get("theta_iterates").get(k - 1));
          assertThat(Golden.relativeError(loop.theta(k), expected)).isLessThan(1e-9);
        }
      }
    }
  }

  /**
   * The reference adds 1e-8 inside ratios and logarithms. A direct loop with that constant meets
   * its numbers to 1e-9, and without it ours, so the constant is all that is between us.
   */
  @ParameterizedTest
  @ValueSource(strings = {"s3a2", "s5a3", "s20a5"})
  void sampledDerivativesAreThoseOfTheReference(String name) {
    Mdp mdp = GoldenMdps.named(name);
    JsonNode golden = Golden.named(Golden.read("tabular_lirpg_estimators.json").get("mdps"), name);
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(Golden.flat(golden.get("theta")));
    double[] phi = Golden.flat(golden.get("phi"));
    double[] critic = Golden.flat(golden.get("V"));
    double[] direction = Golden.flat(golden.get("direction_v"));
    for (JsonNode recorded : golden.get("batches")) {
      TrajectoryBatch batch = GoldenMdps.batch(mdp, recorded.get("trajectories"));
      for (Estimator estimator : List.of(Estimator.MAML, Estimator.LVC)) {
        for (boolean keep : new boolean[] {true, false}) {
          JsonNode expected =
              recorded.get("estimators").get(estimator.token()).get(keep ? "keep" : "detach");
          DirectLirpg oracle =
              new DirectLirpg(mdp, point, batch, critic, phi, GAE_LAMBDA, direction);
          compare(oracle.derivatives(estimator, keep, 1e-8), expected);

          BatchEstimate estimate = new BatchEstimate(mdp, estimator, GAE_LAMBDA);
          estimate.read(point, batch, critic, phi);
          double[][] ours = new double[3][mdp.cells()];
          estimate.gradient(ours[0]);
          estimate.hessianVector(direction, ours[1]);
          new MixedProduct(mdp.states(), keep).apply(estimate, point, direction, ours[2]);
          double[][] direct = oracle.derivatives(estimator, keep, 0);
          for (int i = 0; i < 3; i++) {
            assertThat(Golden.relativeError(ours[i], direct[i]))
                .as("%s keep=%s derivative %d", estimator, keep, i)
                .isLessThan(1e-9);
          }
        }
      }
    }
  }

  private static void compare(double[][] actual, JsonNode expected) {
    String[] names = {"gradient", "hessian_vector_product", "mixed_product"};
    for (int i = 0; i < names.length; i++) {
      assertThat(Golden.relativeError(actual[i], Golden.flat(expected.get(names[i]))))
          .as(names[i])
          .isLessThan(1e-8);
    }
  }
}
