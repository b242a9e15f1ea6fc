package gmrl.cli;

import picocli.CommandLine.Option;

/** How many of a run's updates are printed, the same for every game. */
final class RecordOptions {
  @Option(
      names = "--record-every",
      paramLabel = "N",
      defaultValue = "10",
      description = "print every N-th update, and the last (default: ${DEFAULT-VALUE})")
  private int every;

  /**
   * Checks the stride before anything runs.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  void check() {
    if (every < 1) {
      throw new IllegalArgumentException("--record-every is " + every + ", expected 1 or more");
    }
  }

  /** The stride N. */
  int every() {
    return every;
  }
}
