package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.FontSmoothingType;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.fx.FXGraphics2D;

/** A canvas as large as its place, drawn anew whenever its size or the theme changes. */
abstract class Sheet<C extends Canvas> extends StackPane {
  final ObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.light());
  final C canvas;
  private final GraphicsContext context;

  Sheet(C canvas) {
    this.canvas = canvas;
    context = canvas.getGraphicsContext2D();
    // Text on the canvas has the widths that Java2D measures.
    if (!javafx.scene.text.Font.getFamilies().contains(ChartFonts.FAMILY)) {
      javafx.scene.text.Font.loadFont(ChartFonts.FILE.toExternalForm(), 12);
    }
    context.setFontSmoothingType(FontSmoothingType.GRAY);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    theme.addListener((o, old, now) -> redraw());
  }

  /** Draws on an empty ground. */
  abstract void paint(GraphicsContext context, Graphics2D g2, Rectangle2D area);

  /** Draws the picture anew. */
  public void redraw() {
    Rectangle2D area = area();
    // Each picture begins with the same pen: what is drawn by hand may have changed it.
    context.save();
    context.clearRect(0, 0, area.getWidth(), area.getHeight());
    if (!area.isEmpty()) {
      paint(context, new Exact(context), area);
    }
    context.restore();
  }

  /** The whole place. */
  final Rectangle2D area() {
    return new Rectangle2D.Double(0, 0, canvas.getWidth(), canvas.getHeight());
  }

  /** Colours and sizes now. */
  protected final ChartTheme theme() {
    return theme.get();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      redraw();
    }
  }

  /**
   * Takes half sizes of type as they are: words are as wide as they were measured. Level and
   * upright strokes are the rectangles that they cover, which the software renderer fills in a
   * fraction of the time of an outline: grid and ticks are most of a plot's strokes.
   */
  private static final class Exact extends FXGraphics2D {
    private final GraphicsContext context;

    Exact(GraphicsContext context) {
      super(context);
      this.context = context;
    }

    @Override
    public void setFont(Font font) {
      super.setFont(font);
      context.setFont(javafx.scene.text.Font.font(font.getFamily(), font.getSize2D()));
    }

    @Override
    public void draw(Shape shape) {
      if (shape instanceof Line2D line
          && (line.getX1() == line.getX2() || line.getY1() == line.getY2())
          && getStroke() instanceof BasicStroke pen
          && pen.getDashArray() == null
          && pen.getEndCap() != BasicStroke.CAP_ROUND) {
        double half = pen.getLineWidth() / 2;
        double ends = pen.getEndCap() == BasicStroke.CAP_BUTT ? 0 : half;
        double across = line.getY1() == line.getY2() ? ends : half;
        double up = line.getY1() == line.getY2() ? half : ends;
        RectangleInsets rim = new RectangleInsets(up, across, up, across);
        fill(rim.createOutsetRectangle(line.getBounds2D()));
      } else {
        super.draw(shape);
      }
    }
  }
}
