package gmrl.mdp;

/**
 * The rows of P as lists of their entries, for the products that exact evaluation consists of.
 *
 * <p>Random MDPs of low density have one or two next states a cell, so a list costs a tenth of the
 * row. Entries below 2⁻⁷⁰ are left out: the sampler, whose draws have 32 bits, never takes them
 * either. Where more than half of the entries count, the products run over whole rows, which the
 * compiler vectorises.
 */
final class TransitionRows {
  private static final double NEGLIGIBLE = 0x1p-70;

  private final int states;
  private final double[] dense;
  private final boolean sparse;
  private final int[] starts;
  private final int[] targets;
  private final double[] chances;

  /** Rows of P[cell·S + s'], retained. */
  TransitionRows(double[] transition, int states) {
    this.states = states;
    dense = transition;
    int entries = 0;
    for (double p : transition) {
      entries += p >= NEGLIGIBLE ? 1 : 0;
    }
    sparse = 2L * entries <= transition.length;
    starts = new int[sparse ? transition.length / states + 1 : 0];
    targets = new int[sparse ? entries : 0];
    chances = new double[sparse ? entries : 0];
    int at = 0;
    for (int i = 0; sparse && i < transition.length; i++) {
      if (transition[i] >= NEGLIGIBLE) {
        targets[at] = i % states;
        chances[at++] = transition[i];
      }
      if ((i + 1) % states == 0) {
        starts[(i + 1) / states] = at;
      }
    }
  }

  /** Σ_{s'} P(s'|cell) x(s') for x [S]. */
  double expected(int cell, double[] x) {
    double sum = 0;
    if (sparse) {
      int end = starts[cell + 1];
      for (int i = starts[cell]; i < end; i++) {
        sum += chances[i] * x[targets[i]];
      }
    } else {
      int base = cell * states;
      for (int to = 0; to < states; to++) {
        sum += dense[base + to] * x[to];
      }
    }
    return sum;
  }

  /** Adds {@code weight} · P(·|cell) to x at {@code offset} … {@code offset} + S − 1 (modified). */
  void spread(int cell, double weight, double[] x, int offset) {
    if (sparse) {
      int end = starts[cell + 1];
      for (int i = starts[cell]; i < end; i++) {
        x[offset + targets[i]] += weight * chances[i];
      }
    } else {
      int base = cell * states;
      for (int to = 0; to < states; to++) {
        x[offset + to] += weight * dense[base + to];
      }
    }
  }
}
