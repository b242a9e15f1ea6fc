package gmrl.app.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tick values and labels of an axis.
 *
 * @param list in rising order
 * @param exponent power of ten taken out of the labels of a linear axis; 0 for none
 */
record Ticks(List<Tick> list, int exponent) {

  /** A tick; without a label it is a minor one. */
  record Tick(double value, String label) {
    boolean isMajor() {
      return !label.isEmpty();
    }
  }

  private static final double[] ONE_TWO_FIVE = {1, 2, 5};

  /**
   * Ticks between two positions.
   *
   * @param scale the axis's scale
   * @param from lowest position
   * @param to highest position
   * @param room how many labels fit beside one another
   * @param grain what kind of numbers the axis has
   */
  static Ticks of(Scale scale, double from, double to, double room, Grain grain) {
    double fit = Math.max(2, room);
    if (scale instanceof Scale.Log) {
      return grain == Grain.BINARY && to - from < 4 ? binary(from, to, fit) : log(from, to, fit);
    }
    if (scale instanceof Scale.SymLog symLog) {
      return symLog(symLog, from, to, fit);
    }
    return linear(from, to, fit, grain != Grain.REAL);
  }

  static Ticks categories(List<String> names) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      ticks.add(new Tick(i, names.get(i)));
    }
    return new Ticks(ticks, 0);
  }

  /** Powers of two, every one of them ticked, as many labelled as have room. */
  private static Ticks binary(double from, double to, double room) {
    double log2 = Math.log10(2);
    int first = (int) Math.ceil(from / log2 - 1e-9);
    int last = (int) Math.floor(to / log2 + 1e-9);
    int stride = (int) Math.max(1, Math.ceil((last - first + 1) / room));
    List<Tick> ticks = new ArrayList<>();
    for (int k = first; k <= last; k++) {
      double value = Math.pow(2, k);
      ticks.add(new Tick(value, (k - first) % stride == 0 ? number(value) : ""));
    }
    return new Ticks(ticks, 0);
  }

  private static Ticks linear(double from, double to, double room, boolean whole) {
    double span = to - from;
    double rough = span / Math.min(room, 7);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (double m : ONE_TWO_FIVE) {
      if (m * power >= rough * (1 - 1e-9)) {
        step = m * power;
        break;
      }
    }
    if (whole) {
      step = Math.max(1, step);
    }
    double largest = Math.max(Math.abs(from), Math.abs(to));
    int exponent = 0;
    if (largest >= 1e5 || largest < 5e-3) {
      exponent = (int) Math.floor(Math.log10(largest));
    }
    int decimals = (int) Math.max(0, Math.ceil(exponent - Math.log10(step) - 1e-9));
    List<Tick> ticks = new ArrayList<>();
    double unit = Math.pow(10, exponent);
    for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * span; i++) {
      double value = i * step;
      ticks.add(new Tick(value, decimal(value / unit, decimals)));
    }
    // A power of ten says nothing about zero.
    return new Ticks(ticks, ticks.stream().allMatch(t -> t.value() == 0) ? 0 : exponent);
  }

  private static Ticks log(double from, double to, double room) {
    double decades = to - from;
    int first = (int) Math.ceil(from - 1e-9);
    int last = (int) Math.floor(to + 1e-9);
    double labelsPerDecade = room / decades;
    List<Tick> ticks = new ArrayList<>();
    // Labels at 1, 2 and 5 need the narrow gap from 1 to 2 (0.3 decades) to hold a label.
    boolean fine = labelsPerDecade * 0.301 >= 1;
    if (!fine || last - first >= 3) {
      int stride = (int) Math.max(1, Math.ceil(1 / labelsPerDecade));
      boolean simple = first >= -2 && last <= 3;
      for (int k = first - 1; k <= last; k++) {
        boolean labelled = Math.floorMod(k, stride) == 0;
        for (int m = 1; m <= 9; m++) {
          double value = m * Math.pow(10, k);
          if (Math.log10(value) < from - 1e-9 || Math.log10(value) > to + 1e-9) {
            continue;
          }
          if (m == 1) {
            ticks.add(new Tick(value, labelled ? (simple ? number(value) : power(k)) : ""));
          } else if (stride == 1 && labelsPerDecade > 0.7) {
            ticks.add(new Tick(value, ""));
          }
        }
      }
      if (ticks.stream().filter(Tick::isMajor).count() >= 2) {
        return new Ticks(ticks, 0);
      }
      ticks.clear();
    }
    for (int k = first - 1; k <= last; k++) {
      for (int m = 1; m <= 9; m++) {
        double value = m * Math.pow(10, k);
        double place = Math.log10(value);
        if (place >= from - 1e-9 && place <= to + 1e-9) {
          boolean labelled = m == 1 || m == 2 || m == 5;
          ticks.add(new Tick(value, labelled ? scientific(m, k) : ""));
        }
      }
    }
    if (ticks.stream().filter(Tick::isMajor).count() >= 2) {
      return new Ticks(ticks, 0);
    }
    Ticks even = linear(Math.pow(10, from), Math.pow(10, to), Math.min(room, 4), false);
    List<Tick> inside = even.list.stream().filter(t -> t.value > 0).toList();
    return new Ticks(inside, even.exponent);
  }

  /** Zero and powers of ten on both sides, the outermost first, as far as labels have room. */
  private static Ticks symLog(Scale.SymLog scale, double from, double to, double room) {
    double gap = (to - from) / room;
    List<Tick> kept = new ArrayList<>();
    if (from <= 0 && to >= 0) {
      kept.add(new Tick(0, "0"));
    }
    double largest = Math.max(Math.abs(scale.value(from)), Math.abs(scale.value(to)));
    int top = (int) Math.floor(Math.log10(largest) + 1e-9);
    int bottom = (int) Math.floor(Math.log10(scale.threshold()));
    boolean simple = bottom >= -2 && top <= 3;
    for (int k = top; k >= bottom; k--) {
      for (int sign = 1; sign >= -1; sign -= 2) {
        double value = sign * Math.pow(10, k);
        double place = scale.position(value);
        boolean inside = place >= from - 1e-9 && place <= to + 1e-9;
        if (inside
            && kept.stream().allMatch(t -> Math.abs(scale.position(t.value) - place) >= gap)) {
          String label = simple ? number(value) : (sign < 0 ? "−" : "") + power(k);
          kept.add(new Tick(value, label));
        }
      }
    }
    if (kept.size() < 2) {
      return linear(scale.value(from), scale.value(to), room, false);
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
        .round(new java.math.MathContext(10))
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
