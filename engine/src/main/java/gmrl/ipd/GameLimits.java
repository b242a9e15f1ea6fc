package gmrl.ipd;

import gmrl.Digits;

/** The ranges of settings that learners in games have in common. */
public final class GameLimits {
  private GameLimits() {}

  /** Insists on a discount γ in [0, 1). */
  public static void discount(double gamma) {
    if (!(gamma >= 0 && gamma < 1)) {
      throw new IllegalArgumentException("gamma is " + gamma + ", expected a value in [0, 1)");
    }
  }

  /** Insists on a count, both ends included. */
  public static void between(String what, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          what + " is " + value + ", expected " + low + " to " + high);
    }
  }

  /** Insists on a learning rate in [0, 10⁶). */
  public static void rate(String what, double value) {
    if (!(value >= 0 && value < 1e6)) {
      throw new IllegalArgumentException(
          what + " is " + Digits.of(value) + ", expected a value in [0, 1000000)");
    }
  }
}
