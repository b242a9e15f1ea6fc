package gmrl.app.window;

import com.sun.javafx.scene.NodeHelper;
import gmrl.app.chart.ChartPane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** What a person with good or poor eyes would complain about in a scene; on the FX thread only. */
final class Sight {
  /** Of text against its background, as WCAG 2.1 asks of body text. */
  private static final double LEAST_CONTRAST = 4.5;

  /** Pixels by which letters may share a line or a column. */
  private static final double OVER = 4;

  private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("disabled");

  private final Scene scene;

  Sight(Scene scene) {
    this.scene = scene;
  }

  /** Every visible node of the scene inside its window, in drawing order. */
  List<Node> seen(Predicate<Node> wanted) {
    List<Node> found = new ArrayList<>();
    gather(scene.getRoot(), wanted, found);
    return found;
  }

  private void gather(Node node, Predicate<Node> wanted, List<Node> found) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (wanted.test(node) && isInSight(node)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> gather(child, wanted, found));
    }
  }

  private boolean isInSight(Node node) {
    Bounds b = node.localToScene(node.getLayoutBounds());
    return b.getWidth() > 0
        && b.getHeight() > 0
        && b.getCenterX() > 0
        && b.getCenterX() < scene.getWidth()
        && b.getCenterY() > 0
        && b.getCenterY() < scene.getHeight()
        && isInsideClips(node, b);
  }

  /** What is scrolled away cannot be seen. */
  private static boolean isInsideClips(Node node, Bounds b) {
    for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent.getClip() != null
          && !parent
              .localToScene(parent.getClip().getBoundsInParent())
              .contains(b.getCenterX(), b.getCenterY())) {
        return false;
      }
    }
    return true;
  }

  /** Parts of the window that are wider than it, and so cut at both ends. */
  List<String> wider() {
    return scene.getRoot().getChildrenUnmodifiable().stream()
        .filter(
            part -> part.isVisible() && part.getLayoutBounds().getWidth() > scene.getWidth() + 1)
        .map(part -> part.getClass().getSimpleName() + " is wider than the window")
        .toList();
  }

  /** Labels whose words do not fit. */
  List<String> clipped() {
    List<String> complaints = new ArrayList<>();
    for (Node node : seen(Labeled.class::isInstance)) {
      Labeled labeled = (Labeled) node;
      String words = labeled.getText();
      // The reader of a table widens its columns.
      if (words == null || words.isBlank() || labeled instanceof TableCell) {
        continue;
      }
      for (Node part : labeled.getChildrenUnmodifiable()) {
        if (part instanceof Text text
            && text.getText().endsWith(labeled.getEllipsisString())
            && !words.endsWith(labeled.getEllipsisString())) {
          complaints.add("“" + words + "” is cut to “" + text.getText() + "”");
        }
      }
    }
    return complaints;
  }

  /** Words that an edge cuts off at a side, where nobody can scroll to the rest of them. */
  List<String> cutOff() {
    List<Node> all = new ArrayList<>();
    everything(scene.getRoot(), all);
    List<String> complaints = new ArrayList<>();
    for (Node node : all) {
      Bounds whole = node.localToScene(node.getLayoutBounds());
      Bounds shown = shown(node);
      double left = Math.max(0, shown.getMinX());
      double right = Math.min(scene.getWidth(), shown.getMaxX());
      // What is scrolled away at the top or the bottom can be scrolled back.
      boolean there = right > left && shown.getHeight() > whole.getHeight() / 2;
      if (there && right - left < whole.getWidth() - 1) {
        complaints.add("“" + ((Text) node).getText() + "” is cut off at a side");
      }
    }
    return complaints;
  }

  /** All words that are not hidden, in sight or not. */
  private static void everything(Node node, List<Node> into) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank() && isFixed(node)) {
      into.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> everything(child, into));
    }
  }

  /** Words that lie on other words. */
  List<String> overlapping() {
    List<Node> words = seen(n -> n instanceof Text t && !t.getText().isBlank() && isFixed(n));
    List<Bounds> places = words.stream().map(Sight::shown).toList();
    List<String> complaints = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (words.get(i).getParent() instanceof TextFlow
            && words.get(i).getParent() == words.get(j).getParent()) {
          continue; // A piece of a paragraph begins within the lines of the one before.
        }
        Bounds a = places.get(i);
        Bounds b = places.get(j);
        double across = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double down = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        if (across > OVER && down > OVER) {
          complaints.add(
              "“%s” lies on “%s”"
                  .formatted(((Text) words.get(i)).getText(), ((Text) words.get(j)).getText()));
        }
      }
    }
    return complaints;
  }

  /** What is left of a node's place within everything that cuts it off. */
  private static Bounds shown(Node node) {
    Bounds b = node.localToScene(node.getLayoutBounds());
    double left = b.getMinX();
    double right = b.getMaxX();
    double top = b.getMinY();
    double bottom = b.getMaxY();
    for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent.getClip() != null) {
        Bounds clip = parent.localToScene(parent.getClip().getBoundsInParent());
        left = Math.max(left, clip.getMinX());
        right = Math.min(right, clip.getMaxX());
        top = Math.max(top, clip.getMinY());
        bottom = Math.min(bottom, clip.getMaxY());
      }
    }
    return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** Whether it stays where it is: tables, lists and fields scroll by themselves. */
  private static boolean isFixed(Node node) {
    for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent instanceof TableView
          || parent instanceof TextInputControl
          || (parent instanceof ScrollPane pane && !pane.isFitToWidth())) {
        return false;
      }
    }
    return true;
  }

  /** Plots without a number. */
  List<String> empty() {
    return seen(ChartPane.class::isInstance).stream()
        .map(ChartPane.class::cast)
        .filter(pane -> pane.modelProperty().get().isEmpty())
        .map(pane -> "empty: " + pane.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .toList();
  }

  /** Words that are hard to read against what lies behind them. */
  List<String> faint() {
    WritableImage picture = scene.snapshot(null);
    Set<String> complaints = new LinkedHashSet<>();
    for (Node node : seen(Text.class::isInstance)) {
      Text text = (Text) node;
      if (text.getText().isBlank() || isDisabled(text) || !(text.getFill() instanceof Color ink)) {
        continue;
      }
      Color paper = background(picture, text.localToScene(text.getLayoutBounds()));
      double ratio = contrast(paper.interpolate(ink, ink.getOpacity() * opacity(text)), paper);
      if (ratio < LEAST_CONTRAST) {
        complaints.add(
            String.format(
                java.util.Locale.ROOT,
                "“%s” has a contrast of %.2f: ink %s on %s, %s",
                text.getText(),
                ratio,
                ink,
                paper,
                text.getParent()));
      }
    }
    return List.copyOf(complaints);
  }

  private static boolean isDisabled(Node node) {
    return node != null
        && (node.isDisabled()
            || node.getPseudoClassStates().contains(DISABLED) // an item of a menu
            || isDisabled(node.getParent()));
  }

  private static double opacity(Node node) {
    return node == null ? 1 : node.getOpacity() * opacity(node.getParent());
  }

  /** The colour that fills most of a rectangle around some words. */
  private Color background(WritableImage picture, Bounds b) {
    PixelReader pixels = picture.getPixelReader();
    Map<Integer, Integer> counts = new HashMap<>();
    int left = (int) Math.max(0, b.getMinX() - 2);
    int right = (int) Math.min(picture.getWidth() - 1, b.getMaxX() + 2);
    int top = (int) Math.max(0, b.getMinY());
    int bottom = (int) Math.min(picture.getHeight() - 1, b.getMaxY());
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        counts.merge(pixels.getArgb(x, y), 1, Integer::sum);
      }
    }
    int most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return Color.rgb((most >> 16) & 255, (most >> 8) & 255, most & 255);
  }

  private static double contrast(Color a, Color b) {
    double la = luminance(a);
    double lb = luminance(b);
    return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  /**
   * Kinds of controls that look the same with the focus as without.
   *
   * @param marked what was seen to be marked before, which is added to: a control in the same
   *     theme, in the same state and inside the same kinds of parents is marked in the same way
   */
  List<String> unmarkedFocus(Set<String> marked, String theme) {
    Map<String, Node> kinds = new HashMap<>();
    for (Node node : seen(n -> n.isFocusTraversable() && !isDisabled(n))) {
      kinds.putIfAbsent(node.getClass().getSimpleName() + node.getStyleClass(), node);
    }
    List<String> complaints = new ArrayList<>();
    kinds.forEach(
        (kind, node) -> {
          String style = theme + style(node);
          if (marked.contains(style)) {
            return;
          }
          scene.getRoot().requestFocus();
          int[] before = pixels(node);
          // As a key would: what is clicked need not be marked.
          NodeHelper.requestFocusVisible(node);
          if (node.isFocused() && java.util.Arrays.equals(before, pixels(node))) {
            complaints.add("no mark of the focus on " + kind);
          } else {
            marked.add(style);
          }
        });
    return complaints;
  }

  /** All that a style sheet may tell a node by. */
  private static String style(Node node) {
    StringBuilder style = new StringBuilder();
    for (Node at = node; at != null; at = at.getParent()) {
      style.append('<').append(at.getTypeSelector()).append('#').append(at.getId());
      style.append(at.getStyleClass()).append(at.getStyle());
      style.append(at == node ? at.getPseudoClassStates() : "");
    }
    return style.toString();
  }

  /** A node with what surrounds it. */
  private int[] pixels(Node node) {
    Bounds b = node.localToScene(node.getLayoutBounds());
    SnapshotParameters view = new SnapshotParameters();
    // Wide enough for a slider whose thumb stands at its far end.
    int w = (int) Math.max(1, Math.min(1600, b.getWidth() + 10));
    int h = (int) Math.max(1, Math.min(300, b.getHeight() + 10));
    view.setViewport(new Rectangle2D(b.getMinX() - 5, b.getMinY() - 5, w, h));
    WritableImage picture = scene.getRoot().snapshot(view, null);
    int[] all = new int[w * h];
    picture
        .getPixelReader()
        .getPixels(0, 0, w, h, javafx.scene.image.PixelFormat.getIntArgbInstance(), all, 0, w);
    return all;
  }
}
