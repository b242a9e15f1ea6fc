package gmrl.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A picture beside charts: it follows their theme and is drawn anew whenever its size changes. */
public abstract class Drawing extends Sheet<Canvas> {
  /**
   * An empty picture.
   *
   * @param theme colours and sizes
   */
  protected Drawing(ReadOnlyObjectProperty<ChartTheme> theme) {
    super(new Canvas());
    this.theme.bind(theme);
    setMinSize(120, 100);
    setPrefSize(360, 300);
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

  @Override
  final void paint(GraphicsContext context, Graphics2D g2, Rectangle2D area) {
    behind(context);
    Pen pen = pen();
    draw(pen);
    pen.picture().paint(g2, theme(), area);
  }

  /** A pen for the picture on screen, for asking where things lie. */
  protected final Pen pen() {
    return new Pen(area().getWidth(), area().getHeight(), theme().fontSize());
  }

  /** The picture as it is now, laid out for paper, as a panel of a figure. */
  public final ChartModel figure() {
    return ChartModel.drawing(
        pen -> {
          ground(pen);
          draw(pen);
        });
  }
}
