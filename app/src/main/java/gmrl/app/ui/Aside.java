package gmrl.app.ui;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/** Shows what has no room in its place over the page, until one looks elsewhere. */
public final class Aside {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 320;

  private Aside() {}

  /**
   * Shows something, and gives it the focus.
   *
   * @param place what it belongs to
   * @param content makes it; what it is given closes it
   */
  public static void show(Node place, Function<Runnable, Region> content) {
    PopOver over = new PopOver();
    Region shown = content.apply(() -> over.hide(Duration.ZERO));
    shown.setPrefSize(WIDTH, HEIGHT);
    over.setContentNode(shown);
    over.setDetachable(false);
    over.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    over.show(place);
    shown.requestFocus();
  }
}
