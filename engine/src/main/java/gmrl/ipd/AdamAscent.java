package gmrl.ipd;

import gmrl.numpy.StateArrays;

/**
 * AdamAscent on a plain array, bias-corrected (β₁ .9, β₂ .999, ε 1e−8), climbing.
 *
 * <pre>
 *   m ← β₁m + (1−β₁)g;  v ← β₂v + (1−β₂)g²;  x ← x + η (m/(1−β₁ⁿ)) / (√(v/(1−β₂ⁿ)) + ε)
 * </pre>
 *
 * Source: Kingma &amp; Ba (ICLR 2015), algorithm 1, with the sign turned to ascent. Mutable; one
 * per vector.
 */
public final class AdamAscent {
  private static final double BETA1 = .9;
  private static final double BETA2 = .999;
  private static final double EPSILON = 1e-8;

  private final double rate;
  private final double[] first;
  private final double[] second;
  private int steps;

  /** A fresh optimiser of step size η for vectors of one length. */
  public AdamAscent(double rate, int size) {
    this.rate = rate;
    first = new double[size];
    second = new double[size];
  }

  /** Moves {@code x} up the gradient; {@code gradient} is not modified. */
  public void ascend(double[] gradient, double[] x) {
    steps++;
    double scale1 = 1 / (1 - Math.pow(BETA1, steps));
    double scale2 = 1 / (1 - Math.pow(BETA2, steps));
    for (int i = 0; i < x.length; i++) {
      double g = gradient[i];
      first[i] = BETA1 * first[i] + (1 - BETA1) * g;
      second[i] = BETA2 * second[i] + (1 - BETA2) * g * g;
      x[i] += rate * first[i] * scale1 / (Math.sqrt(second[i] * scale2) + EPSILON);
    }
  }

  /** Puts the moments down, or takes them up. */
  public void carry(StateArrays state) {
    steps = state.count("steps", steps);
    state.fill("first", first);
    state.fill("second", second);
  }

  /** Writes first and second moments, one after the other, from {@code offset} on. */
  void save(double[] moments, int offset) {
    System.arraycopy(first, 0, moments, offset, first.length);
    System.arraycopy(second, 0, moments, offset + first.length, second.length);
  }

  /** Takes the moments back as {@link #save} left them after so many steps. */
  void restore(int stepsDone, double[] moments, int offset) {
    steps = stepsDone;
    System.arraycopy(moments, offset, first, 0, first.length);
    System.arraycopy(moments, offset + first.length, second, 0, second.length);
  }
}
