package gmrl.app.figure;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.file.JsonView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The words under a figure, written from what made it: panels, bands, what all experiments have in
 * common, source and version. A beginning that an author edits, in which no number is copied by
 * hand.
 *
 * @param figure as it stands on paper
 * @param text the words, mathematics in Unicode
 */
public record Caption(Figure figure, String text) {
  /** What is worth saying of a specification, by key, in this order. */
  private static final Map<String, Function<String, String>> SAID = new LinkedHashMap<>();

  static {
    SAID.put("alpha", "α = %s"::formatted);
    SAID.put("steps", "K = %s"::formatted);
    SAID.put("hessianCoef", value -> value.equals("0") ? "" : "c = " + value);
    SAID.put("hessianNoise", value -> value.equals("0") ? "" : "noise of the Hessian " + value);
    SAID.put("innerLr", "inner step size %s"::formatted);
    SAID.put("outerLr", "outer step size %s"::formatted);
    SAID.put("learningRate", "outer step size %s"::formatted);
    SAID.put("inner", "inner slot %s"::formatted);
    SAID.put("hessian", value -> value.equals("shared") ? "" : "Hessian slot " + value);
    SAID.put("outer", "outer slot %s"::formatted);
    SAID.put("gamma", "γ = %s"::formatted);
    SAID.put("horizon", "T = %s"::formatted);
    SAID.put("rollout", "rollouts of %s steps"::formatted);
    SAID.put("mdps", value -> counted(value, "MDP"));
    SAID.put("states", value -> counted(value, "state"));
    SAID.put("actions", value -> counted(value, "action"));
    SAID.put("trials", value -> counted(value, "trial") + " each");
    SAID.put("runs", value -> counted(value, "run") + " each");
    SAID.put("updates", value -> counted(value, "update"));
    SAID.put("seeds", value -> value.equals("1") ? "" : counted(value, "seed"));
    SAID.put("seed", "seed %s"::formatted);
  }

  /** Names of swept variables that differ from their keys. */
  private static final Map<String, List<String>> SWEPT =
      Map.of(
          "samples", List.of("inner", "hessian", "outer"), "hessian-coef", List.of("hessianCoef"));

  /**
   * The caption of a figure.
   *
   * @param planned the figure
   * @param options how it stands on paper
   */
  public static Caption of(Figure planned, FigureOptions options) {
    Figure figure = Layout.of(planned, options);
    JsonView json =
        JsonView.parse("a figure's configuration", planned.provenance().configuration());
    List<String> sentences = new ArrayList<>();
    sentences.add(sentence(figure.title()));
    JsonNode panels = json.value().path("panels");
    if (panels.size() == planned.panels().size()) {
      String shown = sentence(shown(panels, options));
      // A single plot under its own name says nothing that the title has not said, or says it.
      if (says(shown, figure.title())) {
        sentences.clear();
      }
      sentences.add(shown);
      sentences.add(bands(panels));
      sentences.add(settings(panels));
    }
    String source = json.value().path("source").asText("");
    sentences.add(credit(source));
    sentences.add(sentence("Made with " + planned.provenance().software()));
    List<String> marks =
        figure.panels().stream().map(p -> p.mark()).filter(m -> !m.isEmpty()).distinct().toList();
    sentences.add(marks.isEmpty() ? "" : sentence("Unfinished: " + String.join("; ", marks)));
    return new Caption(
        figure, String.join(" ", sentences.stream().filter(s -> !s.isEmpty()).toList()));
  }

  /** Whose experiment it is: nobody's else where it is ours, a sentence where it is a preset. */
  private static String credit(String source) {
    if (source.isBlank() || source.startsWith("GMRL Lab")) {
      return "";
    }
    return source.startsWith("preset ")
        ? sentence(source.substring(source.indexOf(". ") + 2))
        : "After " + sentence(source);
  }

