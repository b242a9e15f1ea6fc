package gmrl.bench;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * What one recorded node costs beside one bare ND4J operation on the same small arrays, in this
 * process: forward, and forward with a backward pass.
 */
public final class NodeOverhead {
  private static final int NODES = 2000;

  private NodeOverhead() {}

  public static void main(String[] args) {
    System.out.println("microseconds per operation, best of 30");
    for (int size : new int[] {4, 20, 100}) {
      double[] data = new double[size * size];
      java.util.Arrays.fill(data, 0.01);
      INDArray array = Nd4j.create(data, new long[] {size, size});
      double nd4j = best(() -> nd4j(array));
      double forward = best(() -> forward(data, size, false));
      double both = best(() -> forward(data, size, true));
      System.out.printf(
          Locale.ROOT,
          "%3dx%-3d ND4J %6.2f   recorded %6.2f (%+.2f)   with gradient, per node of both passes"
              + " %6.2f (%+.2f)%n",
          size,
          size,
          nd4j,
          forward,
          forward - nd4j,
          both / 2,
          both / 2 - nd4j);
    }
  }

  private static double best(DoubleSupplier body) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 30; i++) {
      long start = System.nanoTime();
      double result = body.getAsDouble();
      double time = (System.nanoTime() - start) / 1e3 / NODES;
      best = Double.isFinite(result) ? Math.min(best, time) : Double.NaN;
    }
    return best;
  }

  private static double nd4j(INDArray start) {
    INDArray x = start;
    for (int i = 0; i < NODES / 2; i++) {
      x = Transforms.tanh(x.add(start), true);
    }
    return x.getDouble(0);
  }

  private static double forward(double[] data, int size, boolean gradient) {
    try (Scope scope = Scope.open()) {
      Variable start = Variable.of(data, size, size).tracked();
      Variable x = start;
      for (int i = 0; i < NODES / 2; i++) {
        x = x.plus(start).tanh();
      }
      Variable sum = x.sum();
      return gradient
          ? Autodiff.gradOnce(sum, List.of(start)).get(0).get(0)
          : sum.item() + 0 * scope.bytesInUse();
    }
  }
}
