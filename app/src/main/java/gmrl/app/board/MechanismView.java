package gmrl.app.board;

import gmrl.app.chart.ChartTheme;
import gmrl.app.live.Standing;
import gmrl.app.ui.Percent;
import gmrl.experiment.inspect.PathCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/**
 * The picture of the two loops: above, the paths of θ; below, the true meta-gradient, the mean
 * estimate, and the parts of their difference in the colours of the board's rows.
 */
final class MechanismView extends Region {
  /** Slow motion: seconds for one inner step. */
  private static final double SECONDS_PER_STEP = 1.4;

  static final double PAD = 14;

  /** Below this height the arrows get as much of it as the paths. */
  private static final double LOW = 330;

  private final MechanismViewModel model;
  private final ReadOnlyObjectProperty<ChartTheme> theme;

  /** Two layers: arrows change with every round of trials, paths with the settings. */
  private final Canvas above = new Canvas();

  private final Canvas below = new Canvas();

  /** A drag replaces what is stale many times a second: only what stays is dimmed. */
  private final PauseTransition patience = new PauseTransition(Duration.millis(400));

  private final AnimationTimer motion =
      new AnimationTimer() {
        private long begin;

        @Override
        public void start() {
          begin = 0;
          super.start();
        }

        @Override
        public void handle(long now) {
          if (begin == 0) {
            begin = now;
          }
          reached = (now - begin) * 1e-9 / SECONDS_PER_STEP;
          if (reached >= steps()) {
            reached = Double.POSITIVE_INFINITY;
            stop();
          }
          drawPaths();
        }
      };

  /** What the paths were drawn from. */
  private MechanismViewModel.Picture drawn;

  /** The trial that is followed; empty for none. */
  private OptionalInt followed = OptionalInt.empty();

  /** Inner steps that the particles have taken; infinite while they rest at the end. */
  private double reached = Double.POSITIVE_INFINITY;

  MechanismView(MechanismViewModel model, ReadOnlyObjectProperty<ChartTheme> theme) {
    this.model = model;
    this.theme = theme;
    drawn = model.pictureProperty().get();
    getChildren().addAll(above, below);
    above.setManaged(false);
    below.setManaged(false);
    setMinSize(180, 160);
    setPrefSize(320, 380);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    patience.setOnFinished(e -> draw());
    model.pictureProperty().addListener((o, old, now) -> show(old, now));
    theme.addListener((o, was, is) -> draw());
  }

  /** Shows the particles on their way, slowly. */
  void play() {
    motion.start();
  }

  /** Goes one inner step on; from the end back to the start. */
  void step() {
    motion.stop();
    double here = Math.min(reached, steps());
    reached = here >= steps() ? 0 : Math.floor(here) + 1;
    drawPaths();
  }

  /** Follows one trial through its steps, from the start; again for the next one. */
  void follow() {
    int paths = model.pictureProperty().get().cloud().map(c -> c.paths().size()).orElse(0);
    int next = followed.isPresent() ? followed.getAsInt() + 1 : 0;
    followed = paths == 0 ? OptionalInt.empty() : OptionalInt.of(next % paths);
    motion.stop();
    reached = 0;
    drawPaths();
  }

  private int steps() {
    return model.pictureProperty().get().cloud().map(c -> c.exact().size() - 1).orElse(0);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    double upper = upper(height);
    above.setWidth(width);
    above.setHeight(upper);
    below.setWidth(width);
    below.setHeight(height - upper);
    below.relocate(0, upper);
    draw();
  }

  private static double upper(double height) {
    return Math.floor(height * (height < LOW ? 0.5 : 0.58));
  }

  private void show(MechanismViewModel.Picture old, MechanismViewModel.Picture now) {
    if (now.standing() == Standing.STALE) {
      if (old.standing() != Standing.STALE) {
        patience.playFromStart();
      }
      return;
    }
    patience.stop();
    if (!now.cloud().equals(drawn.cloud()) || !now.caption().equals(drawn.caption())) {
      drawPaths();
    }
    drawArrows();
  }

  private ChartTheme theme() {
    return theme.get();
  }

  private double sized(double pixels) {
    return inks().sized(pixels);
  }

  private Inks inks() {
    return new Inks(theme());
  }

  private void draw() {
    drawPaths();
    drawArrows();
  }

  private void drawPaths() {
    GraphicsContext g = cleared(above);
    drawn = model.pictureProperty().get();
    drawn
        .cloud()
        .ifPresent(cloud -> paths(g, cloud, drawn.caption(), above.getWidth(), above.getHeight()));
  }

  private void drawArrows() {
    GraphicsContext g = cleared(below);
    MechanismViewModel.Picture picture = model.pictureProperty().get();
    g.setGlobalAlpha(picture.standing() == Standing.STALE ? 0.4 : 1);
    picture
        .arrows()
        .ifPresent(
            arrows ->
                new ErrorPicture(g, inks(), below.getWidth())
                    .draw(arrows, picture.meaning(), picture.overall(), 0, below.getHeight()));
    g.setGlobalAlpha(1);
    setAccessibleText(spoken(picture));
  }

