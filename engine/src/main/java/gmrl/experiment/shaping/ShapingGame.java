package gmrl.experiment.shaping;

import gmrl.ipd.GameEstimator;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.RepeatedGame;
import gmrl.ipd.shaping.BimatrixGame;
import gmrl.ipd.shaping.DifferentiableGame;
import gmrl.ipd.shaping.QuadraticGame;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Where learners meet. */
public sealed interface ShapingGame {

  /** The name used on the command line and in files. */
  String token();

  /** Whether values grow as squares of the parameters, so that a step may not be as long as 1. */
  default boolean isQuadratic() {
    return false;
  }

  /** Exact derivatives, at no point yet. */
  DifferentiableGame exact(double discount);

  /**
   * Where a player stands in a phase portrait: its first parameter, where a game says nothing else.
   *
   * @param theta its parameters, not modified
   */
  default double place(double[] theta) {
    return theta[0];
  }

  /** What {@link #place} is, as the text of an axis. */
  default String placeLabel() {
    return "parameter";
  }

  /** A matrix game played for ever between policies that remember one step. */
  record Repeated(MatrixGame game) implements ShapingGame {
    @Override
    public String token() {
      return game.name();
    }

    @Override
    public DifferentiableGame exact(double discount) {
      return new RepeatedGame(game, discount).derivatives();
    }

    /** The mean over the five states of the probability of the second action. */
    @Override
    public double place(double[] theta) {
      return Arrays.stream(theta).map(logit -> 1 / (1 + Math.exp(logit))).average().orElse(0);
    }

    @Override
    public String placeLabel() {
      return "mean probability of “" + game.actions().get(1) + "”";
    }

    /** Derivatives from rollouts. */
    DifferentiableGame sampled(
        double discount,
        GameEstimator estimator,
        int rollout,
        int trajectories,
        RandomGenerator random) {
      return new RepeatedGame(game, discount).derivatives(estimator, rollout, trajectories, random);
    }
  }

  /** V_i = −(x + y)² + 2θ_i, see {@link QuadraticGame#tandem}. */
  record Tandem() implements ShapingGame {
    @Override
    public String token() {
      return "tandem";
    }

    @Override
    public boolean isQuadratic() {
      return true;
    }

    @Override
    public DifferentiableGame exact(double discount) {
      return QuadraticGame.tandem();
    }
  }

  /** V_1 = xy = −V_2, see {@link QuadraticGame#rotation}. */
  record Rotation() implements ShapingGame {
    @Override
    public String token() {
      return "rotation";
    }

    @Override
    public boolean isQuadratic() {
      return true;
    }

    @Override
    public DifferentiableGame exact(double discount) {
      return QuadraticGame.rotation();
    }
  }

  /**
   * A game of one's own, played once with mixed strategies.
   *
   * @param name what it is called
   * @param payoff1 first player's [n][n] by the first's and the second's action
   * @param payoff2 second player's, by the same actions in the same order
   */
  @SuppressWarnings("ArrayRecordComponent") // cloned at the door, compared by content
  record Own(String name, double[][] payoff1, double[][] payoff2) implements ShapingGame {
    /** Checks and copies the payoffs. */
    public Own {
      new BimatrixGame(payoff1, payoff2);
      payoff1 = Arrays.stream(payoff1).map(double[]::clone).toArray(double[][]::new);
      payoff2 = Arrays.stream(payoff2).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[][] payoff1() {
      return Arrays.stream(payoff1).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[][] payoff2() {
      return Arrays.stream(payoff2).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public String token() {
      return name;
    }

    @Override
    public DifferentiableGame exact(double discount) {
      return BimatrixGame.sharing(payoff1, payoff2);
    }

    @Override
    public double place(double[] theta) {
      double[] policy = new double[theta.length];
      BimatrixGame.softmax(theta, policy);
      return policy[0];
    }

    @Override
    public String placeLabel() {
      return "probability of the first action";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Own that
          && name.equals(that.name)
          && Arrays.deepEquals(payoff1, that.payoff1)
          && Arrays.deepEquals(payoff2, that.payoff2);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + Arrays.deepHashCode(payoff1) + Arrays.deepHashCode(payoff2);
    }
  }

  /**
   * Finds a game by its token.
   *
   * @throws IllegalArgumentException naming the token and the known ones
   */
  static ShapingGame parse(String token) {
    String wanted = token.toLowerCase(Locale.ROOT);
    if (wanted.equals("tandem")) {
      return new Tandem();
    }
    if (wanted.equals("rotation")) {
      return new Rotation();
    }
    return MatrixGame.BUILT_IN.stream()
        .filter(game -> game.name().equals(wanted))
        .<ShapingGame>map(Repeated::new)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "game is '"
                        + token
                        + "', expected one of "
                        + MatrixGame.BUILT_IN.stream()
                            .map(MatrixGame::name)
                            .collect(Collectors.joining(", "))
                        + ", tandem, rotation, or a JSON file with payoff1 and payoff2"));
  }
}
