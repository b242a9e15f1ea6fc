package gmrl.app.ui;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/**
 * Tells what the program writes into controls from what a person chooses with them: what controls
 * announce while they are written is no choice.
 */
public final class Showing {
  private int depth;

  /** Writes into controls. */
  public void show(Runnable write) {
    depth++;
    try {
      write.run();
    } finally {
      depth--;
    }
  }

  /** Whether controls are being written. */
  public boolean isNow() {
    return depth > 0;
  }

  /** Calls back with each value that a person chooses; never with nothing. */
  public <T> void onChoice(ObservableValue<? extends T> control, Consumer<? super T> chosen) {
    control.addListener(
        (o, old, now) -> {
          if (depth == 0 && now != null) {
            chosen.accept(Objects.requireNonNull(now));
          }
        });
  }
}
