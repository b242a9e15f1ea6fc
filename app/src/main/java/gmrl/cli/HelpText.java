package gmrl.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The words of {@code --help} with lines that end between words alone: names stay whole. */
final class HelpText extends Help {
  HelpText(CommandSpec spec, ColorScheme scheme) {
    super(spec, scheme);
  }

  /** Gives a command and all below it this help. */
  static void of(CommandLine line) {
    line.setHelpFactory(HelpText::new);
  }

  @Override
  public Layout createDefaultLayout() {
    return whole(super.createDefaultLayout());
  }

  @Override
  public Layout createDefaultLayout(
      List<OptionSpec> options, List<PositionalParamSpec> positionals, ColorScheme scheme) {
    return whole(super.createDefaultLayout(options, positionals, scheme));
  }

  private static Layout whole(Layout usual) {
    TextTable table = usual.textTable();
    return table instanceof WholeWords
        ? usual
        : new Layout(
            usual.colorScheme(),
            new WholeWords(usual.colorScheme(), table.columns()),
            usual.optionRenderer(),
            usual.parameterRenderer());
  }

  @Override
  protected String insertSynopsisCommandName(int heading, Text details) {
    String name = commandSpec().qualifiedName();
    int first = heading + name.length();
    Column whole = new Column(commandSpec().usageMessage().width(), 0, Column.Overflow.WRAP);
    WholeWords table = new WholeWords(colorScheme(), new Column[] {whole});
    table.indentWrappedLines = first + 1;
    // The heading stands there already.
    table.addRowValues(ansi().new Text(" ".repeat(first), colorScheme()).concat(details));
    return colorScheme().commandText(name) + table.toString().substring(first);
  }

  @Override
  public String description(Object... values) {
    return lines(commandSpec().usageMessage().description(), values);
  }

  @Override
  public String footer(Object... values) {
    return lines(commandSpec().usageMessage().footer(), values);
  }

  private String lines(String[] texts, Object... values) {
    Column whole = new Column(commandSpec().usageMessage().width(), 0, Column.Overflow.WRAP);
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      WholeWords table = new WholeWords(colorScheme(), new Column[] {whole});
      table.indentWrappedLines = 0;
      table.addRowValues(ansi().new Text(text.formatted(values), colorScheme()));
      table.toString(all);
    }
    return all.toString();
  }

  /** Breaks lines at blanks; a word that fills more than a line is broken where it ends. */
  private static final class WholeWords extends TextTable {
    WholeWords(ColorScheme scheme, Column[] columns) {
      super(scheme, columns);
    }

    @Override
    public Cell putValue(int row, int column, Text value) {
      Column at = columns()[column];
      if (value == null || at.overflow != Column.Overflow.WRAP) {
        return super.putValue(row, column, value);
      }
      String text = value.plainString();
      int room = at.width - at.indent;
      int end = end(text, 0, room);
      Cell last = super.putValue(row, column, value.substring(0, end));
      String hang = " ".repeat(indentWrappedLines);
      for (int from = next(text, end); from < text.length(); from = next(text, end)) {
        end = end(text, from, room - indentWrappedLines);
        if (last.row + 1 >= rowCount()) {
          addEmptyRow();
        }
        Text line = Ansi.OFF.new Text(hang).concat(value.substring(from, end));
        last = super.putValue(last.row + 1, column, line);
      }
      return last;
    }

    private static int end(String text, int from, int room) {
      if (text.length() - from <= room) {
        return text.length();
      }
      int blank = text.lastIndexOf(' ', from + room);
      return blank > from ? blank : from + room;
    }

    private static int next(String text, int end) {
      int from = end;
      while (from < text.length() && text.charAt(from) == ' ') {
        from++;
      }
      return from;
    }
  }
}
