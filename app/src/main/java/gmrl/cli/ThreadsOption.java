package gmrl.cli;

import gmrl.experiment.Workers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many threads compute; common to all commands that compute. */
final class ThreadsOption {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "number of threads (default: one for each processor); results do not depend on it")
  @Nullable Integer threads;

  /** The workers asked for. */
  Workers workers() {
    Integer count = threads;
    if (count == null) {
      return Workers.ofMachine();
    }
    if (count < 1) {
      throw new IllegalArgumentException("--threads is " + count + ", expected 1 or more");
    }
    return new Workers(count);
  }
}
