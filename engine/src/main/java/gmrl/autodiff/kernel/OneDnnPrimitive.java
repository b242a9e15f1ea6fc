package gmrl.autodiff.kernel;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bytedeco.dnnl.const_dnnl_op_desc_t;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** One primitive of the library with the arguments it takes; any number of threads may run it. */
final class OneDnnPrimitive {
  /**
   * An argument.
   *
   * @param name the library's number of it
   * @param layout of its numbers
   */
  record Argument(int name, dnnl_memory_desc_t layout) {}

  /**
   * What one call at a time uses.
   *
   * @param memories of the arguments
   * @param arguments these and the scratchpad
   * @param scratchpad kept for as long as the call
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Call(dnnl_memory[] memories, dnnl_exec_arg_t arguments, BytePointer scratchpad) {}

  private final OneDnn library;
  private final dnnl_primitive primitive = new dnnl_primitive();
  private final Argument[] arguments;
  private final dnnl_memory_desc_t scratchpad;
  private final Queue<Call> idle = new ConcurrentLinkedQueue<>();

  OneDnnPrimitive(OneDnn library, dnnl_primitive_desc description, Argument... arguments) {
    this.library = library;
    this.arguments = arguments.clone();
    this.scratchpad =
        dnnl.dnnl_primitive_desc_query_md(description, dnnl.dnnl_query_scratchpad_md, 0);
    OneDnn.check(dnnl.dnnl_primitive_create(primitive, description), "primitive");
  }

  /** What a description of an operation becomes on this processor; empty if it cannot be done. */
  static Optional<dnnl_primitive_desc> find(OneDnn library, Pointer operation) {
    library.enter();
    dnnl_primitive_desc out = new dnnl_primitive_desc();
    int status =
        dnnl.dnnl_primitive_desc_create(
            out, new const_dnnl_op_desc_t(operation), library.attributes(), library.engine(), null);
    return status == dnnl.dnnl_success ? Optional.of(out) : Optional.empty();
  }

  /** The library's name of how it would do it; plain loops begin with "ref". */
  static String name(dnnl_primitive_desc description) {
    try (PointerPointer<BytePointer> out = new PointerPointer<>(1)) {
      OneDnn.check(
          dnnl.dnnl_primitive_desc_query(description, dnnl.dnnl_query_impl_info_str, 0, out),
          "name");
      return out.get(BytePointer.class).getString();
    }
  }

  /** A change of layout. */
  static OneDnnPrimitive reorder(OneDnn library, dnnl_memory_desc_t from, dnnl_memory_desc_t to) {
    library.enter();
    dnnl_primitive_desc out = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl.dnnl_reorder_primitive_desc_create(
            out, from, library.engine(), to, library.engine(), library.attributes()),
        "change of layout");
    return new OneDnnPrimitive(
        library, out, new Argument(dnnl.DNNL_ARG_FROM, from), new Argument(dnnl.DNNL_ARG_TO, to));
  }

  /** Runs it on the calling thread on numbers at these addresses, in the order of arguments. */
  void run(Pointer... data) {
    var stream = library.enter();
    Call call = idle.poll();
    if (call == null) {
      call = call();
    }
    for (int i = 0; i < data.length; i++) {
      OneDnn.check(dnnl.dnnl_memory_set_data_handle(call.memories[i], data[i]), "call");
    }
    OneDnn.check(
        dnnl.dnnl_primitive_execute(primitive, stream, arguments.length + 1, call.arguments),
        "call");
    OneDnn.check(dnnl.dnnl_stream_wait(stream), "call");
    idle.add(call);
  }

  private Call call() {
    int n = arguments.length;
    dnnl_memory[] memories = new dnnl_memory[n];
    dnnl_exec_arg_t all = new dnnl_exec_arg_t(n + 1);
    for (int i = 0; i < n; i++) {
      memories[i] = memory(arguments[i].layout(), new Pointer());
      all.getPointer(i).arg(arguments[i].name()).memory(memories[i]);
    }
    // The library's own would be the creating thread's, too small or missing on others.
    BytePointer room = new BytePointer(Math.max(1, dnnl.dnnl_memory_desc_get_size(scratchpad)));
    all.getPointer(n).arg(dnnl.DNNL_ARG_SCRATCHPAD).memory(memory(scratchpad, room));
    return new Call(memories, all, room);
  }

  private dnnl_memory memory(dnnl_memory_desc_t layout, Pointer data) {
    dnnl_memory out = new dnnl_memory();
    OneDnn.check(dnnl.dnnl_memory_create(out, layout, library.engine(), data), "memory");
    return out;
  }
}
