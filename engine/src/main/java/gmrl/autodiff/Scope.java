package gmrl.autodiff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The lifetime of the arrays that are computed while it is open.
 *
 * <p>Every array computed on a thread belongs to the innermost scope open on that thread and is
 * given back when the scope is closed, unless {@link #keep} hands it to the scope outside. The
 * outermost scope owns the memory: closing an inner scope makes its arrays available to the next
 * one, closing the outermost returns everything to the system. A training loop therefore opens one
 * scope around the run and one inside for each step:
 *
 * <pre>{@code
 * try (Scope run = Scope.open()) {
 *   Variable theta = start();
 *   for (int step = 0; step < steps; step++) {
 *     try (Scope scope = Scope.open()) {
 *       Variable next = scope.keep(update(theta));
 *       run.release(theta);
 *       theta = next;
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>All arrays together may take as much memory as the Java heap ({@code -Xmx}) unless the system
 * property {@code org.bytedeco.javacpp.maxbytes} says otherwise; beyond that an {@link
 * OutOfMemoryError} is thrown.
 *
 * <p>Without any open scope arrays live until the garbage collector finds them. Scopes belong to
 * the thread that opened them and are closed in reverse order, as try-with-resources does. An array
 * used after its scope was closed throws {@link IllegalStateException}.
 */
public final class Scope implements AutoCloseable {
  private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();

  private final @Nullable Scope parent;
  private final Pool pool;
  private final List<Store> held = new ArrayList<>();
  private boolean closed;

  private Scope(@Nullable Scope parent, Pool pool) {
    this.parent = parent;
    this.pool = pool;
  }

  /** Opens a scope inside the innermost open scope of this thread. */
  public static Scope open() {
    Scope parent = CURRENT.get();
    Scope scope = new Scope(parent, parent == null ? new Pool() : parent.pool);
    CURRENT.set(scope);
    return scope;
  }

  /** Allocates in the innermost scope, or on the garbage collector's account if there is none. */
  static Store allocate(DataType type, int length) {
    Scope scope = CURRENT.get();
    if (scope == null) {
      scope = new Scope(null, new Pool());
    }
    return scope.room(type, length);
  }

  /** Memory for a kernel's own use while this scope is open. */
  Store room(DataType type, int length) {
    Store store = new Store(type, length, pool.take(bytes(type, length)), this);
    hold(store);
    return store;
  }

  static long bytes(DataType type, int length) {
    return (long) Math.max(1, length) * (type == DataType.FLOAT ? Float.BYTES : Double.BYTES);
  }

  private void hold(Store store) {
    store.hold();
    held.add(store);
  }

  /**
   * Hands an array of this scope to the scope outside, so that it outlives this one.
   *
   * @return {@code variable} without the history that led to it: a new leaf over the same numbers,
   *     tracked exactly if {@code variable} was a tracked leaf
   */
  public Variable keep(Variable variable) {
    if (parent != null) {
      parent.hold(variable.store());
    } else {
      variable.store().hold();
    }
    return variable.isLeaf() ? variable : variable.detach();
  }

  /** {@link #keep(Variable)} for each element. */
  public List<Variable> keep(List<Variable> variables) {
    return variables.stream().map(this::keep).toList();
  }

  /** Makes this scope one of the holders of an array, whichever scope it was computed in. */
  void adopt(Variable variable) {
    hold(variable.store());
  }

  /** Makes {@code other} a holder of an array that would otherwise end with this scope. */
  void hand(Variable variable, Scope other) {
    other.adopt(variable);
  }

  /** Gives an array of this scope back before the scope closes; it must not be used again. */
  public void release(Variable variable) {
    int at = held.lastIndexOf(variable.store());
    if (at < 0) {
      throw new IllegalArgumentException(
          "variable " + variable + " does not belong to this scope, so it cannot release it");
    }
    held.remove(at).release();
  }

  /** {@link #release(Variable)} for each element. */
  public void release(List<Variable> variables) {
    variables.forEach(this::release);
  }

  /** Bytes outside the heap that this scope's outermost scope has taken from the system. */
  public long bytesReserved() {
    return pool.reserved;
  }

  /** Bytes of these that arrays are using now. */
  public long bytesInUse() {
    return pool.inUse;
  }

  /** Gives every array of this scope back that was not kept. Closing twice does nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (CURRENT.get() != this) {
      throw new IllegalStateException(
          "scopes are closed in reverse order by the thread that opened them");
    }
    closed = true;
    CURRENT.set(parent);
    for (Store store : held) {
      store.release();
    }
    held.clear();
    if (parent == null) {
      CURRENT.remove();
      pool.close();
    }
  }

  void recycle(Store.Block block) {
    pool.give(block);
  }

  /** Free blocks by size; sizes are rounded up to quarter steps between powers of two. */
  private static final class Pool {
    private final Map<Long, ArrayDeque<Store.Block>> free = new HashMap<>();
    private long reserved;
    private long inUse;
    private boolean closed;

    Store.Block take(long bytes) {
      long size = roundUp(bytes);
      inUse += size;
      ArrayDeque<Store.Block> blocks = free.get(size);
      if (blocks != null && !blocks.isEmpty()) {
        return blocks.pop();
      }
      Store.Block block = reserve(size);
      reserved += size;
      return block;
    }

    /** A new block; if the system has no more, blocks of other sizes that lie idle go first. */
    private Store.Block reserve(long size) {
      try {
        return new Store.Block(size);
      } catch (OutOfMemoryError e) {
        dropIdle();
        return new Store.Block(size);
      }
    }

    void give(Store.Block block) {
      inUse -= block.bytes;
      if (closed) {
        block.pointer.deallocate();
        return;
      }
      free.computeIfAbsent(block.bytes, size -> new ArrayDeque<>()).push(block);
    }

    void close() {
      closed = true;
      dropIdle();
    }

    private void dropIdle() {
      for (ArrayDeque<Store.Block> blocks : free.values()) {
        for (Store.Block block : blocks) {
          reserved -= block.bytes;
          block.pointer.deallocate();
        }
      }
      free.clear();
    }

    private static long roundUp(long bytes) {
      long quarter = Math.max(16, Long.highestOneBit(Math.max(1, bytes - 1)) >> 2);
      return (bytes + quarter - 1) / quarter * quarter;
    }
  }
}
