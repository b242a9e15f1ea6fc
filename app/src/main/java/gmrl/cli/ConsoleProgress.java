package gmrl.cli;

import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.Work;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** One line on standard error that is drawn over itself, a few times a second. */
final class ConsoleProgress {
  private static final long INTERVAL_NANOS = 200_000_000L;
  private static final int BAR = 30;

  private final Optional<PrintWriter> err;
  private long drawn = System.nanoTime();

  /** What the first word of progress said: a run that goes on has not done that now. */
  private Optional<Said> first = Optional.empty();

  private int width;

  /** How far a run was at a time. */
  private record Said(long done, long nanos) {

    /** In words how long the rest takes if it goes on like since then. */
    Optional<String> left(Work now) {
      double seconds = (System.nanoTime() - nanos) * 1e-9;
      return now.done() > done
          ? Optional.of(
              String.format(
                  Locale.ROOT,
                  "  %.0f s left",
                  seconds / (now.done() - done) * (now.total() - now.done())))
          : Optional.empty();
    }
  }

  ConsoleProgress(Optional<PrintWriter> err) {
    this.err = err;
  }

  void on(ExperimentEvent<?> event) {
    if (event instanceof ExperimentEvent.Progress<?> progress) {
      show(progress.work());
    }
  }

  /** Draws the line anew if the last one is old enough. */
  void show(Work work) {
    if (first.isEmpty()) {
      first = Optional.of(new Said(work.done(), System.nanoTime()));
    }
    if (System.nanoTime() - drawn > INTERVAL_NANOS) {
      drawn = System.nanoTime();
      draw(work);
    }
  }

  private void draw(Work work) {
    int full = (int) Math.round(work.share() * BAR);
    String line =
        String.format(
            Locale.ROOT,
            "[%s%s] %3.0f %%  %d of %d%s",
            "#".repeat(full),
            "-".repeat(BAR - full),
            100 * work.share(),
            work.done(),
            work.total(),
            first.flatMap(said -> said.left(work)).orElse(""));
    width = Math.max(width, line.length());
    err.ifPresent(
        e -> {
          e.print("\r" + line);
          e.flush();
        });
  }

  /** Takes the line away again. */
  void clear() {
    if (width > 0) {
      err.ifPresent(
          e -> {
            e.print("\r" + " ".repeat(width) + "\r");
            e.flush();
          });
    }
  }
}
