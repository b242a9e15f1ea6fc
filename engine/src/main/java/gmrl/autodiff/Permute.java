package gmrl.autodiff;

import gmrl.autodiff.kernel.Parallel;
import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Axes in another order: axis i of the result is axis {@code order[i]} of the input. */
record Permute(List<Integer> order) implements Kernel {
  /** Numbers in a block that is permuted inside the cache. */
  private static final int BLOCK = 1 << 14;

  @Override
  public String label() {
    return "permute";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] in = inputs[0].dims();
    int[] shape = new int[in.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = in[order.get(i)];
    }
    return shape;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store to) {
    int[] shape = shape(inputs);
    int rank = shape.length;
    int[] steps = Shapes.strides(inputs[0].dims());
    int[] strides = new int[rank];
    for (int i = 0; i < rank; i++) {
      strides[i] = steps[order.get(i)];
    }
    Store from = inputs[0].store();
    // Trailing axes that stay in place move as one run.
    int kept = rank;
    while (kept > 0 && order.get(kept - 1) == kept - 1) {
      kept--;
    }
    int run = Shapes.product(shape, kept, rank);
    int[] outerShape = Arrays.copyOf(shape, kept);
    int[] outerStrides = Arrays.copyOf(strides, kept);
    int runs = run == 0 ? 0 : from.length / run;
    int lead = 0;
    while (lead < kept && order.get(lead) == lead) {
      lead++;
    }
    int block = Shapes.product(shape, lead, rank);
    if (from.isFloat() && run > 0 && lead > 0 && lead < kept && block <= BLOCK) {
      int[] within = Arrays.copyOfRange(outerShape, lead, kept);
      int[] places = places(within, Arrays.copyOfRange(outerStrides, lead, kept));
      return () -> inBlocks(from.floats(), to.floats(), from.length / block, block, places, run);
    }
    return () ->
        Parallel.ranges(
            runs,
            Math.max(1, (1 << 15) / Math.max(1, run)),
            (first, last) -> {
              int[] index = Shapes.unravel(first, outerShape);
              for (int i = first; i < last; i++) {
                int at = Shapes.offset(index, outerStrides);
                if (run > 1) {
                  to.copy(i * run, from, at, run);
                } else if (to.isFloat()) {
                  to.floats().put(i, from.floats().get(at));
                } else {
                  to.doubles().put(i, from.doubles().get(at));
                }
                Shapes.increment(index, outerShape);
              }
            });
  }

  /** Where each run of a block begins in the source. */
  private static int[] places(int[] shape, int[] strides) {
    int[] places = new int[Shapes.size(shape)];
    int[] index = new int[shape.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = Shapes.offset(index, strides);
      Shapes.increment(index, shape);
    }
    return places;
  }

  /**
   * Blocks whose leading axes stay in place lie in one piece on both sides, so that their short
   * runs can move between arrays in the cache.
   */
  private static void inBlocks(
      FloatBuffer from, FloatBuffer to, int blocks, int block, int[] places, int run) {
    Parallel.ranges(
        blocks,
        Math.max(1, (1 << 16) / block),
        (first, last) -> {
          float[] source = new float[block];
          float[] moved = new float[block];
          for (int b = first; b < last; b++) {
            from.get(b * block, source);
            for (int i = 0; i < places.length; i++) {
              System.arraycopy(source, places[i], moved, i * run, run);
            }
            to.put(b * block, moved);
          }
        });
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    int[] inverse = new int[order.size()];
    for (int i = 0; i < inverse.length; i++) {
      inverse[order.get(i)] = i;
    }
    return new Variable[] {Ops.permute(cotangent, inverse)};
  }
}
