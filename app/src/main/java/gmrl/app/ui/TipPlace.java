package gmrl.app.ui;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Tooltip;
import javafx.stage.Screen;

/**
 * Keeps a tooltip on the screen: the toolkit chooses its place before its words are wrapped, when
 * nobody knows how high it will be.
 */
final class TipPlace {
  /** From the pointer to a tooltip below it, as the toolkit has it. */
  private static final double GAP = 7;

  private TipPlace() {}

  static void keep(Tooltip tip) {
    DoubleProperty asked = new SimpleDoubleProperty();
    Runnable place =
        () -> {
          if (tip.isShowing()) {
            Rectangle2D screen =
                Screen.getScreensForRectangle(tip.getX(), tip.getY(), 1, 1).stream()
                    .findFirst()
                    .orElse(Screen.getPrimary())
                    .getVisualBounds();
            tip.setAnchorY(top(asked.get(), tip.getHeight(), screen));
          }
        };
    tip.setOnShowing(e -> asked.set(tip.getAnchorY()));
    tip.setOnShown(e -> place.run());
    tip.heightProperty().addListener((o, was, is) -> place.run());
  }

  /** Where it stands: below the pointer if there is room, else above it, never under it. */
  static double top(double asked, double height, Rectangle2D screen) {
    return asked + height <= screen.getMaxY()
        ? asked
        : Math.max(screen.getMinY(), asked - 2 * GAP - height);
  }
}
