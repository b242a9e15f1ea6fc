package gmrl.autodiff.kernel;

import gmrl.autodiff.memory.Store;
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

  /** Multiplications per block from which a second thread is worth its start. */
  private static final long GRAIN = 1 << 19;

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
    int parts = (long) m * n * k < 2 * GRAIN ? 1 : 2;
    if (m >= n) {
      int rows = (m + parts - 1) / parts;
      Parallel.run(
          parts,
          p -> {
            int from = p * rows;
            int count = Math.min(rows, m - from);
            long offset = transposeA ? from : (long) from * k;
            gemm(
                transposeA,
                transposeB,
                count,
                n,
                k,
                a,
                offset,
                transposeA ? m : k,
                b,
                0,
                transposeB ? k : n,
                0,
                out,
                (long) from * n,
                n);
          });
    } else {
      int columns = (n + parts - 1) / parts;
      Parallel.run(
          parts,
          p -> {
            int from = p * columns;
            int count = Math.min(columns, n - from);
            long offset = transposeB ? (long) from * k : from;
            gemm(
                transposeA,
                transposeB,
                m,
                count,
                k,
                a,
                0,
                transposeA ? m : k,
                b,
                offset,
                transposeB ? k : n,
                0,
                out,
                from,
                n);
          });
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
    if (m <= 0 || n <= 0) {
      return;
    }
    if (a.isFloat()) {
      FloatPointer pa = a.floatPointer(offsetA);
      FloatPointer pb = b.floatPointer(offsetB);
      FloatPointer po = out.floatPointer(offsetOut);
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
