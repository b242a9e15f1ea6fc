package gmrl.app.figure;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words with mathematics in Unicode, as LaTeX that needs no package. */
final class TexText {
  private static final Map<Integer, String> MATHS = new HashMap<>();
  private static final Map<Integer, String> WORDS = new HashMap<>();
  private static final Map<Integer, String> ACCENTS = new HashMap<>();

  static {
    String maths =
        "α \\alpha β \\beta γ \\gamma δ \\delta ε \\varepsilon η \\eta θ \\theta "
            + "κ \\kappa λ \\lambda μ \\mu π \\pi ρ \\rho σ \\sigma τ \\tau φ \\phi "
            + "ψ \\psi ω \\omega Δ \\Delta Σ \\Sigma Π \\Pi ∇ \\nabla ‖ \\| | | "
            + "· \\cdot × \\times − - ± \\pm √ \\surd ≤ \\le ≥ \\ge ≈ \\approx → \\to "
            + "∞ \\infty < < > > ∂ \\partial ∈ \\in ⊙ \\odot ÷ \\div";
    String words =
        "& \\& % \\% $ \\$ # \\# _ \\_ { \\{ } \\} ~ \\textasciitilde{} "
            + "^ \\textasciicircum{} \\ \\textbackslash{} ’ ' ‘ ` “ `` ” '' – -- — --- "
            + "… \\dots{} \u00A0 ~ \u2009 \\,";
    String[] accents = {"\u0302", "hat", "\u0304", "bar", "\u0303", "tilde", "\u0307", "dot"};
    fill(MATHS, maths.split(" ", -1));
    String raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    for (int digit = 0; digit < raised.length(); digit++) {
      MATHS.put((int) raised.charAt(digit), "^{" + digit + "}");
    }
    fill(MATHS, "⁻", "^{-}");
    fill(WORDS, words.split(" ", -1));
    fill(ACCENTS, accents);
  }

  /** A symbol of captions alone, or with the number that it is set to. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:\\|τ\\||‖g‖|[αβγλθφτKcT](?= = −?\\d)|K)(?: = −?\\d+(?:\\.\\d+)?)?"
              + "(?![\\p{L}\\d])");

  /** The space before a symbol that ends words: it never stands in a row of its own. */
  private static final Pattern LAST = Pattern.compile("(?<=\\p{L}) (?=\\$[^$]+\\$$)");

  /** Stands for the sign that begins or ends a formula, until all is known. */
  private static final char EDGE = '\u0001';

  private TexText() {}

  private static void fill(Map<Integer, String> table, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      table.put(pairs[i].codePointAt(0), pairs[i + 1]);
    }
  }

  /** Text without marks for raised and lowered parts. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder();
    Matcher formula = FORMULA.matcher(text);
    int end = 0;
    while (formula.find()) {
      out.append(raw(text.substring(end, formula.start())));
      // Signs of formulas stand around the whole, not around each of its letters.
      String inside = raw(formula.group().replace(" ", "")).replace("" + EDGE, "");
      out.append(EDGE).append(inside).append(EDGE);
      end = formula.end();
    }
    return finished(out.append(raw(text.substring(end))).toString());
  }

  /**
   * Neighbouring formulas are one formula: two signs side by side would begin a display, and two
   * exponents side by side be an error.
   */
  private static String finished(String raw) {
    return raw.replace("" + EDGE + EDGE, " ")
        .replace(EDGE, '$')
        .replaceAll("(?<=\\^\\{[-0-9]{0,9})\\} \\^\\{(?=[-0-9])", "");
  }

  private static String raw(String text) {
    StringBuilder out = new StringBuilder();
    String unbroken = text.replace(" %", "\u00a0%");
    int[] letters = Normalizer.normalize(unbroken, Normalizer.Form.NFD).codePoints().toArray();
    for (int i = 0; i < letters.length; i++) {
      String accent = i + 1 < letters.length ? ACCENTS.get(letters[i + 1]) : null;
      String maths = MATHS.get(letters[i]);
      if (accent != null) {
        String base = maths == null ? Character.toString(letters[i]) : maths;
        out.append(EDGE)
            .append('\\')
            .append(accent)
            .append('{')
            .append(base)
            .append('}')
            .append(EDGE);
        i++;
      } else if (maths != null) {
        out.append(EDGE).append(maths).append(EDGE);
      } else {
        out.append(WORDS.getOrDefault(letters[i], Character.toString(letters[i])));
      }
    }
    return Normalizer.normalize(out.toString(), Normalizer.Form.NFC);
  }

  /** Text of a chart: {@code ^{…}} raises, {@code _{…}} lowers, a backslash keeps what follows. */
  static String of(String markup) {
    StringBuilder out = new StringBuilder();
    StringBuilder words = new StringBuilder();
    int i = 0;
    while (i < markup.length()) {
      char c = markup.charAt(i);
      if (c == '\\' && i + 1 < markup.length()) {
        words.append(markup.charAt(i + 1));
        i += 2;
      } else if ((c == '^' || c == '_') && markup.startsWith("{", i + 1)) {
        out.append(raw(words.toString()));
        words.setLength(0);
        int close = markup.indexOf('}', i);
        int end = close < 0 ? markup.length() : close;
        out.append(EDGE).append(c).append("{\\mathrm{");
        out.append(raw(markup.substring(i + 2, end)).replace("" + EDGE, ""))
            .append("}}")
            .append(EDGE);
        i = end + 1;
      } else {
        words.append(c);
        i++;
      }
    }
    String tex = finished(out.append(raw(words.toString())).toString());
    return LAST.matcher(tex).replaceFirst("~");
  }
}
