package gmrl.autodiff.kernel;

import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.bytedeco.dnnl.dnnl_convolution_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A convolution of floats and its two gradients through the library: fixed groups of images side by
 * side, each on one thread.
 */
final class OneDnnConvolution implements ConvolutionProducts {
  /** Multiplications from which making code is worth its time. */
  private static final long LEAST_WORK = 1 << 21;

  /** Groups of images that may run at the same time; fixed, so that sums have a fixed order. */
  private static final int GROUPS = 32;

  /** Multiplications that make a group worth a hand-over. */
  private static final long GROUP_WORK = 1 << 23;

  /** The same for the first few groups: where there is little to do two processors share it. */
  private static final long FIRST_WORK = 1 << 20;

  /** The first few. */
  private static final int FIRST = 4;

  private enum Kind {
    RESULT,
    IMAGE_GRADIENT,
    KERNEL_GRADIENT
  }

  /** What code was made for. */
  private record Key(
      Kind kind, ConvolutionLoops.Window window, int images, int channels, int outputs) {}

  /**
   * Code for some images.
   *
   * @param main the convolution
   * @param kernel brings kernels from [o][kh][kw][c] into its layout, or back for their gradient
   * @param kernelSize numbers in its layout
   */
  private record Code(OneDnnPrimitive main, OneDnnPrimitive kernel, int kernelSize) {}

  private static final Map<Key, Code> MADE = new ConcurrentHashMap<>();
  private static final Map<Key, Boolean> KNOWN = new ConcurrentHashMap<>();

  private final OneDnn library;
  private final ConvolutionLoops.Window window;
  private final int n;
  private final int channels;
  private final int outputs;
  private final int group;
  private final int groups;

  private OneDnnConvolution(
      OneDnn library, ConvolutionLoops.Window window, int n, int channels, int outputs) {
    this.library = library;
    this.window = window;
    this.n = n;
    this.channels = channels;
    this.outputs = outputs;
    long work = work(window, n, channels, outputs);
    long worthwhile = Math.max(work / GROUP_WORK, Math.min(FIRST, work / FIRST_WORK));
    int most = (int) Math.max(1, Math.min(Math.min(GROUPS, n), worthwhile));
    this.group = (n + most - 1) / most;
    this.groups = (n + group - 1) / group;
  }

  static OneDnnConvolution of(
      OneDnn library, ConvolutionLoops.Window window, int n, int channels, int outputs) {
    return new OneDnnConvolution(library, window, n, channels, outputs);
  }

  /** Whether the library is quicker than plain loops; asked once for each kind of convolution. */
  static boolean isWorthwhile(
      OneDnn library, ConvolutionLoops.Window window, int n, int channels, int outputs) {
    return isLarge(window, n, channels, outputs)
        && KNOWN.computeIfAbsent(
            new Key(Kind.RESULT, window, 0, channels, outputs),
            key -> of(library, window, n, channels, outputs).hasCode());
  }

  static boolean isLarge(ConvolutionLoops.Window window, int n, int channels, int outputs) {
    return work(window, n, channels, outputs) >= LEAST_WORK;
  }

  private static long work(ConvolutionLoops.Window window, int n, int channels, int outputs) {
    long places = (long) n * window.outHeight() * window.outWidth();
    return places * window.kernelHeight() * window.kernelWidth() * channels * outputs;
  }

  private int size(int g) {
    return Math.min(group, n - g * group);
  }

  private int image() {
    return window.height() * window.width() * channels;
  }

  private int answer() {
    return window.outHeight() * window.outWidth() * outputs;
  }

  @Override
  public void result(Store x, Store kernel, Store y) {
    result(x, kernel, y, (from, to) -> {});
  }

  @Override
  public void result(Store x, Store kernel, Store y, Parallel.Range then) {
    withKernel(
        Kind.RESULT,
        kernel,
        (g, code, k) -> {
          int from = g * group * answer();
          code.main().run(at(x, (long) g * group * image()), at(k, 0), at(y, from));
          then.run(from, from + size(g) * answer());
        });
  }

  @Override
  public void imageGradient(Store cotangent, Store kernel, Store out) {
    imageGradient(cotangent, kernel, out, (from, to) -> {});
  }

