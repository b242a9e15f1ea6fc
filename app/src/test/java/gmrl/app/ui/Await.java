package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Waits for what a window will show. It is looked for on the interface thread, between two of its
 * tasks: from another thread one sees a window that is half changed.
 */
public final class Await {
  /** For a machine that is many times slower, and busy. */
  private static final int SECONDS = 180;

  /** Not more often: a look goes through the whole window, whose numbers are being computed. */
  private static final int MILLIS_BETWEEN_LOOKS = 20;

  private Await() {}

  /** Waits until something is so; fails where it never is. */
  public static void until(BooleanSupplier so) throws Exception {
    assertThat(comes(so)).as("so within %d s", SECONDS).isTrue();
  }

  /** Waits until something is so; whether it is. */
  public static boolean comes(BooleanSupplier so) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!onFx(so::getAsBoolean)) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(MILLIS_BETWEEN_LOOKS);
    }
    return true;
  }

  /** Waits until a scene has been laid out once more. */
  public static void pulse(Scene scene) throws Exception {
    CountDownLatch laidOut = new CountDownLatch(1);
    Runnable count = laidOut::countDown;
    onFx(
        () -> {
          scene.addPostLayoutPulseListener(count);
          Platform.requestNextPulse();
          return scene;
        });
    assertThat(laidOut.await(SECONDS, TimeUnit.SECONDS)).as("laid out").isTrue();
    onFx(
        () -> {
          scene.removePostLayoutPulseListener(count);
          return scene;
        });
  }

  /** What a task on the interface thread returns. */
  public static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.waitForAsyncFx(1000L * SECONDS, task);
  }
}
