package gmrl.app.ipd;

import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.MatrixGame;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Two policies in a 2×2 game: what is played after what. Outcomes are numbered 2·a₁ + a₂.
 *
 * @param game the game
 * @param discount γ of the game
 * @param second probability of action 1 by agent, at the start and after each outcome as that agent
 *     sees it [2][5]
 */
@SuppressWarnings("ArrayRecordComponent") // made here and compared by nobody
record Play(MatrixGame game, double discount, double[][] second) {
  static final int OUTCOMES = 4;
  private static final double NEGLIGIBLE = 1e-6;

  /**
   * The policies after an update.
   *
   * @param seed index of a seed; empty for the mean policies over seeds
   */
  static Play of(LolaSnapshot snapshot, OptionalInt seed, int update) {
    double[][] second = new double[2][5];
    for (int agent = 0; agent < 2; agent++) {
      for (int state = 0; state < 5; state++) {
        int a = agent;
        int s = state;
        second[agent][state] =
            seed.isPresent()
                ? snapshot.seeds().get(seed.getAsInt()).get(update).state().cooperation(a)[s]
                : snapshot.over(update, record -> record.state().cooperation(a)[s]).mean();
      }
    }
    return new Play(snapshot.config().game(), snapshot.config().discount(), second);
  }

  /** Chance of an outcome at the start. */
  double start(int outcome) {
    return both(second[0][0], second[1][0], outcome);
  }

  /** Chance of an outcome after another one. */
  double next(int from, int outcome) {
    int first = from >> 1;
    int other = from & 1;
    return both(second[0][1 + 2 * first + other], second[1][1 + 2 * other + first], outcome);
  }

  /** The outcome that mostly follows on one: the same again where no other stands out. */
  int likeliest(int from) {
    int best = from;
    for (int to = 0; to < OUTCOMES; to++) {
      best = next(from, to) > next(from, best) + NEGLIGIBLE ? to : best;
    }
    return best;
  }

  private static double both(double p1, double p2, int outcome) {
    double one = (outcome >> 1) == 1 ? p1 : 1 - p1;
    double two = (outcome & 1) == 1 ? p2 : 1 - p2;
    return one * two;
  }

  /** Share of each outcome in the discounted play from the start [4], summing to 1. */
  double[] visits() {
    double[] now = new double[OUTCOMES];
    Arrays.setAll(now, this::start);
    double[] visits = new double[OUTCOMES];
    for (double weight = 1 - discount; weight > NEGLIGIBLE; weight *= discount) {
      double[] here = now;
      double share = weight;
      Arrays.setAll(visits, o -> visits[o] + share * here[o]);
      now = new double[OUTCOMES];
      for (int from = 0; from < OUTCOMES; from++) {
        for (int to = 0; to < OUTCOMES; to++) {
          now[to] += here[from] * next(from, to);
        }
      }
    }
    double sum = Arrays.stream(visits).sum();
    return Arrays.stream(visits).map(v -> v / sum).toArray();
  }

  /** An agent's payoff in an outcome. */
  double payoff(int agent, int outcome) {
    int first = outcome >> 1;
    int other = outcome & 1;
    return agent == 0 ? game.payoff1()[first][other] : game.payoff2()[other][first];
  }
}
