package gmrl.autodiff;

import gmrl.autodiff.kernel.ConvolutionLoops;
import gmrl.autodiff.kernel.ConvolutionProducts;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

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
    implements Kernel {
  /** Numbers in patches that are kept at most. */
  private static final int KEPT = 1 << 21;

  /** Numbers that lie side by side in a patch, from which on they are many. */
  private static final int SHORT_RUN = 64;

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
          String.format(
              Locale.ROOT,
              "kernels %s with stride %d do not fit into images %s",
              Arrays.toString(b),
              stride,
              Arrays.toString(a)));
    }
    return new Convolve(Kind.RESULT, a[1], a[2], b[1], b[2], stride);
  }

  /**
   * The result. Where a library makes code for these sizes it is used. Otherwise patches that are
   * small enough to keep are laid out once, for the result and both gradients of it and of its
   * gradients; others are laid out again wherever they are needed.
   */
  Variable apply(Variable x, Variable kernel) {
    int[] k = kernel.dims();
    int n = x.dims()[0];
    int patch = k[1] * k[2] * k[3];
    if (isForLibrary(x, kernel)) {
      return Variable.apply(this, x, kernel);
    }
    boolean whole =
        height % stride == 0
            && width % stride == 0
            && kernelHeight % stride == 0
            && kernelWidth % stride == 0;
    if (stride > 1 && whole && !x.isTracked() && kernelWidth * k[3] < SHORT_RUN) {
      Variable blocks = inBlocks(x, stride);
      Variable parted = inBlocks(kernel, stride);
      return of(blocks, parted, 1).apply(blocks, parted);
    }
    if ((long) n * outHeight() * outWidth() * patch > KEPT) {
      return Variable.apply(this, x, kernel);
    }
    Variable patches = Variable.apply(new Patches(window(), k[3], false), x);
    Variable y = Ops.matmul(patches, Ops.reshape(kernel, k[0], patch), false, true);
    return Ops.reshape(y, n, outHeight(), outWidth(), k[0]);
  }

  /** Whether there is a library for these sizes. */
  boolean isForLibrary(Variable x, Variable kernel) {
    return ConvolutionProducts.isLibraryFor(
        window(), x.dims()[0], x.dims()[3], kernel.dims()[0], x.type());
  }

  /** Whether a step of a recorded function is an image gradient for the library. */
  boolean isForLibrary(Trace.Step step) {
    int[] g = step.inputs().get(0).dims();
    int[] k = step.inputs().get(1).dims();
    return kind == Kind.IMAGE_GRADIENT
        && ConvolutionProducts.isLibraryFor(window(), g[0], k[3], k[0], step.type());
  }

  /** The products of n images. */
  ConvolutionProducts products(int n, int channels, int outputs, DataType type) {
    return ConvolutionProducts.of(window(), n, channels, outputs, type);
  }

  /**
   * Images or kernels [n][h][w][c] with each block of s×s pixels as one pixel of s²c channels. A
   * convolution with stride s over one is a convolution with stride 1 over the other, whose patches
   * are fewer and longer pieces of memory.
   */
  private static Variable inBlocks(Variable x, int s) {
    int[] d = x.dims();
    Variable parted = Ops.reshape(x, d[0], d[1] / s, s, d[2] / s, s, d[3]);
    return Ops.reshape(
        Ops.permute(parted, 0, 1, 3, 2, 4, 5), d[0], d[1] / s, d[2] / s, s * s * d[3]);
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
  public int[] shape(Variable[] inputs) {
    Variable a = inputs[0];
    Variable b = inputs[1];
    int n = a.dims()[0];
    return switch (kind) {
      case RESULT -> new int[] {n, outHeight(), outWidth(), b.dims()[0]};
      case IMAGE_GRADIENT -> new int[] {n, height, width, b.dims()[3]};
      case KERNEL_GRADIENT -> new int[] {b.dims()[3], kernelHeight, kernelWidth, a.dims()[3]};
    };
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] a = inputs[0].dims();
    int[] b = inputs[1].dims();
    int channels = kind == Kind.IMAGE_GRADIENT ? b[3] : a[3];
    int outputs = kind == Kind.KERNEL_GRADIENT ? b[3] : b[0];
    ConvolutionProducts products = products(a[0], channels, outputs, inputs[0].type());
    Store x = inputs[0].store();
    Store y = inputs[1].store();
    return switch (kind) {
      case RESULT -> () -> products.result(x, y, out);
      case IMAGE_GRADIENT -> () -> products.imageGradient(x, y, out);
      case KERNEL_GRADIENT -> () -> products.kernelGradient(x, y, out);
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

  Convolve with(Kind other) {
    return new Convolve(other, height, width, kernelHeight, kernelWidth, stride);
  }
}
