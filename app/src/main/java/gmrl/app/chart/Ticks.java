package gmrl.app.chart;

import static org.jfree.chart.axis.TickType.MAJOR;
import static org.jfree.chart.axis.TickType.MINOR;
import static org.jfree.chart.ui.TextAnchor.CENTER;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnitSource;

/**
 * Tick values and labels of an axis.
 *
 * @param list in rising order
 * @param exponent power of ten taken out of the labels of a linear axis; 0 for none
 */
record Ticks(List<Tick> list, int exponent) {
  /** Parts of an axis with room for two numbers only, of which its outermost numbers are made. */
  private static final double FINE = 5;

  /** A tick; without a label it is a minor one. */
  @SuppressWarnings("serial")
  static final class Tick extends NumberTick {
    Tick(double value, String label) {
      super(label.isEmpty() ? MINOR : MAJOR, value, label, CENTER, CENTER, 0);
    }
  }

  /** A new one would make a format of numbers, which takes longer than all else about ticks. */
  private static final ThreadLocal<NumberTickUnitSource> STEPS =
      ThreadLocal.withInitial(NumberTickUnitSource::new);

  /** Between two numbers, in sizes of type: in a row, and one above another. */
  private static final double BESIDE = 0.6;

  private static final double ABOVE = 0.7;

  /** Room of a usual number in a row. */
  private static final double WIDE = 2.9;

  /** So many numbers are enough for any axis. */
  private static final double MOST = 12;

  /** So many tell how it counts. */
  private static final int TELLING = 3;

  /** Steps that may be taken where with them both ends of an axis have a number, by first digit. */
  private static final List<Integer> ENDING = List.of(1, 2, 4, 5, 8);

  /** The number at an end may stand so much closer to the next than these to one another. */
  private static final double END = 0.7;

  /** How many times as close they stand where there would be fewer. */
  private static final double CLOSER = 2;

  /**
   * As many ticks as stand clear of one another.
   *
   * @param plot whose axis
   * @param level whether it lies below the plot instead of beside it
   * @param grain what kind of numbers it has
   * @param length of it
   */
  static Ticks along(PlotGeometry plot, boolean level, Grain grain, double length) {
    List<String> names = plot.axis(level).categories();
    if (!names.isEmpty()) {
      return new Ticks(
          IntStream.range(0, names.size()).mapToObj(i -> new Tick(i, names.get(i))).toList(), 0);
    }
    double em = plot.theme().fontSize();
    double room = Math.min(MOST, length / (level ? WIDE : 1 + ABOVE) / em);
    Ticks usual = clear(plot, level, grain, length, room);
    if (usual.majors().size() >= TELLING) {
      return usual;
    }
    // Two numbers hardly tell how an axis counts: closer ones, where these are short enough.
    Ticks closer = clear(plot, level, grain, length, CLOSER * room);
    return closer.majors().size() >= TELLING ? closer : usual;
  }

  /** The closest that stand clear of one another, with room for at most so many. */
  private static Ticks clear(
      PlotGeometry plot, boolean level, Grain grain, double length, double most) {
    Ticks ticks = of(plot.span(level), most, grain);
    for (double room = most; room > 2 && !ticks.fit(plot, level, length); ) {
      room *= 0.85;
      ticks = of(plot.span(level), room, grain);
    }
    return ticks;
  }

  private boolean fit(PlotGeometry plot, boolean level, double length) {
    float em = plot.theme().fontSize();
    String unit = plot.axis(level).unit();
    double end = Double.NEGATIVE_INFINITY;
    for (Tick tick : majors()) {
      double size = level ? ChartFonts.width(tick.getText() + unit, em) : em;
      double begin = length * plot.span(level).share(tick.getValue()) - size / 2;
      if (begin < end) {
        return false;
      }
      end = begin + size + (level ? BESIDE : ABOVE) * em;
    }
    return true;
  }

