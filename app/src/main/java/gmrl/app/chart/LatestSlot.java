package gmrl.app.chart;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands the newest value from any thread to one consumer: values in between are dropped, and at
 * most one wake-up is under way.
 */
final class LatestSlot<T> {

  private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
  private final AtomicBoolean awake = new AtomicBoolean();

  /** Puts a value; true when the caller has to wake the consumer. */
  boolean offer(T value) {
    newest.set(value);
    return !awake.getAndSet(true);
  }

  /** Takes the newest value, or null when there is none; the next offer wakes again. */
  @Nullable T take() {
    awake.set(false);
    return newest.getAndSet(null);
  }
}
