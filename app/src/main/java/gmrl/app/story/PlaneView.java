package gmrl.app.story;

import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Drawing;
import gmrl.app.text.Spotlight;
import gmrl.experiment.inspect.PathCloud;
import gmrl.experiment.inspect.PlaneWalk;
import gmrl.experiment.inspect.ValueMap;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The plane of policies as a map, with the inner path and the two arrows; the start is dragged. */
final class PlaneView extends Drawing {
  private static final int LEVELS = 9;
  private static final double KEY_STEP = 0.25;

  /** Length of the arrows, in logits: only their directions mean something here. */
  private static final double ARROW = 1.7;

  private static final double REACH = 12;

  private final LoopsViewModel model;
  private final Spotlight spotlight;
  private Optional<WritableImage> tinted = Optional.empty();

  PlaneView(LoopsViewModel model, ReadOnlyObjectProperty<ChartTheme> theme, Spotlight spotlight) {
    super(theme);
    this.model = model;
    this.spotlight = spotlight;
    model
        .surfaceProperty()
        .addListener(
            (o, old, now) -> {
              tinted = Optional.empty();
              redraw();
            });
    theme.addListener(
        (o, old, now) -> {
          tinted = Optional.empty();
          redraw();
        });
    model.pathProperty().addListener((o, old, now) -> redraw());
    model.captionProperty().addListener((o, old, now) -> setAccessibleText(now));
    spotlight.litProperty().addListener((o, old, now) -> redraw());
    setFocusTraversable(true);
    setAccessibleHelp("Arrow keys move the start; so does dragging.");
    getStyleClass().add("story-drawing");
    setCursor(Cursor.CROSSHAIR);
    setOnMousePressed(this::drag);
    setOnMouseDragged(this::drag);
    setOnMouseMoved(this::point);
    setOnMouseExited(e -> spotlight.leave(spotlight.litProperty().get()));
    setOnKeyPressed(this::key);
  }

  private void drag(MouseEvent e) {
    requestFocus();
    Map map = map();
    model.startAt(map.x(e.getX()), map.y(e.getY()));
    e.consume();
  }

  private void key(KeyEvent e) {
    PathCloud.Place at = model.begin();
    switch (e.getCode()) {
      case LEFT -> model.startAt(at.x() - KEY_STEP, at.y());
      case RIGHT -> model.startAt(at.x() + KEY_STEP, at.y());
      case UP -> model.startAt(at.x(), at.y() + KEY_STEP);
      case DOWN -> model.startAt(at.x(), at.y() - KEY_STEP);
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void point(MouseEvent e) {
    Optional<PlaneWalk> path = model.pathProperty().get();
    if (path.isEmpty()) {
      return;
    }
    Map map = map();
    PathCloud.Place from = path.get().exact().get(0);
    String lit = "";
    if (near(map, from, tip(from, path.get().metaGradient()), e)) {
      lit = "meta";
    } else if (near(map, from, tip(from, path.get().gradient()), e)) {
      lit = "gradient";
    } else {
      List<PathCloud.Place> exact = path.get().exact();
      for (int k = 0; k + 1 < exact.size(); k++) {
        lit = near(map, exact.get(k), exact.get(k + 1), e) ? "path" : lit;
      }
    }
    if (lit.isEmpty()) {
      spotlight.leave(spotlight.litProperty().get());
    } else {
      spotlight.light(lit);
    }
  }

  private static boolean near(Map map, PathCloud.Place a, PathCloud.Place b, MouseEvent e) {
    return new java.awt.geom.Line2D.Double(
                map.px(a.x()), map.py(a.y()), map.px(b.x()), map.py(b.y()))
            .ptSegDist(e.getX(), e.getY())
        < REACH;
  }

  private static PathCloud.Place tip(PathCloud.Place from, PathCloud.Place direction) {
    double length = Math.hypot(direction.x(), direction.y());
    double scale = length > 0 ? ARROW / length : 0;
    return new PathCloud.Place(from.x() + scale * direction.x(), from.y() + scale * direction.y());
  }

  /** From logits to pixels: a square with room for labels. */
  private record Map(double left, double top, double side) {
    double px(double x) {
      return left + side * (x - LoopsViewModel.LOW) / (LoopsViewModel.HIGH - LoopsViewModel.LOW);
    }

    double py(double y) {
      return top + side * (LoopsViewModel.HIGH - y) / (LoopsViewModel.HIGH - LoopsViewModel.LOW);
    }

    double x(double px) {
      return LoopsViewModel.LOW + (px - left) / side * (LoopsViewModel.HIGH - LoopsViewModel.LOW);
    }

    double y(double py) {
      return LoopsViewModel.HIGH - (py - top) / side * (LoopsViewModel.HIGH - LoopsViewModel.LOW);
    }
  }

  private Map map() {
    double text = theme().fontSize() * 2;
    double side = Math.max(40, Math.min(getWidth() - 2 * text, getHeight() - 2 * text));
    return new Map((getWidth() - side) / 2, Math.max(4, (getHeight() - side - text) / 2), side);
  }

  @Override
  protected void draw(GraphicsContext g, double w, double h) {
    Map map = map();
    model.surfaceProperty().get().ifPresent(surface -> surface(g, map, surface));
    axes(g, map);
    g.save();
    g.beginPath();
    g.rect(map.left(), map.top(), map.side(), map.side());
    g.clip();
    model.pathProperty().get().ifPresent(path -> path(g, map, path));
    g.restore();
  }

  private void surface(GraphicsContext g, Map map, ValueMap surface) {
    double[][] j = surface.values();
    int n = j.length;
    double low = j[0][0];
    double high = j[0][0];
    for (double[] row : j) {
      for (double value : row) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (tinted.isEmpty()) {
      tinted = Optional.of(tint(j, low, high));
    }
    g.setImageSmoothing(true);
    g.drawImage(tinted.get(), map.left(), map.top(), map.side(), map.side());
    g.setStroke(ink().deriveColor(0, 1, 1, 0.22));
    g.setLineWidth(theme().lineWidth() * 0.4);
    for (int level = 1; level <= LEVELS; level++) {
      double value = low + (high - low) * level / (LEVELS + 1);
      for (int row = 0; row + 1 < n; row++) {
        for (int column = 0; column + 1 < n; column++) {
          contour(g, map, surface, j, row, column, value);
        }
      }
    }
  }

  private WritableImage tint(double[][] j, double low, double high) {
    int n = j.length;
    WritableImage image = new WritableImage(n, n);
    Color bottom = ground().interpolate(ink(), 0.10);
    Color top = ground().interpolate(colour(Colours.META), theme().onDark() ? 0.42 : 0.34);
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        double share = (j[row][column] - low) / (high - low);
        image.getPixelWriter().setColor(column, n - 1 - row, bottom.interpolate(top, share));
      }
    }
    return image;
  }

  /** The piece of a contour line in one cell of the grid. */
  private static void contour(
      GraphicsContext g, Map map, ValueMap grid, double[][] j, int row, int column, double level) {
    double[] px = new double[4];
    double[] py = new double[4];
    int found = 0;
    int[][] corners = {{0, 0}, {0, 1}, {1, 1}, {1, 0}};
    double step = (grid.high() - grid.low()) / (j.length - 1);
    for (int side = 0; side < 4; side++) {
      int[] a = corners[side];
      int[] b = corners[(side + 1) % 4];
      double va = j[row + a[0]][column + a[1]] - level;
      double vb = j[row + b[0]][column + b[1]] - level;
      if (va > 0 != vb > 0) {
        double share = va / (va - vb);
        px[found] = map.px(grid.low() + step * (column + a[1] + share * (b[1] - a[1])));
        py[found] = map.py(grid.low() + step * (row + a[0] + share * (b[0] - a[0])));
        found++;
      }
    }
    for (int i = 0; i + 1 < found; i += 2) {
      g.strokeLine(px[i], py[i], px[i + 1], py[i + 1]);
    }
  }

  private void axes(GraphicsContext g, Map map) {
    g.setFill(quiet());
    g.setFont(font(1));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.TOP);
    double bottom = map.top() + map.side();
    g.fillText("state 0: prefers to leave →", map.left() + map.side() / 2, bottom + 4, map.side());
    g.save();
    g.translate(map.left() - theme().fontSize() * 1.6, map.top() + map.side() / 2);
    g.rotate(-90);
    g.fillText("state 1: prefers to stay →", 0, 0, map.side());
    g.restore();
    g.setStroke(quiet().deriveColor(0, 1, 1, 0.5));
    g.setLineWidth(1);
    g.strokeRect(map.left(), map.top(), map.side(), map.side());
  }

