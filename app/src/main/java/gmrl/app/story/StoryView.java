package gmrl.app.story;

import gmrl.app.ui.LiveScroll;
import gmrl.app.ui.PageScroll;
import gmrl.app.ui.Tip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The scenes below each other; Page Up and Page Down go from one to the next. */
final class StoryView extends StackPane {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  /** In the smallest type, whose paragraphs stand closer together. */
  private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

  private static final double WIDEST = 1900;
  private static final double SMALLEST = 13;
  private static final double LARGEST = 20;

  /** Type is not made smaller than this for a scene to fit on the page: then it is scrolled. */
  private static final double LEGIBLE = 12;

  /** So often the size of type is tried: lines break elsewhere in another one. */
  private static final int TRIES = 4;

  /** Between the sizes that are tried below the wanted one, so that they are few. */
  private static final double STEP = 0.25;

  /** How much of the page one key turns within a scene that is higher than the page. */
  private static final double PAGE = 0.85;

  /** A hall reads from afar; the words of a scene still have to fit on the screen. */
  private static final double PRESENTED = 1.25;

  private final List<Scene> scenes;
  private final ReadOnlyBooleanProperty presenting;
  private final ScrollPane scroll = new LiveScroll();
  private final VBox column = new VBox();
  private final List<Button> dots = new ArrayList<>();
  private final ReadOnlyIntegerWrapper present = new ReadOnlyIntegerWrapper();
  private final Timeline motion = new Timeline();
  private int goal;

  /** How far below the top of its scene the page is to begin. */
  private double goalBelow;

  private double size;

  /**
   * How high the highest scene is, by the size of its type: a size is tried once for all heights of
   * the page, because all styles are applied anew for it.
   */
  private final Map<Double, Double> heights = new HashMap<>();

  private Shape shape = new Shape(0, 1, false);

  /**
   * What heights depend on beside the size of type.
   *
   * @param width of all
   * @param larger how much larger than usual the words are
   * @param styled whether it is on screen: it has no styles else
   */
  private record Shape(double width, double larger, boolean styled) {}

  /** Whether the goal is what is to be seen; false once somebody has scrolled by hand. */
  private boolean anchored;

  private boolean jumping;
  private boolean showing;

  /**
   * A page of scenes.
   *
   * @param presenting whether it is shown to a hall
   */
  StoryView(List<Scene> scenes, ReadOnlyBooleanProperty presenting) {
    this.presenting = presenting;
    this.scenes = List.copyOf(scenes);
    column.setAlignment(Pos.TOP_CENTER);
    column.getStyleClass().add("story-column");
    column.getChildren().addAll(scenes);
    scroll.setContent(column);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("story-scroll", "edge-to-edge");
    scroll.setFocusTraversable(false);
    VBox places = new VBox();
    places.getStyleClass().add("story-places");
    places.setAlignment(Pos.CENTER);
    places.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    for (int i = 0; i < scenes.size(); i++) {
      int scene = i;
      Button dot = new Button();
      dot.getStyleClass().add("story-dot");
      dot.setAccessibleText(scenes.get(i).getAccessibleText());
      Tip.on(dot, scenes.get(i).getAccessibleText());
      dot.setOnAction(e -> show(scene));
      dots.add(dot);
      places.getChildren().add(dot);
      if (i > 0) {
        scenes.get(i - 1).addNext(scenes.get(i), () -> show(scene));
      }
    }
    StackPane.setAlignment(places, Pos.CENTER_RIGHT);
    getChildren().addAll(scroll, places);
    scroll
        .viewportBoundsProperty()
        .addListener(
            (o, old, now) -> {
              // They also say how far it is scrolled, whenever something is laid out.
              if (now.getWidth() != old.getWidth() || now.getHeight() != old.getHeight()) {
                fit();
              }
            });
    presenting.addListener((o, was, is) -> fit());
    scroll
        .vvalueProperty()
        .addListener(
            (o, old, now) -> {
              anchored &= jumping || isMoving();
              look();
            });
    // Lines break anew after a page has got its size: what was gone to stays where it is.
    column.heightProperty().addListener((o, old, now) -> Platform.runLater(this::stay));
    // The last scene finds its place when all are laid out: nobody need scroll to wake the first.
    scenes.get(scenes.size() - 1).boundsInParentProperty().addListener((o, old, now) -> look());
    present.addListener((o, old, now) -> mark());
    mark();
  }

  /** The scene in the middle of the page, from 0. */
  ReadOnlyIntegerProperty presentProperty() {
    return present.getReadOnlyProperty();
  }

  /** Lets the scenes in sight compute, or none. */
  void setShowing(boolean now) {
    showing = now;
    look();
  }

  /**
   * Shows what is left of the scene that is read, above or below what is seen of it, and then goes
   * one scene on or back; false where there is none.
   */
  boolean turn(int by) {
    OptionalDouble rest = rest(by);
    if (rest.isPresent()) {
      scrollTo(from(), rest.getAsDouble());
      return true;
    }
    int to = from() + by;
    if (to < 0 || to >= scenes.size()) {
      return false;
    }
    show(to);
    return true;
  }

  /** The scene that is read, or is being scrolled to: who pages on twice means two scenes. */
  private int from() {
    return isMoving() ? goal : present.get();
  }

