package gmrl.bench;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The matrix products of one A2C update and nothing else: what the same processor needs at least,
 * with the patches of the convolutions laid out already.
 */
final class BareProducts {
  /** Rows, columns and inner dimension of each layer's product at batch 320. */
  private static final int[][] LAYERS = {
    {320 * 400, 32, 256},
    {320 * 81, 64, 512},
    {320 * 49, 64, 576},
    {320, 512, 3136},
    {320, 512, 528}
  };

  private BareProducts() {}

  /** Forward, weight gradient, and input gradient of all layers but the first. */
  static Variable update() {
    double sum = 0;
    for (int layer = 0; layer < LAYERS.length; layer++) {
      int m = LAYERS[layer][0];
      int n = LAYERS[layer][1];
      int k = LAYERS[layer][2];
      // The large layers in slices that stay in the cache, as the convolutions do.
      int slices = Math.max(1, m / 800);
      Variable x = Ops.zeros(DataType.FLOAT, m / slices, k);
      Variable w = Ops.zeros(DataType.FLOAT, n, k);
      Variable y = Ops.zeros(DataType.FLOAT, m / slices, n);
      for (int i = 0; i < slices; i++) {
        sum += Ops.matmul(x, w, false, true).size() + Ops.matmul(y, x, true, false).size();
        if (layer > 0) {
          sum += Ops.matmul(y, w, false, false).size();
        }
      }
    }
    return Variable.scalar(sum);
  }
}
