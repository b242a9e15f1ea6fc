package gmrl.app.claim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigureWriter;
import gmrl.app.figure.HtmlPage;
import gmrl.app.ui.Words;
import gmrl.experiment.Provenance;
import gmrl.experiment.claim.ClaimResult;
import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.claim.Relation;
import gmrl.experiment.claim.Verdict;
import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Claims with their verdicts, numbers and figures as a document: one HTML page that needs nothing
 * else, the same as Markdown with its figures beside it, and the numbers as JSON.
 *
 * @param results what is known, in the order of the register
 * @param planned how many claims there are in all
 */
public record ClaimReport(List<ClaimResult> results, int planned) {
  private static final String TITLE = "Claims about gradient bias";

  /** Copies the list. */
  public ClaimReport {
    results = List.copyOf(results);
  }

  /**
   * Writes {@code claims.html}, {@code claims.md}, {@code claims.json} and a figure for each claim.
   *
   * @param folder where; made if it does not exist
   * @return the files
   * @throws IOException with one sentence that says which file could not be written and why
   */
  public List<Path> write(Path folder) throws IOException {
    Map<String, String> drawings = new LinkedHashMap<>();
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    contents.put(folder.resolve("claims.html"), new byte[0]);
    String text = markdown();
    contents.put(folder.resolve("claims.md"), utf8(text));
    contents.put(folder.resolve("claims.json"), utf8(Json.pretty(json())));
    for (ClaimResult result : results) {
      Figure figure = ClaimFigures.of(result);
      byte[] svg = FigureWriter.encode(figure, FigureOptions.PAPER, FigureFormat.SVG);
      drawings.put(drawing(result.claim()), new String(svg, StandardCharsets.UTF_8));
      contents.put(folder.resolve(drawing(result.claim())), svg);
    }
    contents.put(folder.resolve("claims.html"), utf8(HtmlPage.of(TITLE, text, drawings)));
    AtomicFile.writeAll(contents);
    return List.copyOf(contents.keySet());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String drawing(ClaimSpec claim) {
    return "claim-" + claim.id() + ".svg";
  }

  /** All numbers. */
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("claims", planned).put("complete", results.size() == planned);
    ObjectNode made = node.putObject("made");
    Provenance.current().asMap().forEach(made::put);
    ArrayNode all = node.putArray("results");
    results.forEach(result -> all.add(result.json()));
    return node;
  }

  /** The document. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(TITLE).append("\n\n");
    text.append(
        "Each statement stands with where it comes from, the statistic and the threshold that were"
            + " fixed before anything was computed, and what came out. A finding is *supported* if"
            + " its whole 95 % interval lies where the statement puts it, *contradicted* if a wider"
            + " interval, which makes up for the number of findings of the claim, lies wholly"
            + " elsewhere, and *inconclusive* otherwise; a claim is supported if all its findings"
            + " are, and contradicted if one of them is. Intervals are over MDPs or seeds, by"
            + " bootstrap and Student’s t.\n\n");
    text.append(state()).append("\n\n");
    text.append("| claim | source | verdict |\n|---|---|---|\n");
    for (ClaimResult result : results) {
      row(
          text,
          "["
              + HtmlPage.plain(result.claim().title())
              + "](#"
              + HtmlPage.anchor(heading(result))
              + ")",
          HtmlPage.plain(source(result.claim())),
          "**" + verdict(result) + "**");
    }
    results.forEach(result -> section(text, result));
    return text.toString();
  }

  private String state() {
    double seconds = results.stream().mapToDouble(ClaimResult::seconds).sum();
    ClaimSpec first = results.get(0).claim();
    return String.format(
        Locale.ROOT,
        "%s%s%s · GMRL Lab %s · %.0f s of computing",
        results.size() == planned
            ? planned + " claims"
            : results.size() + " of " + planned + " claims, interrupted",
        first.small() ? ", small budget" : "",
        first.seed().map(seed -> ", seed " + seed).orElse(""),
        Provenance.current().version(),
        seconds);
  }

  private static void section(StringBuilder text, ClaimResult result) {
    ClaimSpec claim = result.claim();
    text.append("\n## ").append(HtmlPage.plain(heading(result))).append("\n\n");
    text.append(HtmlPage.plain(claim.statement())).append(" (");
    text.append(HtmlPage.plain(source(claim))).append(")\n\n");
    text.append("![").append(HtmlPage.plain(claim.title())).append("](");
    text.append(drawing(claim)).append(")\n\n");
    text.append("| finding | number, 95 % interval | expected | verdict |\n|---|---|---|---|\n");
    for (ClaimResult.Answer answer : result.answers()) {
      String beside = answer.finding().beside();
      row(
          text,
          HtmlPage.plain(answer.finding().says() + (beside.isEmpty() ? "" : " (" + beside + ")")),
          HtmlPage.plain(answer.estimate().words()),
          HtmlPage.plain(answer.finding().relation().map(Relation::words).orElse("")),
          answer.verdict().map(Verdict::word).orElse("not judged"));
    }
    if (!claim.remark().isEmpty()) {
      text.append('\n').append(HtmlPage.plain(claim.remark())).append('\n');
    }
    text.append('\n').append(command(claim)).append('\n');
  }

  private static String heading(ClaimResult result) {
    return result.claim().title() + ": " + verdict(result);
  }

  private static String command(ClaimSpec claim) {
    return "`report claims --only "
        + claim.id()
        + (claim.small() ? " --quick" : "")
        + claim.seed().map(seed -> " --seed " + seed).orElse("")
        + "`";
  }

  private static String source(ClaimSpec claim) {
    return Words.capital(claim.source().kind().word()) + ": " + claim.source().citation();
  }

  /** What may be said of a claim. */
  static String verdict(ClaimResult result) {
    return result.verdict().map(Verdict::word).orElse("not done");
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
