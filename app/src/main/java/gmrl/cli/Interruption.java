package gmrl.cli;

import gmrl.experiment.CancellationToken;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ctrl-C: the running experiment is cancelled and gets the time to hand over what it has computed.
 *
 * <p>The virtual machine is going down by then and ends with the signal's own exit code, 130.
 */
final class Interruption {
  /** Exit code of a run that was interrupted. */
  static final int CODE = 130;

  private static final CancellationToken TOKEN = new CancellationToken();
  private static final long GRACE_SECONDS = 10;

  private Interruption() {}

  /** Cancelled when the process is asked to stop. */
  static CancellationToken token() {
    return TOKEN;
  }

  /** Runs a command that an interrupt lets finish its output. */
  static int guard(IntSupplier command) {
    CountDownLatch finished = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              TOKEN.cancel();
              try {
                finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "gmrl-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return command.getAsInt();
    } finally {
      finished.countDown();
    }
  }
}
