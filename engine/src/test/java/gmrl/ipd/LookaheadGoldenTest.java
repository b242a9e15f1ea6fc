package gmrl.ipd;

import static gmrl.ipd.Golden.integers;
import static gmrl.ipd.Golden.negated;
import static gmrl.ipd.Golden.relativeError;
import static gmrl.ipd.Golden.vector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.meta.MetaGradient;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whole recorded updates, fed with the recorded rollouts. */
class LookaheadGoldenTest {
  private static final double TOLERANCE = 1e-9;
  private final JsonNode golden = Golden.read("ipd_dice.json");
  private final RepeatedGame game = new RepeatedGame(MatrixGame.prisonersDilemma(), .96);

  @Test
  void everyRecordedUpdateIsReproduced() {
    int seen = 0;
    for (JsonNode update : golden.get("lookaheads")) {
      check(update, 0);
      check(update, 1);
      seen++;
    }
    assertThat(seen).isEqualTo(11);
  }

  private void check(JsonNode update, int self) {
    int other = 1 - self;
    int steps = update.get("K").intValue();
    double[][] theta = {
      Views.joint(0, vector(update.get("theta1"))), Views.joint(1, vector(update.get("theta2")))
    };
    double[][] values = {
      Views.joint(0, vector(update.get("values1"))), Views.joint(1, vector(update.get("values2")))
    };
    JsonNode inner = update.get("inner");
    boolean plain = update.get("mode").asText().equals("plain");
    LolaConfig config =
        LolaConfig.DEFAULT
            .with()
            .rollout(update.get("length").intValue())
            .lookaheads(steps)
            .estimator(estimator(update.get("inner_baseline")))
            .build();
    Lookahead lookahead =
        new Lookahead(
            game,
            config,
            self,
            draw(inner, plain ? "" : "comp", self),
            draw(inner, plain ? "" : "hess", self),
            plain);
    lookahead.begin(values[other]);
    LolaProblem problem = new LolaProblem(game, self, theta[other]);
    SampledValue outer =
        new SampledValue(game, estimator(update.get("outer_baseline")), config.rollout(), self);
    Batch outerBatch = batch(update.get("outer_rollout_" + (self + 1)));
    MetaGradient<JointPoint> meta =
        new MetaGradient<>(
            problem,
            lookahead,
            lookahead,
            (point, random, thetaGradient, phiGradient) -> {
              outer.given(point, values[self], outerBatch);
              outer.gradient(other, thetaGradient);
              outer.gradient(self, phiGradient);
            },
            config.innerRate(),
            steps,
            theta[self]);
    double[] gradient = new double[Views.STATES];
    meta.estimate(new SplittableRandom(0), gradient);

    String imagined = self == 0 ? "theta2_imagined_by_1" : "theta1_imagined_by_2";
    for (int k = 0; k < steps; k++) {
      close(Views.joint(other, meta.theta(k + 1)), inner.get(k).get(imagined));
    }
    close(negated(Views.joint(self, gradient)), update.get("outer_gradient_" + (self + 1)));

    double[] exactOuter = new double[Views.STATES];
    lookahead.keepSamples();
    new MetaGradient<>(
            problem,
            lookahead,
            lookahead,
            problem.exactOuter(),
            config.innerRate(),
            steps,
            theta[self])
        .estimate(new SplittableRandom(0), exactOuter);
    close(
        negated(Views.joint(self, exactOuter)),
        update.get("outer_gradient_exact_objective_" + (self + 1)));

    new AdamAscent(.1, Views.STATES).ascend(gradient, theta[self]);
    close(Views.joint(self, theta[self]), update.get("theta" + (self + 1) + "_after"));
    double[] counts = new double[Scores.CELLS];
    outerBatch.addCounts(counts);
    double[] direction = new double[Views.STATES];
    Critic.ascent(counts, game.outcomeRewards(self), values[self], direction);
    new AdamAscent(.1, Views.STATES).ascend(direction, values[self]);
    close(Views.joint(self, values[self]), update.get("values" + (self + 1) + "_after"));
  }

  private static GameEstimator estimator(JsonNode baseline) {
    return baseline.booleanValue() ? GameEstimator.DICE_BASELINE : GameEstimator.DICE;
  }

  /** Hands out the recorded batches step by step; null where the recorded slot is exact. */
  private static Draw draw(JsonNode inner, String part, int self) {
    JsonNode first = part.isEmpty() ? inner.get(0) : inner.get(0).get(part);
    if (first.get("kind").asText().equals("exact")) {
      return null;
    }
    String rollout = self == 0 ? "rollout_for_grad2" : "rollout_for_grad1";
    int steps = inner.size();
    // The inner slot walks forward, the Hessian slot back.
    int[] next = {part.equals("hess") ? steps - 1 : 0};
    int direction = part.equals("hess") ? -1 : 1;
    return (into, point, values, random) -> {
      JsonNode step = inner.get(next[0]);
      next[0] += direction;
      into.given(point, values, batch((part.isEmpty() ? step : step.get(part)).get(rollout)));
    };
  }

  private static Batch batch(JsonNode rollout) {
    return Batch.of(integers(rollout.get("actions1")), integers(rollout.get("actions2")));
  }

  private static void close(double[] actual, JsonNode expected) {
    assertThat(relativeError(actual, vector(expected))).isLessThan(TOLERANCE);
  }
}
