package gmrl.ipd.coin;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Trajectories of both agents and the derivatives of DiCE estimates on them.
 *
 * <p>Rewards are centred by the mean of the other trajectories at the same step, c_t = γ^t (r_t −
 * r̄_t): a constant as far as the trajectory is concerned, so both first and second derivatives
 * stay unbiased while much of their noise goes. With l_t the scores and Z_t = Σ_{i≤t} l_i·u,
 *
 * <pre>
 *   ∇J = Σ_i l_i Σ_{t≥i} c_t,    ∇²J u = Σ_i l_i Σ_{t≥i} c_t Z_t + Σ_i (Σ_{t≥i} c_t) ∇²log π_i u
 * </pre>
 */
final class CoinBatch {
  private static final int ACTIONS = CoinGame.ACTIONS;
  private static final int FEATURES = CoinPolicy.FEATURES;

  private final CoinConfig config;
  private final int steps;

  /** Offsets of the active features by [agent][(b·T + t)·3]. */
  private final int[][] features;

  private final int[][] actions;

  /** π by [agent][(b·T + t)·4]. */
  private final double[][] probabilities;

  /** γ^t (r_t − r̄_t) by [agent][b·T + t]. */
  private final double[][] earned;

  private final double[] returns = new double[2];
  private final double[] ownShare = new double[2];
  private final double[] coins = new double[2];

  CoinBatch(CoinConfig config) {
    this.config = config;
    steps = config.batch() * config.rollout();
    features = new int[2][steps * FEATURES];
    actions = new int[2][steps];
    probabilities = new double[2][steps * ACTIONS];
    earned = new double[2][steps];
  }

  /** Plays every trajectory afresh. */
  void play(double[][] theta, RandomGenerator random) {
    CoinGame game = new CoinGame(config.size());
    double[] total = new double[2];
    double[] own = new double[2];
    double[] taken = new double[2];
    for (int b = 0; b < config.batch(); b++) {
      game.reset(random);
      for (int t = 0; t < config.rollout(); t++) {
        int i = b * config.rollout() + t;
        for (int agent = 0; agent < 2; agent++) {
          CoinPolicy.observe(game, agent, config.size(), features[agent], FEATURES * i);
          CoinPolicy.evaluate(
              theta[agent], features[agent], FEATURES * i, probabilities[agent], ACTIONS * i);
          actions[agent][i] =
              CoinPolicy.draw(probabilities[agent], ACTIONS * i, random.nextDouble());
        }
        game.step(actions[0][i], actions[1][i], random);
        for (int agent = 0; agent < 2; agent++) {
          earned[agent][i] = game.reward(agent);
          total[agent] += game.reward(agent);
          own[agent] += game.takenOwn(agent);
          taken[agent] += game.taken(agent);
        }
      }
    }
    for (int agent = 0; agent < 2; agent++) {
      returns[agent] = total[agent] / steps;
      coins[agent] = taken[agent] / steps;
      ownShare[agent] = taken[agent] > 0 ? own[agent] / taken[agent] : Double.NaN;
      centre(earned[agent]);
    }
  }

  /** Mean reward per step. */
  double reward(int agent) {
    return returns[agent];
  }

  /** Coins taken per step. */
  double coins(int agent) {
    return coins[agent];
  }

  /** Share of the agent's own colour among the coins it took; NaN if it took none. */
  double ownShare(int agent) {
    return ownShare[agent];
  }

  /** Each trajectory is compared with the mean of the others, then discounted. */
  private void centre(double[] rewards) {
    int length = config.rollout();
    int batch = config.batch();
    double discount = 1;
    for (int t = 0; t < length; t++) {
      double sum = 0;
      for (int b = 0; b < batch; b++) {
        sum += rewards[b * length + t];
      }
      for (int b = 0; b < batch; b++) {
        double r = rewards[b * length + t];
        rewards[b * length + t] = discount * (r - (sum - r) / (batch - 1));
      }
      discount *= config.discount();
    }
  }

