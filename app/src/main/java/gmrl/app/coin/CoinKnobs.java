package gmrl.app.coin;

import gmrl.app.ui.Parameter;
import gmrl.ipd.coin.CoinConfig;

/** What a person may turn about learners in the Coin Game. */
final class CoinKnobs {
  private static final CoinConfig USUAL = CoinSettings.DEFAULT.config();

  static final Parameter LOOKAHEADS =
      new Parameter(
          "K",
          "lookaheads",
          "Steps that each agent imagines its opponent to learn; 0 is naive learning.",
          USUAL.lookaheads(),
          0,
          10,
          Parameter.Scale.INTEGER);

  static final Parameter INNER_RATE =
      new Parameter(
          "α",
          "imagined step size",
          "How far an imagined step of the opponent goes.",
          USUAL.innerRate(),
          .01,
          100,
          Parameter.Scale.LOG);

  static final Parameter OUTER_RATE =
      new Parameter(
          "η",
          "learning rate",
          "Step size of Adam, with which both agents follow their gradients.",
          USUAL.outerRate(),
          .001,
          1,
          Parameter.Scale.LOG);

  static final Parameter BATCH =
      new Parameter(
          "|τ|",
          "sample size",
          "Trajectories of every estimate: inner, Hessian and outer.",
          USUAL.batch(),
          2,
          4096,
          Parameter.Scale.COUNT);

  private CoinKnobs() {}
}
