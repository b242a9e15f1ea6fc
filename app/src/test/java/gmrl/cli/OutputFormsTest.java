package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gmrl.experiment.file.CsvTable;
import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The forms of a result that programs read. */
class OutputFormsTest {
  private static final String[] IPD = {
    "ipd", "--updates", "3", "--seeds", "2", "--inner", "4", "--outer", "4", "--rollout", "5"
  };

  @TempDir Path folder;

  private static Cli ipd(String... more) {
    String[] all = java.util.Arrays.copyOf(IPD, IPD.length + more.length);
    System.arraycopy(more, 0, all, IPD.length, more.length);
    return Cli.run(all);
  }

  @Test
  void linesTellTheProgressAndEndWithTheResult() throws Exception {
    Cli lines = ipd("--format", "jsonl");
    List<JsonNode> events = lines.out().lines().map(OutputFormsTest::parse).toList();
    assertThat(lines.err()).isEmpty();
    assertThat(events.get(0).get("event").asText()).isEqualTo("started");
    JsonNode before = events.get(events.size() - 2);
    assertThat(before.get("event").asText()).isEqualTo("progress");
    assertThat(before.get("done")).isEqualTo(before.get("total"));
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.get("event").asText()).isEqualTo("result");
    assertThat(last.at("/result/seeds"))
        .isEqualTo(ipd("--format", "json", "--quiet").json().get("seeds"));
  }

  @Test
  void linesOnStandardErrorLeaveTheResultInItsForm() throws Exception {
    Cli lines = ipd("--format", "csv", "--progress", "jsonl");
    assertThat(lines.out()).isEqualTo(ipd("--format", "csv", "--progress", "none").out());
    List<JsonNode> events = lines.err().lines().map(OutputFormsTest::parse).toList();
    assertThat(events.get(0).get("event").asText()).isEqualTo("started");
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.get("event").asText()).isEqualTo("progress");
    assertThat(last.get("done")).isEqualTo(last.get("total"));
    Cli both = ipd("--quiet", "--progress", "jsonl");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err())
        .isEqualTo(
            "--quiet is given beside --progress jsonl, expected one of the two%n".formatted());
  }

  private static JsonNode parse(String line) {
    try {
      return JsonMapper.builder().build().readTree(line);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aNameThatSaysSoMakesAnArchiveOfTheTable() throws IOException {
    CsvTable csv = CsvTable.parse(ipd("--format", "csv", "--quiet").out());
    Path npz = folder.resolve("curves.npz");
    assertThat(ipd("--quiet", "--out", npz.toString()).code()).isZero();
    Map<String, NamedArray> arrays = Npz.read(Files.readAllBytes(npz));
    assertThat(arrays.keySet()).containsExactlyElementsOf(csv.header());
    int column = csv.header().indexOf("return1");
    assertThat(((NamedArray.Doubles) arrays.get("return1")).values())
        .containsExactly(
            csv.rows().stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray());
    assertThat(arrays.get("seed")).isInstanceOf(NamedArray.Longs.class);
    assertThat(ipd("--out", folder.resolve("curves.parquet").toString()).err())
        .contains("curves.parquet, expected .arrow or .feather");
    Path arrow = folder.resolve("curves.arrow");
    assertThat(ipd("--quiet", "--out", arrow.toString()).code()).isZero();
    assertThat(new String(Files.readAllBytes(arrow), 0, 6, StandardCharsets.US_ASCII))
        .isEqualTo("ARROW1");
    Cli both = ipd("--format", "csv", "--out", npz.toString());
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("says its form, expected no --format csv beside it");
  }

  /**
   * What rliable takes: for each learner a matrix with a row for each seed, a column for each game.
   */
  @Test
  void scoresOfLearnersAreMatricesOfSeedsAndGames() throws Exception {
    Path npz = folder.resolve("scores.npz");
    Cli archive = Cli.run("report", "atari", "--out", npz.toString());
    assertThat(archive.code()).as(archive.err()).isZero();
    Map<String, NamedArray> arrays = Npz.read(Files.readAllBytes(npz));
    List<String> games = List.of(((NamedArray.Texts) arrays.get("games")).values());
    assertThat(games).isNotEmpty().doesNotHaveDuplicates();
    int learners = 0;
    for (JsonNode row : Cli.run("report", "atari", "--format", "json").json().get("learners")) {
      int game = games.indexOf(row.get("game").asText() + ", " + row.get("steps") + " steps");
      if (game >= 0) {
        NamedArray.Doubles matrix = (NamedArray.Doubles) arrays.get(row.get("algorithm").asText());
        assertThat(matrix.shape()).hasSize(2).endsWith(games.size());
        for (int seed = 0; seed < matrix.shape()[0]; seed++) {
          assertThat(matrix.values()[seed * games.size() + game])
              .isEqualTo(row.get("scores").get(seed).asDouble());
        }
        learners++;
      }
    }
    assertThat(learners).isEqualTo((arrays.size() - 1) * games.size());
  }

  /** On a full disk, which /dev/full is, the table goes to standard output. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anArchiveThatCannotBeWrittenIsNotLost() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    Path full = Files.createSymbolicLink(folder.resolve("full.npz"), Path.of("/dev/full"));
    Cli run = ipd("--quiet", "--out", full.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(ipd("--quiet", "--format", "csv").out());
    assertThat(run.err()).contains("--out: ").contains("went to standard output instead");
    assertThat(Cli.run("mdp", "--states", "2", "--out", full.toString()).out())
        .isEqualTo(Cli.run("mdp", "--states", "2").out());
  }

  @Test
  void arraysOfNumPyAreReadWhereDocumentsAre() throws IOException {
    Path mdp = folder.resolve("mdp.npz");
    double[] even = {.5, .5, 1, 0, 0, 1, .25, .75};
    Files.write(
        mdp,
        Npz.write(
            List.of(
                new NamedArray.Doubles("P", new int[] {2, 2, 2}, even),
                new NamedArray.Floats("R", new int[] {2, 2}, new float[] {0, 1, .5f, .25f}),
                new NamedArray.Doubles("gamma", new int[0], new double[] {.5}))));
    Path json = folder.resolve("mdp.json");
    Files.writeString(
        json,
        "{\"P\":[[[0.5,0.5],[1,0]],[[0,1],[0.25,0.75]]],\"R\":[[0,1],[0.5,0.25]],\"gamma\":0.5}");
    String[] options = {"--trials", "3", "--format", "csv", "--quiet"};
    Cli arrays = Cli.run(concat(new String[] {"bias", "--mdp", mdp.toString()}, options));
    assertThat(arrays.out())
        .as(arrays.err())
        .isEqualTo(Cli.run(concat(new String[] {"bias", "--mdp", json.toString()}, options)).out())
        .isNotEmpty();
    Path theta = folder.resolve("theta.npz");
    Files.write(
        theta,
        Npz.write(List.of(new NamedArray.Floats("theta", new int[] {2, 1}, new float[] {1, 2}))));
    Cli bad = Cli.run("bias", "--mdp", json.toString(), "--theta", theta.toString());
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).contains("theta.npz", "theta").hasLineCount(1);
  }

  private static String[] concat(String[] a, String[] b) {
    String[] all = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
