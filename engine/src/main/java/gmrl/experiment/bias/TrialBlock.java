package gmrl.experiment.bias;

/**
 * The raw outcome of a few successive trials on one cell: g_i [d] and its inner errors [K] each.
 */
final class TrialBlock {
  final double[][] gradients;
  final double[][] innerErrors;

  TrialBlock(int trials, int dimension, int steps) {
    gradients = new double[trials][dimension];
    innerErrors = new double[trials][steps];
  }

  int size() {
    return gradients.length;
  }
}
