package gmrl.cli;

import gmrl.app.Launcher;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
      CoinCommand.class,
      ReportCommand.class,
      FigureCommand.class,
      ExamplesCommand.class
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:something went wrong",
      "2:bad input, named in one line",
      "130:interrupted; what was computed is kept"
    })
public final class Main {
  private Main() {}

  /**
   * Starts the laboratory.
   *
   * @param args empty to open the window, otherwise a headless command and its options
   */
  public static void main(String[] args) {
    if (args.length == 0) {
      System.exit(Launcher.open());
    }
    System.exit(
        Interruption.guard(
            () ->
                execute(
                    new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                    new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                    args)));
  }

  /**
   * Runs a command and returns its exit code.
   *
   * @param out takes the result
   * @param err takes progress and errors
   * @param args a command and its options
   */
  public static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(out).setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Errors::badArguments);
    line.setExecutionExceptionHandler(Errors::failed);
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      return Errors.outOfMemory(err);
    } finally {
      out.flush();
      err.flush();
    }
  }
}
