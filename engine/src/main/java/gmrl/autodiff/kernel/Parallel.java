package gmrl.autodiff.kernel;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work cut into parts that do not depend on how many threads there are. */
public final class Parallel {
  private Parallel() {}

  /** Runs {@code part} for 0 … {@code parts}−1, on this thread and the common pool. */
  public static void run(int parts, IntConsumer part) {
    if (parts == 1) {
      part.accept(0);
    } else {
      IntStream.range(0, parts).parallel().forEach(part);
    }
  }

  /** Ranges of at most {@code grain} elements that cover 0 … {@code length}−1. */
  public static void ranges(int length, int grain, Range body) {
    int parts = Math.max(1, Math.min(8, (length + grain - 1) / grain));
    int size = (length + parts - 1) / parts;
    run(
        parts,
        part -> {
          int from = part * size;
          int to = Math.min(length, from + size);
          if (from < to) {
            body.run(from, to);
          }
        });
  }

  /** Work on the elements from {@code from}, inclusive, to {@code to}, exclusive. */
  public interface Range {
    void run(int from, int to);
  }
}
