package gmrl.app.shell;

import java.util.function.IntPredicate;
import javafx.scene.Node;

/** Lets Page Down, Page Up and a presenter's clicker step through a page before they leave it. */
public final class PageTurn {
  private static final String KEY = "gmrl-page-turn";

  private PageTurn() {}

  /**
   * Lets a page be turned.
   *
   * @param turn takes 1 for on and −1 for back; false where there is nothing more that way
   */
  public static void mark(Node page, IntPredicate turn) {
    page.getProperties().put(KEY, turn);
  }

  /** Whether a page can be turned at all. */
  static boolean has(Node page) {
    return page.getProperties().get(KEY) instanceof IntPredicate;
  }

  /** Turns a page; false where it cannot be turned further. */
  static boolean turn(Node page, int by) {
    return page.getProperties().get(KEY) instanceof IntPredicate turn && turn.test(by);
  }
}
