package gmrl.app.chart;

import java.awt.geom.Rectangle2D;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jfree.fx.FXGraphics2D;

/** A picture beside charts: it follows their theme and is drawn anew whenever its size changes. */
public abstract class Drawing extends Region {
  private final ReadOnlyObjectProperty<ChartTheme> theme;
  private final Canvas canvas = new Canvas();

  /**
   * An empty picture.
   *
   * @param theme colours and sizes
   */
  protected Drawing(ReadOnlyObjectProperty<ChartTheme> theme) {
    this.theme = theme;
    FxTypeface.load();
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
    setMinSize(120, 100);
    setPrefSize(360, 300);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    theme.addListener((o, old, now) -> redraw());
  }

  /**
   * Draws the picture on an empty ground.
   *
   * @param pen where to
   */
  protected abstract void draw(Pen pen);

  /** What lies behind the picture on screen, where a bitmap is the faster way to draw it. */
  protected void behind(GraphicsContext g) {}

  /**
   * The same on paper, where everything is shapes.
   *
   * @param pen where to
   */
  protected void ground(Pen pen) {}

  /** A colour for what lies behind. */
  protected final Color colour(Picture.Ink ink) {
    return HoverLayer.fx(ink.in(theme()));
  }

  /** Draws the picture anew. */
  public final void redraw() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
    if (width > 0 && height > 0) {
      behind(canvas.getGraphicsContext2D());
      Pen pen = pen();
      draw(pen);
      pen.picture()
          .paint(
              new FXGraphics2D(canvas.getGraphicsContext2D()),
              theme(),
              new Rectangle2D.Double(0, 0, width, height));
    }
  }

  /** A pen for the picture on screen, for asking where things lie. */
  protected final Pen pen() {
    return new Pen(canvas.getWidth(), canvas.getHeight(), theme().fontSize());
  }

  /** The picture as it is now, laid out for paper, as a panel of a figure. */
  public final ChartModel figure() {
    return ChartModel.drawing(
        pen -> {
          ground(pen);
          draw(pen);
        });
  }

  /**
   * Offers a picture as a figure, in a menu of its own.
   *
   * @param picture where the menu is asked for
   * @param studio asks the figure studio to show it
   */
  public static void offer(Region picture, Runnable studio) {
    MenuItem save = new MenuItem("Save figure…");
    save.setOnAction(e -> studio.run());
    ContextMenu menu = new ContextMenu(save);
    picture.setOnContextMenuRequested(
        e -> {
          menu.show(picture, e.getScreenX(), e.getScreenY());
          e.consume();
        });
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      redraw();
    }
  }

  /** Colours and sizes now. */
  protected final ChartTheme theme() {
    return theme.get();
  }
}
