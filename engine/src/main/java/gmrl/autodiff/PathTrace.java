package gmrl.autodiff;

import gmrl.autodiff.inspect.HessianPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, while {@link HessianPath} examines an objective, where its history was cut.
 *
 * <p>A cut then returns a tracked leaf instead of a constant, so that what is computed from it can
 * be followed; values and derivatives are the same.
 */
public final class PathTrace implements AutoCloseable {
  private static final ThreadLocal<@Nullable PathTrace> CURRENT = new ThreadLocal<>();

  /** How a history was cut. */
  public enum Kind {
    STOP_GRADIENT,
    CONSTANT_GRADIENT,
    NEW_LEAF
  }

  /** Where a history was cut: the variable before the cut and how. */
  public record Cut(Variable origin, Kind kind) {}

  private final @Nullable PathTrace outer = CURRENT.get();
  private final Map<Variable, Cut> cuts = new LinkedHashMap<>();

  private final List<Variable> reads = new ArrayList<>();

  private PathTrace() {}

  /** Starts to remember, on this thread. */
  public static PathTrace open() {
    PathTrace trace = new PathTrace();
    CURRENT.set(trace);
    return trace;
  }

  /** Cuts by the leaf that stands behind each. */
  public Map<Variable, Cut> cuts() {
    return Collections.unmodifiableMap(cuts);
  }

  /** Tracked variables whose numbers were read into plain Java. */
  public List<Variable> reads() {
    return List.copyOf(reads);
  }

  static boolean isOn() {
    return CURRENT.get() != null;
  }

  /** {@code plain}, or during an examination a leaf in its place that remembers {@code origin}. */
  static Variable cut(Variable origin, Kind kind, Variable plain) {
    PathTrace trace = CURRENT.get();
    if (trace == null || !origin.isTracked()) {
      return plain;
    }
    Variable leaf = suspended(plain::tracked);
    trace.cuts.put(leaf, new Cut(origin, kind));
    return leaf;
  }

  /** Remembers that {@code leaf} goes on with the numbers of {@code origin} and nothing else. */
  static void leaf(Variable origin, Variable leaf) {
    PathTrace trace = CURRENT.get();
    if (trace != null && origin.isTracked()) {
      trace.cuts.put(leaf, new Cut(origin, Kind.NEW_LEAF));
    }
  }

  /** Computes without being watched: what a derivative of its own does not follow. */
  static <T> T suspended(Supplier<T> work) {
    PathTrace trace = CURRENT.get();
    set(null);
    try {
      return work.get();
    } finally {
      set(trace);
    }
  }

  private static void set(@Nullable PathTrace trace) {
    if (trace == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(trace);
    }
  }

  static void read(Variable variable) {
    PathTrace trace = CURRENT.get();
    if (trace != null && variable.isTracked()) {
      trace.reads.add(variable);
    }
  }

  @Override
  public void close() {
    set(outer);
  }
}
