package gmrl.cli;

import gmrl.app.Launcher;
import gmrl.app.lesson.LessonFile;
import gmrl.experiment.Family;
import gmrl.experiment.families.Families;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the jar: a window without arguments, a headless command with them. */
@Command(
    name = "gmrl-lab",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "A laboratory for gradient bias in meta-reinforcement learning. Without a command it opens"
            + " the window.",
    subcommands = {
      BiasCommand.class,
      EstimateCommand.class,
      TrainCommand.class,
      IpdCommand.class,
      AtariCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      SweepCommand.class,
      MdpCommand.class,
      FigureCommand.class,
      ExamplesCommand.class,
      LessonCommand.class,
      AutoComplete.GenerateCompletion.class,
      ManualCommand.class
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:something went wrong",
      "2:bad input, named in one line",
      "130:interrupted; what was computed is kept"
    })
public final class Main {
  /** Endings of files that the window opens: experiments, figures and tables. */
  private static final List<String> OPENED =
      List.of(".gmrl", ".json", ".pdf", ".svg", ".png", ".tex", ".csv");

  /** Families that have a table of their own and no command of their own. */
  private static final List<FamilyTable<?, ?>> TABLES =
      List.of(ShapingTable.OF_FAMILY, CoinTable.OF_FAMILY);

  Main() {}

  /**
   * Starts the laboratory.
   *
   * @param args empty to open the window, otherwise a headless command and its options
   */
  public static void main(String[] args) {
    // Messages and numbers look alike everywhere, libraries' own included.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    if (args.length == 0 || isExperimentFile(args)) {
      System.exit(Launcher.open(args));
    }
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(
        Interruption.guard(() -> execute(new FileOutputStream(FileDescriptor.out), err, args)));
  }

  /** What a desktop passes on when a file of the laboratory is opened. */
  private static boolean isExperimentFile(String[] args) {
    return args.length == 1
        && (OPENED.stream().anyMatch(args[0]::endsWith) || LessonFile.isLesson(Path.of(args[0])))
        && Files.isRegularFile(Path.of(args[0]));
  }

  /** Runs a command whose output may turn out not to be writable, which is an error, too. */
  static int execute(OutputStream stream, PrintWriter err, String... args) {
    StandardOutput standard = new StandardOutput(stream);
    PrintWriter out = new PrintWriter(standard, true, StandardCharsets.UTF_8);
    return standard.exitCode(execute(out, err, args), err);
  }

  /**
   * Runs a command and returns its exit code.
   *
   * @param out takes the result
   * @param err takes progress and errors
   * @param args a command and its options
   */
  public static int execute(PrintWriter out, PrintWriter err, String... args) {
    return execute(Families.all(), out, err, args);
  }

  /** The same for a list of families. */
  static int execute(
      List<Family<?, ?>> families, PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Main());
    Set<String> served =
        line.getSubcommands().values().stream()
            .filter(command -> command.getCommand() instanceof OfFamily)
            .map(command -> ((OfFamily) command.getCommand()).family().id())
            .collect(Collectors.toSet());
    families.stream()
        .filter(family -> !served.contains(family.id()))
        .forEach(family -> line.addSubcommand(FamilyCommand.of(family, TABLES).line()));
    line.setOut(out).setErr(err);
    HelpText.of(line);
    line.registerConverter(Path.class, Converters::path);
    line.registerConverter(Double.class, Converters::number);
    line.registerConverter(double.class, Converters::number);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Errors::badArguments);
    line.setExecutionExceptionHandler(Errors::failed);
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      return Errors.outOfMemory(err);
    } catch (Error e) {
      return Errors.fatal(err, e);
    } finally {
      out.flush();
      err.flush();
    }
  }
}
