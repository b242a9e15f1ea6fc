package gmrl.app.chart;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
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
    Rectangle2D area = new Rectangle2D.Double(0, -height, width, height);
    Picture fitting = picture.in(area);
    AffineTransform upwards = AffineTransform.getScaleInstance(1, -1);
    upwards.concatenate(fitting.place(area));
    PgfPicture pgf = new PgfPicture(theme, upwards, tex);
    fitting.shapes().forEach(pgf::shape);
    fitting.words().forEach(pgf::words);
    return pgf.out.toString();
  }

  private void put(String text) {
    out.append(text);
  }

  private void shape(Picture.Mark mark) {
    boolean filled = mark.form().isFilled();
    put((filled ? "\\fill[%s" : "\\draw[%s").formatted(PgfAxis.ink(mark.ink().in(theme))));
    if (!filled) {
      put(", line join=round, " + PgfAxis.pen(mark.pen(theme)));
      put(mark.dashed() ? "" : ", line cap=round");
    }
    put("] ");
    List<Double> at = mark.at();
    if (mark.form().isRound()) {
      put("(%s) ellipse ".formatted(at(at.get(0), at.get(1))));
      String across = number(at.get(2) * place.getScaleX());
      put("[x radius=%s, y radius=%s]".formatted(across, number(at.get(3) * place.getScaleX())));
    } else {
      for (int i = 0; i + 1 < at.size(); i += 2) {
        put((i == 0 ? "(%s)" : " -- (%s)").formatted(at(at.get(i), at.get(i + 1))));
      }
      put(filled ? " -- cycle" : "");
    }
    put(";\n");
  }

  /** Words hang on their baseline, as on screen; those that have little room are smaller. */
  private void words(Picture.Words words) {
    double size = theme.fontSize() * words.size();
    double fit = words.fit(theme, place);
    String side =
        words.across() < 0.25 ? "base west" : words.across() > 0.75 ? "base east" : "base";
    String text = tex.apply(words.text());
    double sunk = (1 - words.down()) * CAPITAL * size * fit / place.getScaleX();
    String at = words.upwards() ? at(words.x() + sunk, words.y()) : at(words.x(), words.y() + sunk);
    put("\\node[%s, inner sep=0pt, anchor=%s".formatted(PgfAxis.ink(words.ink().in(theme)), side));
    put(words.upwards() ? ", rotate=90" : "");
    put(", font=\\fontsize{%s}{%s}\\selectfont]".formatted(number(size), number(1.2 * size)));
    // The paper's own type has other widths: only LaTeX can make it fit.
    String room = number(words.room() * place.getScaleX());
    String fitting = fit < 1 ? "\\resizebox{" + room + "pt}{!}{" + text + "}" : text;
    put(" at (%s) {%s};\n".formatted(at, fitting));
  }

  private String at(double x, double y) {
    double[] point = {x, y};
    place.transform(point, 0, point, 0, 1);
    return number(point[0]) + "," + number(point[1]);
  }

  /** A thousandth of a point is finer than any printer. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
  }
}
