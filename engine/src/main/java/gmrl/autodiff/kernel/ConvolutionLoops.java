package gmrl.autodiff.kernel;

import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The loops of a convolution and its two gradients: patches of a few images at a time are laid out
 * as the rows of a matrix that stays in the cache and meets the kernels in one matrix product.
 */
public final class ConvolutionLoops implements ConvolutionProducts {
  /** Sizes of an image and of the kernel that moves over it. */
  public record Window(int height, int width, int kernelHeight, int kernelWidth, int stride) {
    public int outHeight() {
      return (height - kernelHeight) / stride + 1;
    }

    public int outWidth() {
      return (width - kernelWidth) / stride + 1;
    }
  }

  /** Bytes of patches laid out at once: about what one core's second-level cache holds. */
  private static final int TILE_BYTES = 1 << 19;

  /** Numbers in a run that is short. */
  private static final int SHORT = 24;

  /** Groups of images that may run at the same time; fixed, so that sums have a fixed order. */
  private static final int GROUPS = 32;

  /** Multiplications that make a group worth a hand-over. */
  private static final long GROUP_WORK = 1 << 22;

  private final int n;
  private final int height;
  private final int width;
  private final int channels;
  private final int outputs;
  private final int outHeight;
  private final int outWidth;
  private final int kernelHeight;
  private final int stride;

  /** Numbers in one row of a patch, which lie side by side in an image. */
  private final int run;

  /** Numbers in a patch. */
  private final int patch;

  public ConvolutionLoops(Window shape, int n, int channels, int outputs) {
    this.n = n;
    this.height = shape.height();
    this.width = shape.width();
    this.channels = channels;
    this.outputs = outputs;
    this.outHeight = shape.outHeight();
    this.outWidth = shape.outWidth();
    this.kernelHeight = shape.kernelHeight();
    this.stride = shape.stride();
    this.run = shape.kernelWidth() * channels;
    this.patch = run * kernelHeight;
  }

  private int positions() {
    return outHeight * outWidth;
  }

  /** Work on images {@code from} to {@code to} with room for {@code tile} images' patches. */
  private interface Group {
    void run(int group, int from, int to, int tile, Store patches);
  }

  private void groups(Store like, Group body) {
    int bytes = like.isFloat() ? Float.BYTES : Double.BYTES;
    int tile = Math.max(1, TILE_BYTES / Math.max(1, positions() * patch * bytes));
    int groups = groupCount();
    int size = (n + groups - 1) / groups;
    try (Arena scope = Arena.open()) {
      Store[] patches = new Store[groups];
      Arrays.setAll(
          patches, i -> scope.room(like.type, Math.min(tile, size) * positions() * patch));
      Parallel.run(
          groups,
          g -> body.run(g, Math.min(n, g * size), Math.min(n, (g + 1) * size), tile, patches[g]));
    }
  }

  private int groupCount() {
    long work = (long) n * positions() * patch * outputs;
    return (int) Math.max(1, Math.min(Math.min(GROUPS, n), work / GROUP_WORK));
  }

  @Override
  public void result(Store x, Store kernel, Store y) {
    groups(
        x,
        (group, from, to, tile, patches) -> {
          for (int i = from; i < to; i += tile) {
            int images = Math.min(tile, to - i);
            int rows = images * positions();
            layOut(x, i, images, patches, 0);
            long at = (long) i * positions() * outputs;
            Blas.gemm(
                false, true, rows, outputs, patch, patches, 0, patch, kernel, 0, patch, 0, y, at,
                outputs);
          }
        });
  }

  @Override
  public void kernelGradient(Store x, Store g, Store out) {
    if (n == 0) {
      out.fill(0);
      return;
    }
    int size = outputs * patch;
    try (Arena scope = Arena.open()) {
      Store partial = scope.room(x.type, groupCount() * size);
      groups(
          x,
          (group, from, to, tile, patches) -> {
            for (int i = from; i < to; i += tile) {
              int images = Math.min(tile, to - i);
              int rows = images * positions();
              layOut(x, i, images, patches, 0);
              long at = (long) i * positions() * outputs;
              // Patches come first: the long side of the result is the one that is vectorised.
              Blas.gemm(
                  true,
                  false,
                  patch,
                  outputs,
                  rows,
                  patches,
                  0,
                  patch,
                  g,
                  at,
                  outputs,
                  i == from ? 0 : 1,
                  partial,
                  (long) group * size,
                  outputs);
            }
          });
      int images = (n + groupCount() - 1) / groupCount();
      Partials.addUp(partial, (n + images - 1) / images, size, size);
      for (int p = 0; p < patch; p++) {
        for (int o = 0; o < outputs; o++) {
          out.set(o * patch + p, partial.get(p * outputs + o));
        }
      }
    }
  }

