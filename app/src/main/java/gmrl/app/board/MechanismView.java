package gmrl.app.board;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Pen;
import gmrl.app.chart.Picture;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Standing;
import gmrl.app.ui.Percent;
import gmrl.app.ui.Words;
import gmrl.experiment.inspect.PathCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * The picture of the two loops: above, the paths of θ; below, the true meta-gradient, the mean
 * estimate, and the parts of their difference in the colours of the board's rows.
 */
final class MechanismView extends Region {
  /** Slow motion: seconds for one inner step. */
  private static final double SECONDS_PER_STEP = 1.4;

  /** Room of the caption, and of the name of a place below it. */
  private static final double CAPTION = 3.2;

  /** Room at the sides in sizes of type: words begin below the panel's title. */
  static final double PAD = 0.4;

  /** Between the two side by side on paper. */
  private static final double BETWEEN = 1.6;

  /** A place that is not so many sizes of type wide has no room to spare for that. */
  private static final double NARROW = 30;

  /** Below this height the arrows get as much of it as the paths. */
  private static final double LOW = 330;

  private final MechanismViewModel model;

  /** Two layers: arrows change with every round of trials, paths with the settings. */
  private final Drawing above;

  private final Drawing below;

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

  /**
   * Where the particles are.
   *
   * @param reached inner steps that they have taken; infinite while they rest at the end
   * @param followed the trial that is followed; empty for none
   */
  private record Motion(double reached, OptionalInt followed) {}

  private static final Motion REST = new Motion(Double.POSITIVE_INFINITY, OptionalInt.empty());

  /** What the paths were drawn from. */
  private MechanismViewModel.Picture drawn;

  /** The trial that is followed; empty for none. */
  private OptionalInt followed = OptionalInt.empty();

  /** Inner steps that the particles have taken; infinite while they rest at the end. */
  private double reached = Double.POSITIVE_INFINITY;

  MechanismView(MechanismViewModel model, ReadOnlyObjectProperty<ChartTheme> theme) {
    this.model = model;
    drawn = model.pictureProperty().get();
    above = layer(theme, pen -> paths(pen, drawn, new Motion(reached, followed)));
    below = layer(theme, pen -> arrows(pen, model.pictureProperty().get()));
    getChildren().addAll(above, below);
    setMinSize(180, 160);
    setPrefSize(320, 380);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(spoken(drawn));
    patience.setOnFinished(e -> draw());
    model.pictureProperty().addListener((o, old, now) -> show(old, now));
  }

  private static Drawing layer(ReadOnlyObjectProperty<ChartTheme> theme, Consumer<Pen> content) {
    return new Drawing(theme) {
      @Override
      protected void draw(Pen pen) {
        content.accept(pen);
      }
    };
  }

  /** Both as a panel of a figure, as they are now. */
  ChartModel figure() {
    return figure(model.pictureProperty().get(), drawn, new Motion(reached, followed))
        .withProgress(model.progress())
        .withStanding(model.pictureProperty().get().standing());
  }

  /** What computes the figure; empty while particles are on their way. */
  Optional<PanelPlan> plan() {
    return new Motion(reached, followed).equals(REST)
        ? Optional.of(model.wholePlan())
        : Optional.empty();
  }

  /** The picture with its particles at rest, as a panel of a figure. */
  static ChartModel onPaper(MechanismViewModel.Picture picture) {
    return figure(picture, picture, REST);
  }

  /** Side by side; where that is narrow most of it is for the words beside the arrows. */
  private static ChartModel figure(
      MechanismViewModel.Picture arrows, MechanismViewModel.Picture paths, Motion motion) {
    return ChartModel.drawing(
        pen -> {
          boolean narrow = pen.width() < NARROW * pen.em();
          double gap = narrow ? 0 : BETWEEN * pen.em();
          double cut = (narrow ? 0.42 : 0.5) * (pen.width() - gap);
          paths(pen.part(0, 0, cut, pen.height()), paths, motion);
          arrows(pen.part(cut + gap, 0, pen.width() - cut - gap, pen.height()), arrows);
        });
  }

  /** Shows the particles on their way, slowly. */
  void play() {
    motion.start();
  }

  /** Goes one inner step on; from the end back to the start. */
  void step() {
    motion.stop();
    double here = Math.min(reached, steps());
    // At the start there is nothing to see but where it begins.
    reached = here < steps() ? Math.floor(here) + 1 : steps() > 1 ? 1 : 0;
    drawPaths();
  }

  /** Follows one trial through its steps, slowly, from the start; again for the next one. */
  void follow() {
    int paths = model.pictureProperty().get().cloud().map(c -> c.paths().size()).orElse(0);
    int next = followed.isPresent() ? followed.getAsInt() + 1 : 0;
    followed = paths == 0 ? OptionalInt.empty() : OptionalInt.of(next % paths);
    play();
  }

  /** Other paths: nobody has set them in motion yet. */
  private void rest() {
    motion.stop();
    reached = Double.POSITIVE_INFINITY;
    followed = OptionalInt.empty();
  }

  private int steps() {
    return model.pictureProperty().get().cloud().map(c -> c.exact().size() - 1).orElse(0);
  }

  @Override
  protected void layoutChildren() {
    double upper = upper(getHeight());
    above.resizeRelocate(0, 0, getWidth(), upper);
    below.resizeRelocate(0, upper, getWidth(), getHeight() - upper);
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
    if (!now.cloud().map(PathCloud::exact).equals(drawn.cloud().map(PathCloud::exact))) {
      rest();
    }
    if (!now.cloud().equals(drawn.cloud()) || !now.caption().equals(drawn.caption())) {
      drawPaths();
    }
    drawArrows();
  }

