package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpdCommandTest {
  private static final String[] SMALL = {
    "ipd",
    "--quiet",
    "--updates",
    "4",
    "--seeds",
    "2",
    "--rollout",
    "10",
    "--inner",
    "8",
    "--outer",
    "8"
  };

  /** A small run; options given here replace those above. */
  private static Cli run(String... more) {
    List<String> all = new ArrayList<>(List.of("ipd", "--quiet"));
    for (int i = 2; i < SMALL.length; i += 2) {
      if (!Arrays.asList(more).contains(SMALL[i])) {
        all.add(SMALL[i]);
        all.add(SMALL[i + 1]);
      }
    }
    all.addAll(Arrays.asList(more));
    return Cli.run(all.toArray(String[]::new));
  }

  @Test
  void theReferenceProgramsNameIsReadAndSaidToDifferFromThatOfBias() throws Exception {
    String[] small = {
      "ipd", "--updates", "1", "--seeds", "1", "--rollout", "4", "--format", "json", "--estimator"
    };
    Cli typed = Cli.run(with(small, "dice"));
    Cli named = Cli.run(with(small, "dice-baseline"));
    String sentence = "--estimator dice is read as dice-baseline";
    assertThat(typed.err()).contains(sentence).contains("bias calls dice");
    assertThat(named.err()).doesNotContain(sentence);
    assertThat(Cli.run(with(small, "dice", "--quiet")).err()).isEmpty();
    assertThat(typed.json().at("/config/estimator").textValue()).isEqualTo("dice-baseline");
    assertThat(typed.json().get("seeds")).isEqualTo(named.json().get("seeds"));
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Arrays.stream(options), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void jsonHasTheAgreedFieldsAndDoesNotDependOnThreads() throws Exception {
    Cli one = run("--format", "json", "--record-every", "2", "--threads", "1");
    JsonNode json = one.json();
    assertThat(one.code()).isZero();
    assertThat(json.at("/config/inner").intValue()).isEqualTo(8);
    assertThat(json.at("/seeds/1/updates/2/update").intValue()).isEqualTo(4);
    assertThat(json.at("/seeds/0/updates/1/returns").size()).isEqualTo(2);
    assertThat(json.at("/aggregate/2/return/mean").doubleValue()).isBetween(-3., 0.);
    assertThat(json.at("/timing/environmentSteps").longValue())
        .isEqualTo(2L * 4 * 10 * (2 * (8 + 8)));
    JsonNode two = run("--format", "json", "--record-every", "2", "--threads", "2").json();
    assertThat(two.get("seeds")).isEqualTo(json.get("seeds"));
  }

  @Test
  void exactSlotsReachTheirPublishedReturn() throws Exception {
    JsonNode json =
        Cli.run(
                "ipd",
                "--quiet",
                "--preset",
                "all-exact",
                "--seeds",
                "1",
                "--updates",
                "300",
                "--record-every",
                "300",
                "--format",
                "json")
            .json();
    assertThat(json.at("/aggregate/1/return/mean").doubleValue()).isBetween(-1.01, -1.);
    assertThat(json.at("/aggregate/1/correlation/mean").doubleValue()).isEqualTo(1);
  }

  @Test
  void everyFormOfReplayAndModellingRuns() throws Exception {
    for (String[] options :
        new String[][] {
          {"--off-policy", "--buffer", "32"},
          {"--off-policy", "inner", "--buffer", "32"},
          {"--off-policy", "hessian", "--buffer", "16"},
          {"--opponent-model"},
          {"--opponent-model", "20", "--inner", "exact", "--outer", "exact"},
          {"--estimator", "loaded", "--lookaheads", "2", "--hessian", "16"},
          {"--game", "chicken", "--gamma", "0.9"},
          {"--payoffs", "1,5,0,3"}
        }) {
      Cli cli = run(options);
      assertThat(cli.err()).isEmpty();
      assertThat(cli.code()).isZero();
      assertThat(cli.out()).contains("last return of each seed");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--inner many|--inner is 'many', expected a number of trajectories or 'exact'",
        "--hessian many|--hessian is 'many', expected a number of trajectories, 'exact' or"
            + " 'shared'",
        "--seeds 0|number of seeds is 0, expected 1 to 10000",
        "--off-policy sometimes|--off-policy is 'sometimes', expected both, inner or hessian",
        "--off-policy --buffer 9|--buffer: replay buffer is 9 trajectories, expected a multiple",
        "--buffer 9|--buffer is for replay, expected --off-policy with it",
        "--game poker|--game: unknown game 'poker', expected one of prisoners-dilemma",
        "--payoffs 1,2|--payoffs has 2 numbers, expected 4",
        "--gamma 1|gamma is 1.0, expected a value in [0, 1)",
        "--record-every 0|--record-every is 0, expected 1 or more",
        "--preset none|--preset is 'none', expected one that --preset list names",
        "--lookaheads x|Invalid value for option '--lookaheads'"
      })
  void badInputIsOneSentenceAndCodeTwo(String options, String sentence) {
    Cli cli = run(options.split(" "));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains(sentence);
    assertThat(cli.err().strip().lines()).hasSize(1);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void specificationsComeFromFiles(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("run.json");
    Files.writeString(file, "{\"rollout\": 10, \"inner\": 4, \"outer\": 4, \"updates\": 2}");
    JsonNode json =
        Cli.run("ipd", "--quiet", "--spec", file.toString(), "--seeds", "1", "--format", "json")
            .json();
    assertThat(json.at("/config/rollout").intValue()).isEqualTo(10);
    assertThat(json.at("/config/seeds").intValue()).isEqualTo(1);
    Files.writeString(file, "{\"rolout\": 10}");
    Cli wrong = Cli.run("ipd", "--spec", file.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("unknown key \"rolout\"");
  }

  @Test
  void theReportPutsOurNumbersBesideOthers() throws Exception {
    Cli cli =
        Cli.run(
            "report",
            "ipd",
            "--quiet",
            "--figure",
            "lola-exact",
            "--seeds",
            "2",
            "--updates",
            "3",
            "--format",
            "json");
    assertThat(cli.code()).isZero();
    assertThat(cli.json().at("/0/conditions/3/seeds").intValue()).isEqualTo(2);
    Cli table =
        Cli.run(
            "report",
            "ipd",
            "--quiet",
            "--figure",
            "ipd-inner",
            "--seeds",
            "1",
            "--updates",
            "300");
    assertThat(table.out()).contains("inner 1024").contains("-1.33 ± 0.24");
    assertThat(Cli.run("report", "tennis").err()).contains("expected ipd");
  }

  @Test
  void theCoinGameRunsAndRepeats() throws Exception {
    String[] small = {
      "coin",
      "--quiet",
      "--size",
      "2",
      "--rollout",
      "5",
      "--batch",
      "6",
      "--updates",
      "3",
      "--seeds",
      "2",
      "--format",
      "json"
    };
    JsonNode once = Cli.run(small).json();
    assertThat(once.at("/seeds/1/updates/1/update").intValue()).isEqualTo(3);
    assertThat(once.at("/seeds/0/updates/1/returns").size()).isEqualTo(2);
    assertThat(Cli.run(small).json()).isEqualTo(once);
    assertThat(Cli.run("coin", "--size", "1").err())
        .startsWith("--size: size of the coin board is 1, expected 2 to 16");
  }
}
