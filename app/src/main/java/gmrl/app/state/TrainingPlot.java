package gmrl.app.state;

/**
 * What the meta-training plot does.
 *
 * @param updates outer steps of gradient ascent on φ
 * @param learningRate outer step size
 * @param runs independent repetitions of the estimated training
 */
public record TrainingPlot(int updates, double learningRate, int runs) {
  /** What a first start shows. */
  public static final TrainingPlot DEFAULT = new TrainingPlot(50, 0.1, 8);

  /** Checks the ranges. */
  public TrainingPlot {
    if (updates < 1 || updates > 10_000) {
      throw new IllegalArgumentException("updates is " + updates + ", expected 1 to 10000");
    }
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the outer step size is " + learningRate + ", expected a positive number");
    }
    if (runs < 1 || runs > 1000) {
      throw new IllegalArgumentException("runs is " + runs + ", expected 1 to 1000");
    }
  }
}
