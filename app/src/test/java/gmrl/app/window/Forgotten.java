package gmrl.app.window;

import java.lang.ref.WeakReference;
import org.testfx.util.WaitForAsyncUtils;

/** Whether what was closed has left the memory. */
public final class Forgotten {
  private static final int ROUNDS = 40;
  private static final int LONGEST_MILLIS = 500;

  private Forgotten() {}

  /** Collects garbage until something is gone, or for long enough to be sure that it stays. */
  public static boolean within(WeakReference<?> closed) throws InterruptedException {
    for (int i = 0; i < ROUNDS && closed.get() != null; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      System.gc();
      // What goes with a clock goes at its next tick: ever longer, since collecting takes its time.
      Thread.sleep(Math.min(LONGEST_MILLIS, 50 << Math.min(i, 4)));
    }
    return closed.get() == null;
  }
}
