package gmrl.mdp;

import java.util.Arrays;

/**
 * The table Y[s,a] = mean Σ_i 1[s_i = s, a_i = a] Σ_{t≥i} c_t Z_t of {@link BatchEstimate}, for
 * surrogates with a running product of ratios.
 *
 * <p>Summation by parts turns Σ_{t≥i} c_t Z_t, with Σ_{t≥i} c_t = γ^i Â_i, into γ^i Â_i Z_i +
 * Σ_{t>i} γ^t Â_t z_t, which needs nothing but the kept advantages.
 */
final class PairWeights {
  private final double[] table;

  /** γ^t Â_t / N of every step [T·N]. */
  private double[] stepWeights = {};

  /** What is kept of a pair of steps, for each step between them. */
  private final double kept;

  /** Z_t of every step, only where not all is kept [T·N]. */
  private double[] sums = {};

  private double[] running = {};
  private double[] later = {};

  /**
   * A table.
   *
   * @param kept λ in [0, 1]: Z_t = z_t + λ Z_{t−1}, and what comes later is worth λ a step
   */
  PairWeights(int cells, double kept) {
    this.kept = kept;
    table = new double[cells];
  }

  /** Makes room for a batch. */
  void reserve(int count, int horizon) {
    if (running.length < count) {
      running = new double[count];
      later = new double[count];
    }
    if (stepWeights.length < count * horizon) {
      stepWeights = new double[count * horizon];
    }
  }

  /** The live γ^t Â_t / N of every step [T·N], for the caller to fill. */
  double[] stepWeights() {
    return stepWeights;
  }

  /**
   * Fills Y: one pass for Z_T, one backwards that peels z_t off it again.
   *
   * @param score z[S·A]
   * @param baseline weights to subtract of each cell [S·A]
   * @return the live table [S·A], not to be modified
   */
  double[] along(TrajectoryBatch batch, double[] score, double[] baseline) {
    int count = batch.count();
    int total = batch.horizon() * count;
    for (int cell = 0; cell < table.length; cell++) {
      table[cell] = -baseline[cell] * score[cell];
    }
    Arrays.fill(later, 0, count, 0);
    if (kept != 1) {
      discounted(batch.cells(), score, count, total);
      return table;
    }
    Arrays.fill(running, 0, count, 0);
    for (int offset = 0; offset < total; offset += count) {
      sumScores(batch.cells(), score, offset, count);
    }
    for (int offset = total - count; offset >= 0; offset -= count) {
      scatterStep(batch.cells(), score, offset, count);
    }
    return table;
  }

  private void discounted(int[] cells, double[] z, int count, int total) {
    if (sums.length < total) {
      sums = new double[total];
    }
    for (int i = 0; i < total; i++) {
      sums[i] = z[cells[i]] + (i < count ? 0 : kept * sums[i - count]);
    }
    for (int offset = total - count; offset >= 0; offset -= count) {
      for (int n = 0; n < count; n++) {
        int cell = cells[offset + n];
        double weight = stepWeights[offset + n];
        table[cell] += weight * sums[offset + n] + later[n];
        later[n] = kept * (later[n] + weight * z[cell]);
      }
    }
  }

  private void sumScores(int[] cells, double[] z, int offset, int count) {
    double[] sum = running;
    for (int n = 0; n < count; n++) {
      sum[n] += z[cells[offset + n]];
    }
  }

  private void scatterStep(int[] cells, double[] z, int offset, int count) {
    double[] y = table;
    double[] weights = stepWeights;
    double[] left = running;
    double[] after = later;
    for (int n = 0; n < count; n++) {
      int cell = cells[offset + n];
      double weight = weights[offset + n];
      double step = z[cell];
      double sum = left[n];
      double rest = after[n];
      y[cell] += weight * sum + rest;
      after[n] = rest + weight * step;
      left[n] = sum - step;
    }
  }
}
