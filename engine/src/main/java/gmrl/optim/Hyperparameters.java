package gmrl.optim;

/** Ranges of hyperparameters; the messages quote the value. */
final class Hyperparameters {

  private Hyperparameters() {}

  static void finite(String name, double value) {
    require(Double.isFinite(value), name, "a finite number", value);
  }

  static void notNegative(String name, double value) {
    require(value >= 0 && Double.isFinite(value), name, "a finite number ≥ 0", value);
  }

  static void positive(String name, double value) {
    require(value > 0 && Double.isFinite(value), name, "a finite number > 0", value);
  }

  /** In [0, 1). */
  static void decay(String name, double value) {
    require(value >= 0 && value < 1, name, "in [0, 1)", value);
  }

  static void require(boolean holds, String name, String expected, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("%s must be %s, not %s".formatted(name, expected, value));
    }
  }
}
