package gmrl.ipd;

import java.util.Arrays;

/**
 * The kernels for batches drawn from the policies themselves: sums per cell over a batch that all
 * derivatives are read from.
 *
 * <p>With c_t, b_t the coefficients of step t, l_t its scores and Z_t = Σ_{i≤t} l_i·u,
 *
 * <pre>
 *   ∇J    = Σ_i l_i (C_i + b_i),   C_i = Σ_{t≥i} c_t
 *   ∇²J u = Σ_i l_i (A_i + b_i l_i·u) + Σ_i (C_i + b_i) ∇²log π_i u,   A_i = Σ_{t≥i} c_t Z_t
 * </pre>
 *
 * so the tables Σ (C_i + b_i) and Σ (A_i + b_i l_i·u) by cell suffice, for either agent's rows.
 * Four trajectories run abreast, each lane into its own table: repeated visits to one cell would
 * otherwise wait for one another's store. Mutable scratch; one per thread.
 */
final class Passes {
  private static final int WIDTH = Scores.CELLS;
  private static final int MASK = WIDTH - 1;

  private final double[] tables = new double[Batch.LANES * WIDTH];
  private double[] scratch = new double[0];

  /**
   * Adds Σ (C_i + b_i) by cell.
   *
   * @param table [CELLS], added to
   */
  void addToGo(Batch batch, Coefficients k, double[] table) {
    int groups = batch.size() / Batch.LANES;
    int rest = batch.size() % Batch.LANES;
    toGo(batch, k, 0, groups);
    fold(Batch.LANES, table);
    if (rest != 0) {
      toGo(batch, k, groups, groups + 1);
      fold(rest, table);
    }
  }

  /**
   * Adds Σ (A_i + b_i z_i) by cell.
   *
   * @param z l·u by cell [CELLS], not modified
   * @param table [CELLS], added to
   */
  void addProduct(Batch batch, Coefficients k, double[] z, double[] table) {
    if (scratch.length < Batch.LANES * batch.length()) {
      scratch = new double[Batch.LANES * batch.length()];
    }
    double[] bz = new double[WIDTH];
    for (int cell = 0; cell < WIDTH; cell++) {
      bz[cell] = k.baseline[cell] * z[cell];
    }
    int groups = batch.size() / Batch.LANES;
    int rest = batch.size() % Batch.LANES;
    for (int g = 0; g < groups; g++) {
      product(batch, k, z, bz, g);
    }
    fold(Batch.LANES, table);
    if (rest != 0) {
      product(batch, k, z, bz, groups);
      fold(rest, table);
    }
  }

  private void toGo(Batch batch, Coefficients k, int from, int to) {
    int length = batch.length();
    int[] cells = batch.cells();
    double[] w = tables;
    double[] reward = k.reward;
    double[] baseline = k.baseline;
    double[] discounts = k.discounts;
    double last = discounts[length - 1];
    for (int g = from; g < to; g++) {
      int base = g * length;
      int end = cells[base + length - 1];
      double g0 = last * k.tail[end & MASK];
      double g1 = last * k.tail[(end >> 8) & MASK];
      double g2 = last * k.tail[(end >> 16) & MASK];
      double g3 = last * k.tail[(end >> 24) & MASK];
      for (int t = length - 1; t >= 0; t--) {
        int p = cells[base + t];
        double d = discounts[t];
        int c0 = p & MASK;
        int c1 = (p >> 8) & MASK;
        int c2 = (p >> 16) & MASK;
        int c3 = (p >> 24) & MASK;
        g0 += d * reward[c0];
        g1 += d * reward[c1];
        g2 += d * reward[c2];
        g3 += d * reward[c3];
        w[c0] += g0 - d * baseline[c0];
        w[WIDTH + c1] += g1 - d * baseline[c1];
        w[2 * WIDTH + c2] += g2 - d * baseline[c2];
        w[3 * WIDTH + c3] += g3 - d * baseline[c3];
      }
    }
  }

  private void product(Batch batch, Coefficients k, double[] z, double[] bz, int group) {
    int length = batch.length();
    int[] cells = batch.cells();
    double[] w = tables;
    double[] cz = scratch;
    double[] reward = k.reward;
    double[] discounts = k.discounts;
    int base = group * length;
    double z0 = 0;
    double z1 = 0;
    double z2 = 0;
    double z3 = 0;
    for (int t = 0; t < length; t++) {
      int p = cells[base + t];
      double d = discounts[t];
      int c0 = p & MASK;
      int c1 = (p >> 8) & MASK;
      int c2 = (p >> 16) & MASK;
      int c3 = (p >> 24) & MASK;
      z0 += z[c0];
      z1 += z[c1];
      z2 += z[c2];
      z3 += z[c3];
      cz[4 * t] = d * reward[c0] * z0;
      cz[4 * t + 1] = d * reward[c1] * z1;
      cz[4 * t + 2] = d * reward[c2] * z2;
      cz[4 * t + 3] = d * reward[c3] * z3;
    }
    int end = cells[base + length - 1];
    double last = discounts[length - 1];
    double a0 = last * k.tail[end & MASK] * z0;
    double a1 = last * k.tail[(end >> 8) & MASK] * z1;
    double a2 = last * k.tail[(end >> 16) & MASK] * z2;
    double a3 = last * k.tail[(end >> 24) & MASK] * z3;
    for (int t = length - 1; t >= 0; t--) {
      int p = cells[base + t];
      double d = discounts[t];
      int c0 = p & MASK;
      int c1 = (p >> 8) & MASK;
      int c2 = (p >> 16) & MASK;
      int c3 = (p >> 24) & MASK;
      a0 += cz[4 * t];
      a1 += cz[4 * t + 1];
      a2 += cz[4 * t + 2];
      a3 += cz[4 * t + 3];
      w[c0] += a0 - d * bz[c0];
      w[WIDTH + c1] += a1 - d * bz[c1];
      w[2 * WIDTH + c2] += a2 - d * bz[c2];
      w[3 * WIDTH + c3] += a3 - d * bz[c3];
    }
  }

  private void fold(int lanes, double[] table) {
    for (int lane = 0; lane < lanes; lane++) {
      for (int cell = 0; cell < Scores.USED; cell++) {
        table[cell] += tables[lane * WIDTH + cell];
      }
    }
    Arrays.fill(tables, 0);
  }
}
