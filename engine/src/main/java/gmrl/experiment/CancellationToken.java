package gmrl.experiment;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A request to stop, shared between the one who asks and those who work.
 *
 * <p>Cancelling is final and may come from any thread, before or during the run. Work polls {@link
 * #isCancelled()} at least every few milliseconds, or says {@linkplain #allow how long} it cannot.
 */
public final class CancellationToken {
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();
  private volatile boolean cancelled;
  private volatile Duration longest = Duration.ZERO;

  /** Asks the run to stop; asking again does nothing. */
  public void cancel() {
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
    }
    actions.forEach(Runnable::run);
    actions.clear();
  }

  /** Whether someone has asked the run to stop. */
  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * Says that work may take so long before it looks at this token again: whoever ends the process
   * waits as long. The longest time that anybody has said counts.
   */
  public synchronized void allow(Duration time) {
    if (time.compareTo(longest) > 0) {
      longest = time;
    }
  }

  /** The longest time for which work has said that it may not look here. */
  public Duration longest() {
    return longest;
  }

  /**
   * Leaves the computation if someone has asked it to stop.
   *
   * @throws CancellationException if cancelled
   */
  public void check() {
    if (cancelled) {
      throw new CancellationException("cancelled");
    }
  }

  /**
   * Runs an action when the token is cancelled: at once if it already is.
   *
   * @return takes the action back; harmless after the cancellation
   */
  public Runnable onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        actions.add(action);
        return () -> actions.remove(action);
      }
    }
    action.run();
    return () -> {};
  }
}
