package gmrl.autodiff;

import gmrl.autodiff.kernel.Parallel;
import gmrl.autodiff.kernel.ReduceLoops;
import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sum, maximum or largest magnitude over a block of neighbouring axes, which disappear.
 *
 * <p>Seen as an array [outer][count][inner], the middle axis is reduced. Where several elements
 * share the maximum, they share its cotangent equally.
 */
record Reduce(Kind kind, int firstAxis, int axes) implements Kernel {
  /** What has a rule of differentiation here. */
  enum Kind {
    SUM(ReduceLoops.Kind.SUM),
    MAX(ReduceLoops.Kind.MAX),
    MAGNITUDE(ReduceLoops.Kind.MAGNITUDE);

    private final ReduceLoops.Kind loops;

    Kind(ReduceLoops.Kind loops) {
      this.loops = loops;
    }
  }

  @Override
  public String label() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] in = inputs[0].dims();
    if (Shapes.product(in, firstAxis, firstAxis + axes) == 0 && kind != Kind.SUM) {
      throw new IllegalArgumentException("an empty axis has no maximum");
    }
    int[] shape = new int[in.length - axes];
    System.arraycopy(in, 0, shape, 0, firstAxis);
    System.arraycopy(in, firstAxis + axes, shape, firstAxis, shape.length - firstAxis);
    return shape;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store to) {
    int[] in = inputs[0].dims();
    int outer = Shapes.product(in, 0, firstAxis);
    int count = Shapes.product(in, firstAxis, firstAxis + axes);
    int inner = Shapes.product(in, firstAxis + axes, in.length);
    Store from = inputs[0].store();
    ReduceLoops loops = new ReduceLoops(kind.loops, from, to, count, inner);
    return () -> run(loops, outer, count, inner);
  }

  private static void run(ReduceLoops loops, int outer, int count, int inner) {
    if (outer > 1) {
      int grain = Math.max(1, (1 << 15) / Math.max(1, count * inner));
      Parallel.ranges(
          outer,
          grain,
          (first, last) -> {
            for (int i = first; i < last; i++) {
              loops.put(i, loops.block(i, 0, count));
            }
          });
    } else {
      double[] whole = loops.whole();
      if (outer == 1) {
        loops.put(0, whole);
      }
    }
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    int[] in = call.input(0).dims();
    int[] ones = in.clone();
    Arrays.fill(ones, firstAxis, firstAxis + axes, 1);
    Variable wide = Ops.expand(Ops.reshape(cotangent, ones), in);
    if (kind == Kind.SUM) {
      return new Variable[] {wide};
    }
    Variable most = Ops.reshape(call.output(), ones);
    boolean signed = kind == Kind.MAGNITUDE;
    Variable compared = signed ? call.input(0).abs() : call.input(0);
    Variable hit = Formulas.EQUAL.apply(compared, most).plain();
    Variable hits = Ops.reshape(Variable.apply(new Reduce(Kind.SUM, firstAxis, axes), hit), ones);
    Variable share = hit.over(hits);
    return new Variable[] {
      wide.times(signed ? share.times(Formulas.SIGN.apply(call.input(0))) : share)
    };
  }
}
