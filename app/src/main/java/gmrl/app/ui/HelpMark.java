package gmrl.app.ui;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Says what a part of the window is, so that help can speak of the part that has the focus. */
public final class HelpMark {
  private static final String KEY = "gmrl-help";

  private HelpMark() {}

  /** Marks a node and all that is in it. */
  public static void mark(Node node, String topic) {
    node.getProperties().put(KEY, topic);
  }

  /**
   * The topic of the innermost marked part around a node.
   *
   * @param node where to begin; null finds nothing
   * @param known which topics count
   */
  public static Optional<String> of(@Nullable Node node, Predicate<String> known) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.hasProperties()
          && at.getProperties().get(KEY) instanceof String topic
          && known.test(topic)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }
}
