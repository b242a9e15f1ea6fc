package gmrl.app.board;

import gmrl.app.chart.Hue;
import gmrl.app.chart.Pen;
import gmrl.app.chart.Picture;
import gmrl.app.ui.Percent;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The true meta-gradient, the mean estimate, and the parts of their difference, to scale.
 *
 * @param pen what it is drawn with
 * @param strength 1 for numbers that hold, less for those that wait for newer ones
 */
record ErrorPicture(Pen pen, double strength) {

  /** A part that is shorter than this, in sizes of type, is a ring: it would not be seen. */
  private static final double RING = 0.4;

  private double em(double sizes) {
    return sizes * pen.em();
  }

  private Picture.Ink ink(Hue hue) {
    return Pen.tint(hue, strength);
  }

  private Picture.Ink ink(Row row) {
    return ink(row.style().hue());
  }

  /**
   * Draws arrows, parts and what they are.
   *
   * @param meaning what the arrows say
   * @param overall each bias over all MDPs, in words
   */
  void draw(Arrows a, String meaning, Map<Row, String> overall) {
    Arrows.Point viaHessian = new Arrows.Point(1 + a.hessian().x(), a.hessian().y());
    Arrows.Point both =
        new Arrows.Point(
            viaHessian.x() + a.compositional().x(), viaHessian.y() + a.compositional().y());
    double[] x = Lens.range(List.of(0.0, 1.0, a.mean().x(), viaHessian.x(), both.x()));
    double[] y = Lens.range(List.of(0.0, a.mean().y(), viaHessian.y(), both.y()));
    double pad = em(MechanismView.PAD);
    double legend = em(4.35);
    // Where it is low the words above give way: the arrows never lie on what they are called.
    double spare = pen.height() - legend - em(1.7);
    boolean titled = spare >= em(1.4);
    boolean explained = spare >= em(2.8);
    double top = em(explained ? 3.5 : titled ? 2.1 : 0.7);
    double high = Math.max(em(0.5), pen.height() - top - em(0.5) - legend);
    Lens lens = Lens.of(x, y, pad + em(0.5), top, pen.width() - 2 * pad - em(1.7), high);
    Picture.Ink exact = ink(new Hue.Neutral());
    Picture.Ink quiet = ink(new Hue.Muted());
    double room = pen.width() - 2 * pad;
    if (titled) {
      String title = "Meta-gradient of MDP 1, true and on average";
      pen.words(exact, 1.05, title, pad, em(0.35), 0, 0, room);
    }
    if (explained) {
      pen.words(quiet, 0.96, meaning, pad, em(1.75), 0, 0, room);
    }
    arrow(lens, new Arrows.Point(1, 0), exact);
    arrow(lens, a.mean(), quiet);
    segment(lens, new Arrows.Point(1, 0), viaHessian, Row.HESSIAN);
    segment(lens, viaHessian, both, Row.COMPOSITIONAL);
    if (Math.hypot(both.x() - a.mean().x(), both.y() - a.mean().y()) > 0.01) {
      pen.dashes(
          quiet,
          0.5,
          lens.x(both.x()),
          lens.y(both.y()),
          lens.x(a.mean().x()),
          lens.y(a.mean().y()));
    }
    double line = pen.height() - legend + em(0.7);
    key(pad, line, em(5), exact, "true");
    key(
        pad + em(5.4),
        line,
        pen.width() - pad - em(5.4),
        quiet,
        String.format(
            Locale.ROOT,
            "mean estimate: %.0f° off, %s as long",
            a.angle(),
            Percent.of(a.mean().length())));
    boolean small = isSmall(lens, new Arrows.Point(1, 0), viaHessian);
    part(line + em(1.4), Row.HESSIAN, small, "Hessian ", a.hessianLength(), overall);
    small = isSmall(lens, viaHessian, both);
    part(
        line + em(2.8),
        Row.COMPOSITIONAL,
        small,
        "compositional ",
        a.compositionalLength(),
        overall);
  }

  /** A part of this MDP's error, and what the row beside it says of all of them. */
  private void part(
      double y, Row row, boolean small, String name, RelativeBias part, Map<Row, String> overall) {
    String all = overall.getOrDefault(row, "");
    String words = name + part.inWords() + (all.isEmpty() ? "" : "; " + all);
    double pad = em(MechanismView.PAD);
    if (small) {
      pen.ring(ink(row), 1.1, pad + em(0.7), y, em(RING));
    } else {
      stroke(ink(row), 1.5, row == Row.COMPOSITIONAL, pad, y, pad + em(1.4), y);
    }
    words(pad, y, pen.width() - 2 * pad, words);
  }

  private void key(double x, double y, double room, Picture.Ink ink, String text) {
    stroke(ink, 1.5, false, x, y, x + em(1.4), y);
    words(x, y, room, text);
  }

  private void words(double x, double y, double room, String text) {
    double begin = x + em(1.9);
    pen.words(ink(new Hue.Neutral()), 1, text, begin, y, 0, 0.5, x + room - begin - em(0.3));
  }

  private boolean isSmall(Lens lens, Arrows.Point from, Arrows.Point to) {
    double across = lens.x(to.x()) - lens.x(from.x());
    double length = Math.hypot(across, lens.y(to.y()) - lens.y(from.y()));
    return length > 0 && length < em(RING);
  }

  private void segment(Lens lens, Arrows.Point from, Arrows.Point to, Row row) {
    if (isSmall(lens, from, to)) {
      pen.ring(ink(row), 1.1, lens.x(from.x()), lens.y(from.y()), em(RING));
    }
    boolean striped = row == Row.COMPOSITIONAL;
    stroke(
        ink(row), 2.2, striped, lens.x(from.x()), lens.y(from.y()), lens.x(to.x()), lens.y(to.y()));
  }

  /** Stripes for who sees no colours. */
  private void stroke(Picture.Ink ink, double width, boolean striped, double... corners) {
    if (striped) {
      pen.dashes(ink, width, corners);
    } else {
      pen.line(ink, width, corners);
    }
  }

  private void arrow(Lens lens, Arrows.Point to, Picture.Ink ink) {
    pen.arrow(ink, 1.1, lens.x(0), lens.y(0), lens.x(to.x()), lens.y(to.y()));
  }
}
