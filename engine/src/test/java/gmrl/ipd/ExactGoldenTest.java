package gmrl.ipd;

import static gmrl.ipd.Golden.matrix;
import static gmrl.ipd.Golden.negated;
import static gmrl.ipd.Golden.relativeError;
import static gmrl.ipd.Golden.vector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.meta.MetaGradient;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactGoldenTest {
  private static final double TOLERANCE = 1e-9;
  private final JsonNode golden = Golden.read("ipd_exact.json");
  private final RepeatedGame game = new RepeatedGame(MatrixGame.prisonersDilemma(), .96);

  @Test
  void valuesAndAllDerivativesAgree() {
    for (JsonNode example : golden.get("cases")) {
      double[][] theta = {vector(example.get("theta1")), vector(example.get("theta2"))};
      for (int agent = 0; agent < 2; agent++) {
        JsonNode expected = example.get("agent" + (agent + 1));
        RepeatedGame.Exact exact = game.exact(agent, theta[agent], theta[1 - agent]);
        assertThat(-exact.value()).isCloseTo(expected.get("L").doubleValue(), within(TOLERANCE));
        assertThat(relativeError(negated(exact.gradientOwn()), vector(expected.get("grad_own"))))
            .isLessThan(TOLERANCE);
        assertThat(
                relativeError(negated(exact.gradientOther()), vector(expected.get("grad_other"))))
            .isLessThan(TOLERANCE);
        assertThat(relativeError(negated(exact.mixed()), matrix(expected.get("mixed_other_own"))))
            .isLessThan(TOLERANCE);
        assertThat(relativeError(negated(exact.hessianOwn()), matrix(expected.get("hessian_own"))))
            .isLessThan(TOLERANCE);
      }
    }
  }

  @Test
  void lookaheadsAndTheirMetaGradientsAgree() {
    double rate = golden.get("lr_in").doubleValue();
    for (JsonNode example : golden.get("cases")) {
      double[][] theta = {vector(example.get("theta1")), vector(example.get("theta2"))};
      for (JsonNode expected : example.get("lookaheads")) {
        int lookaheads = expected.get("K").intValue();
        for (int agent = 0; agent < 2; agent++) {
          int other = 1 - agent;
          double[] phi = Views.joint(agent, theta[agent]);
          LolaProblem problem = new LolaProblem(game, agent, Views.joint(other, theta[other]));
          MetaGradient<JointPoint> meta =
              new MetaGradient<>(
                  problem,
                  problem.exactInner(),
                  problem.exactCurvature(),
                  problem.exactOuter(),
                  rate,
                  lookaheads,
                  phi);
          double[] gradient = new double[Views.STATES];
          meta.estimate(new SplittableRandom(1), gradient);
          String imagined = agent == 0 ? "theta2_imagined_by_1" : "theta1_imagined_by_2";
          assertThat(
                  relativeError(
                      Views.joint(other, meta.theta(lookaheads)), vector(expected.get(imagined))))
              .isLessThan(TOLERANCE);
          assertThat(-meta.point(lookaheads).value(agent))
              .isCloseTo(
                  expected.get("outer_objective_" + (agent + 1)).doubleValue(), within(TOLERANCE));
          assertThat(
                  relativeError(
                      negated(Views.joint(agent, gradient)),
                      vector(expected.get("outer_gradient_" + (agent + 1)))))
              .isLessThan(TOLERANCE);
        }
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.api.Assertions.within(offset * 50);
  }
}
