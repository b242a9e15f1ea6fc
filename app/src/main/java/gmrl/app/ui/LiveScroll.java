package gmrl.app.ui;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * A scroll pane for pages whose plots move: only what changes is drawn. The stock one keeps its
 * content as one picture and draws all of it anew for every change within.
 */
public final class LiveScroll extends ScrollPane {

  /** A page that fills its place, and is scrolled rather than squeezed where that is low. */
  public static LiveScroll over(Node page) {
    LiveScroll scroll = new LiveScroll();
    scroll.setContent(page);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("dashboard", "edge-to-edge");
    scroll.setFocusTraversable(false);
    return scroll;
  }

  /** Scrolls whatever {@link #setContent} gives it. */
  public LiveScroll() {
    skinProperty()
        .addListener(
            (o, old, now) -> {
              for (Node part : getChildrenUnmodifiable()) {
                part.setCache(false);
              }
            });
  }
}
