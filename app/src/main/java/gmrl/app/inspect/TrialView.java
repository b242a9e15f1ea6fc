package gmrl.app.inspect;

import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Pen;
import gmrl.app.chart.Picture;
import gmrl.experiment.inspect.Inspection;
import gmrl.experiment.inspect.PathCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;

/** One trial in the plane of its exact path: where it went, and where it should have gone. */
final class TrialView extends Drawing {
  /** Slow motion: how long one inner step takes to be drawn. */
  private static final Duration STEP = Duration.millis(700);

  /** Room around the path in sizes of type. */
  private static final double PAD = 2.3;

  /** Width of a label in sizes of type. */
  private static final double LABEL = 3.6;

  private static final String FROM_HERE = "exact step from here";

  /** Width of a key's line and the gap behind it, in sizes of type. */
  private static final double KEY = 2.3;

  /** From one line of keys to the next, in sizes of type. */
  private static final double LINE = 1.45;

  /** Orange, as everything that noise in the inner steps does. */
  private static final Picture.Ink ORANGE = Pen.of(Colours.COMPOSITIONAL);

  private final InspectorViewModel model;
  private final DoubleProperty shown = new SimpleDoubleProperty();
  private final Timeline motion = new Timeline();

  TrialView(InspectorViewModel model, ReadOnlyObjectProperty<ChartTheme> theme) {
    super(theme);
    this.model = model;
    shown.addListener((o, old, now) -> redraw());
    model.stepProperty().addListener((o, old, now) -> move(old.intValue(), now.intValue()));
    model.inspectionProperty().addListener((o, old, now) -> rest());
    rest();
  }

  private void rest() {
    motion.stop();
    shown.set(model.stepProperty().get());
    setAccessibleText(
        model
            .inspectionProperty()
            .get()
            .map(this::spoken)
            .orElse("No trial has been computed yet"));
    redraw();
  }

  private String spoken(Inspection inspection) {
    Inspection.Stage stage = inspection.stages().get(step(inspection));
    return String.format(
        Locale.ROOT,
        "After %d steps the sampled path is %.3g away from the exact one",
        stage.step(),
        stage.innerError());
  }

  private int step(Inspection inspection) {
    return Math.min(model.stepProperty().get(), inspection.stages().size() - 1);
  }

  /** One step on is drawn slowly; anything else is a jump. */
  private void move(int from, int to) {
    motion.stop();
    if (to != from + 1 || getScene() == null) {
      shown.set(to);
      return;
    }
    shown.set(from);
    motion
        .getKeyFrames()
        .setAll(new KeyFrame(STEP, new KeyValue(shown, to, Interpolator.EASE_BOTH)));
    motion.playFromStart();
  }

  /** From the plane to pixels, with one scale for both directions. */
  private record Lens(double scale, double left, double top, double x0, double y1) {
    static Lens of(List<PathCloud.Place> places, double w, double h, double pad) {
      double x0 = places.stream().mapToDouble(PathCloud.Place::x).min().orElse(0);
      double x1 = places.stream().mapToDouble(PathCloud.Place::x).max().orElse(1);
      double y0 = places.stream().mapToDouble(PathCloud.Place::y).min().orElse(0);
      double y1 = places.stream().mapToDouble(PathCloud.Place::y).max().orElse(1);
      double spanX = Math.max(1e-12, x1 - x0);
      double spanY = Math.max(1e-12, y1 - y0);
      double scale = Math.min((w - 2 * pad) / spanX, (h - 2 * pad) / spanY);
      return new Lens(scale, (w - scale * spanX) / 2, (h - scale * spanY) / 2, x0, y1);
    }

    double x(PathCloud.Place place) {
      return left + scale * (place.x() - x0);
    }

    double y(PathCloud.Place place) {
      return top + scale * (y1 - place.y());
    }
  }

  @Override
  protected void draw(Pen pen) {
    model.inspectionProperty().get().ifPresent(trial -> draw(pen, trial, shown.get()));
  }

  /** Draws a trial up to so many steps. */
  static void draw(Pen pen, Inspection trial, double reached) {
    List<Inspection.Stage> stages = trial.stages();
    List<PathCloud.Place> places = new ArrayList<>();
    stages.forEach(
        stage -> {
          places.add(stage.footprint().sampled());
          places.add(stage.footprint().exact());
          places.add(stage.footprint().aimed());
        });
    double pad = PAD * pen.em();
    boolean wide = isWide(pen);
    double high = Math.max(2 * pad + 10, pen.height() - (lines(wide) + 0.5) * pen.em());
    Lens lens = Lens.of(places, pen.width(), high, pad);
    exact(pen, lens, stages);
    sampled(pen, lens, stages, Math.min(reached, stages.size() - 1.0));
    words(pen, wide);
  }

