package gmrl.cli;

import gmrl.experiment.CancellationToken;
import java.time.Duration;
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

  /** Time to hand over what was computed, after the last look at the token that may be missed. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private Interruption() {}

  /** Cancelled when the process is asked to stop. */
  static CancellationToken token() {
    return TOKEN;
  }

  /** Runs a command that an interrupt lets finish its output. */
  static int guard(IntSupplier command) {
    CountDownLatch finished = new CountDownLatch(1);
    Thread hook = hook(TOKEN, finished, GRACE);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return command.getAsInt();
    } finally {
      finished.countDown();
    }
  }

  /**
   * Cancels and waits until the command has finished: at most the grace and twice the longest time
   * for which its work has said that it may not hear.
   */
  static Thread hook(CancellationToken token, CountDownLatch finished, Duration grace) {
    return new Thread(
        () -> {
          token.cancel();
          try {
            long most = grace.plus(token.longest().multipliedBy(2)).toMillis();
            finished.await(most, TimeUnit.MILLISECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        "gmrl-interrupt");
  }
}
