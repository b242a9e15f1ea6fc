package gmrl.ipd;

/**
 * The sums of {@link Passes} for trajectories drawn from other policies: ρ_t becomes the product of
 * the ratios of present to past probabilities, and b_t is scaled by the ratio of its own step.
 *
 * <p>Mutable scratch; one per thread.
 */
final class ReplayPasses {
  private static final double[] NO_SCORES = new double[Scores.CELLS];
  private double[] earned = new double[0];

  /**
   * Adds Σ (C_i + b_i) by cell.
   *
   * @param ratio present over past joint probability by cell [CELLS], not modified
   * @param table [CELLS], added to
   */
  void addToGo(Batch batch, Coefficients k, double[] ratio, double[] table) {
    int length = batch.length();
    double[] b = times(k.baseline, ratio);
    for (int trajectory = 0; trajectory < batch.size(); trajectory++) {
      double toGo = forward(batch, k, ratio, 1, NO_SCORES, trajectory);
      for (int t = length - 1; t >= 0; t--) {
        int cell = batch.cell(trajectory, t);
        toGo += earned[t];
        table[cell] += toGo - k.discounts[t] * b[cell];
      }
    }
  }

  /** Σ c_t ρ_t + γ^t v(s_t)(1 − r_t) over a batch: the surrogate itself, not its derivatives. */
  double objective(Batch batch, Coefficients k, double[] ratio) {
    double sum = 0;
    for (int trajectory = 0; trajectory < batch.size(); trajectory++) {
      sum += forward(batch, k, ratio, 1, NO_SCORES, trajectory);
      for (int t = 0; t < batch.length(); t++) {
        int cell = batch.cell(trajectory, t);
        sum += earned[t] + k.discounts[t] * k.baseline[cell] * (1 - ratio[cell]);
      }
    }
    return sum;
  }

  /**
   * Adds Σ (A_i + b_i z_i) by cell.
   *
   * @param z l·u by cell [CELLS], not modified
   */
  void addProduct(Batch batch, Coefficients k, double[] ratio, double[] z, double[] table) {
    int length = batch.length();
    double[] bz = times(times(k.baseline, ratio), z);
    for (int trajectory = 0; trajectory < batch.size(); trajectory++) {
      double toGo = forward(batch, k, ratio, 0, z, trajectory);
      for (int t = length - 1; t >= 0; t--) {
        int cell = batch.cell(trajectory, t);
        toGo += earned[t];
        table[cell] += toGo - k.discounts[t] * bz[cell];
      }
    }
  }

  /** earned[t] ← c_t ρ_t · (start + Z_t); returns what the tail adds to every suffix. */
  private double forward(
      Batch batch, Coefficients k, double[] ratio, double start, double[] z, int trajectory) {
    int length = batch.length();
    if (earned.length < length) {
      earned = new double[length];
    }
    double weight = 1;
    double score = start;
    int cell = 0;
    for (int t = 0; t < length; t++) {
      cell = batch.cell(trajectory, t);
      weight *= ratio[cell];
      score += z[cell];
      earned[t] = k.discounts[t] * k.reward[cell] * weight * score;
    }
    return k.discounts[length - 1] * k.tail[cell] * weight * score;
  }

  private static double[] times(double[] a, double[] b) {
    double[] product = new double[Scores.CELLS];
    for (int cell = 0; cell < Scores.USED; cell++) {
      product[cell] = a[cell] * b[cell];
    }
    return product;
  }
}
