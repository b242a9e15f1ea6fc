package gmrl.autodiff;

import gmrl.autodiff.kernel.ReduceLoops;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root of the sum of squares of all numbers of all arrays, which have one type, read once where
 * squares neither overflow nor vanish. The numbers are those of {@link Norms}, which takes squares
 * of numbers near 1: powers of two round nothing.
 */
record EuclideanNorm() implements Kernel {
  /** Sums of squares between which no float among them matters that has no square. */
  private static final double LEAST = 1e-20;

  private static final double MOST = 1e30;

  @Override
  public String label() {
    return "norm";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    if (inputs.length == 0) {
      throw new IllegalArgumentException("a norm needs at least one array");
    }
    return new int[0];
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    List<Store> stores = Arrays.stream(inputs).map(Variable::store).toList();
    return () -> out.set(0, of(stores));
  }

  private static double of(List<Store> stores) {
    double total = squares(stores, 1);
    if (total > LEAST && total < MOST) {
      return Math.sqrt(total);
    }
    double largest = 0;
    for (Store x : stores) {
      if (x.length > 0) {
        largest = Math.max(largest, ReduceLoops.all(ReduceLoops.Kind.MAGNITUDE, x, 1));
      }
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    // A power of two whose inverse is a number of the type, too.
    int most = stores.get(0).isFloat() ? Float.MAX_EXPONENT - 1 : Double.MAX_EXPONENT - 1;
    int exponent = Math.max(Math.min(Math.getExponent(largest), most), -most);
    return Math.scalb(Math.sqrt(squares(stores, Math.scalb(1.0, -exponent))), exponent);
  }

  /** Rounded to the arrays' type after each array. */
  private static double squares(List<Store> stores, double scale) {
    double total = 0;
    for (Store x : stores) {
      double more = ReduceLoops.all(ReduceLoops.Kind.SQUARES, x, scale);
      total = x.isFloat() ? (float) (total + (float) more) : total + more;
    }
    return total;
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    @Nullable Variable[] out = new Variable[call.inputs().length];
    for (int i = 0; i < out.length; i++) {
      if (call.needs(i)) {
        out[i] = Formulas.NORM_SHARE.apply(call.input(i), call.output(), cotangent);
      }
    }
    return out;
  }
}