  /** The estimate of ∂V_value/∂θ_agent, overwriting {@code gradient}. */
  void gradient(int value, int agent, double[] gradient) {
    Arrays.fill(gradient, 0);
    int length = config.rollout();
    for (int b = 0; b < config.batch(); b++) {
      double toGo = 0;
      for (int i = (b + 1) * length - 1; i >= b * length; i--) {
        toGo += earned[value][i];
        addScore(agent, i, toGo / config.batch(), gradient);
      }
    }
  }

  /**
   * The estimate of (∂²V_value/∂θ_rows∂θ_columns) u.
   *
   * @param vector u, not modified
   * @param product overwritten
   */
  void product(int value, int rows, int columns, double[] vector, double[] product) {
    Arrays.fill(product, 0);
    int length = config.rollout();
    double[] weighted = new double[length];
    for (int b = 0; b < config.batch(); b++) {
      int first = b * length;
      double z = 0;
      for (int t = 0; t < length; t++) {
        z += scoreTimes(columns, first + t, vector);
        weighted[t] = earned[value][first + t] * z;
      }
      double toGo = 0;
      double weightedToGo = 0;
      for (int t = length - 1; t >= 0; t--) {
        toGo += earned[value][first + t];
        weightedToGo += weighted[t];
        addScore(rows, first + t, weightedToGo / config.batch(), product);
        if (rows == columns) {
          addCurvature(rows, first + t, toGo / config.batch(), vector, product);
        }
      }
    }
  }

  /** The surrogate itself at other policies: mean_b Σ_t c_t Π_{i≤t} (π₁π₂ over the recorded). */
  double surrogate(int value, double[][] theta) {
    double[] other = new double[ACTIONS];
    double sum = 0;
    for (int b = 0; b < config.batch(); b++) {
      double weight = 1;
      for (int t = 0; t < config.rollout(); t++) {
        int i = b * config.rollout() + t;
        for (int agent = 0; agent < 2; agent++) {
          CoinPolicy.evaluate(theta[agent], features[agent], FEATURES * i, other, 0);
          int action = actions[agent][i];
          weight *= other[action] / probabilities[agent][ACTIONS * i + action];
        }
        sum += earned[value][i] * weight;
      }
    }
    return sum / config.batch();
  }

  /** out += scale · ∂log π(a|·)/∂θ. */
  private void addScore(int agent, int i, double scale, double[] out) {
    for (int f = 0; f < FEATURES; f++) {
      int offset = features[agent][FEATURES * i + f];
      for (int a = 0; a < ACTIONS; a++) {
        out[offset + a] -= scale * probabilities[agent][ACTIONS * i + a];
      }
      out[offset + actions[agent][i]] += scale;
    }
  }

  private double scoreTimes(int agent, int i, double[] vector) {
    double z = 0;
    for (int f = 0; f < FEATURES; f++) {
      int offset = features[agent][FEATURES * i + f];
      z += vector[offset + actions[agent][i]];
      for (int a = 0; a < ACTIONS; a++) {
        z -= probabilities[agent][ACTIONS * i + a] * vector[offset + a];
      }
    }
    return z;
  }

  /** out += scale · ∇²log π u: with w_a = Σ_f u[f, a], every row gets −π ⊙ (w − π·w). */
  private void addCurvature(int agent, int i, double scale, double[] vector, double[] out) {
    double mean = 0;
    double[] w = new double[ACTIONS];
    for (int a = 0; a < ACTIONS; a++) {
      for (int f = 0; f < FEATURES; f++) {
        w[a] += vector[features[agent][FEATURES * i + f] + a];
      }
      mean += probabilities[agent][ACTIONS * i + a] * w[a];
    }
    for (int f = 0; f < FEATURES; f++) {
      int offset = features[agent][FEATURES * i + f];
      for (int a = 0; a < ACTIONS; a++) {
        out[offset + a] -= scale * probabilities[agent][ACTIONS * i + a] * (w[a] - mean);
      }
    }
  }
}
