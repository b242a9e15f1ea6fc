package gmrl.cli;

import gmrl.experiment.ExperimentEvent;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** One line on standard error that is drawn over itself, a few times a second. */
final class ConsoleProgress {
  private static final long INTERVAL_NANOS = 200_000_000L;
  private static final int BAR = 30;

  private final Optional<PrintWriter> err;
  private final long start = System.nanoTime();
  private long drawn = start;
  private int width;

  ConsoleProgress(Optional<PrintWriter> err) {
    this.err = err;
  }

  void on(ExperimentEvent<?> event) {
    if (event instanceof ExperimentEvent.Progress<?> progress) {
      show(progress.done(), progress.total());
    }
  }

  /** Draws the line anew if the last one is old enough. */
  void show(long done, long total) {
    if (System.nanoTime() - drawn > INTERVAL_NANOS) {
      drawn = System.nanoTime();
      draw(done, total);
    }
  }

  private void draw(long done, long total) {
    double share = total == 0 ? 1 : (double) done / total;
    int full = (int) Math.round(share * BAR);
    double elapsed = (System.nanoTime() - start) * 1e-9;
    String line =
        String.format(
            Locale.ROOT,
            "[%s%s] %3.0f %%  %d of %d  %.0f s left",
            "#".repeat(full),
            "-".repeat(BAR - full),
            100 * share,
            done,
            total,
            share > 0 ? elapsed / share * (1 - share) : 0.0);
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
