/**
 * The Coin Game, too large for closed forms: {@link gmrl.experiment.coin.CoinSpec} says what is
 * learned, {@link gmrl.experiment.coin.CoinExperiment} runs it, and {@link
 * gmrl.experiment.coin.CoinFamily} is what everyone else knows of both.
 */
@NullMarked
package gmrl.experiment.coin;

import org.jspecify.annotations.NullMarked;
