/**
 * The Coin Game: two agents and two coins on a torus, too large for a closed form.
 *
 * <p>{@link gmrl.ipd.coin.CoinGame} is the environment, {@link gmrl.ipd.coin.CoinLearner} two
 * linear-softmax agents that learn naively or with LOLA lookaheads, one update at a time; {@link
 * gmrl.ipd.coin.CoinConfig} says how.
 */
@org.jspecify.annotations.NullMarked
package gmrl.ipd.coin;