  /**
   * Ticks of an axis of numbers.
   *
   * @param span the part in sight
   * @param room how many labels fit beside one another
   * @param grain what kind of numbers the axis has
   */
  static Ticks of(Span span, double room, Grain grain) {
    double fit = Math.max(2, room);
    if (span.scale() instanceof Scale.Log) {
      return log(span, fit, grain == Grain.BINARY && span.size() < 4 ? 2 : 10);
    }
    if (span.scale() instanceof Scale.SymLog symLog) {
      return symLog(symLog, span, fit);
    }
    return linear(span.from(), span.to(), fit, grain != Grain.REAL);
  }

  /** What follows the words at the axis: the power of ten that the labels leave out. */
  String factor() {
    return exponent == 0 ? "" : "  (×" + power(exponent) + ")";
  }

  /** Those that have a label. */
  List<Tick> majors() {
    return list.stream().filter(tick -> MAJOR.equals(tick.getTickType())).toList();
  }

  private static Ticks linear(double from, double to, double room, boolean whole) {
    double span = to - from;
    double rough = span / Math.min(room, 7) * (1 - 1e-9);
    double step = step(whole ? Math.max(1, rough) : rough);
    List<Double> values = multiples(step, from, to);
    if (values.size() < 2 && !whole) {
      // One number alone says nothing about the scale: the outermost of finer ones.
      step = step(span / FINE);
      List<Double> finer = multiples(step, from, to);
      values = List.of(finer.get(0), finer.get(finer.size() - 1));
    }
    if (values.isEmpty() || values.get(0) > from || values.get(values.size() - 1) < to) {
      double ending = ending(from, to, room, whole, values.size());
      if (ending > 0) {
        step = ending;
        values = multiples(step, from, to);
      }
    }
    double largest = Math.max(Math.abs(from), Math.abs(to));
    int exponent = largest >= 1e5 || largest < 5e-3 ? (int) Math.floor(Math.log10(largest)) : 0;
    int decimals = (int) Math.max(0, Math.ceil(exponent - Math.log10(step) - 1e-9));
    double unit = Math.pow(10, exponent);
    List<Tick> ticks =
        values.stream().map(v -> new Tick(v, v == 0 ? "0" : fixed(v / unit, decimals))).toList();
    // A power of ten says nothing about zero.
    return new Ticks(ticks, values.stream().allMatch(v -> v == 0) ? 0 : exponent);
  }

  /** The closest steps from end to end, if these are round; 0 if they are not, or too few. */
  private static double ending(double from, double to, double room, boolean whole, int least) {
    for (int parts = (int) room; parts >= Math.max(2, least - 1); parts--) {
      double step = (to - from) / parts;
      if (isRound(step) && isWhole(from / step) && (!whole || isWhole(step))) {
        return step;
      }
    }
    return 0;
  }

  private static boolean isRound(double value) {
    double digit = value / Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
    return isWhole(digit) && ENDING.contains((int) Math.rint(digit));
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-9;
  }

  private static double step(double least) {
    return STEPS.get().getCeilingTickUnit(least).getSize();
  }

  private static List<Double> multiples(double step, double from, double to) {
    double slack = 1e-9 * (to - from);
    return DoubleStream.iterate(
            Math.ceil(from / step - 1e-9), i -> i * step <= to + slack, i -> i + 1)
        .mapToObj(i -> i * step)
        .toList();
  }

