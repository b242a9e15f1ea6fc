package gmrl.app.shelf;

import gmrl.app.live.SynchronousLab;
import gmrl.app.rooms.Rooms;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinResult;
import gmrl.experiment.coin.CoinSpec;
import gmrl.ipd.coin.CoinUpdate;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Shelves of tests. */
public final class Shelves {
  private static final CoinFamily COIN = new CoinFamily();

  private Shelves() {}

  /** Runs of the Coin Game, with the seed that the window has. */
  public static Source coin() {
    return Source.of(
        COIN,
        List.of("Coin Game"),
        s -> COIN.withSeed(CoinSpec.DEFAULT, s.seed()),
        (spec, s) -> s.withSeed(spec.seed()));
  }

  /** A result of such a run. */
  static CoinResult result() {
    double[] half = {.5, .5};
    CoinUpdate update = new CoinUpdate(0, new double[] {.1, .2}, half, half);
    return new CoinResult(List.of(List.of(update), List.of(update)));
  }

  /** A shelf that reads and writes before the call returns. */
  public static Shelf at(Path root, SynchronousLab lab, StateModel<LabState> state) {
    return at(root, lab, state, Runnable::run);
  }

  /** A shelf on which nothing ever lies. */
  public static Shelf unused(SynchronousLab lab, StateModel<LabState> state) {
    return at(Path.of("unused"), lab, state, task -> {});
  }

  /** A shelf whose disk takes its time. */
  public static Shelf at(Path root, SynchronousLab lab, StateModel<LabState> state, Executor disk) {
    return at(root, lab, state, disk, done -> {});
  }

  /**
   * The same.
   *
   * @param done takes one sentence about something that was done
   */
  static Shelf at(
      Path root,
      SynchronousLab lab,
      StateModel<LabState> state,
      Executor disk,
      Consumer<String> done) {
    return new Shelf(root, lab.lab, state, Rooms.files(), disk, lab.failures::add, done);
  }
}
