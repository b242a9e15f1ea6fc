package gmrl.app.inspect;

import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Hue;
import gmrl.app.ui.Percent;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * The MDP as a graph under the present policy: a wide arrow is a likely move, a large state one
 * that is often visited, a green one pays.
 */
final class WorldView extends Drawing {
  /** More states than this are a ball of wool. */
  static final int MOST = 40;

  /** Up to so many states every arrow says what it does. */
  private static final int SPELT_OUT = 4;

  private static final double LEAST = 0.02;
  private static final Hue REWARD = new Hue.Category(2);

  private final InspectorViewModel model;
  private OptionalInt pointed = OptionalInt.empty();

  WorldView(InspectorViewModel model, ReadOnlyObjectProperty<ChartTheme> theme) {
    super(theme);
    this.model = model;
    model.worldProperty().addListener((o, old, now) -> show());
    setOnMouseMoved(
        e -> {
          pointed =
              model
                  .worldProperty()
                  .get()
                  .map(w -> at(w, e.getX(), e.getY()))
                  .orElse(OptionalInt.empty());
          redraw();
        });
    setOnMouseExited(
        e -> {
          pointed = OptionalInt.empty();
          redraw();
        });
    show();
  }

  private void show() {
    setAccessibleText(
        model
            .worldProperty()
            .get()
            .map(
                w ->
                    w.states() > MOST
                        ? tooMany(w.states())
                        : "Graph of an MDP with " + w.states() + " states")
            .orElse("No MDP has been drawn yet"));
    redraw();
  }

  private static String tooMany(int states) {
    return states + " states are too many to draw; up to " + MOST + " can be told apart";
  }

  /** Where states stand. */
  private record Ring(double x, double y, double rx, double ry, int states) {
    double px(int state) {
      return x + rx * Math.cos(angle(state));
    }

    double py(int state) {
      return y + ry * Math.sin(angle(state));
    }

    double angle(int state) {
      return Math.PI + 2 * Math.PI * state / states;
    }
  }

  private Ring ring(int states) {
    double words = theme().fontSize() * 2.2;
    double margin = theme().fontSize() * (states <= SPELT_OUT ? 4.2 : 2.4);
    double w = getWidth();
    double h = getHeight() - words;
    return new Ring(
        w / 2, h / 2, Math.max(20, w / 2 - 1.4 * margin), Math.max(16, h / 2 - margin), states);
  }

  private double radius(World w, int state) {
    double base = Math.min(theme().fontSize() * 1.5, 160.0 / w.states());
    return Math.max(4, base * (0.45 + 1.3 * Math.sqrt(w.visits(state))));
  }

  private OptionalInt at(World w, double x, double y) {
    if (w.states() > MOST) {
      return OptionalInt.empty();
    }
    Ring ring = ring(w.states());
    for (int s = 0; s < w.states(); s++) {
      if (Math.hypot(ring.px(s) - x, ring.py(s) - y) < radius(w, s) + 6) {
        return OptionalInt.of(s);
      }
    }
    return OptionalInt.empty();
  }

  @Override
  protected void draw(GraphicsContext g, double w, double h) {
    Optional<World> now = model.worldProperty().get();
    if (now.isEmpty()) {
      return;
    }
    World world = now.get();
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.setFont(font(1));
    if (world.states() > MOST) {
      g.setFill(quiet());
      g.fillText(tooMany(world.states()), w / 2, h / 2, w - 12);
      return;
    }
    Ring ring = ring(world.states());
    for (int from = 0; from < world.states(); from++) {
      for (int to = 0; to < world.states(); to++) {
        double flow = world.flow(from, to);
        if (flow >= LEAST) {
          edge(g, world, ring, from, to, flow);
        }
      }
    }
    double most = world.mostReward();
    for (int s = 0; s < world.states(); s++) {
      node(g, world, ring, s, most);
    }
    g.setFill(quiet());
    g.setFont(font(1));
    g.setTextAlign(TextAlignment.CENTER);
    g.fillText(
        pointed.isEmpty()
            ? "size: visits · green: reward · width: chance of the move"
            : spoken(world, pointed.getAsInt()),
        w / 2,
        h - theme().fontSize(),
        w - 12);
  }

