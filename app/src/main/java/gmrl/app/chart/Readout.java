package gmrl.app.chart;

import gmrl.meta.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values in words, for the hover read-out, the table and screen readers. */
final class Readout {
  private static final MathContext DIGITS = new MathContext(4);

  private Readout() {}

  static String text(PlotGeometry plot, PlotGeometry.Hit hit) {
    ChartModel model = plot.model();
    ChartPoint p = hit.point();
    Interval known = p.known();
    String unit = model.y().unit();
    String interval =
        p.hasLength() ? "\n[" + number(known.low()) + ", " + number(known.high()) + "]" + unit : "";
    String trials = p.exact() ? "\nexact" : p.trials() > 0 ? "\n" + p.trials() + " trials" : "";
    String x = named(model.x(), "at ") + x(model, p);
    String y = named(model.y(), "") + number(p.y()) + unit;
    String sight = plot.frame().y().holds(p.y()) ? "" : ", beyond the axis";
    return hit.series().name() + "\n" + x + "\n" + y + sight + interval + trials;
  }

  /** What a value is of; an axis without words stands where everybody sees what it is. */
  private static String named(ChartAxis axis, String otherwise) {
    String name = shortLabel(axis.label());
    return name.isEmpty() ? otherwise : name + " = ";
  }

  /** A category's name, or the number. */
  static String x(ChartModel model, ChartPoint p) {
    int index = (int) Math.round(p.x());
    boolean named = index == p.x() && index >= 0 && index < model.x().categories().size();
    return named ? model.x().categories().get(index) : number(p.x());
  }

  /** One sentence on what the chart shows, for screen readers. */
  static String summary(ChartModel model) {
    String title = model.title().isBlank() ? "" : " “" + MathText.of(model.title()).plain() + "”";
    String up = shortLabel(model.y().label());
    String along = shortLabel(model.x().label());
    String axes = up.isEmpty() && along.isEmpty() ? "" : up + " against " + along + ". ";
    String curves =
        model.series().stream()
            .map(s -> s.legendText() + ", " + s.present().count() + " points. ")
            .collect(Collectors.joining());
    String numbers = model.isEmpty() ? "No data yet." : curves + model.mark();
    return ("Chart" + title + ": " + axes + numbers).strip();
  }

  private static String shortLabel(String markup) {
    return MathText.of(withoutBrackets(markup)).plain();
  }

  /** A label without the explanation in brackets at its end. */
  static String withoutBrackets(String label) {
    return label.replaceFirst("\\s*\\([^()]*\\)$", "");
  }

  /** Four significant digits, exponent only when needed. */
  static String number(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
    boolean plain = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6;
    String text =
        plain
            ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
            : String.format(Locale.ROOT, "%.3e", value).replace("e+0", "e").replace("e-0", "e-");
    return text.replace('-', '−');
  }
}
