package gmrl.autodiff.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gmrl.autodiff.kernel.ConvolutionLoops.Window;
import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The library's convolutions are ours, whatever the number of images and of threads. */
class OneDnnTest {
  /** The three layers of the Nature network, and images that do not fill their last group. */
  private static final String LAYERS =
      """
      84, 8, 4,  4, 32,  7
      84, 8, 4,  4, 32, 35
      20, 4, 2, 32, 64, 64
       9, 3, 1, 64, 64, 33
      """;

  @BeforeEach
  void isThere() {
    assumeTrue(
        OneDnn.find().isPresent(),
        "oneDNN does not load on this system: large convolutions use the loops of this program");
  }

  private static Store random(int seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    Store out = Arena.allocate(DataType.FLOAT, length);
    for (int i = 0; i < length; i++) {
      out.set(i, random.nextDouble(-1, 1));
    }
    return out;
  }

  private static float[] floats(Store store) {
    float[] out = new float[store.length];
    store.floats().get(0, out);
    return out;
  }

  /** Result, image gradient and kernel gradient. */
  private static float[][] products(ConvolutionProducts by, Window w, int n, int c, int o) {
    Store x = random(1, n * w.height() * w.width() * c);
    Store k = random(2, o * w.kernelHeight() * w.kernelWidth() * c);
    Store y = random(3, n * w.outHeight() * w.outWidth() * o);
    Store result = Arena.allocate(DataType.FLOAT, y.length);
    Store image = Arena.allocate(DataType.FLOAT, x.length);
    Store kernel = Arena.allocate(DataType.FLOAT, k.length);
    by.result(x, k, result);
    by.imageGradient(y, k, image);
    by.kernelGradient(x, y, kernel);
    return new float[][] {floats(result), floats(image), floats(kernel)};
  }

  /** On every processor that the library has code for, these layers are worth it. */
  @ParameterizedTest
  @CsvSource(textBlock = LAYERS)
  void isWorthwhileForTheNetworkOfFrames(
      int side, int kernel, int stride, int channels, int outputs, int n) {
    Window w = new Window(side, side, kernel, kernel, stride);
    assumeTrue(
        !System.getProperty("os.arch").equals("aarch64"), "no promise for this kind of processor");
    assertThat(
            OneDnnConvolution.isWorthwhile(OneDnn.find().orElseThrow(), w, 320, channels, outputs))
        .isTrue();
    // Small ones stay with the loops, whatever the library has.
    assertThat(ConvolutionProducts.isLibraryFor(w, 0, channels, outputs, DataType.FLOAT)).isFalse();
    assertThat(ConvolutionProducts.isLibraryFor(w, n, channels, outputs, DataType.DOUBLE))
        .isFalse();
  }

  private static OneDnnConvolution library(Window w, int n, int c, int o) {
    return OneDnnConvolution.of(OneDnn.find().orElseThrow(), w, n, c, o);
  }

  @ParameterizedTest
  @CsvSource(textBlock = LAYERS)
  void agreesWithTheLoops(int side, int kernel, int stride, int channels, int outputs, int n) {
    Window w = new Window(side, side, kernel, kernel, stride);
    float[][] own =
        products(new ConvolutionLoops(w, n, channels, outputs), w, n, channels, outputs);
    float[][] library = products(library(w, n, channels, outputs), w, n, channels, outputs);
    for (int i = 0; i < own.length; i++) {
      double largest = 0;
      double difference = 0;
      for (int j = 0; j < own[i].length; j++) {
        largest = Math.max(largest, Math.abs(own[i][j]));
        difference = Math.max(difference, Math.abs(own[i][j] - library[i][j]));
      }
      assertThat(difference).as("product %d", i).isLessThan(1e-5 * largest);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = LAYERS)
  void doesNotDependOnTheNumberOfThreads(
      int side, int kernel, int stride, int channels, int outputs, int n) throws Exception {
    Window w = new Window(side, side, kernel, kernel, stride);
    float[][] first = null;
    for (int threads : new int[] {1, 2, 5}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        float[][] now =
            pool.submit(() -> products(library(w, n, channels, outputs), w, n, channels, outputs))
                .get();
        first = first == null ? now : first;
        for (int i = 0; i < now.length; i++) {
          assertThat(now[i]).as("product %d on %d threads", i, threads).isEqualTo(first[i]);
        }
      } finally {
        pool.shutdown();
      }
    }
  }
}
