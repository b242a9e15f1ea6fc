package gmrl.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws the sample charts side by side into one PNG, to be looked at: {@code ChartGallery FILE
 * light|dark|paper WIDTH HEIGHT}. Prints the time of a warm redraw.
 */
public final class ChartGallery {

  private ChartGallery() {}

  /**
   * Draws the gallery.
   *
   * @param args file, theme, width and height of a panel
   */
  public static void main(String[] args) throws IOException {
    ChartTheme theme =
        switch (args[1]) {
          case "dark" -> ChartTheme.dark();
          case "paper" -> ChartTheme.paper();
          default -> ChartTheme.light();
        };
    int width = Integer.parseInt(args[2]);
    int height = Integer.parseInt(args[3]);
    double zoom = args[1].equals("paper") ? 2.5 : 1;
    List<ChartModel> models = SampleCharts.all();
    int columns = 2;
    int rows = (models.size() + 1) / columns;
    BufferedImage image =
        new BufferedImage(
            (int) (columns * width * zoom),
            (int) (rows * height * zoom),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.scale(zoom, zoom);
    for (int i = 0; i < models.size(); i++) {
      ChartPainter.paint(
          models.get(i),
          theme,
          true,
          g2,
          new Rectangle2D.Double((i % columns) * width, (i / columns) * height, width, height));
    }
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      ChartPainter.paint(
          models.get(0), theme, true, g2, new Rectangle2D.Double(0, 0, width, height));
    }
    System.out.printf("%.2f ms per redraw%n", (System.nanoTime() - start) / 20e6);
    g2.dispose();
    ImageIO.write(image, "png", new File(args[0]));
  }
}
