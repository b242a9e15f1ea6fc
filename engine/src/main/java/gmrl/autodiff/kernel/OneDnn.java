package gmrl.autodiff.kernel;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;

/**
 * Intel's oneDNN, which makes machine code for the sizes at hand, where it is there.
 *
 * <p>Each of its primitives runs on the thread that calls it alone, so that sums have the order
 * that the caller gives them. That is a property of a thread: {@link #enter} sees to it.
 */
final class OneDnn {
  /** System property; false to do without. */
  private static final String SWITCH = "gmrl.onednn";

  private final dnnl_engine engine;
  private final dnnl_primitive_attr attributes = new dnnl_primitive_attr();
  private final ThreadLocal<dnnl_stream> streams;

  private OneDnn(Function setThreads) {
    setThreads.invokeVoid(new Object[] {1});
    engine = new dnnl_engine();
    check(dnnl.dnnl_engine_create(engine, dnnl.dnnl_cpu, 0), "engine");
    check(dnnl.dnnl_primitive_attr_create(attributes), "attribute");
    check(
        dnnl.dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl.dnnl_scratchpad_mode_user),
        "attribute");
    streams =
        ThreadLocal.withInitial(
            () -> {
              setThreads.invokeVoid(new Object[] {1});
              dnnl_stream stream = new dnnl_stream();
              check(
                  dnnl.dnnl_stream_create(stream, engine, dnnl.dnnl_stream_default_flags),
                  "stream");
              return stream;
            });
  }

  /** The library, loaded at the first call; empty where it has no build or is switched off. */
  static Optional<OneDnn> find() {
    return Holder.FOUND;
  }

  private static final class Holder {
    static final Optional<OneDnn> FOUND = load();

    private static Optional<OneDnn> load() {
      if (System.getProperty(SWITCH, "true").equals("false")) {
        return Optional.empty();
      }
      try {
        String file = Loader.load(dnnl.class);
        // Asked of the library, for it is its copy of OpenMP that counts.
        return Optional.of(
            new OneDnn(NativeLibrary.getInstance(file).getFunction("omp_set_num_threads")));
      } catch (LinkageError e) {
        return Optional.empty();
      }
    }
  }

  dnnl_engine engine() {
    return engine;
  }

  /** Of every primitive: the memory it works in is brought along at each call. */
  dnnl_primitive_attr attributes() {
    return attributes;
  }

  /** The calling thread's stream; from here on the library uses this thread alone. */
  dnnl_stream enter() {
    return streams.get();
  }

  /** {@code c} = op(a) op(b) + beta {@code c} on the calling thread, row by row. */
  void gemm(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      FloatPointer a,
      int strideA,
      FloatPointer b,
      int strideB,
      float beta,
      FloatPointer c,
      int strideC) {
    enter();
    byte ta = (byte) (transposeA ? 'T' : 'N');
    byte tb = (byte) (transposeB ? 'T' : 'N');
    check(
        dnnl.dnnl_sgemm(ta, tb, m, n, k, 1f, a, strideA, b, strideB, beta, c, strideC), "product");
  }

  static void check(int status, String what) {
    if (status != dnnl.dnnl_success) {
      throw new IllegalStateException("oneDNN could not make or do a " + what + ": " + status);
    }
  }
}
