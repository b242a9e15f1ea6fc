package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was computed is shown in any form without being computed again. */
class StoredResultTest {
  @TempDir Path folder;

  static Stream<List<String>> small() {
    return Stream.concat(
            SpecOptionTest.small().map(words -> String.join(" ", words)),
            Stream.of("shaping --updates 3 --seeds 2 --trials 3 --rollout 5"))
        .map(line -> List.of(line.split(" ", -1)));
  }

  @ParameterizedTest
  @MethodSource("small")
  void aRunAndADocumentShowWhatTheCommandShowed(List<String> command) throws Exception {
    Path run = folder.resolve("run");
    List<String> args = new ArrayList<>(command);
    args.addAll(List.of("--format", "json", "--run", run.toString()));
    Cli first = Cli.run(args.toArray(String[]::new));
    assertThat(first.code()).as(first.err()).isZero();
    Path result = Files.writeString(folder.resolve("result.json"), first.out());
    Cli csv =
        Cli.run(
            Stream.concat(command.stream(), Stream.of("--format", "csv")).toArray(String[]::new));

    Cli again = stored(command, result, "json");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).isEqualTo(first.out());
    for (Path source : List.of(run, run.resolve("run.json"), result)) {
      Cli table = stored(command, source, "csv");
      assertThat(table.code()).as(table.err()).isZero();
      assertThat(table.out()).as(source.toString()).isEqualTo(csv.out());
      assertThat(table.err()).isEmpty();
    }
  }

  private static Cli stored(List<String> command, Path source, String format) {
    return Cli.run(command.get(0), "--spec", source.toString(), "--stored", "--format", format);
  }

  /** A point that is missing, and a folder whose two documents speak of different runs. */
  @Test
  void aResultOfAnotherQuestionIsRefused() throws Exception {
    Path run = folder.resolve("run");
    String asked = "bias --states 3 --actions 2 --mdps 1 --trials 3 --sweep alpha=1,2 --quiet";
    Cli.run((asked + " --run " + run).split(" "));
    Path file = run.resolve("run.json");
    String told = Files.readString(file);
    Files.writeString(file, told.replaceFirst("\"trials\": 3", "\"trials\": 5"));
    refused("config differs in run.json and", "bias", "--spec", run.toString(), "--stored");
    Path result = run.resolve("result.json");
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(result.toFile());
    ((ArrayNode) json.get("points")).remove(1);
    Files.writeString(result, json.toString());
    refused("points are at [1.0], expected [1.0, 2.0]", "bias", "--spec", "" + result, "--stored");
  }

  /** What was changed by hand is named where it is, not blamed on options. */
  @Test
  void otherTrialsThanWereAskedForAreRefusedByTheirPlace() throws Exception {
    Cli first =
        Cli.run(
            "bias",
            "--states",
            "3",
            "--actions",
            "2",
            "--mdps",
            "1",
            "--trials",
            "3",
            "--format",
            "json",
            "--quiet");
    Path result = folder.resolve("result.json");
    Files.writeString(result, first.out().replaceFirst("\"trials\": 3", "\"trials\": 4"));
    refused(
        "points[0].mdps[0].trials is 3, expected the 4 of config.trials",
        "bias",
        "--spec",
        result.toString(),
        "--stored");
  }

  /** An MDP of a file is read twice and is the same one. */
  @Test
  void aResultOnAnMdpOfOnesOwnIsShownToo() throws Exception {
    Path mdp = folder.resolve("mdp.json");
    Cli.run("mdp", "--states", "4", "--actions", "3", "--seed", "7", "--out", mdp.toString());
    Path result = folder.resolve("result.json");
    Cli first =
        Cli.run("bias", "--mdp", mdp.toString(), "--trials", "3", "--format", "json", "--quiet");
    Files.writeString(result, first.out());
    assertThat(stored(List.of("bias"), result, "json")).isEqualTo(new Cli(0, first.out(), ""));
    Files.writeString(
        result, first.out().replaceFirst("\"mean\"\\s*:\\s*\\[\\s*\\[[^]]*]", "\"mean\": [[1]"));
    refused("mdps[0].mean is [[1", "bias", "--spec", result.toString(), "--stored");
  }

  @Test
  void whatCannotBeShownIsSaidInOneLine() throws Exception {
    Path run = folder.resolve("run");
    Cli.run("coin", "--size", "2", "--rollout", "5", "--updates", "2", "--run", run.toString());
    refused("--stored needs", "coin", "--stored");
    refused(
        "--stored shows what was computed, and seed 0 → 9 is asked for",
        "coin",
        "--spec",
        run.toString(),
        "--stored",
        "--seed",
        "9");
    refused(
        "--stored computes nothing",
        "coin",
        "--spec",
        run.toString(),
        "--stored",
        "--run",
        folder.resolve("other").toString());
    refused(
        "holds a run of coin, expected one of ipd", "ipd", "--spec", run.toString(), "--stored");
    Path result = run.resolve("result.json");
    String text = Files.readString(result);
    Files.writeString(result, text.replaceFirst("\"seed\": 1", "\"seed\": 7"));
    refused("seeds[1].seed is 7, expected 1", "coin", "--spec", run.toString(), "--stored");
    Files.delete(result);
    refused("has no result.json", "coin", "--spec", run.toString(), "--stored");
    Path spec = Files.writeString(folder.resolve("spec.json"), "{\"updates\": 3}");
    refused(
        "spec.json: config is missing, expected an object",
        "coin",
        "--spec",
        spec.toString(),
        "--stored");
  }

  private static void refused(String sentence, String... args) {
    Cli cli = Cli.run(args);
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err().strip()).contains(sentence).doesNotContain("\n");
  }
}
