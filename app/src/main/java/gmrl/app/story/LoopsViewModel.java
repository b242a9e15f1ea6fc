package gmrl.app.story;

import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.experiment.inspect.PathCloud;
import gmrl.experiment.inspect.PlaneWalk;
import gmrl.experiment.inspect.PolicyPlane;
import gmrl.experiment.inspect.ValueMap;
import gmrl.experiment.tabular.TabularSetup;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Scene 1: the inner loop's path on the two-state MDP, and where the two loops point. */
final class LoopsViewModel implements SceneModel {
  /** Limits of the picture, in logits. */
  static final double LOW = -4;

  static final double HIGH = 4;

  private static final int GRID = 61;
  private static final PathCloud.Place FIRST = new PathCloud.Place(1.5, -0.5);

  final SceneKnob alpha;
  final SceneKnob steps;
  private final LiveView<TabularSetup, ValueMap> map;
  private final LiveView<TabularSetup, PlaneWalk> walk;
  private final ReadOnlyObjectWrapper<Optional<ValueMap>> surface =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<PlaneWalk>> path =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
  private PathCloud.Place start = FIRST;

  LoopsViewModel(Laboratory lab, StoryKnobs knobs) {
    alpha = knobs.alpha(0.5, 20, 4);
    steps = knobs.steps(0, 6, 3);
    map =
        new LiveView<>(
            lab, "Story: map of the return", LiveView.Pace.AT_ONCE, LoopsViewModel::survey);
    walk = new LiveView<>(lab, "Story: two loops", LiveView.Pace.AT_ONCE, LoopsViewModel::walk);
    map.answerProperty()
        .addListener(
            (o, old, now) -> surface.set(Optional.ofNullable(now).map(LiveView.Answer::snapshot)));
    walk.answerProperty().addListener((o, old, now) -> draw());
    map.ask(LoopsViewModel::ground);
    alpha.onChange(this::ask);
    steps.onChange(this::ask);
    ask();
  }

  /** Whose map it is: no inner step changes what a policy is worth. */
  static TabularSetup ground() {
    return PolicyPlane.twoStates(1, 1);
  }

  /** Path and arrows of a setup. */
  static PlaneWalk.Walk walk(TabularSetup setup) {
    return new PlaneWalk.Walk(setup, 0, 0);
  }

  /** The map of a setup. */
  static ValueMap.Survey survey(TabularSetup setup) {
    return new ValueMap.Survey(setup, LOW, HIGH, GRID);
  }

  /** The picture as it is now, and what computes it again. */
  PlanePanel plan() {
    return new PlanePanel("", alpha.value(), steps.whole(), start);
  }

  ReadOnlyObjectProperty<Optional<ValueMap>> surfaceProperty() {
    return surface.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<PlaneWalk>> pathProperty() {
    return path.getReadOnlyProperty();
  }

  /** What is seen, in numbers. */
  ReadOnlyStringProperty captionProperty() {
    return caption.getReadOnlyProperty();
  }

  /** Where the inner loop starts. */
  PathCloud.Place begin() {
    return start;
  }

  /** Moves the start, within the picture. */
  void startAt(double x, double y) {
    start = new PathCloud.Place(clamp(x), clamp(y));
    ask();
  }

  private static double clamp(double logit) {
    return Math.max(LOW, Math.min(HIGH, logit));
  }

  @Override
  public void start() {
    map.start();
    walk.start();
  }

  @Override
  public void stop() {
    map.stop();
    walk.stop();
  }

  private void ask() {
    walk.ask(() -> plan().loop());
  }

  private void draw() {
    LiveView.Answer<TabularSetup, PlaneWalk> answer = walk.answer();
    if (answer == null) {
      return;
    }
    PlaneWalk now = answer.snapshot();
    path.set(Optional.of(now));
    int k = now.exact().size() - 1;
    caption.set(
        k == 0
            ? String.format(
                Locale.ROOT,
                "J = %.2f. Without an inner step the two arrows are one.",
                now.values().get(0))
            : String.format(
                Locale.ROOT,
                "J = %.2f at the start, %.2f after %d %s of size %s. The meta-gradient points %.0f°"
                    + " off the slope at the start and is %s times as long; drawn are their"
                    + " directions alone.%s",
                now.values().get(0),
                now.endValue(),
                k,
                k == 1 ? "step" : "steps",
                alpha.model().parameter().format(alpha.value()),
                angle(now.gradient(), now.metaGradient()),
                times(length(now.metaGradient()) / length(now.gradient())),
                outside(now)));
  }

  /** Two significant digits, never as a power of ten. */
  private static String times(double ratio) {
    return Double.isFinite(ratio)
        ? new BigDecimal(ratio).round(new MathContext(2)).toPlainString()
        : "infinitely many";
  }

  /** What of the path is not in the picture. */
  private static String outside(PlaneWalk walk) {
    long out = walk.exact().stream().filter(p -> !isShown(p)).count();
    return out == 0
        ? ""
        : " The path leaves the map: %s outside it."
            .formatted(out == 1 ? "its last place lies" : out + " of its places lie");
  }

  private static boolean isShown(PathCloud.Place place) {
    return place.x() == clamp(place.x()) && place.y() == clamp(place.y());
  }

  private static double length(PathCloud.Place direction) {
    return Math.hypot(direction.x(), direction.y());
  }

  /** Degrees between two directions; 0 where one of them has no length. */
  static double angle(PathCloud.Place a, PathCloud.Place b) {
    double turn = Math.atan2(a.x() * b.y() - a.y() * b.x(), a.x() * b.x() + a.y() * b.y());
    return Math.abs(Math.toDegrees(turn));
  }
}
