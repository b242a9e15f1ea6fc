package gmrl.ipd.coin;

import java.nio.DoubleBuffer;

/**
 * What is recorded after an update; index 0 is before the first. Pairs hold red and blue.
 *
 * @param update updates done
 * @param returns mean reward per step over a batch
 * @param coins coins taken per step
 * @param ownShare share of its own colour among the coins an agent took; one half is indifference
 */
@SuppressWarnings("ArrayRecordComponent") // pairs, written once by the learner
public record CoinUpdate(int update, double[] returns, double[] coins, double[] ownShare) {
  /** Length of a record as a row of numbers. */
  public static final int NUMBERS = 7;

  /** Writes the record as a row. */
  public void put(DoubleBuffer out) {
    out.put(update).put(returns).put(coins).put(ownShare);
  }

  /** Reads a row back. */
  public static CoinUpdate get(DoubleBuffer in) {
    int update = (int) in.get();
    double[][] pairs = new double[3][2];
    for (double[] pair : pairs) {
      in.get(pair);
    }
    return new CoinUpdate(update, pairs[0], pairs[1], pairs[2]);
  }
}