  private void path(GraphicsContext g, Map map, PlaneWalk walk) {
    double line = theme().lineWidth();
    PathCloud.Place from = walk.exact().get(0);
    PathCloud.Place gradient = tip(from, walk.gradient());
    PathCloud.Place meta = tip(from, walk.metaGradient());
    g.setLineCap(javafx.scene.shape.StrokeLineCap.ROUND);
    for (int k = 0; k + 1 < walk.exact().size(); k++) {
      PathCloud.Place a = walk.exact().get(k);
      PathCloud.Place b = walk.exact().get(k + 1);
      arrow(
          g, map.px(a.x()), map.py(a.y()), map.px(b.x()), map.py(b.y()), fade(ink(), "path"), line);
    }
    arrow(
        g,
        map.px(from.x()),
        map.py(from.y()),
        map.px(gradient.x()),
        map.py(gradient.y()),
        fade(quiet(), "gradient"),
        1.3 * line);
    arrow(
        g,
        map.px(from.x()),
        map.py(from.y()),
        map.px(meta.x()),
        map.py(meta.y()),
        fade(colour(Colours.META), "meta"),
        2 * line);
    g.setFont(font(1.25));
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    for (int k = 0; k < walk.exact().size(); k++) {
      PathCloud.Place p = walk.exact().get(k);
      double r = k == 0 ? 7 : 4.5;
      g.setFill(fade(ink(), "path"));
      g.fillOval(map.px(p.x()) - r, map.py(p.y()) - r, 2 * r, 2 * r);
      if (k == 0 || k == walk.exact().size() - 1) {
        boolean right = map.px(p.x()) > map.left() + map.side() - 40;
        g.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.fillText(
            "θ" + superscript(k),
            map.px(p.x()) + (right ? -10 : 10),
            map.py(p.y()) + (k == 0 ? 16 : -14));
      }
    }
  }

  /** What is not pointed at steps back while something else is. */
  private Color fade(Color colour, String key) {
    String lit = spotlight.litProperty().get();
    boolean other = !lit.equals(key) && List.of("path", "gradient", "meta").contains(lit);
    return other ? colour.deriveColor(0, 1, 1, 0.22) : colour;
  }

  private static String superscript(int k) {
    return String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(k));
  }
}