  /**
   * Powers; where these are few, one, two and five of each; even steps within a decade. An end that
   * is a round number has it.
   */
  private static Ticks log(Span span, double room, int base) {
    if (base == 10 && span.size() < 1) {
      return linear(span.at(0), span.at(1), room, false);
    }
    double unit = Math.log10(base);
    int first = (int) Math.ceil(span.from() / unit - 1e-9);
    int last = (int) Math.floor(span.to() / unit + 1e-9);
    double each = unit * room / span.size();
    // Two of them at least, if there are two.
    int stride = (int) Math.max(1, Math.min(Math.ceil(1 / each), last - first));
    boolean simple = base == 2 || (first >= -3 && last <= 3);
    // The narrow gap from 1 to 2 must hold a label.
    boolean fine = base == 10 && (last <= first || (each * 0.301 >= 1 && last - first < 3));
    boolean parted = fine || (base > 2 && stride == 1 && each > 0.7);
    List<Tick> ticks = new ArrayList<>();
    for (int k = first - 1; k <= last; k++) {
      for (int m = 1; m <= (parted ? 9 : 1); m++) {
        double value = m * Math.pow(base, k);
        boolean told = fine ? m == 1 || m == 2 || m == 5 : m == 1 && (k - first) % stride == 0;
        // Of many powers the outermost would be no even step.
        boolean end = (base == 2 || m > 1) && isEnd(span, value);
        if (span.holds(value)) {
          ticks.add(new Tick(value, told || end ? word(base, m, k, simple) : ""));
        }
      }
    }
    return new Ticks(apart(ticks, span, END * span.size() / room), 0);
  }

  private static boolean isEnd(Span span, double value) {
    double share = span.share(value);
    return Math.min(Math.abs(share), Math.abs(1 - share)) < Span.EDGE;
  }

  /** Numbers that are too near to that of an end are left out. */
  private static List<Tick> apart(List<Tick> ticks, Span span, double gap) {
    List<Double> ends =
        ticks.stream()
            .filter(t -> MAJOR.equals(t.getTickType()) && isEnd(span, t.getValue()))
            .map(t -> span.position(t.getValue()))
            .toList();
    ticks.replaceAll(
        t -> {
          double place = span.position(t.getValue());
          boolean near = ends.stream().anyMatch(e -> e != place && Math.abs(e - place) < gap);
          return near && !ends.contains(place) ? new Tick(t.getValue(), "") : t;
        });
    return ticks;
  }

  /** Zero and powers of ten on both sides, the outermost first, as far as labels have room. */
  private static Ticks symLog(Scale.SymLog scale, Span span, double room) {
    double gap = span.size() / room;
    List<Tick> kept = new ArrayList<>();
    if (span.holds(0)) {
      kept.add(new Tick(0, "0"));
    }
    double largest = Math.max(Math.abs(span.at(0)), Math.abs(span.at(1)));
    int top = (int) Math.floor(Math.log10(largest) + 1e-9);
    int bottom = (int) Math.floor(Math.log10(scale.threshold()));
    boolean simple = bottom >= -3 && top <= 3;
    for (int k = top; k >= bottom; k--) {
      for (int sign = 1; sign >= -1; sign -= 2) {
        double value = sign * Math.pow(10, k);
        double place = scale.position(value);
        if (span.holds(value)
            && kept.stream().allMatch(t -> Math.abs(scale.position(t.getValue()) - place) >= gap)) {
          kept.add(new Tick(value, (sign < 0 ? "−" : "") + word(10, 1, k, simple)));
        }
      }
    }
    if (kept.size() < 2) {
      return linear(span.at(0), span.at(1), room, false);
    }
    kept.sort(Comparator.comparingDouble(Tick::getValue));
    return new Ticks(kept, 0);
  }

  static String power(int exponent) {
    return "10^{" + minus(Integer.toString(exponent)) + "}";
  }

  /** A multiple of a power, as a plain number where these are few. */
  private static String word(int base, int multiple, int exponent, boolean simple) {
    return simple
        ? number(multiple * Math.pow(base, exponent))
        : (multiple > 1 ? multiple + "·" : "") + power(exponent);
  }

  private static String number(double value) {
    return minus(
        BigDecimal.valueOf(value).round(new MathContext(10)).stripTrailingZeros().toPlainString());
  }

  private static String fixed(double value, int decimals) {
    return minus(
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }
}
