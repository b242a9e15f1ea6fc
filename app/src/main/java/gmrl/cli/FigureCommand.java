package gmrl.cli;

import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureRun;
import gmrl.app.figure.FigureSize;
import gmrl.app.figure.FigureWriter;
import gmrl.app.figure.PanelPlan;
import gmrl.app.rooms.Catalogue;
import gmrl.experiment.Provenance;
import gmrl.experiment.Workers;
import gmrl.experiment.file.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Option(names = "--all", description = "Make every figure.")
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
      description = "png, svg, pdf, separated by commas (default: ${DEFAULT-VALUE}).",
      defaultValue = "png,svg,pdf")
  String format = "";

  @Option(
      names = "--width",
      paramLabel = "LENGTH",
      description = "Width on paper, such as 5.5in, 2.65in, 14cm (default: ${DEFAULT-VALUE}).",
      defaultValue = "5.5in")
  String width = "";

  @Option(
      names = "--dpi",
      paramLabel = "N",
      description = "Resolution of PNG files (default: ${DEFAULT-VALUE}).",
      defaultValue = "" + FigureSize.PRINT_DPI)
  int dpi;

  @Option(names = "--quick", description = "A small budget: seconds instead of minutes.")
  boolean quick;

  @Option(names = "--seed", paramLabel = "N", description = "Another seed than the figure's own.")
  Optional<Long> seed = Optional.empty();

  @Option(names = "--threads", paramLabel = "N", description = "Threads to use (default: all).")
  Optional<Integer> threads = Optional.empty();

  @Option(names = "--quiet", description = "No progress on the error stream.")
  boolean quiet;

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter results = spec.commandLine().getOut();
    if (list) {
      Catalogue.all().forEach(plan -> results.printf("%-26s %s%n", plan.id(), plan.title()));
      results.flush();
      return 0;
    }
    PrintWriter err = spec.commandLine().getErr();
    List<FigurePlan> plans = plans();
    List<FigureFormat> formats = FigureFormat.parseList(format);
    FigureSize size = FigureSize.parse(width, dpi);
    prepareFolder();
    FigureWriter.requireTools();
    try (Workers workers = threads.map(Workers::new).orElseGet(Workers::ofMachine)) {
      for (FigurePlan plan : plans) {
        ConsoleProgress progress = new ConsoleProgress(quiet ? Optional.empty() : Optional.of(err));
        Figure figure =
            FigureRun.make(
                plan,
                Provenance.current().version(),
                workers,
                Interruption.token(),
                progress::show);
        progress.clear();
        for (Path file : FigureWriter.write(figure, size, formats, out)) {
          results.println(file);
        }
        results.flush();
      }
    } catch (CancellationException e) {
      return Interruption.CODE;
    }
    return 0;
  }

  /** Makes the folder, so that one that cannot be used costs no computation. */
  private void prepareFolder() {
    try {
      AtomicFile.requireFolder(out);
      try {
        Files.createDirectories(out);
      } catch (IOException e) {
        throw AtomicFile.cannotWrite(out, e);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("--out: " + e.getMessage(), e);
    }
  }

  private List<FigurePlan> plans() {
    if (all == !ids.isEmpty()) {
      throw new IllegalArgumentException(
          all
              ? "both --all and " + String.join(" ", ids) + " are given, expected one of the two"
              : "no figure is named, expected ids or --all; --list shows the ids");
    }
    List<FigurePlan> plans =
        all ? Catalogue.all() : ids.stream().distinct().map(Catalogue::named).toList();
    plans.forEach(this::requireSeeded);
    return plans.stream()
        .map(plan -> quick ? plan.quick() : plan)
        .map(plan -> seed.map(plan::withSeed).orElse(plan))
        .toList();
  }

  /** Who asks for one figure from another seed must not be given the recorded one. */
  private void requireSeeded(FigurePlan plan) {
    if (!all && seed.isPresent() && plan.panels().stream().allMatch(PanelPlan::recorded)) {
      throw new IllegalArgumentException(
          "--seed is %d for %s, which shows recorded runs, expected a figure that is computed"
              .formatted(seed.get(), plan.id()));
    }
  }
}
