package gmrl.experiment.shaping;

import gmrl.ipd.GameEstimator;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.RepeatedGame;
import gmrl.ipd.shaping.DifferentiableGame;
import gmrl.ipd.shaping.QuadraticGame;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Where learners meet. */
public sealed interface ShapingGame {

  /** The name used on the command line and in files. */
  String token();

  /** Exact derivatives, at no point yet. */
  DifferentiableGame exact(double discount);

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
    public DifferentiableGame exact(double discount) {
      return QuadraticGame.rotation();
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
                        + ", tandem, rotation"));
  }
}
