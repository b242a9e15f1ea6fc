package gmrl.app.shelf;

import gmrl.app.live.SynchronousLab;
import gmrl.app.rooms.Rooms;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/** Shelves of tests. */
public final class Shelves {
  private Shelves() {}

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
    return new Shelf(root, lab.lab, state, Rooms.files(), disk, lab.failures::add, done -> {});
  }
}
