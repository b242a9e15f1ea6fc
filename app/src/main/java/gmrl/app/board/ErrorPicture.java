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

  /** What is muted is nearly as dark as what is not, before a hall. */
  private static final double QUIET = 0.7;

  /** Before the words of a key, after that of the truth, and from line to line. */
  private static final double KEY = 1.9;

  private static final double TRUE = 5.4;
  private static final double LINE = 1.4;

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
    boolean one = fits(List.of(mean(a)), wide() - em(TRUE));
    double legend = em(one ? 4.35 : 5.75);
    // Where it is low the words above give way: the arrows never lie on what they are called.
    double spare = pen.height() - legend - em(1.7);
    boolean titled = spare >= em(1.4);
    boolean explained = spare >= em(2.8);
    double top = em(explained ? 3.5 : titled ? 2.1 : 0.7);
    double high = Math.max(em(0.5), pen.height() - top - em(0.5) - legend);
    Lens lens = Lens.of(x, y, pad + em(0.5), top, pen.width() - 2 * pad - em(1.7), high);
    Picture.Ink exact = ink(new Hue.Neutral());
    Picture.Ink quiet = Pen.tint(new Hue.Muted(), QUIET * strength);
    double room = pen.width() - 2 * pad;
    if (titled) {
      String title =
          pen.fitting(
              1.05, room, "Meta-gradient of MDP 1, true and on average", "Meta-gradient of MDP 1");
      pen.words(exact, 1.05, title, pad, em(0.35), 0, 0, room);
    }
    if (explained) {
      String words = pen.fitting(0.96, room, meaning, meaning.replaceFirst("^how to ", ""));
      pen.words(ink(new Hue.Muted()), 0.96, words, pad, em(1.75), 0, 0, room);
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
    key(pad, line, exact, "true");
    double next = one ? line : line + em(LINE);
    boolean[] small = {
      isSmall(lens, new Arrows.Point(1, 0), viaHessian), isSmall(lens, viaHessian, both)
    };
    List<String> words = words(a, small, overall, one ? wide() - em(TRUE) : wide());
    key(one ? pad + em(TRUE) : pad, next, quiet, words.get(0));
    part(next + em(LINE), Row.HESSIAN, small[0], words.get(1));
    part(next + 2 * em(LINE), Row.COMPOSITIONAL, small[1], words.get(2));
  }

  /** Room for the words of a key. */
  private double wide() {
    return pen.width() - 2 * em(MechanismView.PAD) - em(KEY);
  }

  private static String mean(Arrows a) {
    return String.format(Locale.ROOT, "mean estimate: %.0f° off", a.angle());
  }

  /**
   * Words of the mean and the parts, all in one size: what there is no room for is left out.
   *
   * @param first room for those of the mean
   */
  private List<String> words(Arrows a, boolean[] small, Map<Row, String> overall, double first) {
    String mean = mean(a);
    String longer = mean + ", " + Percent.of(a.mean().length()) + " as long";
    String own = "Hessian " + a.hessianLength().inWords();
    String other = "compositional " + a.compositionalLength().inWords();
    List<List<String>> parts =
        List.of(
            List.of(own + beside(overall, Row.HESSIAN), other + beside(overall, Row.COMPOSITIONAL)),
            List.of(own + unseen(small[0]), other + unseen(small[1])),
            List.of(own, other));
    List<String> fitting =
        parts.stream().filter(each -> fits(each, wide())).findFirst().orElse(parts.get(2));
    return List.of(pen.fitting(1, first, longer, mean), fitting.get(0), fitting.get(1));
  }

  private static String unseen(boolean small) {
    return small ? ": too short to see" : "";
  }

  private boolean fits(List<String> words, double room) {
    return words.stream().allMatch(each -> pen.fits(1, room, each));
  }

  /** What the row beside the picture says of all MDPs. */
  private static String beside(Map<Row, String> overall, Row row) {
    String all = overall.getOrDefault(row, "");
    return all.isEmpty() ? "" : " here, " + all;
  }

  /** A part of this MDP's error. */
  private void part(double y, Row row, boolean small, String text) {
    double pad = em(MechanismView.PAD);
    if (small) {
      pen.ring(ink(row), 1.1, pad + em(0.7), y, em(RING));
    } else {
      stroke(ink(row), 1.5, row == Row.COMPOSITIONAL, pad, y, pad + em(1.4), y);
    }
    words(pad, y, text);
  }

  private void key(double x, double y, Picture.Ink ink, String text) {
    stroke(ink, 1.5, false, x, y, x + em(1.4), y);
    words(x, y, text);
  }

  private void words(double x, double y, String text) {
    double begin = x + em(KEY);
    double room = pen.width() - begin - em(MechanismView.PAD);
    pen.words(ink(new Hue.Neutral()), 1, text, begin, y, 0, 0.5, room);
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
