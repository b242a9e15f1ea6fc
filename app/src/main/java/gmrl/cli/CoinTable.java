package gmrl.cli;

import gmrl.experiment.Counted;
import gmrl.experiment.Stride;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinResult;
import gmrl.experiment.coin.CoinSpec;
import gmrl.ipd.coin.CoinUpdate;
import gmrl.meta.MeanEstimate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A Coin Game result as a table for people, means over seeds. */
final class CoinTable {
  static final FamilyTable<CoinSpec, CoinResult> OF_FAMILY =
      new FamilyTable<>(
          new CoinFamily(),
          "Learners that shape each other in the Coin Game, too large for closed forms.",
          CoinTable::write);

  private CoinTable() {}

  private static String write(CoinResult records, int every) {
    TextTable table = new TextTable("update", "return", "coins per step", "share of own colour");
    for (int u : Stride.updates(records.updates(), every)) {
      table.row(
          Integer.toString(records.seeds().get(0).get(u).update()),
          mean(records, u, CoinUpdate::returns),
          mean(records, u, CoinUpdate::coins),
          mean(records, u, CoinUpdate::ownShare));
    }
    return table
        + "\nmean ± standard error over "
        + Counted.of(records.seeds().size(), "seed")
        + ", both agents together; a share of one half is indifference.\n"
        + "Both coins are on the board at once: returns are not comparable with published ones.\n";
  }

  private static String mean(CoinResult records, int update, Function<CoinUpdate, double[]> pair) {
    ToDoubleFunction<CoinUpdate> number = u -> (pair.apply(u)[0] + pair.apply(u)[1]) / 2;
    MeanEstimate mean =
        MeanEstimate.of(
            records.seeds().stream()
                .mapToDouble(history -> number.applyAsDouble(history.get(update)))
                .toArray());
    return TextTable.mean("%.3f", "%.3f", mean);
  }
}