  private void draw() {
    drawPaths();
    drawArrows();
  }

  private void drawPaths() {
    drawn = model.pictureProperty().get();
    above.redraw();
  }

  private void drawArrows() {
    setAccessibleText(spoken(model.pictureProperty().get()));
    below.redraw();
  }

  private static void arrows(Pen pen, MechanismViewModel.Picture picture) {
    double strength = picture.standing() == Standing.STALE ? 0.4 : 1;
    picture
        .arrows()
        .ifPresent(
            arrows ->
                new ErrorPicture(pen, strength)
                    .draw(arrows, picture.meaning(), picture.overall(), picture.mdps()));
  }

  private static void paths(Pen pen, MechanismViewModel.Picture picture, Motion motion) {
    picture.cloud().ifPresent(cloud -> paths(pen, cloud, picture.caption(), motion));
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

  private static void paths(Pen pen, PathCloud cloud, List<String> caption, Motion motion) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    cloud.exact().forEach(p -> note(p, xs, ys));
    cloud.paths().forEach(path -> path.forEach(p -> note(p, xs, ys)));
    double em = pen.em();
    double pad = PAD * em;
    double w = pen.width() - 2 * pad;
    double h = pen.height();
    Lens lens = Lens.of(Lens.range(xs), Lens.range(ys), pad, 2.1 * em, w - em, h - 3.6 * em);
    // Not in the colour of the bias that it makes: it is noise, whose mean alone is an error.
    Hue cloudy = new Hue.Muted();
    int steps = cloud.exact().size() - 1;
    double progress = Math.min(motion.reached, steps);
    OptionalInt followed = motion.followed;
    for (List<PathCloud.Place> path : cloud.paths()) {
      trace(pen, Pen.clear(cloudy, 0.16), 0.35, path, progress, lens);
    }
    for (List<PathCloud.Place> path : cloud.paths()) {
      PathCloud.Place here = at(path, progress);
      pen.disc(Pen.clear(cloudy, 0.5), lens.x(here.x()), lens.y(here.y()), 0.16 * em);
    }
    if (followed.isPresent() && followed.getAsInt() < cloud.paths().size()) {
      Picture.Ink one = Pen.tint(cloudy, ErrorPicture.QUIET);
      List<PathCloud.Place> path = cloud.paths().get(followed.getAsInt());
      trace(pen, one, 1.1, path, progress, lens);
      PathCloud.Place here = at(path, progress);
      pen.disc(one, lens.x(here.x()), lens.y(here.y()), 0.4 * em);
    }
    trace(pen, Pen.INK, 0.9, cloud.exact(), progress, lens);
    for (int k = 0; k < cloud.exact().size(); k++) {
      PathCloud.Place p = cloud.exact().get(k);
      double x = lens.x(p.x());
      double y = lens.y(p.y());
      pen.disc(Pen.INK, x, y, 0.35 * em);
      if (k == 0 || k == cloud.exact().size() - 1 || cloud.exact().size() < 5) {
        String name = "θ" + Words.raised(k);
        // Below its point where the caption stands above it.
        boolean below = y < CAPTION * em;
        double beside = y + (below ? 0.45 : -0.45) * em;
        pen.among(Pen.INK, 1.13, name, x + 0.35 * em, beside, below ? 0 : 1, w);
      }
    }
    String words =
        followed.isEmpty() || cloud.paths().isEmpty()
            ? pen.fitting(1, w, caption.toArray(String[]::new))
            : "trial "
                + (followed.getAsInt() + 1)
                + " after "
                + (int) progress
                + " of "
                + steps
                + " steps";
    pen.among(Pen.QUIET, 1, words, pad, 0.3 * em, 0, w);
    String[] plane = plane(cloud);
    pen.among(Pen.QUIET, 1, pen.fitting(1, w, plane), pad, h - 0.3 * em, 1, w);
  }

  /** What the two directions of the picture are, in fewer and fewer words. */
  private static String[] plane(PathCloud cloud) {
    if (cloud.exact().size() == 1) {
      return new String[] {"no inner step, so nothing moves"};
    }
    if (cloud.axes().isPresent()) {
      return new String[] {
        "all of θ: " + cloud.axes().get().x() + "  ↑ " + cloud.axes().get().y().replace(" →", "")
      };
    }
    String plane = "MDP 1, in the plane of the exact path";
    if (cloud.paths().isEmpty() || !Double.isFinite(cloud.seen())) {
      return new String[] {plane};
    }
    String seen = Percent.of(cloud.seen()) + " of the scatter";
    return new String[] {plane + ", which shows " + seen, "this plane shows " + seen, seen};
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
      Pen pen,
      Picture.Ink ink,
      double width,
      List<PathCloud.Place> path,
      double progress,
      Lens lens) {
    int full = (int) Math.min(Math.floor(progress), path.size() - 1.0);
    boolean more = full < progress && full + 1 < path.size();
    double[] corners = new double[2 * (full + (more ? 2 : 1))];
    for (int i = 0; 2 * i < corners.length; i++) {
      PathCloud.Place p = at(path, Math.min(progress, i));
      corners[2 * i] = lens.x(p.x());
      corners[2 * i + 1] = lens.y(p.y());
    }
    if (corners.length > 2) {
      pen.line(ink, width, corners);
    }
  }
}