  private static String spoken(World world, int state) {
    return String.format(
        Locale.ROOT,
        "state %d: %s of the visits, mean reward %.2f",
        state,
        Percent.of(world.visits(state)),
        world.reward(state));
  }

  private void edge(GraphicsContext g, World world, Ring ring, int from, int to, double flow) {
    boolean lit = pointed.isEmpty() || pointed.getAsInt() == from;
    double strength = (lit ? 1 : 0.15) * (0.25 + 0.75 * flow);
    Color colour = ink().deriveColor(0, 1, 1, strength);
    double width = theme().lineWidth() * (0.35 + 1.3 * flow);
    double x1 = ring.px(from);
    double y1 = ring.py(from);
    double x2 = ring.px(to);
    double y2 = ring.py(to);
    g.setStroke(colour);
    g.setLineWidth(width);
    double tx;
    double ty;
    if (from == to) {
      double r = radius(world, from) * 0.9 + 5;
      double cx = x1 + (radius(world, from) + r * 0.55) * Math.cos(ring.angle(from));
      double cy = y1 + (radius(world, from) + r * 0.55) * Math.sin(ring.angle(from));
      g.strokeOval(cx - r, cy - r, 2 * r, 2 * r);
      tx = cx + r * Math.cos(ring.angle(from));
      ty = cy - r - theme().fontSize() * 0.7;
      if (world.states() > SPELT_OUT) {
        return;
      }
    } else {
      double length = Math.hypot(x2 - x1, y2 - y1);
      double nx = -(y2 - y1) / length;
      double ny = (x2 - x1) / length;
      double bend = Math.min(46, 0.16 * length + 8);
      double mx = (x1 + x2) / 2 + bend * nx;
      double my = (y1 + y2) / 2 + bend * ny;
      g.beginPath();
      g.moveTo(x1, y1);
      g.quadraticCurveTo(mx, my, x2, y2);
      g.stroke();
      // The head stands at the rim of the state that is reached.
      double direction = Math.atan2(y2 - my, x2 - mx);
      double rim = radius(world, to) + 1;
      arrow(
          g,
          x2 - (rim + 7) * Math.cos(direction),
          y2 - (rim + 7) * Math.sin(direction),
          x2 - rim * Math.cos(direction),
          y2 - rim * Math.sin(direction),
          colour,
          Math.max(1, width * 0.7));
      tx = (x1 + x2) / 4 + mx / 2 + 0.9 * theme().fontSize() * nx;
      ty = (y1 + y2) / 4 + my / 2 + 0.9 * theme().fontSize() * ny;
    }
    if (world.states() <= SPELT_OUT) {
      g.setFill(ink());
      g.setFont(font(0.95));
      g.fillText(world.label(from, to), tx, ty);
    }
  }

  private void node(GraphicsContext g, World world, Ring ring, int state, double most) {
    double r = radius(world, state);
    double x = ring.px(state);
    double y = ring.py(state);
    double share = most > 0 ? Math.max(0, Math.min(1, world.reward(state) / most)) : 0;
    g.setFill(ground().interpolate(colour(REWARD), 0.08 + 0.75 * share));
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
    g.setStroke(ink());
    g.setLineWidth(pointed.equals(OptionalInt.of(state)) ? 2.4 : 1.2);
    g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    if (state == world.start()) {
      g.strokeOval(x - r - 3.5, y - r - 3.5, 2 * r + 7, 2 * r + 7);
    }
    g.setFill(ink());
    g.setFont(font(r > 9 ? 1 : 0.85));
    g.fillText(Integer.toString(state), x, y);
  }
}
