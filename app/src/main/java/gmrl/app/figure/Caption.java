package gmrl.app.figure;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.EdgeSigns;
import gmrl.app.chart.Role;
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

/**
 * The words under a figure, written from what made it: panels, bands, what all experiments have in
 * common, source and version. A beginning that an author edits, in which no number is copied by
 * hand.
 *
 * @param figure as it stands on paper
 * @param text the words, mathematics in Unicode
 */
public record Caption(Figure figure, String text) {
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
      CaptionSettings settings = new CaptionSettings(panels);
      String shown = sentence(shown(panels, settings, options));
      // A single plot under its own name says nothing that the title has not said, or says it.
      if (says(shown, figure.title()) || figure.title().equals(headings(panels))) {
        sentences.clear();
      }
      sentences.add(shown);
      String shared = settings.shared();
      sentences.add(
          shared.isEmpty()
              ? ""
              : (panels.size() == 1 ? "Settings" : "Settings of all panels")
                  + (settings.kept().isEmpty() ? ": " : ", kept runs apart: ")
                  + shared
                  + ".");
      sentences.add(intervals(panels, figure));
      sentences.add(kept(settings, figure));
    }
    sentences.add(edges(figure));
    sentences.add(figure.sharedLegend() ? hidden(figure, options) : "");
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

  private static String shown(JsonNode panels, CaptionSettings settings, FigureOptions options) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < panels.size(); i++) {
      String measure = panels.get(i).path("measure").asText();
      String heading = Layout.bare(panels.get(i).path("title").asText(""));
      String letter = options.letters() && panels.size() > 1 ? Layout.letter(i) + " " : "";
      boolean named = says(measure, heading);
      boolean repeats = named || heading.contains(measure);
      String own = settings.own(i);
      parts.add(
          letter
              + (named ? measure : heading)
              + (repeats ? "" : ": " + measure)
              + (own.isEmpty() ? "" : " (" + own + ")"));
    }
    return String.join("; ", parts);
  }

  private static String headings(JsonNode panels) {
    List<String> all = new ArrayList<>();
    panels.forEach(panel -> all.add(Layout.bare(panel.path("title").asText(""))));
    return String.join("; ", all);
  }

  /** The kept runs by what they differ in; bands around all curves would hide one another. */
  private static String kept(CaptionSettings settings, Figure figure) {
    List<String> runs = settings.kept();
    boolean bare =
        figure.panels().stream()
            .flatMap(panel -> panel.series().stream())
            .filter(curve -> curve.role() == Role.KEPT)
            .flatMap(curve -> curve.points().stream())
            .anyMatch(
                p ->
                    p.undrawn().isPresent() || (p.trials() == 0 && !p.hasInterval() && !p.exact()));
    return runs.isEmpty()
        ? ""
        : "Broad and pale, runs kept earlier: "
            + String.join("; ", runs)
            + (bare && hasIntervals(figure) ? "; drawn without their intervals" : "")
            + ".";
  }

  /** Curves that lie on one another in some panels only, which a shared legend cannot say. */
  private static String hidden(Figure figure, FigureOptions options) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < figure.panels().size(); i++) {
      ChartModel panel = figure.panels().get(i);
      Map<String, List<String>> under = new LinkedHashMap<>();
      for (ChartSeries curve : panel.series()) {
        Figure.above(panel, curve)
            .ifPresent(
                above ->
                    under
                        .computeIfAbsent(above.name(), name -> new ArrayList<>())
                        .add(curve.name()));
      }
      String where =
          options.letters() && figure.panels().size() > 1 ? "in " + Layout.letter(i) + " " : "";
      under.forEach(
          (above, below) ->
              words.add(
                  where
                      + CaptionSettings.list(below, "and")
                      + (below.size() == 1 ? " lies on " : " lie on ")
                      + above));
    }
    return sentence(String.join("; ", words));
  }

  private static String edges(Figure figure) {
    Set<String> words = new LinkedHashSet<>();
    figure.panels().forEach(panel -> words.addAll(EdgeSigns.words(panel)));
    return sentence(String.join("; ", words));
  }

  /** Whether some words begin like a name, whatever the case of their letters and articles. */
  private static boolean says(String words, String name) {
    return article(words).startsWith(article(name));
  }

  private static String article(String words) {
    String small = words.strip().toLowerCase(Locale.ROOT);
    return small.startsWith("the ") ? small.substring(4) : small;
  }

  private static boolean hasIntervals(Figure figure) {
    return figure.panels().stream()
        .flatMap(panel -> panel.series().stream())
        .flatMap(series -> series.points().stream())
        .anyMatch(ChartPoint::hasInterval);
  }

  private static String intervals(JsonNode panels, Figure figure) {
    Set<String> words = new LinkedHashSet<>();
    panels.forEach(panel -> words.add(panel.path("bands").asText("none")));
    words.remove("none");
    return words.isEmpty() || !hasIntervals(figure)
        ? ""
        : "Uncertainty: " + String.join("; ", words) + ".";
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String sentence(String words) {
    String text = words.strip();
    if (text.isEmpty()) {
      return text;
    }
    String capital = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return text.matches(".*[.?!]") ? capital : capital + ".";
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