  private static GraphicsContext cleared(Canvas canvas) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    return g;
  }

  private static String spoken(MechanismViewModel.Picture picture) {
    return picture
        .arrows()
        .map(
            a ->
                String.format(
                    Locale.ROOT,
                    "The mean estimate points %.0f degrees off the true meta-gradient; the"
                        + " compositional part is %s of its length and the Hessian part %s.",
                    a.angle(),
                    a.compositionalLength().inWords(),
                    a.hessianLength().inWords()))
        .orElse("Picture of the two loops, not computed yet");
  }

  private void paths(GraphicsContext g, PathCloud cloud, String caption, double w, double h) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    cloud.exact().forEach(p -> note(p, xs, ys));
    cloud.paths().forEach(path -> path.forEach(p -> note(p, xs, ys)));
    Lens lens = Lens.of(Lens.range(xs), Lens.range(ys), PAD, 24, w - 2 * PAD - 12, h - 34);
    Color orange = inks().colour(Row.COMPOSITIONAL);
    double progress = Math.min(reached, cloud.exact().size() - 1.0);
    g.setLineWidth(0.7);
    g.setStroke(orange.deriveColor(0, 1, 1, 0.16));
    for (List<PathCloud.Place> path : cloud.paths()) {
      trace(g, path, progress, lens);
    }
    g.setFill(orange.deriveColor(0, 1, 1, 0.6));
    for (List<PathCloud.Place> path : cloud.paths()) {
      PathCloud.Place here = at(path, progress);
      g.fillOval(lens.x(here.x()) - 1.8, lens.y(here.y()) - 1.8, 3.6, 3.6);
    }
    if (followed.isPresent() && followed.getAsInt() < cloud.paths().size()) {
      List<PathCloud.Place> path = cloud.paths().get(followed.getAsInt());
      g.setStroke(orange);
      g.setLineWidth(2.2);
      trace(g, path, progress, lens);
      PathCloud.Place here = at(path, progress);
      g.setFill(orange);
      g.fillOval(lens.x(here.x()) - 4.5, lens.y(here.y()) - 4.5, 9, 9);
    }
    g.setStroke(inks().ink());
    g.setLineWidth(1.8);
    trace(g, cloud.exact(), progress, lens);
    g.setFill(inks().ink());
    g.setFont(Font.font(sized(13)));
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.BOTTOM);
    for (int k = 0; k < cloud.exact().size(); k++) {
      PathCloud.Place p = cloud.exact().get(k);
      g.fillOval(lens.x(p.x()) - 4, lens.y(p.y()) - 4, 8, 8);
      if (k == 0 || k == cloud.exact().size() - 1 || cloud.exact().size() < 5) {
        g.fillText("θ" + MechanismViewModel.superscript(k), lens.x(p.x()) + 4, lens.y(p.y()) - 5);
      }
    }
    g.setFont(Font.font(sized(11)));
    g.setFill(orange);
    g.setTextBaseline(VPos.TOP);
    g.fillText(
        followed.isEmpty() || cloud.paths().isEmpty()
            ? caption
            : "trial "
                + (followed.getAsInt() + 1)
                + " after "
                + (int) progress
                + " of "
                + steps()
                + " steps",
        PAD,
        2,
        w - 2 * PAD);
    g.setFill(inks().quiet());
    g.setTextBaseline(VPos.BOTTOM);
    g.fillText(plane(cloud), PAD, h, w - 2 * PAD);
  }

  /** What the two directions of the picture are. */
  private static String plane(PathCloud cloud) {
    if (cloud.axes().isPresent()) {
      return "all of θ: "
          + cloud.axes().get().x()
          + "  ↑ "
          + cloud.axes().get().y().replace(" →", "");
    }
    return cloud.paths().isEmpty()
        ? "MDP 1, in the plane of the exact path"
        : "MDP 1, plane of the exact path: " + Percent.of(cloud.seen()) + " of the scatter";
  }

  private static void note(PathCloud.Place p, List<Double> xs, List<Double> ys) {
    xs.add(p.x());
    ys.add(p.y());
  }

  private static PathCloud.Place at(List<PathCloud.Place> path, double progress) {
    int k = (int) Math.min(Math.floor(progress), path.size() - 1.0);
    if (k >= path.size() - 1) {
      return path.get(path.size() - 1);
    }
    double share = progress - k;
    PathCloud.Place a = path.get(k);
    PathCloud.Place b = path.get(k + 1);
    return new PathCloud.Place(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y()));
  }

  private static void trace(
      GraphicsContext g, List<PathCloud.Place> path, double progress, Lens lens) {
    for (int k = 0; k + 1 < path.size() && k < progress; k++) {
      PathCloud.Place a = path.get(k);
      PathCloud.Place b = at(path, Math.min(progress, k + 1.0));
      g.strokeLine(lens.x(a.x()), lens.y(a.y()), lens.x(b.x()), lens.y(b.y()));
    }
  }
}