  private static void exact(Pen pen, Lens lens, List<Inspection.Stage> stages) {
    double[] corners = new double[2 * stages.size()];
    for (int k = 0; k < stages.size(); k++) {
      PathCloud.Place p = stages.get(k).footprint().exact();
      corners[2 * k] = lens.x(p);
      corners[2 * k + 1] = lens.y(p);
    }
    pen.dashes(Pen.INK, 1, corners);
    double r = 0.35 * pen.em();
    for (int k = 0; k < stages.size(); k++) {
      pen.disc(Pen.GROUND, corners[2 * k], corners[2 * k + 1], r);
      pen.ring(Pen.INK, 0.7, corners[2 * k], corners[2 * k + 1], r);
    }
  }

  private static void sampled(Pen pen, Lens lens, List<Inspection.Stage> stages, double reached) {
    double line = 1.4;
    int k = (int) Math.floor(reached);
    for (int i = 0; i < k; i++) {
      PathCloud.Place a = stages.get(i).footprint().sampled();
      PathCloud.Place b = stages.get(i + 1).footprint().sampled();
      pen.arrow(ORANGE, line, lens.x(a), lens.y(a), lens.x(b), lens.y(b));
    }
    PathCloud.Place here = stages.get(k).footprint().sampled();
    if (k + 1 < stages.size()) {
      // Where the exact slope at this very place would lead.
      PathCloud.Place aimed = stages.get(k).footprint().aimed();
      pen.arrow(Pen.QUIET, 1, lens.x(here), lens.y(here), lens.x(aimed), lens.y(aimed));
      PathCloud.Place next = stages.get(k + 1).footprint().sampled();
      double share = reached - k;
      if (share > 0) {
        pen.arrow(
            ORANGE,
            line,
            lens.x(here),
            lens.y(here),
            lens.x(here) + share * (lens.x(next) - lens.x(here)),
            lens.y(here) + share * (lens.y(next) - lens.y(here)));
      }
    }
    for (int i = 0; i <= k; i++) {
      PathCloud.Place p = stages.get(i).footprint().sampled();
      pen.disc(ORANGE, lens.x(p), lens.y(p), (i == k ? 0.48 : 0.3) * pen.em());
    }
    // Before the place where there is no room behind it, and there on the side that the path that
    // leads to it is not on.
    double gap = 0.7 * pen.em();
    boolean behind = lens.x(here) + gap + LABEL * pen.em() < pen.width();
    boolean below =
        !behind && k > 0 && lens.y(stages.get(k - 1).footprint().sampled()) < lens.y(here);
    pen.words(
        Pen.INK,
        1.15,
        "k = " + k,
        lens.x(here) + (behind ? gap : -gap),
        lens.y(here) + (below ? 0.5 : -0.5) * pen.em(),
        behind ? 0 : 1,
        below ? 0 : 1,
        0);
  }

  /** Whether all keys stand in two columns; where there is less room they stand in one. */
  private static boolean isWide(Pen pen) {
    return pen.fits(1, pen.width() / 2 - (1 + KEY) * pen.em(), FROM_HERE);
  }

  /** Height of the keys in sizes of type. */
  private static double lines(boolean wide) {
    return (wide ? 2 : 3) * LINE;
  }

  private static void words(Pen pen, boolean wide) {
    double em = pen.em();
    double left = em / 2;
    double top = pen.height() - (lines(wide) - 0.6) * em;
    double room = (wide ? pen.width() / 2 : pen.width()) - em;
    double second = top + LINE * em;
    key(pen, left, top, room, Pen.INK, "exact path", true);
    key(pen, left, second, room, ORANGE, "this trial", false);
    if (wide) {
      double half = pen.width() / 2;
      key(pen, half, top, room, Pen.QUIET, FROM_HERE, false);
      pen.words(Pen.QUIET, 1, "plane of the exact path", half, second, 0, 0.5, room);
    } else {
      key(pen, left, second + LINE * em, room, Pen.QUIET, FROM_HERE, false);
    }
  }

  private static void key(
      Pen pen, double x, double y, double room, Picture.Ink ink, String text, boolean dashed) {
    double end = x + (KEY - 0.5) * pen.em();
    if (dashed) {
      pen.dashes(ink, 1.2, x, y, end, y);
    } else {
      pen.line(ink, 1.2, x, y, end, y);
    }
    pen.words(Pen.INK, 1, text, x + KEY * pen.em(), y, 0, 0.5, room - KEY * pen.em());
  }
}
