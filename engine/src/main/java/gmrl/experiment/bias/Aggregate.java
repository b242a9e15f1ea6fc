package gmrl.experiment.bias;

/** Which mean over MDPs a reader looks at, and so where trials sharpen what is seen. */
public enum Aggregate {
  /** The mean of bias². */
  BIAS_SQUARED(1) {
    @Override
    double weight(double[] exact) {
      return 1;
    }

    @Override
    double small() {
      return 0;
    }
  },
  /**
   * The root of the mean of bias² / ‖g‖²: how far an estimate is off, relative to what it is of.
   */
  RELATIVE_BIAS(2) {
    @Override
    double weight(double[] exact) {
      double square = 0;
      for (double g : exact) {
        square += g * g;
      }
      return square > 0 ? 1 / square : 0;
    }

    @Override
    double small() {
      return SMALL * SMALL;
    }
  };

  /** A first look at a curve needs no more of its points than that they lie below this. */
  private static final double SMALL = 0.2;

  private final double power;

  Aggregate(double power) {
    this.power = power;
  }

  /** What bias² of an MDP counts in the mean, by its exact gradient (not modified). */
  abstract double weight(double[] exact);

  /** Up to which mean of weighted bias² it is small beside what is estimated; 0 where none is. */
  abstract double small();

  /**
   * By how much a mean square may be off, relative to itself, when what is seen may by {@code x}.
   */
  double ofSquare(double x) {
    return power * x;
  }
}
