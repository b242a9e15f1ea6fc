package gmrl.autodiff.kernel;

import gmrl.autodiff.kernel.ConvolutionLoops.Window;
import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import org.nd4j.linalg.api.buffer.DataType;

/** The three products of a convolution of n images; the last argument is modified. */
public sealed interface ConvolutionProducts permits ConvolutionLoops, OneDnnConvolution {
  /** (images, kernels) to results. */
  void result(Store x, Store kernel, Store y);

  /**
   * (images, kernels) to results.
   *
   * @param then what is to be done with ranges of the results, at best while they are in the cache
   */
  default void result(Store x, Store kernel, Store y, Parallel.Range then) {
    result(x, kernel, y);
    then.run(0, y.length);
  }

  /** (cotangent of results, kernels) to cotangent of images. */
  void imageGradient(Store cotangent, Store kernel, Store out);

  /**
   * (cotangent of results, kernels) to cotangent of images.
   *
   * @param then what is to be done with ranges of these, at best while they are in the cache
   */
  default void imageGradient(Store cotangent, Store kernel, Store out, Parallel.Range then) {
    imageGradient(cotangent, kernel, out);
    then.run(0, out.length);
  }

  /** (images, cotangent of results) to cotangent of kernels. */
  void kernelGradient(Store x, Store cotangent, Store out);

  /**
   * (images, cotangent of results) to cotangent of kernels and, behind it, the sums of the
   * cotangent over all places, which are read while they are in the cache, at best.
   *
   * @param outputs kernels
   */
  default void layerGradient(Store x, Store cotangent, int outputs, Store out) {
    int size = out.length - outputs;
    try (Arena scope = Arena.open()) {
      Store kernel = scope.room(x.type, size);
      kernelGradient(x, cotangent, kernel);
      out.copy(0, kernel, 0, size);
    }
    double[] sums = sums(cotangent, outputs).whole();
    for (int j = 0; j < outputs; j++) {
      out.set(size + j, sums[j]);
    }
  }

  /** The loops that add up a cotangent of results over all places. */
  static ReduceLoops sums(Store cotangent, int outputs) {
    return new ReduceLoops(
        ReduceLoops.Kind.SUM, cotangent, cotangent, cotangent.length / outputs, outputs);
  }

  /** The quickest way that there is for sizes and type. */
  static ConvolutionProducts of(Window window, int n, int channels, int outputs, DataType type) {
    return isLibraryFor(window, n, channels, outputs, type)
        ? OneDnnConvolution.of(OneDnn.find().orElseThrow(), window, n, channels, outputs)
        : new ConvolutionLoops(window, n, channels, outputs);
  }

  /** Whether a library of convolutions is there and these are sizes for it. */
  static boolean isLibraryFor(Window window, int n, int channels, int outputs, DataType type) {
    return type == DataType.FLOAT
        && OneDnnConvolution.isLarge(window, n, channels, outputs)
        && OneDnn.find()
            .map(lib -> OneDnnConvolution.isWorthwhile(lib, window, n, channels, outputs))
            .orElse(false);
  }
}
