package gmrl.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/** Writes the manual page, from the same words as {@code --help}. */
@Command(
    name = "generate-manual",
    mixinStandardHelpOptions = true,
    description = "Prints the manual page, for man -l or a folder of the manual path.")
final class ManualCommand implements Callable<Integer> {
  /** Section of the manual in which commands stand. */
  private static final int SECTION = 1;

  private static final List<String> EXAMPLES =
      List.of(
          "bias --alpha 3 --steps 2 --inner lvc:16 --sweep samples=2,4,8,16,32",
          "ipd --inner 128 --outer exact --updates 500 --seeds 10 --format csv --out ipd.csv",
          "train --updates 100000 --run folder",
          "figure --all --quick --out figures");

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(page(spec.root()));
    out.flush();
    return 0;
  }

  /** The page of a program and of all its commands, as roff with the macros of man. */
  static String page(CommandSpec program) {
    StringBuilder page = new StringBuilder();
    String name = program.name();
    String version = program.version().length == 0 ? "" : program.version()[0];
    page.append(
        String.format(
            Locale.ROOT,
            ".TH \"%s\" \"%d\" \"\" \"%s\" \"\"\n",
            name.toUpperCase(Locale.ROOT),
            SECTION,
            text(version)));
    page.append(".ad l\n");
    section(page, "NAME");
    page.append(name)
        .append(" \\- ")
        .append(text(plain(program.usageMessage().description()).get(0)))
        .append('\n');
    section(page, "SYNOPSIS");
    page.append(".B ").append(name).append("\n[\\fICOMMAND\\fR [\\fIOPTION\\fR]...]\n");
    section(page, "DESCRIPTION");
    paragraphs(page, program.usageMessage().description());
    section(page, "COMMANDS");
    program.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.usageMessage().hidden())
        .forEach(command -> command(page, command, command.name()));
    section(page, "EXIT STATUS");
    for (Map.Entry<String, String> code : program.usageMessage().exitCodeList().entrySet()) {
      entry(page, "\\fB" + code.getKey().strip() + "\\fR", new String[] {code.getValue()});
    }
    section(page, "FILES");
    entry(page, "\\fI~/.gmrl\\-lab\\fR", new String[] {"settings and kept runs of the window"});
    section(page, "EXAMPLES");
    EXAMPLES.forEach(
        example ->
            page.append(".PP\n.nf\n")
                .append(name)
                .append(' ')
                .append(text(example))
                .append("\n.fi\n"));
    return page.toString();
  }

  private static void section(StringBuilder page, String title) {
    page.append(".SH ").append(title).append('\n');
  }

  private static void command(StringBuilder page, CommandSpec command, String path) {
    page.append(".SS ").append(text(path)).append('\n');
    paragraphs(page, command.usageMessage().description());
    page.append(".PP\n")
        .append(
            text(
                new CommandLine.Help(command, CommandLine.Help.defaultColorScheme(Ansi.OFF))
                    .synopsis(0)
                    .replaceAll("\\s+", " ")
                    .strip()))
        .append('\n');
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      if (!parameter.hidden()) {
        entry(page, "\\fI" + text(parameter.paramLabel()) + "\\fR", parameter.description());
      }
    }
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        entry(page, names(option), option.description());
      }
    }
    paragraphs(page, command.usageMessage().footer());
    command
        .subcommands()
        .values()
        .forEach(sub -> command(page, sub.getCommandSpec(), path + " " + sub.getCommandName()));
  }

  private static String names(OptionSpec option) {
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add("\\fB" + text(name) + "\\fR");
    }
    return String.join(", ", names) + (takesValue(option) ? " " + label(option) : "");
  }

  private static boolean takesValue(ArgSpec option) {
    return option.arity().max() > 0;
  }

  private static String label(ArgSpec option) {
    return "\\fI" + text(option.paramLabel()) + "\\fR";
  }

  private static void entry(StringBuilder page, String head, String[] description) {
    page.append(".TP\n").append(head).append('\n');
    String body = String.join(" ", plain(description));
    page.append(body.isBlank() ? "\\&" : text(body)).append('\n');
  }

  private static void paragraphs(StringBuilder page, String[] lines) {
    for (String line : plain(lines)) {
      if (!line.isBlank()) {
        page.append(".PP\n").append(text(line)).append('\n');
      }
    }
  }

  /** Lines as help prints them. */
  private static List<String> plain(String[] lines) {
    return Arrays.stream(lines)
        .map(line -> line.replace("%n", " ").replace("%%", "%").strip())
        .toList();
  }

  /** Text that roff prints as it is. */
  private static String text(String plain) {
    String escaped = plain.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
