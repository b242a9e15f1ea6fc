package gmrl.app.shelf;

import gmrl.app.state.Undoable;
import gmrl.experiment.store.RunNote;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * Another name, colour or note of a kept run, or its being drawn or kept.
 *
 * @param run its folder
 * @param before what a person had said about it
 * @param after what then
 * @param told takes the run, and what it is again, in a few words
 */
record NoteChange(
    KeptRuns runs, Path run, RunNote before, RunNote after, BiConsumer<Path, String> told)
    implements Undoable {

  @Override
  public void undo() {
    go(after, before);
  }

  @Override
  public void redo() {
    go(before, after);
  }

  private void go(RunNote from, RunNote to) {
    runs.change(run, now -> along(now, from, to));
    told.accept(run, said(from, to));
  }

  private static String said(RunNote from, RunNote to) {
    if (from.kept() != to.kept()) {
      return to.kept() ? "is kept again" : "is one of the recent runs again";
    } else if (from.shown() != to.shown()) {
      return to.shown() ? "is drawn again" : "is hidden again";
    } else if (from.colour() != to.colour()) {
      return "has its other colour again";
    }
    return from.name().equals(to.name()) ? "has its other note again" : "is called so again";
  }

  /** What was changed elsewhere meanwhile stays. */
  private static RunNote along(RunNote now, RunNote from, RunNote to) {
    return new RunNote(
        from.name().equals(to.name()) ? now.name() : to.name(),
        from.notes().equals(to.notes()) ? now.notes() : to.notes(),
        from.colour() == to.colour() ? now.colour() : to.colour(),
        from.shown() == to.shown() ? now.shown() : to.shown(),
        from.kept() == to.kept() ? now.kept() : to.kept());
  }
}
