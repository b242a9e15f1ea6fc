package gmrl.app.ui;

import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The commands that the menus of a window have put behind keys. */
public final class Accelerators {
  private Accelerators() {}

  /**
   * Runs the command behind a key in place of whoever else would get the event, if there is one.
   *
   * @param key which of the scene's keys is meant
   * @param event consumed if a command was run
   */
  public static void run(Scene scene, Predicate<? super KeyCombination> key, KeyEvent event) {
    scene.getAccelerators().entrySet().stream()
        .filter(entry -> key.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .ifPresent(
            command -> {
              event.consume();
              command.run();
            });
  }
}
