package gmrl.app.lesson;

import gmrl.app.chart.ChartModel;
import gmrl.experiment.ShortNumber;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A condition on the numbers of a plot, as {@link ClaimParser} reads it.
 *
 * @param text as it was written
 * @param left what stands on the left
 * @param relation between them
 * @param right what stands on the right
 * @param curves names of the curves that it speaks of
 */
public record Claim(String text, Term left, Relation relation, Term right, List<String> curves) {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  /** Copies the list. */
  public Claim {
    curves = List.copyOf(curves);
  }

  /** How two numbers compare. */
  public enum Relation {
    /** Less than. */
    BELOW("<"),
    /** More than. */
    ABOVE(">"),
    /** The same to a thousandth. */
    EQUAL("=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    private boolean holds(double a, double b) {
      return switch (this) {
        case BELOW -> a < b;
        case ABOVE -> a > b;
        case EQUAL -> Math.abs(a - b) <= 1e-3 * Math.max(Math.abs(a), Math.abs(b));
      };
    }
  }

  /** A number that is read off a chart. */
  @FunctionalInterface
  public interface Term {
    /**
     * The number; NaN where the chart has none.
     *
     * @throws IllegalArgumentException with a sentence if the chart has no such curve or place
     */
    double in(ChartModel chart);
  }

  /**
   * What a chart says about the claim.
   *
   * @param holds whether it is true
   * @param numbers both sides, such as "57.1 > 18.4"
   */
  public record Verdict(boolean holds, String numbers) {}

  /**
   * Holds the claim against a chart.
   *
   * @throws IllegalArgumentException with a sentence if the chart has no such curve or place
   */
  public Verdict in(ChartModel chart) {
    double a = left.in(chart);
    double b = right.in(chart);
    // What cannot be computed is true of nothing.
    boolean holds = Double.isFinite(a) && Double.isFinite(b) && relation.holds(a, b);
    String sign = holds ? relation.sign() : "not " + relation.sign();
    return new Verdict(holds, ShortNumber.of(a) + " " + sign + " " + ShortNumber.of(b));
  }

  /** The condition as people read it. */
  public String words() {
    return QUOTED
        .matcher(text)
        .replaceAll("“$1”")
        .replace(" * ", " × ")
        .replace(" / ", " ÷ ")
        .replace(" < ", " is less than ")
        .replace(" > ", " is more than ")
        .replaceAll("(^|[\\s(])-", "$1−");
  }
}
