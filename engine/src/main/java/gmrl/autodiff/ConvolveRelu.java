package gmrl.autodiff;

import gmrl.autodiff.formula.Reader;
import gmrl.autodiff.kernel.ConvolutionProducts;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * max(x ∗ k + b, 0) for images x, kernels k and one bias b for each kernel: the sums are cut off
 * while they are still in the cache. The numbers are those of one step after the other.
 */
record ConvolveRelu(Convolve convolution) implements Kernel {

  /** The layer, in one step where a library makes code for its sizes. */
  static Variable of(Convolve convolution, Variable x, Variable kernel, Variable bias) {
    int[] k = kernel.dims();
    if (!Arrays.equals(bias.dims(), new int[] {k[0]}) || bias.type() != x.type()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a layer of kernels %s needs a bias [%d] of their type, but got %s %s",
              Arrays.toString(k),
              k[0],
              Arrays.toString(bias.dims()),
              bias.type()));
    }
    return convolution.isForLibrary(x, kernel)
        ? Variable.apply(new ConvolveRelu(convolution), x, kernel, bias)
        : Formulas.BIAS_RELU.apply(convolution.apply(x, kernel), bias);
  }

  @Override
  public String label() {
    return "convolution, bias, relu";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    return convolution.shape(inputs);
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] x = inputs[0].dims();
    int[] shape = shape(inputs);
    ConvolutionProducts products = convolution.products(x[0], x[3], shape[3], inputs[0].type());
    Reader sums = new Reader(out, shape, shape);
    List<Reader> readers = List.of(sums, inputs[2].reader(shape));
    Store images = inputs[0].store();
    Store kernels = inputs[1].store();
    return () ->
        products.result(
            images,
            kernels,
            out,
            (from, to) -> Formulas.BIAS_RELU.program(2).run(readers, out, from, to));
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    Variable open = Formulas.OPEN.apply(g, call.output());
    boolean both = call.needs(1) && call.needs(2);
    @Nullable Variable[] sums =
        convolution.pullback(
            new Call(
                new Variable[] {call.input(0), call.input(1)},
                call.output(),
                new boolean[] {call.needs(0), call.needs(1) && !both}),
            open);
    if (!both) {
      return new @Nullable Variable[] {
        sums[0], sums[1], call.needs(2) ? Ops.sumTo(open, call.input(2).dims()) : null
      };
    }
    int[] kernel = call.input(1).dims();
    LayerGradient layer = LayerGradient.of(convolution);
    Variable found = Variable.apply(layer, call.input(0), open);
    return new @Nullable Variable[] {
      sums[0], layer.kernels(found, kernel), layer.biases(found, kernel[0])
    };
  }
}
