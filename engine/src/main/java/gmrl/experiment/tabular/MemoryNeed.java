package gmrl.experiment.tabular;

import java.util.Locale;

/** How much memory a setup needs, so that an absurd size is refused before it is tried. */
public final class MemoryNeed {
  /** Share of the heap that arrays of one experiment may fill. */
  private static final double SHARE = 0.8;

  private MemoryNeed() {}

  /**
   * An estimate from above of the bytes a setup needs, as a double so that nothing overflows.
   *
   * @param threads workers at a time
   */
  public static double bytes(TabularSetup setup, int threads) {
    double states = setup.mdps().states();
    double actions = setup.mdps().actions();
    double cells = states * actions;
    // P and its alias table stay; P as nested rows is there while it is drawn.
    double mdps = cells * states * 8 * (2.0 * setup.mdps().count() + 1);
    double points = (setup.steps() + 1.0) * (states * states + 12 * cells) * 8;
    double batches = 0;
    for (SlotSpec slot : new SlotSpec[] {setup.inner(), setup.hessian(), setup.outer()}) {
      if (slot instanceof SlotSpec.Sampled sampled) {
        batches += sampled.samples() * (setup.horizon() * 4.0 + 40);
      }
    }
    if (setup.reuse() || setup.method() instanceof MethodSpec.PreAdaptation) {
      batches += setup.steps() * setup.samples() * setup.horizon() * 12.0;
    }
    return mdps + threads * (points + batches);
  }

  /**
   * Refuses a setup that does not fit.
   *
   * @param threads workers at a time
   * @throws IllegalArgumentException with the estimate
   */
  public static void require(TabularSetup setup, int threads) {
    double bytes = bytes(setup, threads);
    double states = setup.mdps().states();
    double actions = setup.mdps().actions();
    double heap = Runtime.getRuntime().maxMemory();
    if (bytes > SHARE * heap) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%.0f states × %.0f actions, K = %d and %d trajectories a batch%s need about %s of"
                  + " memory, expected less than the %s there is",
              states,
              actions,
              setup.steps(),
              setup.samples(),
              threads > 1 ? " on " + threads + " threads" : "",
              size(bytes),
              size(SHARE * heap)));
    }
    if (states * actions * states > Integer.MAX_VALUE - 8 || largestBatch(setup) > 1L << 30) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%.0f states × %.0f actions with %d trajectories of %d steps need about %s of memory"
                  + " and arrays longer than Java has",
              states,
              actions,
              setup.samples(),
              setup.horizon(),
              size(bytes)));
    }
  }

  private static long largestBatch(TabularSetup setup) {
    long samples = 0;
    for (SlotSpec slot : new SlotSpec[] {setup.inner(), setup.hessian(), setup.outer()}) {
      if (slot instanceof SlotSpec.Sampled sampled) {
        samples = Math.max(samples, sampled.samples());
      }
    }
    return samples * setup.horizon();
  }

  private static String size(double bytes) {
    return bytes < 10e9
        ? String.format(Locale.ROOT, "%.0f MB", Math.ceil(bytes / 1e6))
        : String.format(Locale.ROOT, bytes < 1e12 ? "%.3g GB" : "%.0f GB", bytes / 1e9);
  }
}
