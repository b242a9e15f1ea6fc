package gmrl.autodiff.kernel;

import gmrl.autodiff.kernel.ConvolutionLoops.Window;
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