  @Override
  public void imageGradient(Store g, Store kernel, Store out) {
    groups(
        g,
        (group, from, to, tile, patches) -> {
          for (int i = from; i < to; i += tile) {
            int images = Math.min(tile, to - i);
            int rows = images * positions();
            long at = (long) i * positions() * outputs;
            Blas.gemm(
                false, false, rows, patch, outputs, g, at, outputs, kernel, 0, patch, 0, patches, 0,
                patch);
            addUp(patches, 0, i, images, out);
          }
        });
  }

  /** Lays out the patches of all images. */
  public void layOut(Store x, Store patches) {
    Parallel.ranges(n, grain(), (from, to) -> layOut(x, from, to - from, patches, from));
  }

  /** Adds the patches of all images up. */
  public void addUp(Store patches, Store out) {
    Parallel.ranges(n, grain(), (from, to) -> addUp(patches, from, from, to - from, out));
  }

  /** Images worth a hand-over. */
  private int grain() {
    return Math.max(1, (1 << 16) / Math.max(1, positions() * patch));
  }

  /**
   * Copies the patches of some images to where those of image {@code at} begin; {@code patches} is
   * modified.
   */
  private void layOut(Store x, int first, int images, Store patches, int at) {
    if (x.isFloat() && run <= SHORT) {
      layOutShort(x.floats(), first, images, patches.floats(), at);
      return;
    }
    int to = at * positions() * patch;
    for (int image = first; image < first + images; image++) {
      for (int i = 0; i < outHeight; i++) {
        for (int j = 0; j < outWidth; j++) {
          int from = ((image * height + i * stride) * width + j * stride) * channels;
          for (int a = 0; a < kernelHeight; a++) {
            patches.copy(to, x, from, run);
            to += run;
            from += width * channels;
          }
        }
      }
    }
  }

  /** Short runs go through arrays: a copy between buffers takes longer to begin than to do. */
  private void layOutShort(FloatBuffer x, int first, int images, FloatBuffer patches, int at) {
    int line = width * channels;
    float[] lines = new float[kernelHeight * line];
    float[] row = new float[outWidth * patch];
    int to = at * outHeight * row.length;
    for (int image = first; image < first + images; image++) {
      for (int i = 0; i < outHeight; i++) {
        x.get((image * height + i * stride) * line, lines);
        for (int a = 0; a < kernelHeight; a++) {
          int from = a * line;
          for (int j = a * run; j < row.length; j += patch) {
            System.arraycopy(lines, from, row, j, run);
            from += stride * channels;
          }
        }
        patches.put(to, row);
        to += row.length;
      }
    }
  }

  /**
   * Adds the patches from image {@code begin} of {@code patches} up to images from {@code first};
   * {@code out} is modified.
   */
  private void addUp(Store patches, int begin, int first, int images, Store out) {
    int pixels = height * width * channels;
    if (out.isFloat()) {
      float[] image = new float[pixels];
      float[] row = new float[outWidth * patch];
      for (int k = 0; k < images; k++) {
        Arrays.fill(image, 0);
        for (int i = 0; i < outHeight; i++) {
          patches.floats().get(((begin + k) * outHeight + i) * row.length, row);
          for (int j = 0; j < outWidth; j++) {
            for (int a = 0; a < kernelHeight; a++) {
              int at = ((i * stride + a) * width + j * stride) * channels;
              add(image, at, row, j * patch + a * run, run);
            }
          }
        }
        out.floats().put((first + k) * pixels, image);
      }
    } else {
      double[] image = new double[pixels];
      double[] row = new double[outWidth * patch];
      for (int k = 0; k < images; k++) {
        Arrays.fill(image, 0);
        for (int i = 0; i < outHeight; i++) {
          patches.doubles().get(((begin + k) * outHeight + i) * row.length, row);
          for (int j = 0; j < outWidth; j++) {
            for (int a = 0; a < kernelHeight; a++) {
              int at = ((i * stride + a) * width + j * stride) * channels;
              for (int c = 0; c < run; c++) {
                image[at + c] += row[j * patch + a * run + c];
              }
            }
          }
        }
        out.doubles().put((first + k) * pixels, image);
      }
    }
  }

  private static void add(float[] to, int at, float[] from, int begin, int count) {
    for (int c = 0; c < count; c++) {
      to[at + c] += from[begin + c];
    }
  }
}
