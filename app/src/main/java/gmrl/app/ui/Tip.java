package gmrl.app.ui;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.stage.Screen;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What something says when the pointer rests on it, in the house's manner: soon, wrapped, on the
 * screen, staying long enough.
 *
 * <p>A tooltip is a window with a scene of its own. A page has some sixty of which hardly one is
 * ever read, so each is made when the pointer first comes to its node.
 */
public final class Tip {
  /** From the pointer to a tooltip below it, as the toolkit has it. */
  private static final double GAP = 7;

  private final Node node;
  private String words = "";
  private @Nullable Tooltip popup;

  private Tip(Node node) {
    this.node = node;
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> prepare());
  }

  /**
   * What a node says from now on, to the eye and to those who listen.
   *
   * @param words nothing if they are empty
   */
  public static void on(Node node, String words) {
    if (!words.equals(of(node))) {
      Tip tip = (Tip) node.getProperties().computeIfAbsent(Tip.class, key -> new Tip(node));
      tip.say(words);
    }
  }

  /** What a node says, empty if nothing. */
  public static String of(Node node) {
    return node.hasProperties() && node.getProperties().get(Tip.class) instanceof Tip tip
        ? tip.words
        : "";
  }

  private void say(String now) {
    words = now;
    node.setAccessibleHelp(now.isEmpty() ? null : now);
    if (popup != null) {
      popup.setText(now);
      if (now.isEmpty()) {
        popup.hide();
        Tooltip.uninstall(node, popup);
        popup = null;
      }
    } else if (node.isHover()) {
      prepare();
    }
  }

  private void prepare() {
    if (popup == null && !words.isEmpty()) {
      popup = popup(words);
      Tooltip.install(node, popup);
    }
  }

  /**
   * The window alone, for who shows it himself.
   *
   * <p>It is kept on the screen: the toolkit chooses its place before its words are wrapped, when
   * nobody knows how high it will be.
   */
  static Tooltip popup(String words) {
    Tooltip tip = new Tooltip(Words.typeset(words));
    tip.setShowDelay(Duration.millis(450));
    tip.setShowDuration(Duration.seconds(40));
    tip.setWrapText(true);
    tip.setMaxWidth(340);
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
    return tip;
  }

  /** Where it stands: below the pointer if there is room, else above it, never under it. */
  static double top(double asked, double height, Rectangle2D screen) {
    return asked + height <= screen.getMaxY()
        ? asked
        : Math.max(screen.getMinY(), asked - 2 * GAP - height);
  }
}
