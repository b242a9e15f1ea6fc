package gmrl.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureIndex;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureProof;
import gmrl.app.figure.FigureRun;
import gmrl.app.figure.FigureWriter;
import gmrl.app.figure.PanelPlan;
import gmrl.app.rooms.Catalogue;
import gmrl.experiment.Provenance;
import gmrl.experiment.Workers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the paper's figures and ours without a display. */
@Command(
    name = "figure",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Makes figures, each with its data (CSV) and configuration (JSON) beside it.")
final class FigureCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      description = "Figures to make; --list shows them.",
      arity = "0..*")
  List<String> ids = List.of();

  @Option(
      names = "--all",
      description = "Make every figure, and index.html with all pictures, data and commands.")
  boolean all;

  @Option(names = "--list", description = "List the figures and stop.")
  boolean list;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write to (default: ${DEFAULT-VALUE}).",
      defaultValue = "figures")
  Path out = Path.of("figures");

  @Option(
      names = "--format",
      paramLabel = "LIST",
      description =
          "png, svg, pdf, tex (PGFPlots), separated by commas (default: ${DEFAULT-VALUE}); with"
              + " --list csv or json.",
      defaultValue = "png,svg,pdf")
  String format = "";

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Make the figure of this file again: the PDF, SVG, PNG, TeX or JSON of one (may be"
              + " repeated).")
  List<Path> from = List.of();

  @Option(
      names = "--panels",
      paramLabel = "LIST",
      description =
          "Panels to draw, such as a,c of each figure, or id:a,id:b of several figures in one.")
  Optional<String> panels = Optional.empty();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Name of the files of a single figure, with an ending or without (default: its id).")
  Optional<String> name = Optional.empty();

  @Option(
      names = "--caption",
      description = "Write the figure's words too, as LaTeX and as Markdown.")
  boolean caption;

  @Mixin PaperOptions paper = new PaperOptions();

  @Mixin BatchOptions batch = new BatchOptions();

  @Override
  public Integer call() throws IOException {
    PrintWriter results = batch.results();
    if (list) {
      results.print(listed());
      results.flush();
      return 0;
    }
    List<Wanted> wanted = wanted();
    List<FigureFormat> formats = FigureFormat.parseList(format);
    FigureWriter.requireTools();
    BatchOptions.prepare(out);
    try (Workers workers = batch.workers()) {
      FigureIndex index = new FigureIndex(out);
      int made = 0;
      for (Wanted each : wanted) {
        made++;
        ConsoleProgress progress = new ConsoleProgress(batch.progress());
        ProgressLines lines = new ProgressLines(batch.lines());
        lines.begin("figure", each.plan().id(), made, wanted.size());
        Figure figure =
            FigureRun.make(
                each.plan(),
                Provenance.current().version(),
                workers,
                Interruption.token(),
                work -> {
                  progress.show(work);
                  lines.show(work);
                });
        progress.clear();
        List<Path> files = FigureWriter.write(figure, each.options(), formats, caption, out);
        files.forEach(results::println);
        new FigureProof(figure, each.options())
            .onPaper()
            .forEach(remark -> batch.warn(lines, "figure", each.plan().id(), remark));
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        files.forEach(file -> written.add(file.toString()));
        lines.end("figure", each.plan().id(), "files", written);
        if (all) {
          Path page = index.add(each.plan(), files, again(each.plan()));
          if (made == wanted.size()) {
            results.println(page);
          }
        }
        results.flush();
      }
    } catch (CancellationException e) {
      return Interruption.CODE;
    }
    return 0;
  }

  /** What there is, for people or, with --format csv or json, for programs. */
  private String listed() {
    TextTable table = new TextTable("figure", "title");
    StringBuilder lines = new StringBuilder();
    for (FigurePlan plan : Catalogue.all()) {
      table.row(plan.id(), plan.title());
      lines.append(String.format(Locale.ROOT, "%-26s %s%n", plan.id(), plan.title()));
    }
    return switch (format) {
      case "csv" -> table.as(OutputOptions.Format.csv);
      case "json" -> table.as(OutputOptions.Format.json);
      default -> lines.toString();
    };
  }

  /** The command that makes one of all figures again. */
  private String again(FigurePlan plan) {
    return "figure "
        + plan.id()
        + (batch.quick ? " --quick" : "")
        + (isRecorded(plan) ? "" : batch.seed().map(number -> " --seed " + number).orElse(""))
        + " --format "
        + format;
  }

  /** A figure and how it is to stand on paper. */
  private record Wanted(FigurePlan plan, FigureOptions options) {}

  private List<Wanted> wanted() {
    List<Wanted> sources = new ArrayList<>();
    boolean composed = panels.isPresent() && panels.get().contains(":");
    int ways = (all ? 1 : 0) + (ids.isEmpty() ? 0 : 1) + (from.isEmpty() ? 0 : 1);
    if (composed ? ways > 0 : ways != 1) {
      throw new IllegalArgumentException(refusal(composed));
    }
    FigureOptions usual = paper.over(FigureOptions.PAPER);
    for (Path file : from) {
      FigureDocument document = FigureDocument.read(file);
      sources.add(new Wanted(Catalogue.read(document), paper.over(document.options())));
    }
    (all ? Catalogue.all() : ids.stream().distinct().map(Catalogue::named).toList())
        .forEach(plan -> sources.add(new Wanted(plan, usual)));
    if (composed) {
      sources.add(new Wanted(composition(), usual));
    }
    if (name.isPresent() && sources.size() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--name is \"%s\" for %d figures, expected one figure",
              name.get(),
              sources.size()));
    }
    return sources.stream()
        .map(each -> new Wanted(changed(each.plan(), composed), each.options()))
        .toList();
  }

  private String refusal(boolean composed) {
    if (composed) {
      return "--panels is "
          + panels.get()
          + ", which names its figures itself, expected no ids, --all or --from beside it";
    }
    if (all && !ids.isEmpty()) {
      return "both --all and " + String.join(" ", ids) + " are given, expected one of the two";
    }
    return from.isEmpty()
        ? "no figure is named, expected ids or --all; --list shows the ids"
        : "--from is given beside other figures, expected one of the two";
  }

  private FigurePlan changed(FigurePlan plan, boolean composed) {
    requireSeeded(plan);
    FigurePlan chosen = composed || panels.isEmpty() ? plan : plan.only(letters(panels.get()));
    FigurePlan named = name.map(FigureFormat::bare).map(chosen::named).orElse(chosen);
    FigurePlan small = batch.quick ? named.quick() : named;
    return batch.seed().map(small::withSeed).orElse(small);
  }

  private static List<String> letters(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).distinct().toList();
  }

  /** Panels of several figures as one. */
  private FigurePlan composition() {
    List<PanelPlan> chosen = new ArrayList<>();
    List<FigurePlan> sources = new ArrayList<>();
    for (String each : letters(panels.orElseThrow())) {
      int colon = each.lastIndexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException(
            "--panels has \"" + each + "\", expected a figure and a letter, such as critic:a");
      }
      FigurePlan plan = Catalogue.named(each.substring(0, colon));
      chosen.add(plan.panel(each.substring(colon + 1)));
      if (!sources.contains(plan)) {
        sources.add(plan);
      }
    }
    return new FigurePlan(
        "panels",
        String.join("; ", sources.stream().map(FigurePlan::title).toList()),
        String.join("; ", sources.stream().map(FigurePlan::source).distinct().toList()),
        chosen,
        Math.min(2, chosen.size()),
        false);
  }

  private static boolean isRecorded(FigurePlan plan) {
    return plan.panels().stream().allMatch(PanelPlan::recorded);
  }

  /** Who asks for one figure from another seed must not be given the recorded one. */
  private void requireSeeded(FigurePlan plan) {
    if (!all && batch.seed().isPresent() && isRecorded(plan)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--seed is %d for %s, whose numbers were recorded earlier, expected a figure that is"
                  + " computed",
              batch.seed().get(),
              plan.id()));
    }
  }
}
