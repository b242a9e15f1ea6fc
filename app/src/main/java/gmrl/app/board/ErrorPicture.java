package gmrl.app.board;

import gmrl.app.chart.Hue;
import gmrl.app.chart.Pen;
import gmrl.app.chart.Picture;
import gmrl.app.ui.Percent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

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
  static final double QUIET = 0.7;

  /** Before the words of a key, after that of the truth, and from line to line. */
  private static final double KEY = 1.9;

  private static final double TRUE = 5.4;
  private static final double LINE = 1.4;

  /** From top to bottom. */
  private static final List<Row> PARTS = List.of(Row.HESSIAN, Row.COMPOSITIONAL);

  /** Narrower than this there is no room for numbers in a column of their own. */
  private static final double APART = 17;

  /** Between the columns of numbers. */
  private static final double BESIDE = 1.1;

  /** The arrows have so much height before a second line of words stands above them. */
  private static final double ARROWS = 4;

  /** And so much before one below them says how the parts add up. */
  private static final double LOWER = 2.5;

  /** A rest that is shorter, in lengths of the true meta-gradient, is not drawn. */
  private static final double REST = 0.01;

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
   * @param overall each bias over all MDPs, in words; empty where there is only this one
   * @param mdps how many these are
   */
  void draw(Arrows a, String meaning, Map<Row, String> overall, int mdps) {
    Arrows.Point viaHessian = new Arrows.Point(1 + a.hessian().x(), a.hessian().y());
    Arrows.Point both =
        new Arrows.Point(
            viaHessian.x() + a.compositional().x(), viaHessian.y() + a.compositional().y());
    double[] x = Lens.range(List.of(0.0, 1.0, a.mean().x(), viaHessian.x(), both.x()));
    double[] y = Lens.range(List.of(0.0, a.mean().y(), viaHessian.y(), both.y()));
    double pad = em(MechanismView.PAD);
    boolean one = pen.fits(1, wide() - em(TRUE), mean(a));
    boolean apart = mdps > 1 && pen.width() >= em(APART);
    double legend = em(2.95 + LINE * ((one ? 1 : 2) + (apart ? 1 : 0)));
    // Where it is low the words give way: the arrows never lie on what they are called.
    double spare = pen.height() - legend - em(1.7);
    boolean titled = spare >= em(1.4);
    boolean summed = spare >= em(LINE + LOWER);
    if (summed) {
      legend += em(LINE);
      spare -= em(LINE);
    }
    boolean explained = spare >= em(ARROWS);
    // Where there is room for it, the title stands off from what is above the picture.
    double off = em(spare >= em(ARROWS + 1) ? 0.6 : 0);
    double top = off + em(explained ? 3.5 : titled ? 2.1 : 0.7);
    double high = Math.max(em(0.5), pen.height() - top - em(0.5) - legend);
    Lens lens = Lens.of(x, y, pad + em(0.5), top, pen.width() - 2 * pad - em(1.7), high);
    Picture.Ink exact = ink(new Hue.Neutral());
    Picture.Ink quiet = Pen.tint(new Hue.Muted(), QUIET * strength);
    double room = pen.width() - 2 * pad;
    if (titled) {
      String title =
          pen.fitting(
              1.05, room, "Meta-gradient of MDP 1, true and on average", "Meta-gradient of MDP 1");
      pen.among(exact, 1.05, title, pad, off + em(0.35), 0, room);
    }
    if (explained) {
      String words = pen.fitting(0.96, room, meaning, meaning.replaceFirst("^how to ", ""));
      pen.among(ink(new Hue.Muted()), 0.96, words, pad, off + em(1.75), 0, room);
    }
    arrow(lens, new Arrows.Point(1, 0), exact);
    arrow(lens, a.mean(), quiet);
    segment(lens, new Arrows.Point(1, 0), viaHessian, Row.HESSIAN);
    segment(lens, viaHessian, both, Row.COMPOSITIONAL);
    boolean rest = Math.hypot(both.x() - a.mean().x(), both.y() - a.mean().y()) > REST;
    if (rest) {
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
    Map<Row, Boolean> small =
        Map.of(
            Row.HESSIAN,
            isSmall(lens, new Arrows.Point(1, 0), viaHessian),
            Row.COMPOSITIONAL,
            isSmall(lens, viaHessian, both));
    String mean = mean(a);
    String longer = mean + ", " + Percent.of(a.mean().length()) + " as long";
    double room1 = wide() - (one ? em(TRUE) : 0);
    key(one ? pad + em(TRUE) : pad, next, quiet, pen.fitting(1, room1, longer, mean));
    Map<Row, RelativeBias> here =
        Map.of(Row.HESSIAN, a.hessianLength(), Row.COMPOSITIONAL, a.compositionalLength());
    if (apart) {
      parts(next + em(LINE), small, here, overall, mdps);
    } else {
      alone(next + em(LINE), small, here);
    }
    if (summed) {
      String words = pen.fitting(0.96, room, sum(rest));
      double bottom = next + em(LINE * (PARTS.size() + (apart ? 2 : 1)));
      pen.among(ink(new Hue.Muted()), 0.96, words, pad, bottom, 0.5, room);
    }
  }

  /** How the parts come to the whole error, in fewer and fewer words. */
  private static String[] sum(boolean rest) {
    String add = "as arrows, not as percentages";
    return rest
        ? new String[] {
          "the parts add " + add + "; dashed: the rest",
          "they add " + add + "; dashed: rest",
          "arrows add, percentages do not; dashed: rest",
          "arrows add, percentages do not"
        }
        : new String[] {
          "the parts add " + add, "they add " + add, "arrows add, percentages do not"
        };
  }

  /** Room for the words of a key. */
  private double wide() {
    return pen.width() - 2 * em(MechanismView.PAD) - em(KEY);
  }

  private static String mean(Arrows a) {
    return String.format(Locale.ROOT, "mean estimate: %.0f° off", a.angle());
  }

  private static String name(Row row) {
    return row == Row.HESSIAN ? "Hessian" : "compositional";
  }

  /** The parts of the only MDP. */
  private void alone(double y, Map<Row, Boolean> small, Map<Row, RelativeBias> here) {
    Function<Row, String> brief = row -> name(row) + " " + of(here, row).inWords();
    Function<Row, String> whole =
        row -> brief.apply(row) + (of(small, row) ? ": too short to see" : "");
    boolean roomy = PARTS.stream().allMatch(row -> pen.fits(1, wide(), whole.apply(row)));
    for (int i = 0; i < PARTS.size(); i++) {
      Row row = PARTS.get(i);
      double at = y + i * em(LINE);
      sample(at, row, of(small, row));
      words(em(MechanismView.PAD), at, (roomy ? whole : brief).apply(row));
    }
  }

  /**
   * The parts of this MDP, and beside them what the rows say of all of them: numbers that differ
   * say of what they are.
   */
  private void parts(
      double y,
      Map<Row, Boolean> small,
      Map<Row, RelativeBias> here,
      Map<Row, String> overall,
      int mdps) {
    double begin = em(MechanismView.PAD) + em(KEY);
    Picture.Ink muted = ink(new Hue.Muted());
    double first = begin + widest(PARTS.stream().map(ErrorPicture::name)) + em(BESIDE);
    double room = pen.width() - em(MechanismView.PAD) - first;
    String head = pen.fitting(1, room, "MDP 1 alone", "MDP 1");
    double width =
        Math.min(
            room,
            widest(
                Stream.concat(
                    Stream.of(head), PARTS.stream().map(row -> of(here, row).inWords()))));
    double second = first + width + em(BESIDE);
    double left = pen.width() - em(MechanismView.PAD) - second;
    String all = pen.fitting(1, left, "all " + mdps + " MDPs", "all " + mdps);
    boolean both = left >= widest(Stream.concat(Stream.of(all), overall.values().stream()));
    pen.among(muted, 1, head, first, y, 0.5, width);
    if (both) {
      pen.among(muted, 1, all, second, y, 0.5, left);
    }
    for (int i = 0; i < PARTS.size(); i++) {
      Row row = PARTS.get(i);
      double at = y + (i + 1) * em(LINE);
      sample(at, row, of(small, row));
      words(em(MechanismView.PAD), at, name(row));
      String number = of(here, row).inWords();
      String fitting = pen.fitting(1, width, number, number.replaceFirst(" ± .*", ""));
      pen.among(ink(new Hue.Neutral()), 1, fitting, first, at, 0.5, width);
      if (both) {
        pen.among(muted, 1, overall.getOrDefault(row, "…"), second, at, 0.5, left);
      }
    }
  }

  private double widest(Stream<String> words) {
    return words.mapToDouble(each -> pen.width(1, each)).max().orElse(0);
  }

  private static <T> T of(Map<Row, T> map, Row row) {
    return Objects.requireNonNull(map.get(row));
  }

  /** What stands for a part in the picture. */
  private void sample(double y, Row row, boolean small) {
    double pad = em(MechanismView.PAD);
    if (small) {
      pen.ring(ink(row), 1.1, pad + em(0.7), y, em(RING));
    } else {
      stroke(ink(row), 1.5, row == Row.COMPOSITIONAL, pad, y, pad + em(1.4), y);
    }
  }

  private void key(double x, double y, Picture.Ink ink, String text) {
    stroke(ink, 1.5, false, x, y, x + em(1.4), y);
    words(x, y, text);
  }

  private void words(double x, double y, String text) {
    double begin = x + em(KEY);
    double room = pen.width() - begin - em(MechanismView.PAD);
    pen.among(ink(new Hue.Neutral()), 1, text, begin, y, 0.5, room);
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
