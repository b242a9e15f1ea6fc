package gmrl.app.story;

import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Pen;
import gmrl.app.chart.Picture;
import gmrl.app.ui.Words;
import gmrl.experiment.inspect.PathCloud;
import gmrl.experiment.inspect.PlaneWalk;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.util.LineUtils;

/**
 * The plane of policies as a map, with the inner path and the two arrows.
 *
 * @param relief the map; empty before it is known
 * @param walk path and arrows; empty before they are known
 * @param lit which of them is pointed at; mostly none
 */
record PlaneSketch(Optional<Relief> relief, Optional<PlaneWalk> walk, String lit) {
  /** Length of the arrows, in logits: only their directions mean something here. */
  private static final double ARROW = 1.7;

  /** Room for an arrow and its name, in sizes of type. */
  private static final double NAME = 15;

  private static final Picture.Ink LEVEL = Pen.clear(new Hue.Neutral(), 0.22);

  /** A map that is not so many sizes of type wide has no room for the values of its lines. */
  private static final double LEGIBLE = 18;

  /** So many places on the path have room for their names. */
  private static final int FEW = 5;

  /** From one name on the path to the next, in sizes of type. */
  private static final double APART = 2;

  /** How far a name may be moved over what it names, in sizes of type. */
  private static final double SHIFT = 1.5;

  /** Tiles on paper, along each side. */
  private static final int TILES = 32;

  /** What lies behind the picture, in shapes. */
  void ground(Pen pen) {
    PlaneMap map = map(pen);
    relief.ifPresent(known -> tiles(pen, map, known));
  }

  /** The picture on its ground. */
  void draw(Pen pen) {
    PlaneMap map = map(pen);
    relief.ifPresent(known -> contours(pen, map, known, walk));
    axes(pen, map);
    walk.ifPresent(path -> path(pen, map, path));
  }

  static PathCloud.Place tip(PathCloud.Place from, PathCloud.Place direction) {
    double length = Math.hypot(direction.x(), direction.y());
    double scale = length > 0 ? ARROW / length : 0;
    return new PathCloud.Place(from.x() + scale * direction.x(), from.y() + scale * direction.y());
  }

  private static PlaneMap map(Pen pen) {
    return map(pen.width(), pen.height(), pen.em());
  }

  static PlaneMap map(double width, double height, double em) {
    double text = em * 2;
    double side = Math.max(40, Math.min(width - 2 * text, height - 2 * text));
    return new PlaneMap((width - side) / 2, Math.max(4, (height - side - text) / 2), side);
  }

  private static void tiles(Pen pen, PlaneMap map, Relief relief) {
    int points = relief.values().size();
    double size = map.side() / TILES;
    for (int row = 0; row < TILES; row++) {
      for (int column = 0; column < TILES; column++) {
        double share = relief.share(nearest(row, points), nearest(column, points));
        double y = map.top() + map.side() - (row + 1) * size;
        // A little over the seams.
        double side = size + 0.2;
        pen.box(Pen.tint(Colours.REWARD, 0.34 * share), map.left() + column * size, y, side, side);
      }
    }
  }

  /** The place on a grid of so many points that lies in the middle of a tile. */
  private static int nearest(int tile, int points) {
    return (int) Math.round((tile + 0.5) / TILES * (points - 1));
  }

  /** Lines of equal J, every second with its value. */
  private static void contours(Pen pen, PlaneMap map, Relief relief, Optional<PlaneWalk> walk) {
    double room = 2.2 * pen.em();
    for (Relief.Level level : relief.levels()) {
      List<Line2D> pieces = pieces(map, level.line());
      pieces.forEach(p -> pen.line(LEVEL, 0.4, p.getX1(), p.getY1(), p.getX2(), p.getY2()));
      if (level.named() && map.side() > LEGIBLE * pen.em()) {
        String words = "J = " + (float) level.value();
        pieces.stream()
            .min(Comparator.comparingDouble(p -> map.beside(p, room)))
            .filter(p -> map.beside(p, room) < pen.em() && !isNamed(pen, map, walk, p.getY1()))
            .ifPresent(p -> pen.tag(Pen.QUIET, words, p.getX1(), p.getY1(), 0.5));
      }
    }
  }

  /** Whether the name of an arrow stands so high at the right edge. */
  private static boolean isNamed(Pen pen, PlaneMap map, Optional<PlaneWalk> walk, double y) {
    return walk.stream()
        .flatMap(w -> Stream.of(w.gradient(), w.metaGradient()).map(d -> tip(w.exact().get(0), d)))
        .filter(tip -> map.px(tip.x()) > map.left() + map.side() - NAME * pen.em())
        .anyMatch(tip -> Math.abs(map.py(tip.y()) + 0.7 * pen.em() - y) < 1.5 * pen.em());
  }

  /** Lines without the gaps between them. */
  private static List<Line2D> pieces(PlaneMap map, List<ChartPoint> line) {
    List<Line2D> pieces = new ArrayList<>();
    for (int i = 0; i + 1 < line.size(); i++) {
      ChartPoint a = line.get(i);
      ChartPoint b = line.get(i + 1);
      if (a.isPresent() && b.isPresent()) {
        pieces.add(new Line2D.Double(map.px(a.x()), map.py(a.y()), map.px(b.x()), map.py(b.y())));
      }
    }
    return pieces;
  }

