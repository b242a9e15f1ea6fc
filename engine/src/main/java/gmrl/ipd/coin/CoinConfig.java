package gmrl.ipd.coin;

import gmrl.ipd.GameLimits;
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
    GameLimits.between("size of the coin board", size, 2, 16);
    GameLimits.discount(discount);
    GameLimits.between("rollout length", rollout, 1, 1000);
    GameLimits.between("batch size", batch, 2, 1 << 14);
    GameLimits.between("number of lookaheads", lookaheads, 0, 10);
    GameLimits.rate("inner learning rate", innerRate);
    GameLimits.rate("outer learning rate", outerRate);
  }
}