  @Override
  public void imageGradient(Store cotangent, Store kernel, Store out, Parallel.Range then) {
    withKernel(
        Kind.IMAGE_GRADIENT,
        kernel,
        (g, code, k) -> {
          int from = g * group * image();
          code.main().run(at(cotangent, (long) g * group * answer()), at(k, 0), at(out, from));
          then.run(from, from + size(g) * image());
        });
  }

  private interface Part {
    void run(int group, Code code, Store kernel);
  }

  private void withKernel(Kind kind, Store kernel, Part part) {
    Code first = code(kind, group);
    Code last = code(kind, size(groups - 1));
    try (Arena scope = Arena.open()) {
      Store laidOut = scope.room(DataType.FLOAT, first.kernelSize());
      first.kernel().run(at(kernel, 0), at(laidOut, 0));
      Store other = laidOut;
      if (size(groups - 1) != size(0)) {
        other = scope.room(DataType.FLOAT, last.kernelSize());
        last.kernel().run(at(kernel, 0), at(other, 0));
      }
      Store rest = other;
      Parallel.run(
          groups,
          g -> {
            boolean whole = size(g) == group;
            part.run(g, whole ? first : last, whole ? laidOut : rest);
          });
    }
  }

  @Override
  public void kernelGradient(Store x, Store cotangent, Store out) {
    kernelGradient(x, cotangent, out, g -> {});
  }

  @Override
  public void layerGradient(Store x, Store cotangent, int outputs, Store out) {
    ReduceLoops loops = ConvolutionProducts.sums(cotangent, outputs);
    double[][] sums = new double[loops.parts()][];
    kernelGradient(
        x,
        cotangent,
        out,
        g -> {
          // The parts that lie nearest: they are not cut as the groups are.
          int end = firstPart(g + 1, sums.length);
          for (int p = firstPart(g, sums.length); p < end; p++) {
            sums[p] = loops.part(p);
          }
        });
    double[] all = loops.joined(sums);
    for (int j = 0; j < outputs; j++) {
      out.set(out.length - outputs + j, all[j]);
    }
  }

  private int firstPart(int g, int parts) {
    return (g * parts + groups - 1) / groups;
  }

  /** With something to do for each group when its cotangent has just been read. */
  private void kernelGradient(Store x, Store cotangent, Store out, IntConsumer then) {
    Code first = code(Kind.KERNEL_GRADIENT, group);
    Code last = code(Kind.KERNEL_GRADIENT, size(groups - 1));
    int size = outputs * window.kernelHeight() * window.kernelWidth() * channels;
    try (Arena scope = Arena.open()) {
      int stride = Math.max(first.kernelSize(), last.kernelSize());
      Store raw = scope.room(DataType.FLOAT, groups * stride);
      Parallel.run(
          groups,
          g -> {
            Code code = size(g) == group ? first : last;
            code.main()
                .run(
                    at(x, (long) g * group * image()),
                    at(cotangent, (long) g * group * answer()),
                    at(raw, (long) g * stride));
            then.accept(g);
          });
      // Numbers of one layout add up before they are brought into ours, once for all groups.
      int alike = size(groups - 1) == group ? groups : groups - 1;
      Partials.addUp(raw, alike, stride, first.kernelSize());
      first.kernel().run(at(raw, 0), at(out, 0));
      if (alike < groups) {
        Store rest = scope.room(DataType.FLOAT, size);
        last.kernel().run(at(raw, (long) alike * stride), at(rest, 0));
        out.add(0, rest, 0, size);
      }
    }
  }

  private Code code(Kind kind, int images) {
    return MADE.computeIfAbsent(
        new Key(kind, window, images, channels, outputs), key -> make(kind, images));
  }

  /** Whether the library has code of its own for each of the three, and not only a plain loop. */
  private boolean hasCode() {
    for (Kind kind : Kind.values()) {
      Optional<dnnl_primitive_desc> made = OneDnnPrimitive.find(library, description(kind, group));
      if (made.isEmpty() || OneDnnPrimitive.name(made.get()).startsWith("ref")) {
        return false;
      }
    }
    return true;
  }

  private dnnl_memory_desc_t images(int images) {
    return layout(dnnl.dnnl_nhwc, images, channels, window.height(), window.width());
  }

