package gmrl.app.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
  record Tick(double value, String label) {
    boolean isMajor() {
      return !label.isEmpty();
    }
  }

  /**
   * Ticks of an axis.
   *
   * @param axis its categories, if it has any
   * @param span the part in sight
   * @param room how many labels fit beside one another
   * @param grain what kind of numbers the axis has
   */
  static Ticks of(ChartAxis axis, Span span, double room, Grain grain) {
    if (!axis.categories().isEmpty()) {
      List<String> names = axis.categories();
      return new Ticks(
          IntStream.range(0, names.size()).mapToObj(i -> new Tick(i, names.get(i))).toList(), 0);
    }
    double fit = Math.max(2, room);
    if (span.scale() instanceof Scale.Log) {
      return grain == Grain.BINARY && span.size() < 4 ? binary(span, fit) : log(span, fit);
    }
    if (span.scale() instanceof Scale.SymLog symLog) {
      return symLog(symLog, span, fit);
    }
    return linear(span.from(), span.to(), fit, grain != Grain.REAL);
  }

  /** How many have a label. */
  long majors() {
    return labels(list);
  }

  /** What follows the words at the axis: the power of ten that the labels leave out. */
  String factor() {
    return exponent == 0 ? "" : "  (×" + power(exponent) + ")";
  }

  /** Powers of two, every one of them ticked, as many labelled as have room. */
  private static Ticks binary(Span span, double room) {
    List<Tick> all = powers(span, 2, 1, (m, k) -> number(Math.pow(2, k)));
    int stride = (int) Math.max(1, Math.ceil(all.size() / room));
    return new Ticks(
        IntStream.range(0, all.size())
            .mapToObj(i -> i % stride == 0 ? all.get(i) : new Tick(all.get(i).value, ""))
            .toList(),
        0);
  }

  private static Ticks linear(double from, double to, double room, boolean whole) {
    double span = to - from;
    double rough = span / Math.min(room, 7) * (1 - 1e-9);
    NumberTickUnitSource steps = new NumberTickUnitSource(whole);
    double step = steps.getCeilingTickUnit(rough).getSize();
    List<Double> values = multiples(step, from, to);
    if (values.size() < 2 && !whole) {
      // One number alone says nothing about the scale: the outermost of finer ones.
      step = steps.getCeilingTickUnit(span / FINE).getSize();
      List<Double> finer = multiples(step, from, to);
      values = List.of(finer.get(0), finer.get(finer.size() - 1));
    }
    double largest = Math.max(Math.abs(from), Math.abs(to));
    int exponent = largest >= 1e5 || largest < 5e-3 ? (int) Math.floor(Math.log10(largest)) : 0;
    int decimals = (int) Math.max(0, Math.ceil(exponent - Math.log10(step) - 1e-9));
    double unit = Math.pow(10, exponent);
    List<Tick> ticks = values.stream().map(v -> new Tick(v, decimal(v / unit, decimals))).toList();
    // A power of ten says nothing about zero.
    return new Ticks(ticks, values.stream().allMatch(v -> v == 0) ? 0 : exponent);
  }

  private static List<Double> multiples(double step, double from, double to) {
    double slack = 1e-9 * (to - from);
    return DoubleStream.iterate(
            Math.ceil(from / step - 1e-9), i -> i * step <= to + slack, i -> i + 1)
        .mapToObj(i -> i * step)
        .toList();
  }

  private static Ticks log(Span span, double room) {
    int first = (int) Math.ceil(span.from() - 1e-9);
    int last = (int) Math.floor(span.to() + 1e-9);
    double perDecade = room / span.size();
    List<Tick> ticks = List.of();
    // Labels at 1, 2 and 5 need the narrow gap from 1 to 2 (0.3 decades) to hold a label.
    if (perDecade * 0.301 < 1 || last - first >= 3) {
      int usual = (int) Math.max(1, Math.ceil(1 / perDecade));
      boolean two = Math.floorDiv(last, usual) - Math.floorDiv(first - 1, usual) >= 2;
      // Else the outermost powers, if there are two.
      int stride = two ? usual : Math.max(usual, last - first);
      int begin = two ? 0 : first;
      boolean simple = first >= -2 && last <= 3;
      ticks =
          powers(
              span,
              10,
              stride == 1 && perDecade > 0.7 ? 9 : 1,
              (m, k) ->
                  m > 1 || Math.floorMod(k - begin, stride) != 0
                      ? ""
                      : simple ? number(Math.pow(10, k)) : power(k));
    }
    if (labels(ticks) >= 2) {
      return new Ticks(ticks, 0);
    }
    ticks = powers(span, 10, 9, (m, k) -> m == 1 || m == 2 || m == 5 ? scientific(m, k) : "");
    Ticks even = linear(span.at(0), span.at(1), Math.min(room, 6), false);
    List<Tick> positive = even.list.stream().filter(t -> t.value > 0).toList();
    boolean tells = labels(ticks) >= 2 && labels(ticks) >= labels(positive);
    return tells || labels(ticks) >= 3 ? new Ticks(ticks, 0) : new Ticks(positive, even.exponent);
  }

  private static long labels(List<Tick> ticks) {
    return ticks.stream().filter(Tick::isMajor).count();
  }

  /** Powers in sight and perhaps their multiples, labelled by multiple and power. */
  private static List<Tick> powers(
      Span span, int base, int multiples, BiFunction<Integer, Integer, String> label) {
    double unit = Math.log10(base);
    List<Tick> ticks = new ArrayList<>();
    for (int k = (int) Math.floor(span.from() / unit - 1e-9); k <= span.to() / unit + 1e-9; k++) {
      for (int m = 1; m <= multiples; m++) {
        double value = m * Math.pow(base, k);
        if (span.holds(value)) {
          ticks.add(new Tick(value, label.apply(m, k)));
        }
      }
    }
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
    boolean simple = bottom >= -2 && top <= 3;
    for (int k = top; k >= bottom; k--) {
      for (int sign = 1; sign >= -1; sign -= 2) {
        double value = sign * Math.pow(10, k);
        double place = scale.position(value);
        if (span.holds(value)
            && kept.stream().allMatch(t -> Math.abs(scale.position(t.value) - place) >= gap)) {
          String label = simple ? number(value) : (sign < 0 ? "−" : "") + power(k);
          kept.add(new Tick(value, label));
        }
      }
    }
    if (kept.size() < 2) {
      return linear(span.at(0), span.at(1), room, false);
    }
    kept.sort(Comparator.comparingDouble(Tick::value));
    return new Ticks(kept, 0);
  }

  static String power(int exponent) {
    return "10^{" + Integer.toString(exponent).replace('-', '−') + "}";
  }

  private static String scientific(int mantissa, int exponent) {
    if (exponent >= -3 && exponent <= 3) {
      return number(mantissa * Math.pow(10, exponent));
    }
    return mantissa == 1 ? power(exponent) : mantissa + "·" + power(exponent);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .round(new MathContext(10))
        .stripTrailingZeros()
        .toPlainString()
        .replace('-', '−');
  }

  private static String decimal(double value, int decimals) {
    String text =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    boolean zero = text.chars().allMatch(c -> c == '0' || c == '.' || c == '-');
    return zero ? "0" : text.replace('-', '−');
  }
}
