package gmrl.app.window;

import java.lang.ref.WeakReference;
import org.testfx.util.WaitForAsyncUtils;

/** Whether what was closed has left the memory. */
public final class Forgotten {
  private static final int ROUNDS = 200;

  private Forgotten() {}

  /** Collects garbage until something is gone, or for long enough to be sure that it stays. */
  public static boolean within(WeakReference<?> closed) throws InterruptedException {
    for (int i = 0; i < ROUNDS && closed.get() != null; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      System.gc();
      Thread.sleep(50);
    }
    return closed.get() == null;
  }
}
