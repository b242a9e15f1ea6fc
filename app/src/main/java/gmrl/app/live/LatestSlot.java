package gmrl.app.live;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One slot between a worker and the interface thread: the newest value wins, older ones are
 * dropped, and at most one delivery waits in the interface thread's queue.
 *
 * <p>{@link #publish} may be called from any thread.
 *
 * @param <T> an immutable snapshot
 */
public final class LatestSlot<T> {
  private final AtomicReference<T> slot = new AtomicReference<>();
  private final Executor ui;
  private final Consumer<? super T> sink;

  /**
   * Connects a slot.
   *
   * @param ui runs the delivery on the interface thread
   * @param sink receives the newest value there
   */
  public LatestSlot(Executor ui, Consumer<? super T> sink) {
    this.ui = ui;
    this.sink = sink;
  }

  /** Offers a value; replaces one that has not been delivered yet. */
  public void publish(T value) {
    if (slot.getAndSet(value) == null) {
      ui.execute(this::deliver);
    }
  }

  /**
   * Delivers what waits now, if anything does, in place of what is queued for it. Belongs to the
   * interface thread.
   */
  public void deliver() {
    T value = slot.getAndSet(null);
    if (value != null) {
      sink.accept(value);
    }
  }
}
