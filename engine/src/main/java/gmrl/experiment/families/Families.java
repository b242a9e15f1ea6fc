package gmrl.experiment.families;

import gmrl.experiment.Family;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.shaping.ShapingFamily;
import gmrl.experiment.training.TrainingFamily;
import java.util.List;

/** The one list of all families of experiments. */
public final class Families {
  private static final List<Family<?, ?>> ALL =
      List.of(
          new BiasFamily(),
          new TrainingFamily(),
          new LolaFamily(),
          new ShapingFamily(),
          new CoinFamily(),
          new ExampleFamily(),
          new AtariFamily());

  private Families() {}

  /** All of them. */
  public static List<Family<?, ?>> all() {
    return ALL;
  }
}
