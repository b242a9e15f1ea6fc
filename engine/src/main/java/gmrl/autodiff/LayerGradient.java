package gmrl.autodiff;

import gmrl.autodiff.kernel.ConvolutionProducts;
import gmrl.autodiff.memory.Store;
import org.jspecify.annotations.Nullable;

/**
 * The gradient by the kernels of a convolution and by the biases of its results, in one reading of
 * the results' cotangent: (images [n][h][w][c], cotangent [n][h'][w'][o]) to a vector of the
 * kernels' gradient, o·kh·kw·c numbers, and behind it that of o biases.
 *
 * @param gradient by the kernels
 */
record LayerGradient(Convolve gradient) implements Kernel {

  /** Of a layer. */
  static LayerGradient of(Convolve convolution) {
    return new LayerGradient(convolution.with(Convolve.Kind.KERNEL_GRADIENT));
  }

  /** The kernels' part. */
  Variable kernels(Variable both, int[] dims) {
    int size = dims[0] * dims[1] * dims[2] * dims[3];
    return Ops.reshape(Ops.slice(both, 0, 0, size), dims);
  }

  /** The biases' part. */
  Variable biases(Variable both, int outputs) {
    return Ops.slice(both, 0, both.size() - outputs, both.size());
  }

  @Override
  public String label() {
    return "convolution: kernel gradient, bias gradient";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] k = gradient.shape(inputs);
    return new int[] {k[0] * k[1] * k[2] * k[3] + k[0]};
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] k = gradient.shape(inputs);
    ConvolutionProducts products =
        gradient.products(inputs[0].dims()[0], k[3], k[0], inputs[0].type());
    Store x = inputs[0].store();
    Store cotangent = inputs[1].store();
    return () -> products.layerGradient(x, cotangent, k[0], out);
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    Variable[] inputs = {call.input(0), call.input(1)};
    int[] dims = gradient.shape(inputs);
    @Nullable Variable[] out =
        gradient.pullback(
            new Call(inputs, call.output(), new boolean[] {call.needs(0), call.needs(1)}),
            kernels(g, dims));
    if (out[1] != null) {
      out[1] = out[1].plus(biases(g, dims[0]));
    }
    return out;
  }
}
