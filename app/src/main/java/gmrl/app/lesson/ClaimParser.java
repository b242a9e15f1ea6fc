package gmrl.app.lesson;

import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads conditions on a plot's numbers, such as {@code LVC at 6 > 2 * LVC at 1}.
 *
 * <pre>
 * claim  = sum ("&lt;" | "&gt;" | "=") sum
 * sum    = product (("+" | "-") product)*
 * product = factor (("*" | "/") factor)*
 * factor = number | "(" sum ")" | "-" factor
 *        | curve "at" place | ("low" | "high") curve "at" place
 *        | ("smallest" | "largest" | "mean") curve ["at" place] | "slope" curve
 * place  = number | "start" | "end"
 * curve  = word | "any text in double quotes"
 * </pre>
 *
 * <p>{@code low} and {@code high} are the ends of the interval, {@code slope} is fitted between
 * logarithms, {@code smallest}, {@code largest} and {@code mean} are over the whole curve or, where
 * single runs share a name, over the runs at a place.
 */
final class ClaimParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:\"([^\"]*)\"|(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|([<>=()+*/\\-])|([^\\s\"<>=()+*/\\-]+))");
  private static final Set<String> WORDS =
      Set.of("at", "low", "high", "smallest", "largest", "mean", "slope", "start", "end");

  private enum Kind {
    QUOTED,
    NUMBER,
    SIGN,
    WORD,
    END
  }

  private record Token(Kind kind, String text) {
    boolean is(String what) {
      return kind != Kind.QUOTED && text.equals(what);
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<String> curves = new ArrayList<>();
  private int next;

  private ClaimParser(String text) {
    this.text = text;
  }

  /**
   * Reads a condition.
   *
   * @throws IllegalArgumentException quoting it and saying what was expected where
   */
  static Claim parse(String text) {
    ClaimParser parser = new ClaimParser(text);
    parser.split();
    return parser.claim();
  }

  private void split() {
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    int end = text.stripTrailing().length();
    while (at < end) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new IllegalArgumentException(
            "the condition '" + text + "' has an open quotation mark, expected it closed");
      }
      for (int group = 1; group <= 4; group++) {
        if (matcher.group(group) != null) {
          tokens.add(new Token(Kind.values()[group - 1], matcher.group(group)));
        }
      }
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, "the end"));
  }

  private Claim claim() {
    Claim.Term left = sum();
    Claim.Relation relation = null;
    for (Claim.Relation each : Claim.Relation.values()) {
      if (peek().is(each.sign())) {
        relation = each;
      }
    }
    if (relation == null) {
      throw unexpected("<, > or =");
    }
    next++;
    Claim.Term right = sum();
    if (peek().kind() != Kind.END) {
      throw unexpected("nothing more");
    }
    return new Claim(text, left, relation, right, curves);
  }

  private Claim.Term sum() {
    Claim.Term value = product();
    while (peek().is("+") || peek().is("-")) {
      boolean plus = tokens.get(next++).is("+");
      Claim.Term a = value;
      Claim.Term b = product();
      value = chart -> a.in(chart) + (plus ? b.in(chart) : -b.in(chart));
    }
    return value;
  }

  private Claim.Term product() {
    Claim.Term value = factor();
    while (peek().is("*") || peek().is("/")) {
      boolean times = tokens.get(next++).is("*");
      Claim.Term a = value;
      Claim.Term b = factor();
      value = chart -> times ? a.in(chart) * b.in(chart) : a.in(chart) / b.in(chart);
    }
    return value;
  }

  private Claim.Term factor() {
    Token token = peek();
    if (token.kind() == Kind.NUMBER) {
      next++;
      double number = Double.parseDouble(token.text());
      return chart -> number;
    }
    if (token.is("-")) {
      next++;
      Claim.Term value = factor();
      return chart -> -value.in(chart);
    }
    if (token.is("(")) {
      next++;
      Claim.Term value = sum();
      expect(")");
      return value;
    }
    if (token.is("slope")) {
      next++;
      String curve = curve();
      return chart -> Curves.slope(Curves.named(chart, curve));
    }
    if (token.is("smallest") || token.is("largest") || token.is("mean")) {
      next++;
      return over(token.text());
    }
    ToDoubleFunction<ChartPoint> part = ChartPoint::y;
    if (token.is("low") || token.is("high")) {
      next++;
      part = token.is("low") ? ChartPoint::low : ChartPoint::high;
    }
    return point(curve(), part);
  }

  private Claim.Term over(String what) {
    String curve = curve();
    ToDoubleFunction<ChartSeries> place = peek().is("at") ? place() : null;
    return chart -> {
      ChartSeries series = Curves.named(chart, curve);
      List<ChartPoint> points =
          place == null ? series.points() : Curves.at(series, place.applyAsDouble(series));
      var heights = Curves.heights(points).summaryStatistics();
      if (heights.getCount() == 0) {
        return Double.NaN;
      }
      return switch (what) {
        case "smallest" -> heights.getMin();
        case "largest" -> heights.getMax();
        default -> heights.getAverage();
      };
    };
  }

  private Claim.Term point(String curve, ToDoubleFunction<ChartPoint> part) {
    ToDoubleFunction<ChartSeries> place = place();
    return chart -> {
      ChartSeries series = Curves.named(chart, curve);
      return Curves.at(series, place.applyAsDouble(series)).stream()
          .mapToDouble(part)
          .average()
          .orElse(Double.NaN);
    };
  }

  private ToDoubleFunction<ChartSeries> place() {
    expect("at");
    Token token = peek();
    if (token.is("start") || token.is("end")) {
      next++;
      return token.is("start") ? Curves::start : Curves::end;
    }
    boolean minus = token.is("-");
    if (minus) {
      next++;
    }
    if (peek().kind() != Kind.NUMBER) {
      throw unexpected("a number, start or end");
    }
    double x = Double.parseDouble(tokens.get(next++).text());
    return series -> minus ? -x : x;
  }

  private String curve() {
    Token token = peek();
    boolean word = token.kind() == Kind.WORD && !WORDS.contains(token.text());
    if (!word && token.kind() != Kind.QUOTED) {
      throw unexpected("a number or the name of a curve");
    }
    next++;
    curves.add(token.text());
    return token.text();
  }

  private Token peek() {
    return tokens.get(next);
  }

  private void expect(String sign) {
    if (!peek().is(sign)) {
      throw unexpected("'" + sign + "'");
    }
    next++;
  }

  private IllegalArgumentException unexpected(String expected) {
    Token token = peek();
    String found = token.kind() == Kind.END ? "ends" : "has '" + token.text() + "'";
    return new IllegalArgumentException(
        "the condition '" + text + "' " + found + ", expected " + expected);
  }
}
