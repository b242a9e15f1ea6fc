package gmrl.app.inspect;

import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Hue;
import gmrl.experiment.inspect.Inspection;
import gmrl.experiment.inspect.PathCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/** One trial in the plane of its exact path: where it went, and where it should have gone. */
final class TrialView extends Drawing {
  /** Slow motion: how long one inner step takes to be drawn. */
  private static final Duration STEP = Duration.millis(700);

  private static final double PAD = 26;

  /** Width of a label in sizes of type. */
  private static final double LABEL = 3.6;

  /** Orange, as everything that noise in the inner steps does. */
  private static final Hue SAMPLED = new Hue.Category(1);

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
    static Lens of(List<PathCloud.Place> places, double w, double h) {
      double x0 = places.stream().mapToDouble(PathCloud.Place::x).min().orElse(0);
      double x1 = places.stream().mapToDouble(PathCloud.Place::x).max().orElse(1);
      double y0 = places.stream().mapToDouble(PathCloud.Place::y).min().orElse(0);
      double y1 = places.stream().mapToDouble(PathCloud.Place::y).max().orElse(1);
      double spanX = Math.max(1e-12, x1 - x0);
      double spanY = Math.max(1e-12, y1 - y0);
      double scale = Math.min((w - 2 * PAD) / spanX, (h - 2 * PAD) / spanY);
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
  protected void draw(GraphicsContext g, double w, double h) {
    Optional<Inspection> now = model.inspectionProperty().get();
    if (now.isEmpty()) {
      return;
    }
    List<Inspection.Stage> stages = now.get().stages();
    double words = theme().fontSize() * 3.4;
    List<PathCloud.Place> places = new ArrayList<>();
    stages.forEach(
        stage -> {
          places.add(stage.footprint().sampled());
          places.add(stage.footprint().exact());
          places.add(stage.footprint().aimed());
        });
    Lens lens = Lens.of(places, w, Math.max(2 * PAD + 10, h - words));
    double reached = Math.min(shown.get(), stages.size() - 1.0);
    exact(g, lens, stages);
    sampled(g, lens, stages, reached, w);
    words(g, w, h);
  }

  private void exact(GraphicsContext g, Lens lens, List<Inspection.Stage> stages) {
    double line = theme().lineWidth();
    g.setStroke(ink());
    g.setLineWidth(line);
    g.setLineDashes(5, 4);
    for (int k = 0; k + 1 < stages.size(); k++) {
      PathCloud.Place a = stages.get(k).footprint().exact();
      PathCloud.Place b = stages.get(k + 1).footprint().exact();
      g.strokeLine(lens.x(a), lens.y(a), lens.x(b), lens.y(b));
    }
    g.setLineDashes();
    for (Inspection.Stage stage : stages) {
      PathCloud.Place p = stage.footprint().exact();
      g.setFill(ground());
      g.fillOval(lens.x(p) - 4, lens.y(p) - 4, 8, 8);
      g.setLineWidth(1.4);
      g.strokeOval(lens.x(p) - 4, lens.y(p) - 4, 8, 8);
    }
  }

  private void sampled(
      GraphicsContext g, Lens lens, List<Inspection.Stage> stages, double reached, double w) {
    Color orange = colour(SAMPLED);
    double line = 1.4 * theme().lineWidth();
    int k = (int) Math.floor(reached);
    for (int i = 0; i < k; i++) {
      PathCloud.Place a = stages.get(i).footprint().sampled();
      PathCloud.Place b = stages.get(i + 1).footprint().sampled();
      arrow(g, lens.x(a), lens.y(a), lens.x(b), lens.y(b), orange, line);
    }
    PathCloud.Place here = stages.get(k).footprint().sampled();
    if (k + 1 < stages.size()) {
      // Where the exact slope at this very place would lead.
      PathCloud.Place aimed = stages.get(k).footprint().aimed();
      arrow(
          g,
          lens.x(here),
          lens.y(here),
          lens.x(aimed),
          lens.y(aimed),
          quiet(),
          theme().lineWidth());
      PathCloud.Place next = stages.get(k + 1).footprint().sampled();
      double share = reached - k;
      if (share > 0) {
        arrow(
            g,
            lens.x(here),
            lens.y(here),
            lens.x(here) + share * (lens.x(next) - lens.x(here)),
            lens.y(here) + share * (lens.y(next) - lens.y(here)),
            orange,
            line);
      }
    }
    g.setFill(orange);
    g.setFont(font(1.15));
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.BOTTOM);
    for (int i = 0; i <= k; i++) {
      PathCloud.Place p = stages.get(i).footprint().sampled();
      double r = i == k ? 5.5 : 3.5;
      g.fillOval(lens.x(p) - r, lens.y(p) - r, 2 * r, 2 * r);
    }
    g.setFill(ink());
    // Before the place where there is no room behind it.
    boolean behind = lens.x(here) + 8 + LABEL * theme().fontSize() < w;
    g.setTextAlign(behind ? TextAlignment.LEFT : TextAlignment.RIGHT);
    g.fillText("k = " + k, lens.x(here) + (behind ? 8 : -8), lens.y(here) - 6);
  }

  private void words(GraphicsContext g, double w, double h) {
    double size = theme().fontSize();
    g.setFont(font(1));
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    double line = h - 2.3 * size;
    key(g, 6, line, ink(), "exact path", true, w / 2 - 8);
    key(g, 6, line + 1.45 * size, colour(SAMPLED), "this trial", false, w / 2 - 8);
    key(g, w / 2, line, quiet(), "exact step from here", false, w / 2 - 8);
    g.setFill(quiet());
    g.fillText("plane of the exact path", w / 2, line + 1.45 * size, w / 2 - 8);
  }

  private void key(
      GraphicsContext g,
      double x,
      double y,
      Color colour,
      String text,
      boolean dashed,
      double room) {
    g.setStroke(colour);
    g.setLineWidth(theme().lineWidth() * 1.2);
    if (dashed) {
      g.setLineDashes(5, 4);
    }
    g.strokeLine(x, y, x + 20, y);
    g.setLineDashes();
    g.setFill(ink());
    g.fillText(text, x + 26, y, room - 26);
  }
}
