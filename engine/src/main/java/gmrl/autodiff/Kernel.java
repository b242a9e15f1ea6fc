package gmrl.autodiff;

import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;

/**
 * A primitive that computes numbers of its own, in two parts: the shape of the result, and work
 * bound to the memory of inputs and result that can be done any number of times.
 */
sealed interface Kernel extends Primitive
    permits Elementwise,
        Cast,
        Reduce,
        EuclideanNorm,
        MatMul,
        Permute,
        Slice,
        Embed,
        Concatenate,
        Gather,
        Pick,
        Place,
        ScatterAdd,
        Softmax,
        LogSoftmax,
        Convolve,
        ConvolveRelu,
        LayerGradient,
        OpenImageGradient,
        Patches,
        Solve {

  /** Shape of the result; throws {@link IllegalArgumentException} for inputs that do not fit. */
  int[] shape(Variable[] inputs);

  /**
   * Work that computes the result from the numbers that the inputs have when it runs.
   *
   * @param inputs checked by {@link #shape}
   * @param out room for the result, modified by the work
   */
  Runnable bind(Variable[] inputs, Store out);

  @Override
  default Value evaluate(Variable[] inputs) {
    int[] shape = shape(inputs);
    Store out = Arena.allocate(inputs[0].type(), Shapes.size(shape));
    bind(inputs, out).run();
    return new Value(out, shape);
  }
}
