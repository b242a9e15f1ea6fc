package gmrl.ipd;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A 2×2 game, each agent's payoffs from its own view.
 *
 * <p>Action 0 is the first of {@code actions} (defect, in the prisoner's dilemma), action 1 the
 * second (cooperate).
 *
 * @param name short lower-case name, used on the command line
 * @param actions names of action 0 and action 1
 * @param payoff1 agent 1's reward [own action][other's action]
 * @param payoff2 agent 2's reward [own action][other's action]
 */
@SuppressWarnings("ArrayRecordComponent") // cloned at the door, compared by content
public record MatrixGame(
    String name, List<String> actions, double[][] payoff1, double[][] payoff2) {

  /** The games that come with the laboratory, the prisoner's dilemma first. */
  public static final List<MatrixGame> BUILT_IN =
      List.of(
          symmetric("prisoners-dilemma", "defect", "cooperate", -2, 0, -3, -1),
          symmetric("stag-hunt", "hare", "stag", 2, 3, 0, 4),
          new MatrixGame(
              "matching-pennies",
              List.of("heads", "tails"),
              new double[][] {{1, -1}, {-1, 1}},
              new double[][] {{-1, 1}, {1, -1}}),
          symmetric("chicken", "dare", "swerve", -4, 1, -1, 0));

  /**
   * Checks and copies the payoffs.
   *
   * @throws IllegalArgumentException if a payoff matrix is not 2×2 or holds a value that is not
   *     finite
   */
  public MatrixGame {
    actions = List.copyOf(actions);
    if (actions.size() != 2) {
      throw new IllegalArgumentException(
          "game " + name + " names " + actions.size() + " actions, expected 2");
    }
    payoff1 = checked(name, "agent 1", payoff1);
    payoff2 = checked(name, "agent 2", payoff2);
  }

  /** What papers call it where it is played again and again. */
  public String title() {
    return equals(prisonersDilemma())
        ? "iterated prisoner’s dilemma"
        : "iterated game " + name.replace('-', ' ');
  }

  /** The iterated prisoner's dilemma: −2 each, −1 each, 0 for a lone defector, −3 for its prey. */
  public static MatrixGame prisonersDilemma() {
    return BUILT_IN.get(0);
  }

  /**
   * Finds a built-in game.
   *
   * @param name its name, in any case
   * @throws IllegalArgumentException if there is none of that name
   */
  public static MatrixGame named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return BUILT_IN.stream()
        .filter(game -> game.name.equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown game '"
                        + name
                        + "', expected one of "
                        + String.join(", ", BUILT_IN.stream().map(MatrixGame::name).toList())));
  }

  /**
   * A game both agents see alike.
   *
   * @param both00 reward when both play action 0
   * @param lone0 reward of playing 0 against 1
   * @param lone1 reward of playing 1 against 0
   * @param both11 reward when both play action 1
   */
  public static MatrixGame symmetric(
      String name,
      String action0,
      String action1,
      double both00,
      double lone0,
      double lone1,
      double both11) {
    double[][] payoff = {{both00, lone0}, {lone1, both11}};
    return new MatrixGame(name, List.of(action0, action1), payoff, payoff);
  }

  @Override
  public double[][] payoff1() {
    return copy(payoff1);
  }

  @Override
  public double[][] payoff2() {
    return copy(payoff2);
  }

  /** Rewards of one agent by joint outcome 2·a₁ + a₂, [4]. */
  double[] rewards(int agent) {
    double[] rewards = new double[4];
    for (int outcome = 0; outcome < 4; outcome++) {
      int first = outcome >> 1;
      int second = outcome & 1;
      rewards[outcome] = agent == 0 ? payoff1[first][second] : payoff2[second][first];
    }
    return rewards;
  }

  /** Lowest and highest reward either agent can get in a step: the range of a return plot, [2]. */
  public double[] rewardRange() {
    double[] all =
        Arrays.stream(new double[][][] {payoff1, payoff2})
            .flatMap(Arrays::stream)
            .flatMapToDouble(Arrays::stream)
            .sorted()
            .toArray();
    return new double[] {all[0], all[all.length - 1]};
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MatrixGame that
        && name.equals(that.name)
        && actions.equals(that.actions)
        && Arrays.deepEquals(payoff1, that.payoff1)
        && Arrays.deepEquals(payoff2, that.payoff2);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.deepHashCode(payoff1) + Arrays.deepHashCode(payoff2);
  }

  private static double[][] checked(String name, String agent, double[][] payoff) {
    String place = "payoffs of " + agent + " in game " + name;
    if (payoff.length != 2 || payoff[0].length != 2 || payoff[1].length != 2) {
      throw new IllegalArgumentException(
          place + " are " + Arrays.deepToString(payoff) + ", expected a 2×2 matrix");
    }
    for (double[] row : payoff) {
      for (double value : row) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(place + " hold " + value + ", expected finite");
        }
      }
    }
    return copy(payoff);
  }

  private static double[][] copy(double[][] matrix) {
    return new double[][] {matrix[0].clone(), matrix[1].clone()};
  }
}
