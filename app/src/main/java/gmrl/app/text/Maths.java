package gmrl.app.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the formulas in plain sentences such as "at most K·α^K·|τ|^(−1/2)". */
public final class Maths {
  /** One symbol, number or bracket. */
  private static final String ATOM =
      "(?:O\\((?:[^()\\s]|\\([^()]*\\))*\\)|\\|τ\\||[α-ωΔ]|[KTH](?!\\p{L})|\\d+(?:\\.\\d+)?"
          + "|\\([KTα-ωΔ0-9+−/·|]+\\))";

  private static final String POWER = ATOM + "(?:\\^" + ATOM + ")?";

  private static final Pattern FORMULA =
      Pattern.compile(
          "(?<![\\p{L}\\d.])" + POWER + "(?:(?: [=≥≤<] |[·/+−]?)" + POWER + ")*(?![\\p{L}\\d])");

  /** A number alone is no formula. */
  private static final Pattern TELLING = Pattern.compile("[α-ωΔ^]|(?<!\\p{L})[KTH](?!\\p{L})");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("α", "\\alpha "),
          Map.entry("β", "\\beta "),
          Map.entry("γ", "\\gamma "),
          Map.entry("δ", "\\delta "),
          Map.entry("ε", "\\varepsilon "),
          Map.entry("θ", "\\theta "),
          Map.entry("λ", "\\lambda "),
          Map.entry("σ", "\\sigma "),
          Map.entry("τ", "\\tau "),
          Map.entry("φ", "\\phi "),
          Map.entry("Δ", "\\Delta "),
          Map.entry("·", "\\,"),
          Map.entry("−", "-"),
          Map.entry("≥", "\\ge "),
          Map.entry("≤", "\\le "));

  private Maths() {}

  /** The sentence in the mark-up of {@link Prose}, with its formulas between dollars. */
  public static String marked(String sentence) {
    Matcher formula = FORMULA.matcher(sentence);
    StringBuilder text = new StringBuilder();
    while (formula.find()) {
      String found = formula.group();
      formula.appendReplacement(
          text,
          Matcher.quoteReplacement(TELLING.matcher(found).find() ? "$" + tex(found) + "$" : found));
    }
    return formula.appendTail(text).toString();
  }

  private static String tex(String formula) {
    String tex =
        formula
            .replaceAll("\\^\\(([^()]*)\\)", "^{$1}")
            .replaceAll("\\^([^{\\\\])", "^{$1}")
            .replaceAll("(?<!\\p{L})O\\(", "\\\\mathcal{O}(");
    for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
      tex = tex.replace(sign.getKey(), sign.getValue());
    }
    return tex.strip();
  }
}
