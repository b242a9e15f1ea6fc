/**
 * The Coin Game: {@link gmrl.app.coin.CoinFeature} brings its page into the window, where two
 * agents learn, their returns are drawn and any of their policies plays a match on the torus.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.coin;
