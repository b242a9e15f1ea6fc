package gmrl.ipd.coin;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * How two agents learn the Coin Game.
 *
 * @param size n of the n×n board, 2 … 16
 * @param discount γ in [0, 1)
 * @param rollout steps of a trajectory, 1 … 1000
 * @param batch trajectories per estimate, 2 … 16 384
 * @param lookaheads K imagined steps of the opponent, 0 … 10; 0 is naive learning
 * @param innerRate α, step size of the imagined opponent
 * @param outerRate step size of Adam
 */
@RecordBuilder
public record CoinConfig(
    int size,
    double discount,
    int rollout,
    int batch,
    int lookaheads,
    double innerRate,
    double outerRate)
    implements CoinConfigBuilder.With {

  /** A 3×3 board, one lookahead. */
  public static final CoinConfig DEFAULT = new CoinConfig(3, .96, 32, 128, 1, 1, .02);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the setting, its value and what was expected
   */
  public CoinConfig {
    between("size of the coin board", size, 2, 16);
    if (!(discount >= 0 && discount < 1)) {
      throw new IllegalArgumentException("gamma is " + discount + ", expected a value in [0, 1)");
    }
    between("rollout length", rollout, 1, 1000);
    between("batch size", batch, 2, 1 << 14);
    between("number of lookaheads", lookaheads, 0, 10);
    rate("inner learning rate", innerRate);
    rate("outer learning rate", outerRate);
  }

  private static void between(String what, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          what + " is " + value + ", expected " + low + " to " + high);
    }
  }

  private static void rate(String what, double value) {
    if (!(value >= 0 && value < 1e6)) {
      throw new IllegalArgumentException(
          what + " is " + value + ", expected a value in [0, 1000000)");
    }
  }
}
