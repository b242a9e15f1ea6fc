package gmrl.autodiff.kernel;

import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/**
 * Matrix products through OpenBLAS, one thread per call; large ones are cut into fixed row or
 * column blocks, so that the result does not depend on the number of threads.
 */
public final class Blas {
  private static final int ROW_MAJOR = 101;
  private static final int PLAIN = 111;
  private static final int TRANSPOSED = 112;

  /** Multiplications from which a second block is worth its start. */
  private static final long GRAIN = 1 << 20;

  /** Length of a slice of the inner dimension where result and slices of it are small. */
  private static final int SLICE = 1 << 10;

  /** Shorter ones would spend their time on adding up results. */
  private static final int LEAST_SLICE = 1 << 9;

  /** Numbers in a result that is small enough to be added up from slices. */
  private static final int SMALL = 1 << 16;

  /** Multiplications of one block of floats from which oneDNN, where it is there, is quicker. */
  private static final long LARGE = 1 << 21;

  static {
    Processor.prepare();
    Loader.load(openblas.class);
    openblas.blas_set_num_threads(1);
  }

  private Blas() {}

  /** {@code out} = op(a) op(b), with op(a) of shape [m][k] and op(b) of shape [k][n]. */
  public static void gemm(
      boolean transposeA, boolean transposeB, int m, int n, int k, Store a, Store b, Store out) {
    if (m == 0 || n == 0 || k == 0) {
      out.fill(0);
      return;
    }
    long work = (long) m * n * k;
    boolean isLong = k >= 2 * SLICE || k / LEAST_SLICE >= blocks(work);
    if (m * (long) n <= SMALL && isLong && work >= GRAIN) {
      sliced(transposeA, transposeB, m, n, k, a, b, out);
      return;
    }
    // Blocks as square as can be, since every block reads its rows of a and columns of b once more.
    int parts = blocks(work);
    int down = best(m, n, parts);
    int across = parts / down;
    int rows = (m + down - 1) / down;
    int columns = (n + across - 1) / across;
    Parallel.run(
        parts,
        part -> {
          int i = part / across * rows;
          int j = part % across * columns;
          gemm(
              transposeA,
              transposeB,
              Math.min(rows, m - i),
              Math.min(columns, n - j),
              k,
              a,
              transposeA ? i : (long) i * k,
              transposeA ? m : k,
              b,
              transposeB ? (long) j * k : j,
              transposeB ? k : n,
              0,
              out,
              (long) i * n + j,
              n);
        });
  }

  /** Blocks of one product: few, because each costs a share of the copying that is done twice. */
  private static int blocks(long work) {
    if (work < GRAIN) {
      return 1;
    }
    return work < 1 << 24 ? 2 : work < 1 << 27 ? 4 : work < 1 << 30 ? 8 : 16;
  }

  /** The number of blocks from top to bottom with which blocks are nearest to squares. */
  private static int best(int m, int n, int parts) {
    int best = 1;
    for (int down = 1; down <= parts; down *= 2) {
      long copied = (long) m * (parts / down) + (long) n * down;
      long least = (long) m * (parts / best) + (long) n * best;
      best = copied < least && down <= m ? down : best;
    }
    return best;
  }

  /**
   * A small result with a long inner dimension, as a kernel's gradient is: slices of it one beside
   * the other, added up in order.
   */
  private static void sliced(
      boolean transposeA, boolean transposeB, int m, int n, int k, Store a, Store b, Store out) {
    int size = m * n;
    int parts = Math.min(Parallel.parts((long) m * n * k, GRAIN), k / LEAST_SLICE);
    int slice = (k + parts - 1) / parts;
    try (Arena arena = Arena.open()) {
      Store partial = arena.room(a.type, parts * size);
      Parallel.run(
          parts,
          part -> {
            int end = Math.min(k, (part + 1) * slice);
            for (int from = part * slice; from < end; from += SLICE) {
              gemm(
                  transposeA,
                  transposeB,
                  m,
                  n,
                  Math.min(SLICE, end - from),
                  a,
                  transposeA ? (long) from * m : from,
                  transposeA ? m : k,
                  b,
                  transposeB ? from : (long) from * n,
                  transposeB ? k : n,
                  from == part * slice ? 0 : 1,
                  partial,
                  (long) part * size,
                  n);
            }
          });
      Partials.addUp(partial, Math.min(parts, (k + slice - 1) / slice), size, size);
      out.copy(0, partial, 0, size);
    }
  }

  /** One product on the calling thread: {@code out} = op(a) op(b) + beta {@code out}. */
  static void gemm(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      Store a,
      long offsetA,
      int strideA,
      Store b,
      long offsetB,
      int strideB,
      double beta,
      Store out,
      long offsetOut,
      int strideOut) {
    int ta = transposeA ? TRANSPOSED : PLAIN;
    int tb = transposeB ? TRANSPOSED : PLAIN;
    if (m <= 0 || n <= 0 || k <= 0) {
      return;
    }
    if (a.isFloat()) {
      FloatPointer pa = a.floatPointer(offsetA);
      FloatPointer pb = b.floatPointer(offsetB);
      FloatPointer po = out.floatPointer(offsetOut);
      Optional<OneDnn> library = (long) m * n * k < LARGE ? Optional.empty() : OneDnn.find();
      if (library.isPresent()) {
        library
            .get()
            .gemm(
                transposeA,
                transposeB,
                m,
                n,
                k,
                pa,
                strideA,
                pb,
                strideB,
                (float) beta,
                po,
                strideOut);
        return;
      }
      openblas.cblas_sgemm(
          ROW_MAJOR, ta, tb, m, n, k, 1f, pa, strideA, pb, strideB, (float) beta, po, strideOut);
    } else {
      DoublePointer pa = a.doublePointer(offsetA);
      DoublePointer pb = b.doublePointer(offsetB);
      DoublePointer po = out.doublePointer(offsetOut);
      openblas.cblas_dgemm(
          ROW_MAJOR, ta, tb, m, n, k, 1, pa, strideA, pb, strideB, beta, po, strideOut);
    }
  }
}
