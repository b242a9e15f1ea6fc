package gmrl.app.text;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;
import org.jspecify.annotations.Nullable;

/** Keeps what is painted as outlines, one SVG path for each colour. */
final class OutlineGraphics extends AbstractGraphics2D {
  private final Map<Integer, StringBuilder> paths;
  private final Graphics2D metrics;

  OutlineGraphics() {
    super(true);
    gc = new GraphicContext(new AffineTransform());
    gc.setFont(new Font(Font.SERIF, Font.PLAIN, 1));
    gc.setColor(Color.BLACK);
    paths = new LinkedHashMap<>();
    metrics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
  }

  private OutlineGraphics(OutlineGraphics other) {
    super(other);
    paths = other.paths;
    metrics = other.metrics;
  }

  /** SVG path data by colour (0xRRGGBB), in the order of first use. */
  Map<Integer, String> paths() {
    Map<Integer, String> finished = new LinkedHashMap<>();
    paths.forEach((colour, path) -> finished.put(colour, path.toString()));
    return finished;
  }

  @Override
  public Graphics create() {
    return new OutlineGraphics(this);
  }

  @Override
  public void fill(Shape shape) {
    StringBuilder path =
        paths.computeIfAbsent(getColor().getRGB() & 0xFFFFFF, colour -> new StringBuilder());
    double[] c = new double[6];
    for (PathIterator i = shape.getPathIterator(getTransform()); !i.isDone(); i.next()) {
      int kind = i.currentSegment(c);
      path.append("MLQCZ".charAt(kind));
      int numbers = kind == PathIterator.SEG_CLOSE ? 0 : 2 * Math.max(1, kind);
      for (int n = 0; n < numbers; n++) {
        path.append(Math.rint(100 * c[n]) / 100).append(' ');
      }
    }
  }

  @Override
  public void draw(Shape shape) {
    fill(getStroke().createStrokedShape(shape));
  }

  @Override
  public void drawString(String text, float x, float y) {
    fill(getFont().createGlyphVector(getFontRenderContext(), text).getOutline(x, y));
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    StringBuilder plain = new StringBuilder();
    for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
      plain.append(c);
    }
    drawString(plain.toString(), x, y);
  }

  @Override
  public FontMetrics getFontMetrics(Font font) {
    return metrics.getFontMetrics(font);
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    return metrics.getDeviceConfiguration();
  }

  @Override
  public void setXORMode(@Nullable Color colour) {
    throw new UnsupportedOperationException("outlines know no exclusive or");
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw new UnsupportedOperationException("outlines know no pixels");
  }

  @Override
  public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
    throw new UnsupportedOperationException("outlines know no pixels");
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
    throw new UnsupportedOperationException("outlines know no pixels");
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
    throw new UnsupportedOperationException("outlines know no pixels");
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
    throw new UnsupportedOperationException("outlines know no pixels");
  }

  @Override
  public void dispose() {
    // Nothing is held but the outlines, which are still to be read.
  }
}
