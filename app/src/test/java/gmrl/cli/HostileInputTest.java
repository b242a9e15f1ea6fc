package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Commands with hostile options and damaged files: each ends with a result that has no number which
 * is none, or with one sentence and exit code 2.
 *
 * <p>A small seeded part runs with every build; {@code -Dgmrl.fuzz=N} tries N inputs of each kind
 * and {@code -Dgmrl.fuzz.seed=S} others: {@code mvn -pl engine,app verify -Dtest=HostileInputTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dgmrl.fuzz=5000}.
 */
class HostileInputTest {
  private static final int COUNT = Integer.getInteger("gmrl.fuzz", 250);
  private static final long SEED = Long.getLong("gmrl.fuzz.seed", 1);
  private static final int LONGEST_SENTENCE = 1100;

  /** Small budgets: what is asked for on top of them is refused or done in milliseconds. */
  private static final Map<String, List<String>> SMALL =
      Map.of(
          "bias",
          List.of("--trials=2", "--mdps=1", "--states=3", "--actions=2", "--horizon=4"),
          "train",
          List.of(
              "--updates=1", "--runs=2", "--mdps=1", "--states=3", "--actions=2", "--horizon=4"),
          "ipd",
          List.of("--updates=1", "--seeds=1", "--rollout=4", "--inner=4", "--outer=4"),
          "coin",
          List.of("--updates=1", "--seeds=1", "--rollout=4", "--batch=2"));

  private static final List<String> VALUES =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "-1",
          "0.5",
          "1e308",
          "-1e308",
          "1.7976931348623157e308",
          "4.9e-324",
          "NaN",
          "Infinity",
          "-Infinity",
          "",
          " ",
          "x",
          "1e400",
          "99999999999999999999",
          "0x10",
          "1,5",
          "٣",
          "１",
          "1_000",
          "true",
          "null",
          "--",
          "exact",
          "lvc:0",
          "lvc:-3",
          "lvc:99999999999",
          "loaded:2:3",
          "maml",
          "dice:1e3",
          ":",
          "=",
          "alpha=",
          "alpha=1,,2",
          "samples=0.5,2",
          "steps=1,1",
          "alpha=NaN",
          "alpha=1e308",
          "%s%n%d",
          "\u202eabc\u0007\u001b[2J",
          "א".repeat(3000),
          "/",
          ".",
          "/proc/self/mem",
          "gmrl:AAAA",
          "gmrl:",
          "-",
          "\ud800");

  /** Options that name where something is written are tried with care, elsewhere. */
  private static final List<String> LEFT_OUT = List.of("--out", "--run", "--help", "--version");

  @TempDir Path folder;

  @Test
  void optionsOfEveryCommand() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String[]> cases = new ArrayList<>();
    for (var command : new CommandLine(new Main()).getSubcommands().entrySet()) {
      for (OptionSpec option : command.getValue().getCommandSpec().options()) {
        if (LEFT_OUT.contains(option.longestName())) {
          continue;
        }
        for (String value : VALUES) {
          if (isSmall(command.getKey(), option.longestName(), value)) {
            cases.add(new String[] {command.getKey(), option.longestName(), value});
          }
        }
      }
    }
    List<String> complaints = new ArrayList<>();
    int tried = 0;
    while (tried < COUNT && !cases.isEmpty()) {
      String[] one = cases.remove(random.nextInt(cases.size()));
      List<String> args = new ArrayList<>(List.of(one[0]));
      SMALL.getOrDefault(one[0], List.of()).stream()
          .filter(small -> !small.startsWith(one[1] + "="))
          .forEach(args::add);
      args.add(one[1] + "=" + one[2]);
      if (!one[0].equals("figure") && random.nextBoolean() && !one[1].equals("--format")) {
        args.add("--format=" + (random.nextBoolean() ? "json" : "csv"));
      }
      complaint(args).ifPresent(complaints::add);
      tried++;
    }
    assertThat(complaints).isEmpty();
  }

  /** Whether this value of this option costs no time if it is taken. */
  private static boolean isSmall(String command, String option, String value) {
    boolean runs = SMALL.containsKey(command);
    return runs || !value.matches("[0-9.e]+|true");
  }

  private static Optional<String> complaint(List<String> args) {
    Cli cli = Cli.run(args.toArray(String[]::new));
    String problem =
        switch (cli.code()) {
          case 0 -> ofResult(args, cli.out());
          case 2 -> ofSentence(cli.err()) + (cli.out().isEmpty() ? "" : " printed a result");
          default -> "exit code " + cli.code() + ": " + cli.err();
        };
    return problem.isBlank() ? Optional.empty() : Optional.of(shown(args) + " → " + problem);
  }

  private static final Pattern NO_NUMBER = Pattern.compile("\\b(NaN|Infinity)\\b|∞");

  private static String ofResult(List<String> args, String out) {
    if (out.isBlank()) {
      return "nothing printed";
    }
    if (NO_NUMBER.matcher(out).find()) {
      return "a number that is none";
    }
    if (args.contains("--format=json")) {
      try {
        new ObjectMapper().readTree(out);
      } catch (JsonProcessingException e) {
        return e.getMessage();
      }
    }
    return "";
  }

  private static String ofSentence(String err) {
    String text = err.replaceAll("\\R$", "").replaceFirst("^.*\r", "");
    if (text.isBlank()) {
      return "says nothing";
    }
    boolean steers =
        text.codePoints().anyMatch(c -> Character.isISOControl(c) || (c >= 0x202a && c <= 0x202e));
    return steers
        ? "steers the terminal: " + text
        : text.length() > LONGEST_SENTENCE
            ? "says too much: " + text.substring(0, 300)
            : text.contains("Exception") || text.contains("gmrl.") || text.contains("unexpected")
                ? "speaks to programmers: " + text
                : "";
  }

  private static String shown(List<String> args) {
    return String.join(" ", args)
        .codePoints()
        .limit(200)
        .mapToObj(c -> Character.isISOControl(c) ? "·" : Character.toString(c))
        .reduce("", String::concat);
  }
}
