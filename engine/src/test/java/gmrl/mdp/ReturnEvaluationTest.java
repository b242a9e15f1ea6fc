package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.meta.MetaGradient;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnEvaluationTest {
  private static final double EXACT = 1e-9;

  @ParameterizedTest
  @ValueSource(strings = {"s3a2", "s5a3", "s20a5"})
  void valuesGradientsAndHessiansAreThoseOfTheReference(String name) {
    Mdp mdp = GoldenMdps.named(name);
    JsonNode golden = Golden.named(Golden.read("tabular_exact.json").get("mdps"), name);
    double[] direction = Golden.flat(golden.get("hvp_direction_v"));
    for (JsonNode at : golden.get("points")) {
      PolicyPoint point = new PolicyPoint(mdp);
      point.moveTo(Golden.flat(at.get("theta0")));
      ReturnEvaluation evaluation = new ReturnEvaluation(point);
      double[] out = new double[mdp.cells()];

      assertThat(Golden.relativeError(evaluation.value(), Golden.flat(at.get("V"))))
          .isLessThan(EXACT);
      assertThat(evaluation.objective()).isEqualTo(evaluation.value()[0]);
      evaluation.gradient(out);
      assertThat(Golden.relativeError(out, Golden.flat(at.get("gradient")))).isLessThan(EXACT);
      evaluation.hessianVector(direction, out);
      assertThat(Golden.relativeError(out, Golden.flat(at.get("hessian_vector_product"))))
          .isLessThan(EXACT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a2", "s5a3", "s20a5"})
  void exactMetaGradientsOfMamlAreThoseOfTheReference(String name) {
    Mdp mdp = GoldenMdps.named(name);
    JsonNode golden = Golden.named(Golden.read("tabular_exact.json").get("mdps"), name);
    MamlProblem problem = new MamlProblem(mdp, Sampling.PAPER);
    for (JsonNode at : golden.get("points")) {
      for (JsonNode run : at.get("maml")) {
        int steps = run.get("K").asInt();
        MetaGradient<MamlPoint> loop =
            new MetaGradient<>(
                problem,
                problem.exactInner(),
                problem.exactCurvature(),
                problem.exactOuter(),
                run.get("alpha").asDouble(),
                steps,
                Golden.flat(at.get("theta0")));
        double[] out = new double[mdp.cells()];
        loop.estimate(new SplittableRandom(1), out);

        assertThat(Golden.relativeError(out, Golden.flat(run.get("meta_gradient"))))
            .isLessThan(EXACT);
        assertThat(problem.objective(loop.point(steps)))
            .isCloseTo(run.get("J_final").asDouble(), offset(EXACT));
        double[] last = Golden.flat(run.get("theta_iterates").get(steps - 1));
        assertThat(Golden.relativeError(loop.theta(steps), last)).isLessThan(EXACT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a2", "s5a3", "s20a5"})
  void rewardVectorIsTheDerivativeOfTheGradientInTheReward(String name) {
    Mdp mdp = GoldenMdps.named(name);
    int cells = mdp.cells();
    SplittableRandom random = new SplittableRandom(7);
    double[] direction = random.doubles(cells, -1, 1).toArray();
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(random.doubles(cells, -1, 1).toArray());
    ReturnEvaluation evaluation = new ReturnEvaluation(point);
    double[] mixed = new double[cells];
    evaluation.rewardVector(direction, mixed);

    double[] reward = mdp.cellRewards();
    double[] plus = new double[cells];
    double[] minus = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      double[] shifted = reward.clone();
      shifted[cell] += 1;
      evaluation.reset(shifted);
      evaluation.gradient(plus);
      shifted[cell] -= 2;
      evaluation.reset(shifted);
      evaluation.gradient(minus);
      double difference = 0;
      for (int i = 0; i < cells; i++) {
        difference += direction[i] * (plus[i] - minus[i]) / 2;
      }
      assertThat(mixed[cell]).isCloseTo(difference, offset(1e-11));
    }
  }
}
