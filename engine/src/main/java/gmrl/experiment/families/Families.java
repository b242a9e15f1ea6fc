package gmrl.experiment.families;

import gmrl.experiment.Family;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.shaping.ShapingFamily;
import gmrl.experiment.training.TrainingFamily;
import java.util.List;
import java.util.Optional;

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

  /** The family of a name; empty where there is none of that name. */
  public static Optional<Family<?, ?>> find(String id) {
    return ALL.stream().filter(family -> family.id().equals(id)).findFirst();
  }

  /**
   * The family that a document names.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static Family<?, ?> read(JsonView json) {
    return find(json.text()).orElseThrow(() -> json.unexpected("one of " + ids()));
  }

  /** All names, for a sentence. */
  public static String ids() {
    return String.join(", ", ALL.stream().map(Family::id).toList());
  }
}
