package gmrl.autodiff.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Memory laid out once for a fixed sequence of steps: a store that is given back while the sequence
 * is being planned makes room for a later one of the same sequence.
 */
public final class Workspace implements AutoCloseable {
  private final List<Store.Block> blocks = new ArrayList<>();
  private final List<Store.Block> free = new ArrayList<>();
  private final List<Store> stores = new ArrayList<>();
  private final Map<Store, Store.Block> places = new HashMap<>();
  private long bytes;

  /** Room that belongs to the caller until {@link #giveBack}. */
  public Store take(DataType type, int length) {
    long need = Store.bytes(type, length);
    Store.Block best = null;
    for (Store.Block block : free) {
      // A block much too large is kept for what needs it.
      if (block.bytes >= need
          && block.bytes <= 4 * need + 1024
          && (best == null || block.bytes < best.bytes)) {
        best = block;
      }
    }
    if (best == null) {
      best = new Store.Block(need);
      blocks.add(best);
      bytes += need;
    } else {
      free.remove(best);
    }
    Store store = new Store(type, length, best, null);
    store.hold();
    stores.add(store);
    places.put(store, best);
    return store;
  }

  /** Later steps may write over the numbers of a store that {@link #take} gave. */
  public void giveBack(Store store) {
    free.add(places.get(store));
  }

  /** Bytes taken from the system. */
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    stores.forEach(Store::release);
    stores.clear();
    blocks.forEach(block -> block.free());
    blocks.clear();
    free.clear();
  }
}
