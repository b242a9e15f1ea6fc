package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final int COUNT = Integer.getInteger("gmrl.fuzz", 80);
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
          "shaping",
          List.of("--updates=1", "--seeds=1", "--rollout=4", "--trials=2"),
          "coin",
          List.of("--updates=1", "--seeds=1", "--rollout=4", "--batch=2"));

  /** What learners train for when nothing else is wrong: asked for no game, one is there. */
  private static final List<String> BRIEF =
      List.of("--steps-total=64", "--envs=2", "--rollout=4", "--seeds=1");

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
          if (isSmall(command.getKey(), value)) {
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
      (one[0].equals("atari") ? BRIEF : SMALL.getOrDefault(one[0], List.of()))
          .stream().filter(small -> !small.startsWith(one[1] + "=")).forEach(args::add);
      args.add(one[1] + "=" + one[2]);
      if (!one[0].equals("figure") && random.nextBoolean() && !one[1].equals("--format")) {
        args.add("--format=" + (random.nextBoolean() ? "json" : "csv"));
      }
      complaint(args).ifPresent(complaints::add);
      tried++;
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void damagedFiles() throws IOException {
    List<Document> documents = documents();
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> complaints = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      Document document = documents.get(i % documents.size());
      String damaged = Damage.of(document.text, random);
      Path file = folder.resolve("damaged.json");
      if (random.nextInt(8) == 0) {
        Files.write(file, Damage.bytes(damaged, random));
      } else {
        Files.writeString(file, damaged);
      }
      List<String> args = new ArrayList<>(document.args);
      args.replaceAll(arg -> arg.replace("FILE", file.toString()));
      complaint(args)
          .ifPresent(complaint -> complaints.add(complaint + " in " + shown(List.of(damaged))));
    }
    assertThat(complaints).isEmpty();
  }

  /** Whole documents with the command that reads them, as FILE. */
  private List<Document> documents() throws IOException {
    Path mdp = folder.resolve("mdp.json");
    Path theta = folder.resolve("theta.json");
    Path trajectories = folder.resolve("trajectories.json");
    Files.writeString(mdp, MDP);
    Files.writeString(theta, THETA);
    Files.writeString(trajectories, TRAJECTORIES);
    List<Document> all = new ArrayList<>();
    String estimate = "estimate --estimator=lvc --hessian --mdp=%s --theta=%s --trajectories=%s";
    all.add(document(MDP, estimate, "FILE", theta, trajectories));
    all.add(document(THETA, estimate, mdp, "FILE", trajectories));
    all.add(document(TRAJECTORIES, estimate, mdp, theta, "FILE"));
    all.add(document(MDP, "bias --trials=2 --horizon=3 --mdp=FILE"));
    for (String command : SMALL.keySet()) {
      List<String> args = new ArrayList<>(List.of(command, "--format=json"));
      args.addAll(SMALL.get(command));
      Cli result = Cli.run(args.toArray(String[]::new));
      assertThat(result.code()).as(result.err()).isZero();
      String config = new ObjectMapper().readTree(result.out()).get("config").toString();
      String limits = String.join(" ", SMALL.get(command));
      all.add(document(config, command + " --spec=FILE " + limits));
      all.add(document(result.out(), command + " --spec=FILE " + limits));
      Path run = folder.resolve(command);
      args.add("--run=" + run);
      Cli.run(args.toArray(String[]::new));
      all.add(
          document(Files.readString(run.resolve("run.json")), command + " --spec=FILE " + limits));
    }
    for (Document whole : all) {
      Path file = Files.writeString(folder.resolve("whole.json"), whole.text);
      List<String> args = new ArrayList<>(whole.args);
      args.replaceAll(arg -> arg.replace("FILE", file.toString()));
      assertThat(Cli.run(args.toArray(String[]::new)).code()).as("%s", args).isZero();
    }
    return all;
  }

  private record Document(String text, List<String> args) {}

  private static Document document(String text, String command, Object... files) {
    return new Document(text, List.of(String.format(Locale.ROOT, command, files).split(" ")));
  }

  private static final String MDP =
      "{\"S\":2,\"A\":2,\"gamma\":0.8,\"start\":0,\"P\":[[[0.5,0.5],[0,1]],[[1,0],[0.25,0.75]]],"
          + "\"R\":[[0,1],[0.5,0.25]]}";
  private static final String THETA = "{\"theta\":[[0.1,-0.2],[0.3,0]]}";
  private static final String TRAJECTORIES =
      "{\"trajectories\":[{\"states\":[0,1,1,0],\"actions\":[0,1,0],\"rewards\":[0,0.25,0.5]},"
          + "{\"states\":[0,0,1,1],\"actions\":[0,1,1],\"rewards\":[0,1,0.25]}]}";

  /** Whether this value of this option costs no time if it is taken. */
  private static boolean isSmall(String command, String value) {
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
