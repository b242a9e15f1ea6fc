package gmrl.app.board;

import gmrl.app.chart.ChartTheme;
import gmrl.app.live.Standing;
import gmrl.app.ui.Percent;
import gmrl.experiment.inspect.PathCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * The picture of the two loops: above, the paths of θ; below, the true meta-gradient, the mean
 * estimate, and the parts of their difference in the colours of the board's rows.
 */
final class MechanismView extends Region {
  /** Slow motion: seconds for one inner step. */
  private static final double SECONDS_PER_STEP = 1.4;

  private static final double PAD = 14;

  /** Below this height the arrows get as much of it as the paths. */
  private static final double LOW = 330;

  private final MechanismViewModel model;
  private final ReadOnlyObjectProperty<ChartTheme> theme;
  private final Canvas canvas = new Canvas();
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
          draw();
        }
      };

  private static final int NOBODY = -1;

  /** The trial that is followed, or {@link #NOBODY}. */
  private int followed = NOBODY;

  /** Inner steps that the particles have taken; infinite while they rest at the end. */
  private double reached = Double.POSITIVE_INFINITY;

  MechanismView(MechanismViewModel model, ReadOnlyObjectProperty<ChartTheme> theme) {
    this.model = model;
    this.theme = theme;
    getChildren().add(canvas);
    canvas.setManaged(false);
    setMinSize(180, 160);
    setPrefSize(320, 380);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    model.pictureProperty().addListener((o, old, now) -> draw());
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
    draw();
  }

  /** Follows one trial through its steps, from the start; again for the next one. */
  void follow() {
    int paths = model.pictureProperty().get().cloud().map(c -> c.paths().size()).orElse(0);
    followed = paths == 0 ? NOBODY : (followed + 1) % paths;
    motion.stop();
    reached = 0;
    draw();
  }

  private int steps() {
    return model.pictureProperty().get().cloud().map(c -> c.exact().size() - 1).orElse(0);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(Math.floor(getWidth()));
    canvas.setHeight(Math.floor(getHeight()));
    draw();
  }

  private ChartTheme theme() {
    return theme.get();
  }

  /** A size of text, larger before a hall. */
  private double sized(double pixels) {
    return pixels * theme().fontSize() / ChartTheme.light().fontSize();
  }

  private static Color fx(java.awt.Color c, double alpha) {
    return Color.rgb(c.getRed(), c.getGreen(), c.getBlue(), alpha);
  }

  private Color ink() {
    return fx(theme().foreground(), 1);
  }

  private Color quiet() {
    return fx(theme().muted(), 1);
  }

  private Color colour(Row row) {
    return fx(theme().paint(row.style().hue()), 1);
  }

  private void draw() {
    double w = canvas.getWidth();
    double h = canvas.getHeight();
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, w, h);
    MechanismViewModel.Picture picture = model.pictureProperty().get();
    double upper = h * (h < LOW ? 0.5 : 0.58);
    picture.cloud().ifPresent(cloud -> paths(g, cloud, picture.caption(), w, upper));
    g.setGlobalAlpha(picture.standing() == Standing.STALE ? 0.4 : 1);
    picture.arrows().ifPresent(arrows -> arrows(g, arrows, picture.overall(), w, upper, h));
    g.setGlobalAlpha(1);
    setAccessibleText(spoken(picture));
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

  /** A view of a rectangle of the plane with one scale for both directions. */
  private record Lens(double scale, double left, double top, double x0, double y1) {
    static Lens of(double[] x, double[] y, double left, double top, double width, double height) {
      double spanX = Math.max(1e-12, x[1] - x[0]);
      double spanY = Math.max(1e-12, y[1] - y[0]);
      double scale = Math.min(width / spanX, height / spanY);
      return new Lens(
          scale,
          left + (width - scale * spanX) / 2,
          top + (height - scale * spanY) / 2,
          x[0],
          y[1]);
    }

    double x(double value) {
      return left + scale * (value - x0);
    }

    double y(double value) {
      return top + scale * (y1 - value);
    }
  }

  private static double[] range(List<Double> values) {
    double low = values.stream().mapToDouble(v -> v).min().orElse(0);
    double high = values.stream().mapToDouble(v -> v).max().orElse(1);
    return new double[] {low, high};
  }

  private void paths(GraphicsContext g, PathCloud cloud, String caption, double w, double h) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    cloud.exact().forEach(p -> note(p, xs, ys));
    cloud.paths().forEach(path -> path.forEach(p -> note(p, xs, ys)));
    Lens lens = Lens.of(range(xs), range(ys), PAD, 24, w - 2 * PAD - 12, h - 34);
    Color orange = colour(Row.COMPOSITIONAL);
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
    if (followed != NOBODY && followed < cloud.paths().size()) {
      List<PathCloud.Place> path = cloud.paths().get(followed);
      g.setStroke(orange);
      g.setLineWidth(2.2);
      trace(g, path, progress, lens);
      PathCloud.Place here = at(path, progress);
      g.setFill(orange);
      g.fillOval(lens.x(here.x()) - 4.5, lens.y(here.y()) - 4.5, 9, 9);
    }
    g.setStroke(ink());
    g.setLineWidth(1.8);
    trace(g, cloud.exact(), progress, lens);
    g.setFill(ink());
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
        followed == NOBODY || cloud.paths().isEmpty()
            ? caption
            : "trial " + (followed + 1) + " after " + (int) progress + " of " + steps() + " steps",
        PAD,
        2,
        w - 2 * PAD);
    g.setFill(quiet());
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

  private void arrows(
      GraphicsContext g, Arrows a, Map<Row, String> overall, double w, double top, double h) {
    Arrows.Point viaHessian = new Arrows.Point(1 + a.hessian().x(), a.hessian().y());
    Arrows.Point both =
        new Arrows.Point(
            viaHessian.x() + a.compositional().x(), viaHessian.y() + a.compositional().y());
    double[] x = range(List.of(0.0, 1.0, a.mean().x(), viaHessian.x(), both.x()));
    double[] y = range(List.of(0.0, a.mean().y(), viaHessian.y(), both.y()));
    double legend = sized(50);
    Lens lens =
        Lens.of(
            x,
            y,
            PAD + 6,
            top + sized(24),
            w - 2 * PAD - 20,
            Math.max(12, h - top - sized(30) - legend));
    g.setFont(Font.font("System", FontWeight.BOLD, sized(12)));
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.TOP);
    g.setFill(ink());
    g.fillText("Meta-gradient of MDP 1, true and on average", PAD, top + 4, w - 2 * PAD);
    arrow(g, lens, new Arrows.Point(0, 0), new Arrows.Point(1, 0), ink(), 2.2);
    arrow(g, lens, new Arrows.Point(0, 0), a.mean(), quiet(), 2.2);
    segment(g, lens, new Arrows.Point(1, 0), viaHessian, colour(Row.HESSIAN));
    striped(g);
    segment(g, lens, viaHessian, both, colour(Row.COMPOSITIONAL));
    g.setLineDashes();
    if (Math.hypot(both.x() - a.mean().x(), both.y() - a.mean().y()) > 0.01) {
      g.setLineDashes(2, 3);
      g.setStroke(quiet());
      g.setLineWidth(1);
      g.strokeLine(lens.x(both.x()), lens.y(both.y()), lens.x(a.mean().x()), lens.y(a.mean().y()));
      g.setLineDashes();
    }
    double line = h - legend + 2;
    g.setFont(Font.font(sized(11.5)));
    key(g, PAD, line, ink(), "true");
    key(
        g,
        PAD + sized(62),
        line,
        quiet(),
        String.format(
            Locale.ROOT,
            "mean estimate: %.0f° off, %s as long",
            a.angle(),
            Percent.of(a.mean().length())));
    part(g, line + sized(16), Row.HESSIAN, "Hessian ", a.hessianLength(), overall);
    part(
        g, line + sized(32), Row.COMPOSITIONAL, "compositional ", a.compositionalLength(), overall);
  }

  /** A part of this MDP's error, and what the row beside it says of all of them. */
  private void part(
      GraphicsContext g,
      double y,
      Row row,
      String name,
      RelativeBias part,
      Map<Row, String> overall) {
    String all = overall.getOrDefault(row, "");
    if (row == Row.COMPOSITIONAL) {
      striped(g);
    }
    key(g, PAD, y, colour(row), name + part.inWords() + (all.isEmpty() ? "" : "; " + all));
  }

  /** Stripes for who sees no colours. */
  private static void striped(GraphicsContext g) {
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineDashes(3, 1.5);
  }

  private void key(GraphicsContext g, double x, double y, Color colour, String text) {
    g.setStroke(colour);
    g.setLineWidth(3);
    double middle = y + sized(6);
    g.strokeLine(x, middle, x + 16, middle);
    g.setFill(ink());
    g.setLineDashes();
    g.fillText(text, x + 22, y, getWidth() - x - 22);
  }

  private static void segment(
      GraphicsContext g, Lens lens, Arrows.Point from, Arrows.Point to, Color colour) {
    g.setStroke(colour);
    g.setLineWidth(4.5);
    g.strokeLine(lens.x(from.x()), lens.y(from.y()), lens.x(to.x()), lens.y(to.y()));
  }

  private static void arrow(
      GraphicsContext g,
      Lens lens,
      Arrows.Point from,
      Arrows.Point to,
      Color colour,
      double width) {
    double x1 = lens.x(from.x());
    double y1 = lens.y(from.y());
    double x2 = lens.x(to.x());
    double y2 = lens.y(to.y());
    g.setStroke(colour);
    g.setFill(colour);
    g.setLineWidth(width);
    g.strokeLine(x1, y1, x2, y2);
    double direction = Math.atan2(y2 - y1, x2 - x1);
    double size = 9;
    g.fillPolygon(
        new double[] {
          x2, x2 - size * Math.cos(direction - 0.4), x2 - size * Math.cos(direction + 0.4)
        },
        new double[] {
          y2, y2 - size * Math.sin(direction - 0.4), y2 - size * Math.sin(direction + 0.4)
        },
        3);
  }
}