  private static String shown(JsonNode panels, FigureOptions options) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < panels.size(); i++) {
      String measure = panels.get(i).path("measure").asText();
      String heading = Layout.bare(panels.get(i).path("title").asText(""));
      String letter = options.letters() && panels.size() > 1 ? Layout.letter(i) + " " : "";
      boolean named = says(measure, heading);
      boolean repeats = named || heading.contains(measure);
      parts.add(letter + (named ? measure : heading) + (repeats ? "" : ": " + measure));
    }
    return String.join("; ", parts);
  }

  /** Whether some words begin like a name, whatever the case of their letters and articles. */
  private static boolean says(String words, String name) {
    return article(words).startsWith(article(name));
  }

  private static String article(String words) {
    String small = words.strip().toLowerCase(Locale.ROOT);
    return small.startsWith("the ") ? small.substring(4) : small;
  }

  private static String bands(JsonNode panels) {
    Set<String> words = new LinkedHashSet<>();
    panels.forEach(panel -> words.add(panel.path("bands").asText("none")));
    words.remove("none");
    return words.isEmpty() ? "" : sentence("Bands and whiskers: " + String.join("; ", words));
  }

  /** What all experiments of all panels have in common. */
  private static String settings(JsonNode panels) {
    List<Map<String, String>> all = new ArrayList<>();
    for (JsonNode config : panels.findValues("config")) {
      Map<String, String> values = new LinkedHashMap<>();
      collect(config, values);
      String swept = config.path("sweep").path("variable").asText("");
      SWEPT.getOrDefault(swept, List.of(swept)).forEach(values::remove);
      all.add(values);
    }
    if (all.isEmpty()) {
      return "";
    }
    List<String> said = new ArrayList<>();
    SAID.forEach(
        (key, words) -> {
          String value = all.get(0).get(key);
          if (value != null && all.stream().allMatch(other -> value.equals(other.get(key)))) {
            said.add(words.apply(value));
          }
        });
    said.removeIf(String::isEmpty);
    return said.isEmpty()
        ? ""
        : sentence(
            (all.size() == 1 ? "Settings: " : "Common to all curves: ") + String.join(", ", said));
  }

  private static void collect(JsonNode node, Map<String, String> into) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode value = entry.getValue();
      if (value.isObject()) {
        collect(value, into);
      } else if (value.isNumber()) {
        into.put(entry.getKey(), plain(value.decimalValue()));
      } else if (value.isTextual()) {
        into.put(entry.getKey(), value.textValue());
      }
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String counted(String number, String what) {
    return number + " " + what + (number.equals("1") ? "" : "s");
  }

  private static String sentence(String words) {
    String text = words.strip();
    if (text.isEmpty()) {
      return text;
    }
    String capital = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return text.endsWith(".") ? capital : capital + ".";
  }

  /**
   * A LaTeX figure environment.
   *
   * @param format of the picture that it includes
   * @param options how it stands on paper
   */
  public String latex(FigureFormat format, FigureOptions options) {
    String file = figure.id() + "." + format.extension();
    String picture =
        format == FigureFormat.TIKZ
            ? "\\input{" + file + "}"
            : "\\includegraphics[width=%sin]{%s}"
                .formatted(
                    plain(
                        BigDecimal.valueOf(options.size().widthInches())
                            .setScale(3, RoundingMode.HALF_UP)),
                    file);
    return """
    \\begin{figure}[t]
      \\centering
      %s
      \\caption{%s}
      \\label{fig:%s}
    \\end{figure}
    """
        .formatted(picture, TexText.plain(text), figure.id().replaceAll("[^A-Za-z0-9-]", "-"));
  }

  /**
   * A picture with its caption in Markdown.
   *
   * @param format of the picture that it shows
   */
  public String markdown(FigureFormat format) {
    String file = (figure.id() + "." + format.extension()).replace(" ", "%20");
    return "![%s](%s)\n\n*%s*\n".formatted(escaped(figure.title()), file, escaped(text));
  }

  private static String escaped(String words) {
    return words.replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
  }
}
