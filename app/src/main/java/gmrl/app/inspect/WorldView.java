package gmrl.app.inspect;

import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Pen;
import gmrl.app.chart.Picture;
import gmrl.app.ui.Percent;
import java.awt.geom.QuadCurve2D;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;

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

    /** Half the way to the next one, where they stand closest. */
    double room() {
      return Math.PI * Math.min(rx, ry) / states;
    }

    double angle(int state) {
      return Math.PI + 2 * Math.PI * state / states;
    }
  }

  private static Ring ring(Pen pen, int states) {
    double words = pen.em() * 2.2;
    double margin = pen.em() * (states <= SPELT_OUT ? 4.2 : 2.4);
    double w = pen.width();
    double h = pen.height() - words;
    return new Ring(
        w / 2, h / 2, Math.max(20, w / 2 - 1.9 * margin), Math.max(16, h / 2 - margin), states);
  }

  /** Larger for who is visited more; its number has room in the smallest, where the ring has. */
  private static double radius(Pen pen, World w, Ring ring, int state) {
    double often = Math.sqrt(w.visits(state));
    double base = Math.min(pen.em() * 1.5, 160.0 / w.states());
    double least = Math.min(0.78 * pen.em(), 0.75 * ring.room());
    return Math.max(4, Math.max(base * (0.45 + 1.3 * often), least * (1 + often)));
  }

  private OptionalInt at(World w, double x, double y) {
    if (w.states() > MOST) {
      return OptionalInt.empty();
    }
    Pen pen = pen();
    Ring ring = ring(pen, w.states());
    for (int s = 0; s < w.states(); s++) {
      if (Math.hypot(ring.px(s) - x, ring.py(s) - y) < radius(pen, w, ring, s) + 6) {
        return OptionalInt.of(s);
      }
    }
    return OptionalInt.empty();
  }

  @Override
  protected void draw(Pen pen) {
    model.worldProperty().get().ifPresent(world -> draw(pen, world, pointed));
  }

  /** Draws a graph in which a state may be pointed at. */
  static void draw(Pen pen, World world, OptionalInt pointed) {
    double w = pen.width();
    if (world.states() > MOST) {
      pen.label(Pen.QUIET, 1, tooMany(world.states()), w / 2, pen.height() / 2, w - 12);
      return;
    }
    Ring ring = ring(pen, world.states());
    for (int from = 0; from < world.states(); from++) {
      for (int to = 0; to < world.states(); to++) {
        double flow = world.flow(from, to);
        if (flow >= LEAST) {
          edge(pen, world, ring, from, to, flow, pointed);
        }
      }
    }
    double most = world.mostReward();
    for (int s = 0; s < world.states(); s++) {
      node(pen, world, ring, s, most, pointed);
    }
    String words =
        pointed.isEmpty()
            ? "size: visits · green: reward · width: chance of the move"
            : spoken(world, pointed.getAsInt());
    pen.label(Pen.QUIET, 1, words, w / 2, pen.height() - pen.em(), w - 12);
  }

  private static String spoken(World world, int state) {
    return String.format(
        Locale.ROOT,
        "state %d: %s of the visits, mean reward %.2f",
        state,
        Percent.of(world.visits(state)),
        world.reward(state));
  }

  private static void edge(
      Pen pen, World world, Ring ring, int from, int to, double flow, OptionalInt pointed) {
    boolean lit = pointed.isEmpty() || pointed.getAsInt() == from;
    Picture.Ink ink = Pen.clear(new Hue.Neutral(), (lit ? 1 : 0.15) * (0.25 + 0.75 * flow));
    double width = 0.35 + 1.3 * flow;
    double x1 = ring.px(from);
    double y1 = ring.py(from);
    double x2 = ring.px(to);
    double y2 = ring.py(to);
    double tx;
    double ty;
    if (from == to) {
      double own = radius(pen, world, ring, from);
      double r = own * 0.9 + 0.4 * pen.em();
      double cx = x1 + (own + r * 0.55) * Math.cos(ring.angle(from));
      double cy = y1 + (own + r * 0.55) * Math.sin(ring.angle(from));
      pen.ring(ink, width, cx, cy, r);
      tx = cx + r * Math.cos(ring.angle(from));
      ty = cy - r - pen.em() * 0.7;
    } else {
      double length = Math.hypot(x2 - x1, y2 - y1);
      double nx = -(y2 - y1) / length;
      double ny = (x2 - x1) / length;
      double bend = Math.min(4 * pen.em(), 0.16 * length + 0.7 * pen.em());
      double mx = (x1 + x2) / 2 + bend * nx;
      double my = (y1 + y2) / 2 + bend * ny;
      pen.line(ink, width, Pen.corners(new QuadCurve2D.Double(x1, y1, mx, my, x2, y2)));
      // The head stands at the rim of the state that is reached.
      double direction = Math.atan2(y2 - my, x2 - mx);
      double rim = radius(pen, world, ring, to) + 1;
      double head = rim + 0.6 * pen.em();
      pen.arrow(
          ink,
          Math.max(0.5, width * 0.7),
          x2 - head * Math.cos(direction),
          y2 - head * Math.sin(direction),
          x2 - rim * Math.cos(direction),
          y2 - rim * Math.sin(direction));
      tx = (x1 + x2) / 4 + mx / 2 + 0.9 * pen.em() * nx;
      ty = (y1 + y2) / 4 + my / 2 + 0.9 * pen.em() * ny;
    }
    if (world.states() <= SPELT_OUT) {
      pen.label(Pen.INK, 0.95, world.label(from, to), tx, ty, 0);
    }
  }

  private static void node(
      Pen pen, World world, Ring ring, int state, double most, OptionalInt pointed) {
    double r = radius(pen, world, ring, state);
    double x = ring.px(state);
    double y = ring.py(state);
    double share = most > 0 ? Math.max(0, Math.min(1, world.reward(state) / most)) : 0;
    pen.disc(Pen.tint(Colours.REWARD, 0.08 + 0.75 * share), x, y, r);
    pen.ring(Pen.INK, pointed.equals(OptionalInt.of(state)) ? 1.2 : 0.6, x, y, r);
    if (state == world.start()) {
      pen.ring(Pen.INK, 0.6, x, y, r + 0.3 * pen.em());
    }
    pen.label(Pen.INK, r > 0.8 * pen.em() ? 1 : 0.85, Integer.toString(state), x, y, 0);
  }
}
