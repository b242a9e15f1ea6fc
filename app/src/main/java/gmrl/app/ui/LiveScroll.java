package gmrl.app.ui;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * A scroll pane for pages whose plots move: only what changes is drawn. The stock one keeps its
 * content as one picture and draws all of it anew for every change within.
 */
public final class LiveScroll extends ScrollPane {

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
