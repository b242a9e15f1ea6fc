package gmrl.autodiff;

import gmrl.autodiff.Trace.Operand;
import gmrl.autodiff.Trace.Step;
import gmrl.autodiff.formula.Reader;
import gmrl.autodiff.kernel.ConvolutionProducts;
import gmrl.autodiff.memory.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The image gradient of a layer, let through where the layer below was positive: relu's derivative
 * is applied to each group of images while it is still in the cache. The numbers are those of one
 * step after the other.
 *
 * <p>Inputs are the cotangent of the layer's sums, its kernels, and the results of the layer below.
 */
record OpenImageGradient(Convolve gradient) implements Kernel {
  @Override
  public String label() {
    return "convolution: image gradient, relu's derivative";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    return gradient.shape(inputs);
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] g = inputs[0].dims();
    int[] k = inputs[1].dims();
    int[] shape = shape(inputs);
    ConvolutionProducts products = gradient.products(g[0], k[3], k[0], inputs[0].type());
    List<Reader> readers = List.of(new Reader(out, shape, shape), inputs[2].reader(shape));
    Store cotangent = inputs[0].store();
    Store kernels = inputs[1].store();
    return () ->
        products.imageGradient(
            cotangent,
            kernels,
            out,
            (from, to) -> Formulas.OPEN.program(2).run(readers, out, from, to));
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    @Nullable Variable[] found =
        gradient.pullback(
            new Call(
                new Variable[] {call.input(0), call.input(1)},
                call.output(),
                new boolean[] {call.needs(0), call.needs(1)}),
            Formulas.OPEN.apply(cotangent, call.input(2)));
    return new @Nullable Variable[] {found[0], found[1], null};
  }

  /** The steps with such pairs as one, where a library makes code for the sizes. */
  static List<Step> joined(List<Step> steps, List<Operand> outputs) {
    Map<Integer, Integer> uses = new HashMap<>();
    Map<Integer, Step> gradients = new HashMap<>();
    outputs.forEach(output -> uses.merge(output.value(), 1, Integer::sum));
    for (Step step : steps) {
      step.inputs().forEach(input -> uses.merge(input.value(), 1, Integer::sum));
      if (step.kernel() instanceof Convolve convolve && convolve.isForLibrary(step)) {
        gradients.put(step.output().value(), step);
      }
    }
    Set<Integer> gone = new HashSet<>();
    List<Step> out = new ArrayList<>();
    for (Step step : steps) {
      Step below = step.kernel() == Formulas.OPEN ? below(step, gradients, uses) : null;
      if (below != null) {
        gone.add(below.output().value());
        List<Operand> inputs = new ArrayList<>(below.inputs());
        inputs.add(new Operand(step.inputs().get(1).value(), below.output().shape()));
        out.add(
            new Step(
                new OpenImageGradient((Convolve) below.kernel()),
                inputs,
                new Operand(step.output().value(), below.output().shape()),
                step.type()));
      } else {
        out.add(step);
      }
    }
    out.removeIf(step -> gone.contains(step.output().value()));
    return out;
  }

  /** The gradient that only this step lets through, if there is one. */
  private static @Nullable Step below(
      Step open, Map<Integer, Step> gradients, Map<Integer, Integer> uses) {
    Operand cotangent = open.inputs().get(0);
    Operand key = open.inputs().get(1);
    boolean alone =
        uses.getOrDefault(cotangent.value(), 0) == 1
            && Fusion.size(key) == Fusion.size(cotangent)
            && Fusion.size(key) == Fusion.size(open.output());
    return alone ? gradients.get(cotangent.value()) : null;
  }
}
