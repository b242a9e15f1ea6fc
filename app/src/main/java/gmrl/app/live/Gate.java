package gmrl.app.live;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Holds running experiments between two snapshots: the laboratory's pause button.
 *
 * <p>Each worker has a {@link Visitor}; the interface thread calls the rest and never waits.
 */
public final class Gate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean open = true;
  private long ticket;

  /** Lets everything through from now on. */
  public void open() {
    set(true, 0);
  }

  /** Holds everything that comes by from now on. */
  public void close() {
    set(false, 0);
  }

  /** Lets each experiment go on to its next snapshot; as often as it is called before that. */
  public void step() {
    set(false, 1);
  }

  /** Makes waiting workers look again whether they were cancelled. */
  public void nudge() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void set(boolean nowOpen, int tickets) {
    lock.lock();
    try {
      open = nowOpen;
      ticket += tickets;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Somebody new, for whom the steps count from now on. */
  public Visitor visitor() {
    return new Visitor();
  }

  /**
   * Who comes by again and again, as one thread. A step that is asked for while it is still on its
   * way, perhaps because its last snapshot could be seen already, is kept for it.
   */
  public final class Visitor {
    private long used;

    private Visitor() {
      lock.lock();
      try {
        used = ticket;
      } finally {
        lock.unlock();
      }
    }

    /** Waits while the gate is closed; returns when it opens, on a step, or when cancelled. */
    public void pass(BooleanSupplier cancelled) {
      lock.lock();
      try {
        while (!open && ticket == used && !cancelled.getAsBoolean()) {
          changed.await();
        }
        used = open ? ticket : Math.min(ticket, used + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        lock.unlock();
      }
    }
  }
}
