package gmrl.autodiff.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The holder of the stores that were made while it was the innermost open arena of its thread; the
 * outermost one owns the memory.
 *
 * <p>Every store is counted by its holders; closing an arena gives its holds back. For one thread.
 */
public final class Arena implements AutoCloseable {
  private static final ThreadLocal<@Nullable Arena> CURRENT = new ThreadLocal<>();

  private final @Nullable Arena parent;
  private final Pool pool;
  private final List<Store> held = new ArrayList<>();
  private boolean closed;

  private Arena(@Nullable Arena parent, Pool pool) {
    this.parent = parent;
    this.pool = pool;
  }

  /** Opens an arena inside the innermost open one of this thread. */
  public static Arena open() {
    Arena parent = CURRENT.get();
    Arena arena = new Arena(parent, parent == null ? new Pool() : parent.pool);
    CURRENT.set(arena);
    return arena;
  }

  /** Allocates in the innermost arena, or on the garbage collector's account if there is none. */
  public static Store allocate(DataType type, int length) {
    Arena arena = CURRENT.get();
    if (arena == null) {
      arena = new Arena(null, new Pool());
    }
    return arena.room(type, length);
  }

  /** Memory that lasts while this arena is open. */
  public Store room(DataType type, int length) {
    Store store = new Store(type, length, pool.take(Store.bytes(type, length)), this);
    hold(store);
    return store;
  }

  /** Makes this arena one of the holders of a store, whichever arena made it. */
  public void hold(Store store) {
    store.hold();
    held.add(store);
  }

  /** Makes the arena outside a holder; outside the outermost one the store lives on. */
  public void pass(Store store) {
    if (parent != null) {
      parent.hold(store);
    } else {
      store.hold();
    }
  }

  /** Gives one hold back before the arena closes; false if this arena does not hold the store. */
  public boolean release(Store store) {
    int at = held.lastIndexOf(store);
    if (at < 0) {
      return false;
    }
    held.remove(at).release();
    return true;
  }

  /** Bytes outside the heap that the outermost arena has taken from the system. */
  public long bytesReserved() {
    return pool.reserved;
  }

  /** Bytes of these that stores are using now. */
  public long bytesInUse() {
    return pool.inUse;
  }

  /** Gives every hold back. Closing twice does nothing. */
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
        block.free();
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
          block.free();
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
