package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariSpec;
import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtariCommandTest {
  private static final List<String> SMALL =
      List.of(
          "atari",
          "--game",
          "minatar:breakout",
          "--envs",
          "4",
          "--rollout",
          "3",
          "--steps-total",
          "240",
          "--record-every",
          "1",
          "--quiet");

  @TempDir Path folder;

  @Test
  void curvesAreNamedAndLabelled() throws Exception {
    Cli cli = Cli.runOver(SMALL, "--seeds", "2", "--seed", "7", "--format", "json");
    assertThat(cli.code()).isZero();
    assertThat(cli.err()).isEmpty();
    JsonNode json = cli.json();
    assertThat(json.at("/config/learning/num_processes").intValue()).isEqualTo(4);
    assertThat(json.at("/seeds/1/seed").intValue()).isEqualTo(8);
    assertThat(json.at("/label").textValue())
        .isEqualTo("a2c on miniature Breakout (all 6 actions, sticky 0.1, no ramping)");
    assertThat(json.at("/timing/environmentSteps").longValue()).isEqualTo(480);
    assertThat(json.has("interrupted")).isFalse();
  }

  /** A network that is no longer made of numbers learns nothing, and is not what is kept. */
  @ParameterizedTest
  @CsvSource({"a2c,240,2", "mgrl,240,3", "a2c,12,1"})
  void aLearnerThatOverflowsIsSaidWithItsSeedAndUpdate(String learner, int steps, int update) {
    Path run = folder.resolve("run");
    Cli cli =
        Cli.runOver(
            SMALL,
            "--algorithm",
            learner,
            "--lr",
            "1e39",
            "--steps-total",
            "" + steps,
            "--seed",
            "5",
            "--run",
            run.toString());
    assertThat(cli.err()).startsWith("seed 5 overflows in update " + update).hasLineCount(1);
    assertThat(cli.code()).isEqualTo(2);
    assertThat(run.resolve("checkpoint-5.npz")).doesNotExist();
  }

  /** What a learner without a meta-gradient has no use for is said, and the learner learns. */
  @Test
  void anOptionThatChangesNothingIsSaid() {
    Cli cli = Cli.runOver(SMALL, "--steps", "3", "--meta-lr", "1", "--learned", "gamma");
    assertThat(cli.code()).isZero();
    assertThat(cli.err().lines())
        .containsExactly(
            "--steps changes nothing: a2c has no meta-gradient",
            "--meta-lr changes nothing: a2c has no meta-gradient",
            "--learned changes nothing: a2c has no meta-gradient");
  }

  /** What was said of two games is what the arrays hold. */
  private static void requireGames(String out, Map<String, NamedArray> arrays) {
    NamedArray.Floats seen = (NamedArray.Floats) arrays.get("observations");
    int n = seen.shape()[0];
    assertThat(seen.shape()).containsExactly(n, 10, 10, 4);
    // One paddle, and every brick of the beginning.
    double bricks = 0;
    double paddle = 0;
    for (int cell = 0; cell < 100; cell++) {
      paddle += seen.values()[4 * cell];
      bricks += seen.values()[4 * cell + 3];
    }
    assertThat(paddle).isEqualTo(1);
    assertThat(bricks).isEqualTo(30);
    double[] scores = ((NamedArray.Doubles) arrays.get("scores")).values();
    long[] over = ((NamedArray.Longs) arrays.get("game_over")).values();
    assertThat(((NamedArray.Longs) arrays.get("actions")).values()).hasSize(n);
    assertThat(((NamedArray.Longs) arrays.get("terminated")).values()).isEqualTo(over);
    StringBuilder said = new StringBuilder();
    int game = 1;
    int begun = 0;
    int score = 0;
    for (int i = 0; i < n; i++) {
      score += (int) scores[i];
      if (over[i] == 1) {
        said.append(
            String.format(
                Locale.ROOT, "game %d: score %d in %d steps%n", game++, score, i + 1 - begun));
        begun = i + 1;
        score = 0;
      }
    }
    assertThat(begun).as("nothing after the last end").isEqualTo(n);
    assertThat(out).startsWith(said.toString());
  }

  @Test
  void aKeptRunIsGoneOnWithAndWatched() throws IOException {
    Path run = folder.resolve("run");
    Cli first = Cli.runOver(SMALL, "--run", run.toString());
    assertThat(first.code()).isZero();
    assertThat(run.resolve("checkpoint-1.npz")).exists();
    Cli again = Cli.run("atari", "--run", run.toString(), "--quiet", "--format", "csv");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).startsWith("seed,steps,frames,episodes,score,");
    Cli other = Cli.run("atari", "--run", run.toString(), "--lr", "0.5", "--quiet");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("was asked for with other options");
    Path npz = folder.resolve("games.npz");
    Cli watched =
        Cli.run(
            "atari",
            "--play",
            "--run",
            run.toString(),
            "--episodes",
            "2",
            "--trajectory",
            npz.toString());
    assertThat(watched.code()).as(watched.err()).isZero();
    requireGames(watched.out(), Npz.read(Files.readAllBytes(npz)));
    Files.write(run.resolve("checkpoint-1.npz"), new byte[] {1, 2, 3});
    Cli damaged = Cli.run("atari", "--run", run.toString());
    assertThat(damaged.code()).isEqualTo(2);
    assertThat(damaged.err())
        .contains("checkpoint-1.npz cannot be used")
        .doesNotContain("goes on with")
        .hasLineCount(1);
    assertThat(run.resolve("result.json")).as("what was learnt before").exists();
    Files.writeString(
        run.resolve("run.json"),
        Files.readString(run.resolve("run.json")).replace("\"atari\"", "\"bias\""));
    Cli foreign = Cli.run("atari", "--run", run.toString(), "--quiet");
    assertThat(foreign.code()).isEqualTo(2);
    assertThat(foreign.err()).contains("holds a run of bias, expected one of atari");
  }

  @Test
  void recordedEpisodesAreReplayed() throws IOException {
    Path file = folder.resolve("breakout.json");
    try (InputStream in = getClass().getResourceAsStream("/golden/minatar_breakout.json")) {
      Files.write(file, in.readAllBytes());
    }
    Cli same = Cli.run("atari", "--replay", file.toString());
    assertThat(same.code()).isZero();
    assertThat(same.out()).contains("every observation, reward and end as recorded");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"paddle\": ?4", "\"paddle\": 5"));
    Cli differs = Cli.run("atari", "--replay", file.toString());
    assertThat(differs.code()).isEqualTo(1);
    assertThat(differs.out()).contains("Breakout: run 0, episode 0, reset: paddle is 4");
    Files.write(file, "[]".getBytes(StandardCharsets.UTF_8));
    Cli broken = Cli.run("atari", "--replay", file.toString());
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).startsWith("--replay: " + file + ": the recording is []");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--game joust|--game: \"joust\" is no Atari game",
        "--game minatar:pong|--game: \"pong\" is no miniature game; there are breakout",
        "--algorithm ppo|--algorithm: algorithm is ppo, expected a2c, a2c-conditioned, mgrl",
        "--frames 100|--steps-total and --frames exclude each other",
        "--episodic-life|--episodic-life is for Atari games",
        "--sticky 2|--sticky: stickiness must be between 0 and 1, not 2.0",
        "--time-limit never|--time-limit is never, expected bootstrap, value_in_place, terminal",
        "--outer-gamma 1.5|--outer-gamma: outer gamma is 1.5, expected 0 … 1",
        "--envs 0|--envs is 0, expected 1 or more",
        "--play|--play needs the folder of a run",
        "--play --run nowhere|--run: nowhere holds no run to play from",
        "--episodes 3|--episodes goes with --play",
        "--learned=|--learned is '', expected gamma",
        "--trajectory x.npz|--trajectory goes with --play",
        "--replay none.json|--replay: none.json: there is no such file"
      })
  void badInputIsNamedInOneLine(String options, String sentence) {
    Cli cli = Cli.runOver(SMALL, options.split(" "));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err().strip()).contains(sentence).doesNotContain("\n");
  }

  @Test
  void whatIsTrainedIsSaidFirst() {
    List<String> briefly =
        List.of("atari", "--envs", "2", "--rollout", "2", "--steps-total", "8", "--format", "csv");
    Cli unnamed = Cli.runOver(briefly, "--run", folder.resolve("new").toString());
    assertThat(unnamed.err())
        .startsWith(
            "trains "
                + new AtariFamily().standard().label()
                + ", 1 seed × 8 steps; --game chooses another game\n");
    Cli again = Cli.run("atari", "--run", folder.resolve("new").toString(), "--format", "csv");
    assertThat(again.err()).startsWith("goes on with " + new AtariFamily().standard().label());
    Cli other = Cli.run("atari", "--run", folder.resolve("new").toString(), "--lr", "0.5");
    assertThat(other.err()).contains("asked for with other options").hasLineCount(1);
    Cli named = Cli.runOver(briefly, "--game", "minatar:freeway", "--algorithm", "mgrl");
    assertThat(named.err())
        .startsWith("trains mgrl on miniature Freeway")
        .doesNotContain("another game");
  }

  @Test
  void aReportOfRunsUnderWaySaysHowFarTheyAre() throws IOException {
    Path run = folder.resolve("run");
    Cli.runOver(SMALL, "--run", run.toString());
    Path config = run.resolve("run.json");
    Files.writeString(
        config,
        Files.readString(config)
            .replaceFirst("\"num_env_steps\"( ?): ?240", "\"num_env_steps\"$1: 1000"));
    Cli cli = Cli.run("report", "atari", "--runs", folder.toString());
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out().lines())
        .hasSize(2)
        .first()
        .isEqualTo("no run has made all its steps yet, so there is no final return to report");
    assertThat(cli.out()).contains("left out: a2c, seed 1 on", "made 240 of 1000 steps");
  }

  @Test
  void aDamagedRunDoesNotKeepTheOthersFromTheReport() throws IOException {
    Path good = folder.resolve("good");
    Path cut = folder.resolve("cut");
    Cli.runOver(SMALL, "--run", good.toString());
    Cli.runOver(SMALL, "--run", cut.toString());
    Path checkpoint = cut.resolve("checkpoint-1.npz");
    Files.write(checkpoint, Arrays.copyOf(Files.readAllBytes(checkpoint), 100));
    Files.createDirectories(folder.resolve("broken"));
    Files.writeString(folder.resolve("broken/run.json"), "{\"kind\": ");
    Cli cli = Cli.run("report", "atari", "--runs", folder.toString());
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("a2c", "left out: the checkpoint " + checkpoint);
    assertThat(cli.err()).contains(checkpoint.toString(), "broken").hasLineCount(2);
    Cli alone = Cli.run("report", "atari", "--runs", cut.toString());
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err()).contains(checkpoint.toString()).hasLineCount(1);
  }

  @Test
  void stepsAndFramesAreToldApart() {
    AtariOptions options = new AtariOptions();
    options.game = "pong";
    options.frames = 4000L;
    AtariSpec standard = new AtariFamily().standard();
    assertThat(options.apply(standard).learning().numEnvSteps()).isEqualTo(1000);
    options.frames = null;
    options.stepsTotal = 4000L;
    assertThat(options.apply(standard).learning().numEnvSteps()).isEqualTo(4000);
    options.game = "minatar:freeway";
    options.stepsTotal = null;
    options.frames = 4000L;
    assertThat(options.apply(standard).learning().numEnvSteps()).isEqualTo(4000);
  }

  @Test
  void withoutTheGamesOneSentenceSaysWhatToDo() {
    Cli cli = Cli.run("atari", "--game", "pong", "--roms", folder.toString(), "--quiet");
    assertThat(cli.code()).isNotZero();
    assertThat(cli.err().strip()).doesNotContain("\n");
    assertThat(cli.err())
        .containsAnyOf("mvn -Pale", "no build for", "no file of Pong lies in " + folder);
  }

  @Test
  void keptRunsAreReportedOn() throws Exception {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Cli.runOver(SMALL, "--seeds", "2", "--run", one.toString());
    Cli.runOver(SMALL, "--seeds", "2", "--algorithm", "a2c-conditioned", "--run", two.toString());
    Cli cli = Cli.run("report", "atari", "--runs", folder.toString(), "--format", "json");
    assertThat(cli.code()).as(cli.err()).isZero();
    JsonNode json = cli.json();
    assertThat(json.at("/learners").size()).isEqualTo(2);
    assertThat(json.at("/learners/0/scores").size()).isEqualTo(2);
    assertThat(json.at("/comparisons/0/first").textValue()).isEqualTo("a2c-conditioned");
    assertThat(json.at("/comparisons/0/verdict").textValue()).isEqualTo("inconclusive");
    assertThat(Cli.run("report", "atari", "--runs", folder.toString()).out())
        .contains("a2c-conditioned − a2c", "inconclusive", "95 % intervals over seeds");
    Cli empty = Cli.run("report", "atari", "--runs", folder.resolve("one/none").toString());
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains("cannot be read").hasLineCount(1);
    assertThat(Cli.run("report").err()).contains("expected ipd or atari");
  }
}
