package gmrl.autodiff.kernel;

import java.util.function.IntConsumer;

/**
 * Work cut into parts that do not depend on how many threads there are.
 *
 * <p>Parts are as small as is worth handing over, so that 32 processors find work where there is
 * much of it.
 */
public final class Parallel {
  /** Numbers handled at once in a pass over memory; ranges begin at its multiples. */
  public static final int ROW = 1024;

  /** Parts at most. */
  public static final int MOST = 64;

  private Parallel() {}

  /** Runs {@code part} for 0 … {@code parts}−1, on this thread and those of its pool. */
  public static void run(int parts, IntConsumer part) {
    if (parts == 1) {
      part.accept(0);
    } else {
      Shared.run(parts, part);
    }
  }

  /** How many parts of about {@code grain} make {@code work}: 1 to {@link #MOST}. */
  public static int parts(long work, long grain) {
    return (int) Math.max(1, Math.min(MOST, (work + grain - 1) / grain));
  }

  /** Ranges of about {@code grain} elements, of whole rows, that cover 0 … {@code length}−1. */
  public static void ranges(int length, int grain, Range body) {
    int parts = parts(length, grain);
    if (parts == 1) {
      if (length > 0) {
        body.run(0, length);
      }
      return;
    }
    int size = (length + parts - 1) / parts;
    size = grain < ROW ? size : (size + ROW - 1) / ROW * ROW;
    int step = size;
    run(
        (length + size - 1) / size,
        part -> body.run(part * step, Math.min(length, (part + 1) * step)));
  }

  /** Work on the elements from {@code from}, inclusive, to {@code to}, exclusive. */
  public interface Range {
    void run(int from, int to);
  }
}