  private static void axes(Pen pen, PlaneMap map) {
    double bottom = map.top() + map.side();
    pen.words(
        Pen.QUIET,
        1,
        "state 0: prefers to leave →",
        map.left() + map.side() / 2,
        bottom + 4,
        0.5,
        0,
        map.side());
    pen.upwards(
        Pen.QUIET,
        "state 1: prefers to stay →",
        map.left() - pen.em(),
        map.top() + map.side() / 2,
        map.side());
    pen.frame(Pen.tint(new Hue.Muted(), 0.5), 0.5, map.left(), map.top(), map.side(), map.side());
  }

  private void path(Pen pen, PlaneMap map, PlaneWalk walk) {
    PathCloud.Place from = walk.exact().get(0);
    // Below the first step, which goes the same way.
    arrow(pen, map, slope(), 3.4, from, tip(from, walk.gradient()));
    for (int k = 0; k + 1 < walk.exact().size(); k++) {
      arrow(
          pen,
          map,
          fade(new Hue.Neutral(), "path"),
          1,
          walk.exact().get(k),
          walk.exact().get(k + 1));
    }
    arrow(pen, map, fade(Colours.META_GRADIENT, "meta"), 2, from, tip(from, walk.metaGradient()));
    if (walk.exact().size() > 1) {
      name(pen, map, walk, new Hue.Muted(), "gradient", "slope at the start", "slope");
      name(pen, map, walk, Colours.META_GRADIENT, "meta", "meta-gradient");
    }
    for (int k = 0; k < walk.exact().size(); k++) {
      PathCloud.Place p = walk.exact().get(k);
      if (!map.holds(p)) {
        continue;
      }
      double x = map.px(p.x());
      double y = map.py(p.y());
      pen.disc(fade(new Hue.Neutral(), "path"), x, y, (k == 0 ? 0.6 : 0.4) * pen.em());
      if (isNamed(pen, map, walk, k)) {
        boolean right = x > map.left() + map.side() - 3.5 * pen.em();
        // Below the map stand the words of its axis, above the picture nothing can.
        boolean start = k == 0 && y < map.top() + map.side() - 2 * pen.em();
        boolean below = start || y < 2.1 * pen.em();
        pen.words(
            fade(new Hue.Neutral(), "path"),
            1.25,
            "θ" + Words.raised(k),
            x + (right ? -0.9 : 0.9) * pen.em(),
            y + (below ? 1.4 : -1.2) * pen.em(),
            right ? 1 : 0,
            0.5,
            0);
      }
    }
  }

  /** The first and the last place, and those of a few between whose names have room. */
  private static boolean isNamed(Pen pen, PlaneMap map, PlaneWalk walk, int k) {
    int last = walk.exact().size() - 1;
    if (k == 0 || k == last) {
      return true;
    }
    PathCloud.Place here = walk.exact().get(k);
    return walk.exact().size() <= FEW
        && Stream.of(walk.exact().get(k - 1), walk.exact().get(last))
            .allMatch(
                other ->
                    Math.hypot(
                            map.px(other.x()) - map.px(here.x()),
                            map.py(other.y()) - map.py(here.y()))
                        > APART * pen.em());
  }

  private Picture.Ink slope() {
    Picture.Ink ink = fade(new Hue.Muted(), "gradient");
    return ink.equals(Pen.of(new Hue.Muted())) ? Pen.tint(new Hue.Muted(), 0.55) : ink;
  }

  /** What an arrow is, beside its tip on the side that the other one is not on. */
  private void name(
      Pen pen, PlaneMap map, PlaneWalk walk, Hue hue, String key, String... versions) {
    boolean meta = key.equals("meta");
    PathCloud.Place direction = meta ? walk.metaGradient() : walk.gradient();
    PathCloud.Place other = meta ? walk.gradient() : walk.metaGradient();
    PathCloud.Place tip = tip(walk.exact().get(0), direction);
    if (!map.holds(tip)) {
      return;
    }
    boolean left = direction.x() * other.y() - direction.y() * other.x() < 0;
    double x = map.px(tip.x()) + (left ? -0.9 : 0.9) * pen.em();
    // Beside the map stand the words of its axis.
    double room = (left ? x - map.left() : map.left() + map.side() - x) - pen.em();
    String words = pen.fitting(1, room, versions);
    double inside = Math.max(0, pen.width(1, words) - room);
    if (!left && inside > SHIFT * pen.em()) {
      // On a small map it would cover what is drawn there.
      inside = Math.max(0, pen.width(1, words) - (pen.width() - x - pen.em()));
    }
    double y = map.py(tip.y()) + 0.7 * pen.em();
    pen.tag(fade(hue, key), words, x + (left ? inside : -inside), y, left ? 1 : 0);
  }

  /** An arrow, or what of its line lies inside the map. */
  private static void arrow(
      Pen pen, PlaneMap map, Picture.Ink ink, double width, PathCloud.Place a, PathCloud.Place b) {
    Line2D line = new Line2D.Double(map.px(a.x()), map.py(a.y()), map.px(b.x()), map.py(b.y()));
    if (map.holds(a) && map.holds(b)) {
      pen.arrow(ink, width, line.getX1(), line.getY1(), line.getX2(), line.getY2());
    } else if (LineUtils.clipLine(line, map.area())) {
      pen.line(ink, width, line.getX1(), line.getY1(), line.getX2(), line.getY2());
    }
  }

  /** What is not pointed at steps back while something else is. */
  private Picture.Ink fade(Hue hue, String key) {
    boolean other = !lit.equals(key) && List.of("path", "gradient", "meta").contains(lit);
    return other ? Pen.clear(hue, 0.22) : Pen.of(hue);
  }
}
