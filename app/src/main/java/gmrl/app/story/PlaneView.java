package gmrl.app.story;

import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Pen;
import gmrl.app.text.Spotlight;
import gmrl.experiment.inspect.PathCloud;
import gmrl.experiment.inspect.PlaneWalk;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The plane of policies as a map, with the inner path and the two arrows; the start is dragged. */
class PlaneView extends Drawing {
  private static final double KEY_STEP = 0.25;

  private static final double REACH = 12;

  /** Beyond the edge a press still means the edge. */
  private static final double EDGE = 6;

  private final LoopsViewModel model;
  private final Spotlight spotlight;
  private Optional<Relief> relief;
  private Optional<WritableImage> tinted = Optional.empty();
  private @Nullable ChartTheme tintedOn;
  private boolean dragging;

  PlaneView(LoopsViewModel model, ReadOnlyObjectProperty<ChartTheme> theme, Spotlight spotlight) {
    super(theme);
    this.model = model;
    this.spotlight = spotlight;
    relief = model.surfaceProperty().get().map(Relief::of);
    model
        .surfaceProperty()
        .addListener(
            (o, old, now) -> {
              relief = now.map(Relief::of);
              tinted = Optional.empty();
              redraw();
            });
    model.pathProperty().addListener((o, old, now) -> redraw());
    model.captionProperty().addListener((o, old, now) -> setAccessibleText(now));
    spotlight.litProperty().addListener((o, old, now) -> redraw());
    setFocusTraversable(true);
    setAccessibleHelp("Arrow keys move the start; so does dragging.");
    getStyleClass().add("story-drawing");
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseMoved(this::point);
    setOnMouseExited(e -> spotlight.leave(spotlight.litProperty().get()));
    setOnKeyPressed(this::key);
  }

  /** Whoever clicks beside the map means nothing on it. */
  private void press(MouseEvent e) {
    requestFocus();
    dragging = isOnMap(e);
    drag(e);
  }

  private boolean isOnMap(MouseEvent e) {
    PlaneMap map = map();
    return map.area().intersects(e.getX() - EDGE, e.getY() - EDGE, 2 * EDGE, 2 * EDGE);
  }

  private void drag(MouseEvent e) {
    if (!dragging || !e.isPrimaryButtonDown()) {
      return;
    }
    PlaneMap map = map();
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
    setCursor(isOnMap(e) ? Cursor.CROSSHAIR : Cursor.DEFAULT);
    Optional<PlaneWalk> path = model.pathProperty().get();
    if (path.isEmpty()) {
      return;
    }
    PlaneMap map = map();
    PathCloud.Place from = path.get().exact().get(0);
    String lit = "";
    if (near(map, from, PlaneSketch.tip(from, path.get().metaGradient()), e)) {
      lit = "meta";
    } else if (near(map, from, PlaneSketch.tip(from, path.get().gradient()), e)) {
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

  private static boolean near(PlaneMap map, PathCloud.Place a, PathCloud.Place b, MouseEvent e) {
    return new Line2D.Double(map.px(a.x()), map.py(a.y()), map.px(b.x()), map.py(b.y()))
            .ptSegDist(e.getX(), e.getY())
        < REACH;
  }

  private PlaneMap map() {
    return PlaneSketch.map(getWidth(), getHeight(), theme().fontSize());
  }

  @Override
  protected void behind(GraphicsContext g) {
    PlaneMap map = map();
    relief.ifPresent(
        known -> {
          if (tinted.isEmpty() || !theme().equals(tintedOn)) {
            tinted = Optional.of(tint(known));
            tintedOn = theme();
          }
          g.setImageSmoothing(true);
          g.drawImage(tinted.get(), map.left(), map.top(), map.side(), map.side());
        });
  }

  private WritableImage tint(Relief known) {
    int n = known.values().size();
    WritableImage image = new WritableImage(n, n);
    Color bottom = colour(Pen.tint(new Hue.Neutral(), 0.10));
    Color top = colour(Pen.tint(Colours.REWARD, theme().onDark() ? 0.42 : 0.34));
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        Color colour = bottom.interpolate(top, known.share(row, column));
        image.getPixelWriter().setColor(column, n - 1 - row, colour);
      }
    }
    return image;
  }

  private PlaneSketch sketch() {
    return new PlaneSketch(relief, model.pathProperty().get(), spotlight.litProperty().get());
  }

  @Override
  protected void ground(Pen pen) {
    sketch().ground(pen);
  }

  @Override
  protected void draw(Pen pen) {
    sketch().draw(pen);
  }
}
