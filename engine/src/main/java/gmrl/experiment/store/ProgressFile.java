package gmrl.experiment.store;

import gmrl.experiment.Keeper;
import gmrl.experiment.file.AtomicFile;
import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import gmrl.numpy.StateArrays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How far a run has come, in one file of its folder that is replaced whole: after a second, and
 * then so often that writing takes one part in {@value #SHARE} of the time.
 */
public final class ProgressFile implements Keeper {
  static final String NAME = "progress.npz";

  private static final long LEAST_NANOS = 1_000_000_000L;
  private static final int SHARE = 50;

  /** Numbers of 8 bytes that one file may hold. */
  private static final long MOST = 1L << 25;

  private final Path folder;
  private final Path file;
  private final long most;
  private final LongSupplier clock;
  private final Consumer<String> problems;
  private long next;
  private boolean told;

  /**
   * The progress of a run.
   *
   * @param folder where the run is written
   * @param problems takes one sentence if it cannot be kept
   */
  public ProgressFile(Path folder, Consumer<String> problems) {
    this(folder, MOST, System::nanoTime, problems);
  }

  /** The same with another limit and another clock. */
  ProgressFile(Path folder, long most, LongSupplier clock, Consumer<String> problems) {
    this.folder = folder;
    file = folder.resolve(NAME);
    this.most = most;
    this.clock = clock;
    this.problems = problems;
    next = clock.getAsLong() + LEAST_NANOS;
  }

  @Override
  public boolean takeUp(Consumer<StateArrays> state) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      state.accept(StateArrays.of(Npz.read(Files.readAllBytes(file))));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the progress of the run in "
              + file
              + " cannot be used: "
              + e.getMessage()
              + "; without that file the run begins anew",
          e);
    }
  }

  @Override
  public void putDown(Consumer<StateArrays> state) {
    long begin = clock.getAsLong();
    if (begin - next < 0) {
      return;
    }
    StateArrays arrays = StateArrays.empty();
    state.accept(arrays);
    long numbers = arrays.arrays().stream().mapToLong(ProgressFile::size).sum();
    if (numbers > most) {
      tell(
          String.format(
              Locale.ROOT,
              "%d MB of progress are more than the %d MB that are kept: cut short now, the run"
                  + " begins anew",
              numbers >> 17,
              most >> 17));
    } else {
      try {
        RunFolder.requireThere(folder);
        AtomicFile.write(file, Npz.write(arrays.arrays()));
      } catch (IOException e) {
        tell(e.getMessage() + "; the run goes on and tries again");
      }
    }
    long end = clock.getAsLong();
    next = end + Math.max(LEAST_NANOS, SHARE * (end - begin));
  }

  private static long size(NamedArray array) {
    long size = 1;
    for (int extent : array.shape()) {
      size *= extent;
    }
    return size;
  }

  private void tell(String problem) {
    if (!told) {
      told = true;
      problems.accept(problem);
    }
  }
}