  private dnnl_memory_desc_t results(int images) {
    return layout(dnnl.dnnl_nhwc, images, outputs, window.outHeight(), window.outWidth());
  }

  private dnnl_memory_desc_t kernels(int tag) {
    return layout(tag, outputs, channels, window.kernelHeight(), window.kernelWidth());
  }

  private dnnl_convolution_desc_t description(Kind kind, int images) {
    dnnl_memory_desc_t x = images(images);
    dnnl_memory_desc_t y = results(images);
    dnnl_memory_desc_t any = kernels(dnnl.dnnl_format_tag_any);
    long[] strides = {window.stride(), window.stride()};
    long[] none = {0, 0};
    dnnl_convolution_desc_t what = new dnnl_convolution_desc_t();
    int direct = dnnl.dnnl_convolution_direct;
    OneDnn.check(
        switch (kind) {
          case RESULT ->
              dnnl.dnnl_convolution_forward_desc_init(
                  what, dnnl.dnnl_forward_training, direct, x, any, null, y, strides, none, none);
          case IMAGE_GRADIENT ->
              dnnl.dnnl_convolution_backward_data_desc_init(
                  what, direct, x, any, y, strides, none, none);
          case KERNEL_GRADIENT ->
              dnnl.dnnl_convolution_backward_weights_desc_init(
                  what, direct, x, any, null, y, strides, none, none);
        },
        "convolution");
    return what;
  }

  private Code make(Kind kind, int images) {
    dnnl_memory_desc_t x = images(images);
    dnnl_memory_desc_t y = results(images);
    dnnl_memory_desc_t own = kernels(dnnl.dnnl_ohwi);
    dnnl_primitive_desc made =
        OneDnnPrimitive.find(library, description(kind, images)).orElseThrow();
    int query =
        kind == Kind.KERNEL_GRADIENT ? dnnl.dnnl_query_diff_weights_md : dnnl.dnnl_query_weights_md;
    dnnl_memory_desc_t chosen = dnnl.dnnl_primitive_desc_query_md(made, query, 0);
    int size = (int) (dnnl.dnnl_memory_desc_get_size(chosen) / Float.BYTES);
    OneDnnPrimitive main =
        switch (kind) {
          case RESULT ->
              primitive(
                  made, dnnl.DNNL_ARG_SRC, x, dnnl.DNNL_ARG_WEIGHTS, chosen, dnnl.DNNL_ARG_DST, y);
          case IMAGE_GRADIENT ->
              primitive(
                  made,
                  dnnl.DNNL_ARG_DIFF_DST,
                  y,
                  dnnl.DNNL_ARG_WEIGHTS,
                  chosen,
                  dnnl.DNNL_ARG_DIFF_SRC,
                  x);
          case KERNEL_GRADIENT ->
              primitive(
                  made,
                  dnnl.DNNL_ARG_SRC,
                  x,
                  dnnl.DNNL_ARG_DIFF_DST,
                  y,
                  dnnl.DNNL_ARG_DIFF_WEIGHTS,
                  chosen);
        };
    OneDnnPrimitive kernel =
        kind == Kind.KERNEL_GRADIENT
            ? OneDnnPrimitive.reorder(library, chosen, own)
            : OneDnnPrimitive.reorder(library, own, chosen);
    return new Code(main, kernel, size);
  }

  private OneDnnPrimitive primitive(
      dnnl_primitive_desc made,
      int a,
      dnnl_memory_desc_t la,
      int b,
      dnnl_memory_desc_t lb,
      int c,
      dnnl_memory_desc_t lc) {
    return new OneDnnPrimitive(
        library,
        made,
        new OneDnnPrimitive.Argument(a, la),
        new OneDnnPrimitive.Argument(b, lb),
        new OneDnnPrimitive.Argument(c, lc));
  }

  /** The address of float number {@code index}: the library does not count in floats. */
  private static Pointer at(Store store, long index) {
    return store.floatPointer(0).getPointer(index);
  }

  private static dnnl_memory_desc_t layout(int tag, long... dims) {
    dnnl_memory_desc_t out = new dnnl_memory_desc_t();
    OneDnn.check(
        dnnl.dnnl_memory_desc_init_by_tag(out, dims.length, dims, dnnl.dnnl_f32, tag), "layout");
    return out;
  }
}
