package gmrl.app.chart;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * At most one redraw in 25 ms. Runs only while something waits to be drawn, so that a forgotten
 * pane can be collected.
 */
final class RedrawTimer extends AnimationTimer implements Executor {
  /** Shortest time between two redraws, in nanoseconds. */
  private static final long REDRAW_NANOS = 25_000_000L;

  private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
  private long last;

  /** Takes the next delivery of a model, which waits for its turn on the FX thread. */
  @Override
  public void execute(Runnable delivery) {
    waiting.set(delivery);
    if (Platform.isFxApplicationThread()) {
      start();
    } else {
      Platform.runLater(this::start);
    }
  }

  /** Something was drawn just now: the next picture takes its time. */
  void drawn() {
    last = System.nanoTime();
  }

  @Override
  public void handle(long now) {
    if (System.nanoTime() - last < REDRAW_NANOS) {
      return;
    }
    stop();
    Runnable delivery = waiting.getAndSet(null);
    if (delivery != null) {
      delivery.run();
    }
  }
}
