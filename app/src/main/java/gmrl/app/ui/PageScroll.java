package gmrl.app.ui;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;

/** How far pages are scrolled, and to where; also by the keys of a presenter, who has no wheel. */
public final class PageScroll {
  /** What stays in sight of what was read before. */
  private static final double SHARE = 0.85;

  /** Below the last words there is nothing but the edge of a page. */
  private static final double EDGE = 28;

  private PageScroll() {}

  /**
   * Scrolls the largest part of a page that is higher than its place, be it a list or the page.
   *
   * @param by 1 down, −1 up
   * @return whether there was anything more that way
   */
  public static boolean page(Node page, int by) {
    Optional<Region> largest = largest(page);
    return largest.isPresent()
        && (largest.get() instanceof ScrollPane pane
            ? pane(pane, by)
            : flow((VirtualFlow<?>) largest.get(), by));
  }

  /**
   * Scrolls the largest part of a page that is higher than its place to its beginning or end.
   *
   * @param by 1 to the end, −1 to the beginning
   */
  public static void toEnd(Node page, int by) {
    largest(page)
        .ifPresent(
            part -> {
              if (part instanceof ScrollPane pane) {
                pane.setVvalue(by > 0 ? pane.getVmax() : pane.getVmin());
              } else if (part instanceof VirtualFlow<?> flow) {
                flow.scrollTo(by > 0 ? flow.getCellCount() - 1 : 0);
              }
            });
  }

  private static Optional<Region> largest(Node page) {
    return all(page)
        .filter(PageScroll::isHigher)
        .map(Region.class::cast)
        .max(Comparator.comparingDouble(part -> part.getWidth() * part.getHeight()));
  }

  /**
   * Scrolls a pane.
   *
   * @param by 1 down, −1 up
   * @return whether there was anything more that way
   */
  public static boolean pane(ScrollPane pane, int by) {
    pane.applyCss();
    pane.layout();
    double hidden = hidden(pane);
    double before = pane.getVvalue();
    double left = hidden * (by > 0 ? 1 - before : before);
    if (hidden <= EDGE || left <= EDGE) {
      return false;
    }
    double step = SHARE * pane.getViewportBounds().getHeight() / hidden;
    pane.setVvalue(Math.max(0, Math.min(1, before + by * step)));
    return true;
  }

  private static boolean flow(VirtualFlow<?> flow, int by) {
    return Math.abs(flow.scrollPixels(by * SHARE * flow.getHeight())) >= 1;
  }

  /** How much of a pane's content is out of sight, above and below together, in pixels. */
  private static double hidden(ScrollPane pane) {
    Node content = pane.getContent();
    return content == null
        ? 0
        : Math.max(0, content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight());
  }

  /** How much of a pane's content is out of sight above, in pixels. */
  public static double top(ScrollPane pane) {
    return pane.getVvalue() * hidden(pane);
  }

  /**
   * The value of a pane at which its content is seen from some place on, or as near to that as its
   * end allows.
   *
   * @param top the place, in pixels from the beginning of the content
   */
  public static double valueAt(ScrollPane pane, double top) {
    double hidden = hidden(pane);
    return hidden > 0 ? Math.max(0, Math.min(1, top / hidden)) : 0;
  }

  private static boolean isHigher(Node node) {
    return node instanceof ScrollPane pane
        ? hidden(pane) > EDGE
        : node instanceof VirtualFlow<?> flow
            && flow.isVertical()
            && flow.getCellCount() > 0
            && isCut(flow);
  }

  /** Whether the first or the last of the rows is not the whole in sight. */
  private static boolean isCut(VirtualFlow<?> flow) {
    return flow.getCellCount() > 1
        && (flow.getFirstVisibleCell() == null
            || flow.getFirstVisibleCell().getIndex() > 0
            || flow.getLastVisibleCell().getIndex() < flow.getCellCount() - 1
            || flow.getLastVisibleCell().getBoundsInParent().getMaxY() > flow.getHeight() + 1);
  }

  /** What is on screen of a page, whose hidden parts have no say. */
  private static Stream<Node> all(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(PageScroll::all))
        : Stream.of(node);
  }
}
