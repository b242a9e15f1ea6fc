package gmrl.app.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A {@link Picture} as paths and nodes of TikZ, in points from the lower left of its place. */
public final class PgfPicture {
  /** How high capitals are, in sizes of type. */
  private static final double CAPITAL = 0.72;

  private final ChartTheme theme;
  private final AffineTransform place;
  private final UnaryOperator<String> tex;
  private final StringBuilder out = new StringBuilder();

  private PgfPicture(ChartTheme theme, AffineTransform place, UnaryOperator<String> tex) {
    this.theme = theme;
    this.place = place;
    this.tex = tex;
  }

  /**
   * Paths and nodes, for a scope whose unit is a point.
   *
   * @param picture what to draw, as large as fits into the middle of its place
   * @param theme colours, and sizes in points
   * @param width of the place in points
   * @param height of the place in points
   * @param tex turns words into LaTeX
   */
  public static String of(
      Picture picture, ChartTheme theme, double width, double height, UnaryOperator<String> tex) {
    double scale = Math.min(width / picture.width(), height / picture.height());
    AffineTransform place =
        new AffineTransform(
            scale,
            0,
            0,
            -scale,
            (width - scale * picture.width()) / 2,
            (height + scale * picture.height()) / 2);
    PgfPicture pgf = new PgfPicture(theme, place, tex);
    picture.shapes().forEach(pgf::shape);
    Graphics2D ruler = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    picture.words().forEach(words -> pgf.words(words, ruler));
    ruler.dispose();
    return pgf.out.toString();
  }

  private void shape(Picture.Mark mark) {
    boolean filled = mark.form() == Picture.Form.AREA || mark.form() == Picture.Form.DISC;
    out.append(filled ? "\\fill[" : "\\draw[").append(ink(mark.ink()));
    if (!filled) {
      double width = mark.pen() * theme.lineWidth();
      out.append(", line join=round, line width=").append(number(width)).append("pt");
      if (mark.dashed()) {
        double on = 2.5 * theme.lineWidth();
        out.append(", dash pattern=on ").append(number(on)).append("pt off ");
        out.append(number(0.8 * on)).append("pt");
      } else {
        out.append(", line cap=round");
      }
    }
    out.append("] ");
    if (mark.form() == Picture.Form.OVAL || mark.form() == Picture.Form.DISC) {
      out.append(at(mark.at().get(0), mark.at().get(1))).append(" ellipse [x radius=");
      out.append(number(mark.at().get(2) * place.getScaleX())).append(", y radius=");
      out.append(number(mark.at().get(3) * place.getScaleX())).append("]");
    } else {
      for (int i = 0; i + 1 < mark.at().size(); i += 2) {
        out.append(i == 0 ? "" : " -- ").append(at(mark.at().get(i), mark.at().get(i + 1)));
      }
      out.append(filled ? " -- cycle" : "");
    }
    out.append(";\n");
  }

  /** Words hang on their baseline, as on screen; those that have little room are smaller. */
  private void words(Picture.Words words, Graphics2D ruler) {
    Font font = ChartFonts.at((float) (theme.fontSize() * words.size()));
    double width = MathText.of(words.text()).width(ruler, font);
    double room = words.room() * place.getScaleX();
    boolean tight = room > 0 && width > room;
    double size = font.getSize2D();
    String side =
        words.across() < 0.25 ? "base west" : words.across() > 0.75 ? "base east" : "base";
    double sink = (1 - words.down()) * CAPITAL * size * (tight ? room / width : 1);
    String text = tex.apply(words.text());
    double[] point = {words.x(), words.y()};
    place.transform(point, 0, point, 0, 1);
    point[words.upwards() ? 0 : 1] += words.upwards() ? sink : -sink;
    out.append("\\node[").append(ink(words.ink())).append(", inner sep=0pt, anchor=").append(side);
    out.append(words.upwards() ? ", rotate=90" : "");
    out.append(", font=\\fontsize{").append(number(size)).append("}{").append(number(1.2 * size));
    out.append("}\\selectfont] at (").append(number(point[0])).append(',');
    // The paper's own type has other widths: only LaTeX can make it fit.
    String fitting = tight ? "\\resizebox{" + number(room) + "pt}{!}{" + text + "}" : text;
    out.append(number(point[1])).append(") {").append(fitting).append("};\n");
  }

  private String ink(Picture.Ink ink) {
    String color = "color=" + PgfAxis.color(ink.in(theme));
    return ink.clear() ? color + ", opacity=" + number(ink.strength()) : color;
  }

  private String at(double x, double y) {
    double[] point = {x, y};
    place.transform(point, 0, point, 0, 1);
    return "(" + number(point[0]) + "," + number(point[1]) + ")";
  }

  /** A thousandth of a point is finer than any printer. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
  }
}
