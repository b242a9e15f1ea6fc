package gmrl.ipd.coin;

/**
 * What is recorded after an update; index 0 is before the first. Pairs hold red and blue.
 *
 * @param update updates done
 * @param returns mean reward per step over a batch
 * @param coins coins taken per step
 * @param ownShare share of its own colour among the coins an agent took; one half is indifference
 */
@SuppressWarnings("ArrayRecordComponent") // pairs, written once by the learner
public record CoinUpdate(int update, double[] returns, double[] coins, double[] ownShare) {}
