package gmrl.app;

import gmrl.app.state.Settings;
import javafx.geometry.Rectangle2D;

/** Where a window opens. */
final class WindowPlace {
  /** Share of the screen that the window takes when it opens for the first time. */
  private static final double FIRST_SHARE = 0.92;

  /** On a smaller screen a new window takes all of it. */
  private static final double SMALL_WIDTH = 1280;

  private static final double SMALL_HEIGHT = 800;

  private WindowPlace() {}

  /**
   * Whether a window takes all of a screen: because it did when it was last closed, wherever it
   * would stand otherwise, or because it is new and the screen has nothing to spare around it.
   */
  static boolean takesAll(Settings settings, Rectangle2D screen) {
    return settings.maximised() || (!settings.isPlaced() && isSmall(screen));
  }

  private static boolean isSmall(Rectangle2D screen) {
    return screen.getWidth() < SMALL_WIDTH || screen.getHeight() < SMALL_HEIGHT;
  }

  /** Nearly all of a screen, in its middle, in whole pixels. */
  static Rectangle2D first(Rectangle2D screen) {
    double width = Math.floor(FIRST_SHARE * screen.getWidth());
    double height = Math.floor(FIRST_SHARE * screen.getHeight());
    return new Rectangle2D(
        screen.getMinX() + Math.floor((screen.getWidth() - width) / 2),
        screen.getMinY() + Math.floor((screen.getHeight() - height) / 2),
        width,
        height);
  }
}
