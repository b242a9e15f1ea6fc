package gmrl.cli;

import gmrl.experiment.file.PlainText;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one line on standard error and an exit code. */
final class Errors {
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  private Errors() {}

  /** Arguments that do not parse. */
  static int badArguments(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    String message = oneLine(TypedOption.expected(sentence(e)));
    boolean isCommand = false;
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      isCommand = !line.getSubcommands().isEmpty() && !first.startsWith("-");
      if (!first.startsWith("-")) {
        message = oneLine(isCommand ? noCommand(first) : "'" + first + "' is no option");
      }
      List<String> near =
          isCommand
              ? Suggestions.command(line.getCommandSpec(), first)
              : Suggestions.option(line.getCommandSpec(), first);
      if (!near.isEmpty()) {
        message += ", did you mean " + String.join(" or ", near) + "?";
      }
    }
    line.getErr()
        .printf(
            "%s (%s --help lists the %s)%n",
            message, line.getCommandSpec().qualifiedName(), isCommand ? "commands" : "options");
    return BAD_INPUT;
  }

  /** Files are opened by their names alone, too. */
  private static String noCommand(String typed) {
    if (!typed.matches(".*[./\\\\].*")) {
      return "there is no command '" + typed + "'";
    }
    // A path would have to be one: what is typed may be none.
    return new File(typed).exists()
        ? "'" + typed + "' is no command, and nothing that the window opens"
        : "there is neither a command nor a file '" + typed + "'";
  }

  /** A command that threw. */
  static int failed(Exception e, CommandLine line, ParseResult result) {
    String sentence = isBadInput(e) ? TypedOption.name(sentence(e), result) : sentence(e);
    line.getErr().println(oneLine(sentence));
    return isBadInput(e) ? BAD_INPUT : FAILED;
  }

  /** An input too large for the memory there is. */
  static int outOfMemory(PrintWriter err) {
    err.println(
        "This needs more than the "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MB of memory Java may use; make it smaller or give Java more with -Xmx.");
    return BAD_INPUT;
  }

  /** What the machine lacks: a library that does not load, a folder for temporary files. */
  static int fatal(PrintWriter err, Error e) {
    err.println(oneLine(e.getClass().getSimpleName() + ": " + sentence(e)));
    return FAILED;
  }

  private static boolean isBadInput(Throwable e) {
    return e instanceof IllegalArgumentException;
  }

  private static String sentence(Throwable e) {
    if (e instanceof InvalidPathException path) {
      return noName(path.getInput());
    }
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? "Something unexpected went wrong: " + e.getClass().getName()
        : message;
  }

  /** Says that a text names no file, and where names come from. */
  static String noName(String text) {
    return "\"%s\" cannot be a file's name on this system, whose names are in %s (LC_ALL says so)"
        .formatted(text, System.getProperty("sun.jnu.encoding", "another encoding"));
  }

  private static String oneLine(String message) {
    return PlainText.line(message, PlainText.SENTENCE);
  }
}
