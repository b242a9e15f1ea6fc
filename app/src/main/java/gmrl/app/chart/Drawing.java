package gmrl.app.chart;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** A picture beside charts: it follows their theme and is drawn anew whenever its size changes. */
public abstract class Drawing extends Region {
  private static final double HEAD = 0.4;

  private final ReadOnlyObjectProperty<ChartTheme> theme;
  private final Canvas canvas = new Canvas();

  /**
   * An empty picture.
   *
   * @param theme colours and sizes
   */
  protected Drawing(ReadOnlyObjectProperty<ChartTheme> theme) {
    this.theme = theme;
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
   * @param g where to
   * @param w width in pixels
   * @param h height in pixels
   */
  protected abstract void draw(GraphicsContext g, double w, double h);

  /** Draws the picture anew. */
  public final void redraw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
      draw(g, canvas.getWidth(), canvas.getHeight());
    }
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

  /** The colour of text and of what is exact. */
  protected final Color ink() {
    return HoverLayer.fx(theme().foreground());
  }

  /** The colour of what stands back. */
  protected final Color quiet() {
    return HoverLayer.fx(theme().muted());
  }

  /** The colour behind everything. */
  protected final Color ground() {
    return HoverLayer.fx(theme().background());
  }

  /** A colour of the palette. */
  protected final Color colour(Hue hue) {
    return HoverLayer.fx(theme().paint(hue));
  }

  /** The typeface of charts, at the size of tick labels times a factor. */
  protected final Font font(double factor) {
    return Font.font(ChartFonts.FAMILY, theme().fontSize() * factor);
  }

  /** The same in bold. */
  protected final Font bold(double factor) {
    return Font.font(ChartFonts.FAMILY, FontWeight.BOLD, theme().fontSize() * factor);
  }

  /** A line with a head, in the present colours of a drawing. */
  protected final void arrow(
      GraphicsContext g, double x1, double y1, double x2, double y2, Color colour, double width) {
    double size = 4 + 3 * width;
    double length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 1) {
      return;
    }
    double direction = Math.atan2(y2 - y1, x2 - x1);
    double neck = Math.max(0, length - size * Math.cos(HEAD));
    g.setStroke(colour);
    g.setFill(colour);
    g.setLineWidth(width);
    g.strokeLine(x1, y1, x1 + neck * Math.cos(direction), y1 + neck * Math.sin(direction));
    g.fillPolygon(
        new double[] {
          x2, x2 - size * Math.cos(direction - HEAD), x2 - size * Math.cos(direction + HEAD)
        },
        new double[] {
          y2, y2 - size * Math.sin(direction - HEAD), y2 - size * Math.sin(direction + HEAD)
        },
        3);
  }
}
