package gmrl.ipd.coin;

/**
 * A linear softmax over what an agent sees: three one-hot displacements (own coin, other coin,
 * other agent), so logits[a] = θ[f₁·4 + a] + θ[f₂·4 + a] + θ[f₃·4 + a].
 */
final class CoinPolicy {
  static final int FEATURES = 3;
  private static final int CONDUCTS = 3;
  private static final int ACTIONS = CoinGame.ACTIONS;

  private CoinPolicy() {}

  /** Length of θ on an n×n board. */
  static int parameters(int size) {
    return (2 + CONDUCTS) * size * size * ACTIONS;
  }

  /** The offsets into θ of the three active features of an agent. */
  static void observe(CoinGame game, int agent, int size, int[] features, int at) {
    int block = size * size;
    features[at] = game.ownCoin(agent) * ACTIONS;
    features[at + 1] = (block + game.otherAgent(agent)) * ACTIONS;
    features[at + 2] = ((2 + game.conduct(1 - agent)) * block + game.otherCoin(agent)) * ACTIONS;
  }

  /** π(·|features) into {@code probabilities} from {@code to} on. */
  static void evaluate(double[] theta, int[] features, int at, double[] probabilities, int to) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < ACTIONS; a++) {
      double logit =
          theta[features[at] + a] + theta[features[at + 1] + a] + theta[features[at + 2] + a];
      probabilities[to + a] = logit;
      highest = Math.max(highest, logit);
    }
    double sum = 0;
    for (int a = 0; a < ACTIONS; a++) {
      double e = Math.exp(probabilities[to + a] - highest);
      probabilities[to + a] = e;
      sum += e;
    }
    for (int a = 0; a < ACTIONS; a++) {
      probabilities[to + a] /= sum;
    }
  }

  /** The action that a uniform number stands for. */
  static int draw(double[] probabilities, int at, double u) {
    double left = u;
    for (int a = 0; a < ACTIONS - 1; a++) {
      left -= probabilities[at + a];
      if (left < 0) {
        return a;
      }
    }
    return ACTIONS - 1;
  }
}