  private boolean isMoving() {
    return motion.getStatus() == Animation.Status.RUNNING;
  }

  /** Where to scroll to for more of the scene that is read; nothing where all was seen. */
  private OptionalDouble rest(int by) {
    Scene scene = scenes.get(from());
    double height = scroll.getViewportBounds().getHeight();
    double top = isMoving() ? goalTop() : PageScroll.top(scroll);
    double first = scene.getBoundsInParent().getMinY();
    double end = scene.getBoundsInParent().getMaxY();
    double left =
        by < 0
            ? top - first - scene.getInsets().getTop()
            : end - scene.getInsets().getBottom() - top - height;
    if (left < 1 || scene.getHeight() <= height + 1) {
      return OptionalDouble.empty();
    }
    double page = PAGE * height;
    return OptionalDouble.of(
        by < 0 ? Math.max(first, top - page) : Math.min(end - height, top + page));
  }

  /** Scrolls to a scene. */
  void show(int scene) {
    scrollTo(scene, topOf(scene));
  }

  private double topOf(int scene) {
    return scenes.get(scene).getBoundsInParent().getMinY();
  }

  private double goalTop() {
    return topOf(goal) + goalBelow;
  }

  /** Goes to where it should be once the scenes above have got another height. */
  private void stay() {
    double height = scroll.getViewportBounds().getHeight();
    if (size > LEGIBLE && highest() > height) {
      heights.clear();
      fit();
    } else if (isMoving()) {
      scrollTo(goal, goalTop());
    } else if (anchored) {
      jump();
    }
  }

  private double highest() {
    return scenes.stream().mapToDouble(Scene::wordsHeight).max().orElse(0);
  }

  private void scrollTo(int scene, double top) {
    goal = scene;
    goalBelow = top - topOf(scene);
    anchored = true;
    motion.stop();
    motion
        .getKeyFrames()
        .setAll(
            new KeyFrame(
                Duration.millis(380),
                new KeyValue(
                    scroll.vvalueProperty(),
                    PageScroll.valueAt(scroll, top),
                    Interpolator.EASE_BOTH)));
    motion.play();
  }

  private void fit() {
    double width = scroll.getViewportBounds().getWidth();
    double height = scroll.getViewportBounds().getHeight();
    if (width <= 0 || height <= 0) {
      return;
    }
    double inside = Math.min(width, WIDEST);
    double larger = presenting.get() ? PRESENTED : 1;
    Shape now = new Shape(inside, larger, getScene() != null);
    if (!now.equals(shape)) {
      shape = now;
      heights.clear();
    }
    scenes.forEach(scene -> scene.fit(inside, height, larger));
    // The scene that was being read stays in sight.
    int before = from();
    motion.stop();
    write(larger * Math.max(SMALLEST, Math.min(LARGEST, inside / 92)), height);
    scroll.layout();
    goal = before;
    goalBelow = 0;
    anchored = true;
    jump();
    present.set(before);
    look();
  }

  private void jump() {
    jumping = true;
    scroll.setVvalue(PageScroll.valueAt(scroll, goalTop()));
    jumping = false;
  }

  /**
   * Writes all scenes in the largest type, up to a wanted size, in which every one of them fits on
   * the page.
   */
  private void write(double wanted, double height) {
    double next = wanted;
    for (int i = 1; i < TRIES && next > LEGIBLE && heightIn(next) > height; i++) {
      // In smaller type lines are lower, and fewer.
      double less = Math.min(next - STEP, next * Math.sqrt(height / heightIn(next)));
      next = Math.max(LEGIBLE, STEP * Math.floor(less / STEP));
    }
    if (next != size) {
      write(next);
    }
  }

  /** How high the highest scene is in some size of type. */
  private double heightIn(double tried) {
    return heights.computeIfAbsent(
        tried,
        now -> {
          write(now);
          return highest();
        });
  }

  private void write(double now) {
    size = now;
    column.pseudoClassStateChanged(TIGHT, size <= LEGIBLE);
    column.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", size));
    column.applyCss();
  }

  private void look() {
    double height = scroll.getViewportBounds().getHeight();
    if (!isLaidOut(height)) {
      return;
    }
    double top = PageScroll.top(scroll);
    for (int i = 0; i < scenes.size(); i++) {
      double from = scenes.get(i).getBoundsInParent().getMinY();
      double to = scenes.get(i).getBoundsInParent().getMaxY();
      boolean inSight = to > top + 0.1 * height && from < top + 0.9 * height;
      scenes.get(i).setRunning(showing && inSight);
      if (from <= top + height / 2 && to > top + height / 2) {
        present.set(i);
      }
    }
  }

  /** Before every scene fills the page, all of them would be in sight. */
  private boolean isLaidOut(double height) {
    Scene last = scenes.get(scenes.size() - 1);
    return height > 0
        && scenes.stream().allMatch(scene -> scene.getHeight() >= Math.min(height, 440) - 1)
        && Math.abs(last.getBoundsInParent().getMaxY() - column.getHeight()) < 2;
  }

  private void mark() {
    for (int i = 0; i < dots.size(); i++) {
      dots.get(i).pseudoClassStateChanged(HERE, i == present.get());
    }
  }
}
