package gmrl.app.ui;

import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Window;

/** Shows what has no room in its place over the page, until one looks elsewhere. */
public final class Aside {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 320;

  /** In a smaller place a few rows and two buttons are no table. */
  private static final double ROOM_ACROSS = 340;

  private static final double ROOM_DOWN = 120;

  private Aside() {}

  /** Whether a place has no room for a table. */
  public static boolean isNeeded(Region place) {
    return place.getWidth() < ROOM_ACROSS || place.getHeight() < ROOM_DOWN;
  }

  /**
   * Shows something over its place, inside the window, and gives it the focus.
   *
   * @param place what it belongs to, on screen
   * @param content makes it; what it is given closes it
   */
  public static void show(Node place, Function<Runnable, Region> content) {
    Popup over = new Popup();
    over.setAutoHide(true);
    Region shown = content.apply(over::hide);
    shown.getStyleClass().add("aside");
    shown.setPrefSize(WIDTH, HEIGHT);
    over.getContent().add(shown);
    Bounds at = place.localToScreen(place.getLayoutBounds());
    Scene scene = place.getScene();
    Window window = scene.getWindow();
    // A table would turn its own pages with keys that turn those of the window.
    over.addEventFilter(KeyEvent.KEY_PRESSED, e -> Accelerators.run(scene, key -> key.match(e), e));
    InvalidationListener leaving = o -> over.hide();
    place.sceneProperty().addListener(leaving);
    over.setOnHidden(e -> place.sceneProperty().removeListener(leaving));
    over.show(
        place,
        within(at.getMinX(), window.getX(), window.getWidth() - WIDTH),
        within(at.getMinY(), window.getY(), window.getHeight() - HEIGHT));
    shown.requestFocus();
  }

  private static double within(double wanted, double begin, double room) {
    return Math.max(begin, Math.min(wanted, begin + room));
  }
}
