package gmrl.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Family;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The command of a family that asks for no more than its specification's keys: each number, flag
 * and text of it is an option, checked as it would be in a file.
 *
 * @param <S> specification
 * @param <R> result
 */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class FamilyCommand<S, R> implements Callable<Integer> {
  /** Lines of the table for people. */
  private static final int LINES = 40;

  private final Family<S, R> family;
  private final String description;
  private final BiFunction<R, Integer, String> table;
  private final Map<String, OptionSpec> keys = new LinkedHashMap<>();

  @Mixin SpecOption document = new SpecOption();
  @Mixin RecordOptions record = new RecordOptions();
  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  FamilyCommand(FamilyTable<S, R> of) {
    family = of.family();
    description = of.description();
    table = of.table();
  }

  /**
   * The command of a family.
   *
   * @param tables those that families have of their own
   */
  static FamilyCommand<?, ?> of(Family<?, ?> family, List<FamilyTable<?, ?>> tables) {
    for (FamilyTable<?, ?> each : tables) {
      if (each.family().id().equals(family.id())) {
        return new FamilyCommand<>(each);
      }
    }
    return new FamilyCommand<>(FamilyTable.usual(family));
  }

  /** The command as picocli knows it. */
  CommandLine line() {
    CommandSpec spec = CommandSpec.forAnnotatedObject(this).name(family.id());
    spec.usageMessage().description(description);
    for (Map.Entry<String, JsonNode> entry : family.write(family.standard()).properties()) {
      JsonNode value = entry.getValue();
      if (value.isValueNode()) {
        OptionSpec option =
            OptionSpec.builder("--" + option(entry.getKey()))
                .paramLabel(value.isNumber() ? "N" : value.isBoolean() ? "true|false" : "NAME")
                .type(String.class)
                .description("default: " + value.asText())
                .build();
        keys.put(entry.getKey(), option);
        spec.addOption(option);
      }
    }
    return new CommandLine(spec);
  }

  /** {@code inner-lr} for {@code innerLr}. */
  private static String option(String key) {
    return key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    record.check();
    S spec = change(run.base(document, family));
    RunOptions.Outcome<R> outcome = run.execute(document, family, spec, record.every(), output);
    return output.deliver(family, spec, outcome, record.every(), () -> table(spec, outcome));
  }

  private S change(S base) {
    // What is usual may depend on what is asked for: the family knows.
    ObjectNode config =
        document.isGiven() || run.isCutShort()
            ? family.write(base)
            : JsonNodeFactory.instance.objectNode();
    boolean changed = false;
    for (Map.Entry<String, OptionSpec> entry : keys.entrySet()) {
      String text = entry.getValue().getValue();
      if (text != null) {
        config.set(entry.getKey(), node(text, entry.getValue()));
        changed = true;
      }
    }
    return changed ? family.read(JsonView.parse("", Json.line(config))) : base;
  }

  /** Numbers and flags as such, so that the family says what is wrong with anything else. */
  private static JsonNode node(String text, OptionSpec option) {
    if (!option.paramLabel().equals("NAME")) {
      try {
        return JsonView.parse(option.longestName(), text).value();
      } catch (IllegalArgumentException e) {
        return JsonNodeFactory.instance.textNode(text);
      }
    }
    return JsonNodeFactory.instance.textNode(text);
  }

  private String table(S spec, RunOptions.Outcome<R> outcome) {
    String own = table.apply(outcome.result(), record.every());
    return (own.isEmpty() ? plain(family.csv(spec, outcome.result(), record.every())) : own)
        + (outcome.complete() ? "" : "interrupted, this is what was computed\n");
  }

  static String plain(CsvTable csv) {
    return plain(csv, LINES);
  }

  /** For people: the last rows, at most so many of them. */
  static String plain(CsvTable csv, int most) {
    TextTable table = new TextTable(csv.header().toArray(String[]::new));
    List<List<String>> rows = csv.rows();
    rows.subList(Math.max(0, rows.size() - most), rows.size())
        .forEach(row -> table.row(row.stream().map(FamilyCommand::rounded).toArray(String[]::new)));
    return (rows.size() > most ? "the last " + most + " of " + rows.size() + " rows\n" : "")
        + table;
  }

  private static String rounded(String cell) {
    if (!cell.matches("-?\\d+\\.\\d+(E-?\\d+)?")) {
      return cell.isEmpty() ? "-" : cell;
    }
    return String.format(Locale.ROOT, "%.5g", Double.parseDouble(cell));
  }
}
