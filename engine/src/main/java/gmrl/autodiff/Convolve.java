package gmrl.autodiff;

import gmrl.autodiff.kernel.ConvolutionLoops;
import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Two-dimensional cross-correlation without padding, and its two gradients.
 *
 * <p>With images x [n][h][w][c], kernels k [o][kh][kw][c] and results y [n][h'][w'][o],
 *
 * <pre>
 *   y[n][i][j][o] = Σ x[n][i·stride+a][j·stride+b][c] k[o][a][b][c]   over a, b, c
 * </pre>
 *
 * <p>All three are linear in each argument, so each derivative is one of the three again.
 */
record Convolve(Kind kind, int height, int width, int kernelHeight, int kernelWidth, int stride)
    implements Primitive {

  enum Kind {
    /** (x, k) → y. */
    RESULT,
    /** (cotangent of y, k) → cotangent of x. */
    IMAGE_GRADIENT,
    /** (x, cotangent of y) → cotangent of k. */
    KERNEL_GRADIENT
  }

  static Convolve of(Variable x, Variable kernel, int stride) {
    int[] a = x.dims();
    int[] b = kernel.dims();
    if (a.length != 4 || b.length != 4 || a[3] != b[3] || x.type() != kernel.type()) {
      throw new IllegalArgumentException(
          "a convolution needs images [n][h][w][c] and kernels [o][kh][kw][c] of one type,"
              + " but got %s %s and %s %s"
                  .formatted(Arrays.toString(a), x.type(), Arrays.toString(b), kernel.type()));
    }
    if (stride < 1 || b[1] > a[1] || b[2] > a[2]) {
      throw new IllegalArgumentException(
          "kernels %s with stride %d do not fit into images %s"
              .formatted(Arrays.toString(b), stride, Arrays.toString(a)));
    }
    return new Convolve(Kind.RESULT, a[1], a[2], b[1], b[2], stride);
  }

  private ConvolutionLoops.Window window() {
    return new ConvolutionLoops.Window(height, width, kernelHeight, kernelWidth, stride);
  }

  int outHeight() {
    return window().outHeight();
  }

  int outWidth() {
    return window().outWidth();
  }

  @Override
  public String label() {
    return switch (kind) {
      case RESULT -> "convolution";
      case IMAGE_GRADIENT -> "convolution: image gradient";
      case KERNEL_GRADIENT -> "convolution: kernel gradient";
    };
  }

  @Override
  public Value evaluate(Variable[] inputs) {
    Variable a = inputs[0];
    Variable b = inputs[1];
    int n = a.dims()[0];
    return switch (kind) {
      case RESULT -> {
        int outputs = b.dims()[0];
        Store out = Arena.allocate(a.type(), n * outHeight() * outWidth() * outputs);
        new ConvolutionLoops(window(), n, a.dims()[3], outputs).result(a.store(), b.store(), out);
        yield new Value(out, new int[] {n, outHeight(), outWidth(), outputs});
      }
      case IMAGE_GRADIENT -> {
        int channels = b.dims()[3];
        Store out = Arena.allocate(a.type(), n * height * width * channels);
        new ConvolutionLoops(window(), n, channels, b.dims()[0])
            .imageGradient(a.store(), b.store(), out);
        yield new Value(out, new int[] {n, height, width, channels});
      }
      case KERNEL_GRADIENT -> {
        int channels = a.dims()[3];
        int outputs = b.dims()[3];
        Store out = Arena.allocate(a.type(), outputs * kernelHeight * kernelWidth * channels);
        new ConvolutionLoops(window(), n, channels, outputs)
            .kernelGradient(a.store(), b.store(), out);
        yield new Value(out, new int[] {outputs, kernelHeight, kernelWidth, channels});
      }
    };
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    Variable a = call.input(0);
    Variable b = call.input(1);
    Kind first =
        kind == Kind.RESULT || kind == Kind.KERNEL_GRADIENT ? Kind.IMAGE_GRADIENT : Kind.RESULT;
    Kind second = kind == Kind.KERNEL_GRADIENT ? Kind.RESULT : Kind.KERNEL_GRADIENT;
    @Nullable Variable[] out = new Variable[2];
    if (call.needs(0)) {
      out[0] =
          kind == Kind.KERNEL_GRADIENT
              ? Variable.apply(with(first), b, g)
              : Variable.apply(with(first), g, b);
    }
    if (call.needs(1)) {
      out[1] =
          kind == Kind.IMAGE_GRADIENT
              ? Variable.apply(with(second), g, a)
              : Variable.apply(with(second), a, g);
    }
    return out;
  }

  private Convolve with(Kind other) {
    return new Convolve(other, height, width, kernelHeight, kernelWidth, stride);
  }
}
