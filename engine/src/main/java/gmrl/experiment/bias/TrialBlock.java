package gmrl.experiment.bias;

/** The raw outcome of a few successive trials on one cell. */
final class TrialBlock {
  /** g_i [n][d]. */
  final double[][] gradients;

  /** ‖θ̂^k − θ^k‖² [n][K]. */
  final double[][] innerErrors;

  /** Means along the paths [n][d]: the gradients themselves where they are not followed. */
  final double[][] means;

  /** Corrections for inner noise [n][d]; zero where there are none. */
  final double[][] corrections;

  /**
   * Room for trials.
   *
   * @param conditions whether the means differ from the gradients
   * @param follows whether there may be corrections
   */
  TrialBlock(int trials, int dimension, int steps, boolean conditions, boolean follows) {
    gradients = new double[trials][dimension];
    innerErrors = new double[trials][steps];
    means = conditions ? new double[trials][dimension] : gradients;
    corrections = new double[follows ? trials : 0][dimension];
  }

  int size() {
    return gradients.length;
  }
}
