package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An MDP goes out, meta-gradients come back and are measured. */
class BroughtGradientsTest {
  private static final int TRIALS = 4000;

  @TempDir Path folder;

  private String mdp(String name) {
    String file = folder.resolve(name).toString();
    Cli out =
        Cli.run(
            "mdp", "--states", "3", "--actions", "2", "--seed", "5", "--index", "2", "--out", file);
    assertThat(out.code()).as(out.err()).isZero();
    return file;
  }

  private static JsonNode exact(String mdp) throws Exception {
    return Cli.run(
            "bias", "--mdp", mdp, "--alpha", "1", "--trials", "2", "--quiet", "--format", "json")
        .json()
        .at("/points/0/mdps/0/exact/metaGradient");
  }

  @Test
  void anMdpIsTheSameInEveryForm() throws Exception {
    Map<String, NamedArray> arrays = Npz.read(Files.readAllBytes(Path.of(mdp("mdp.npz"))));
    assertThat(arrays.get("P").shape()).containsExactly(3, 2, 3);
    assertThat(arrays.get("gamma").shape()).isEmpty();
    assertThat(exact(mdp("mdp.npz"))).isEqualTo(exact(mdp("mdp.json")));
  }

  /** Gradients with a known bias and a known variance. */
  @Test
  void biasAndVarianceOfWhatWasBroughtAreFound() throws Exception {
    String mdp = mdp("mdp.npz");
    JsonNode exact = exact(mdp);
    double[] samples = new double[TRIALS * 6];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < samples.length; i++) {
      int cell = i % 6;
      double bias = cell == 0 ? 0.3 : 0;
      samples[i] = exact.get(cell / 2).get(cell % 2).asDouble() + bias + random.nextDouble(-.5, .5);
    }
    Path file = folder.resolve("brought.npz");
    Files.write(
        file,
        Npz.write(List.of(new NamedArray.Doubles("gradients", new int[] {TRIALS, 3, 2}, samples))));
    Path plane = folder.resolve("plane.svg");
    Cli both =
        Cli.run(
            "bias",
            "--mdp",
            mdp,
            "--alpha",
            "1",
            "--trials",
            "50",
            "--quiet",
            "--format",
            "json",
            "--gradients",
            file.toString(),
            "--plane",
            plane.toString());
    assertThat(both.code()).as(both.err()).isZero();
    JsonNode curves = both.json().get("curves");
    assertThat(curves).hasSize(2);
    JsonNode brought = curves.get(1);
    assertThat(brought.get("label").asText()).isEqualTo("brought.npz");
    JsonNode measured = brought.at("/points/0/mdps/0");
    assertThat(measured.get("trials").asInt()).isEqualTo(TRIALS);
    // Six uniform entries of variance 1/12 each, 4000 times: standard error of the sum below .004
    assertThat(measured.get("variance").asDouble()).isBetween(0.48, 0.52);
    JsonNode bias = measured.get("biasSquared");
    assertThat(bias.get("low").asDouble()).isLessThan(0.09);
    assertThat(bias.get("high").asDouble()).isGreaterThan(0.09);
    assertThat(bias.get("value").asDouble()).isBetween(0.08, 0.10);
    assertThat(measured.get("environmentStepsPerTrial").isNull()).isTrue();
    assertThat(Files.readString(plane)).contains("brought.npz");
    Path again = folder.resolve("again");
    Cli made =
        Cli.run(
            "figure",
            "--from",
            plane.toString(),
            "--format",
            "svg",
            "--quiet",
            "--out",
            again.toString());
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(Files.readString(again.resolve("plane.csv")))
        .isEqualTo(Files.readString(folder.resolve("plane.csv")));
  }

  @Test
  void whatDoesNotFitIsNamedInOneLine() throws Exception {
    String mdp = mdp("mdp.json");
    Path file = folder.resolve("g.json");
    Files.writeString(file, "{\"gradients\":[[[1,2],[3,4]],[[1,2],[3,4]]]}");
    String name = file.toString();
    assertThat(Cli.run("bias", "--mdp", mdp, "--gradients", name).err())
        .contains("g.json: gradients[0] is 2 × 2, expected 3 × 2 as the MDP is")
        .hasLineCount(1);
    assertThat(Cli.run("bias", "--gradients", name).err())
        .contains("there are 10 MDPs and 1 point, expected one of each");
    Files.writeString(file, "{\"gradient\":[[[1,2],[3,4]]]}");
    assertThat(Cli.run("bias", "--mdp", mdp, "--gradients", name).err())
        .contains("has the key \"gradient\", expected \"gradients\"");
    Path lone = Files.write(folder.resolve("g.npy"), new byte[] {(byte) 0x93, 'N', 'U', 'M'});
    assertThat(Cli.run("bias", "--mdp", mdp, "--gradients", lone.toString()).err())
        .contains("g.npy cannot be read as NumPy's archive: it is no .npz file")
        .hasLineCount(1);
    assertThat(Cli.run("bias", "--mdp", mdp, "--plane", "x.doc").err())
        .startsWith("--plane is x.doc");
    assertThat(Cli.run("mdp", "--states", "3", "--format", "table").out())
        .startsWith("state  action  reward")
        .doesNotContain(",");
    Cli idle =
        Cli.run("mdp", "--teaching-mdp", "chain", "--alpha", "3", "--seed", "2", "--gamma", ".5");
    assertThat(idle.err())
        .isEqualToNormalizingNewlines(
            """
            --alpha changes nothing: an MDP does not depend on it
            --seed changes nothing: the MDP is not generated
            """);
    assertThat(idle.code()).isZero();
    assertThat(Cli.run("mdp", "--states", "30000").err()).contains("memory, expected less than");
    assertThat(Cli.run("mdp", "--index", "10").err()).startsWith("--index is 10, expected 0 to 9");
  }

  @Test
  void trajectoriesMayBeArrays() throws Exception {
    String mdp = mdp("mdp.npz");
    Path theta = folder.resolve("theta.npz");
    Files.write(
        theta, Npz.write(List.of(new NamedArray.Floats("theta", new int[] {3, 2}, new float[6]))));
    Path batch = folder.resolve("batch.npz");
    Files.write(
        batch,
        Npz.write(
            List.of(
                new NamedArray.Longs("states", new int[] {2, 3}, new long[] {0, 1, 2, 0, 0, 1}),
                new NamedArray.Longs("actions", new int[] {2, 2}, new long[] {0, 1, 1, 0}),
                new NamedArray.Doubles("rewards", new int[] {2, 2}, new double[] {1, .5, 0, 2}))));
    Path json = folder.resolve("batch.json");
    Files.writeString(
        json,
        "{\"trajectories\":[{\"states\":[0,1,2],\"actions\":[0,1],\"rewards\":[1,0.5]},"
            + "{\"states\":[0,0,1],\"actions\":[1,0],\"rewards\":[0,2]}]}");
    String[] args = {
      "estimate", "--mdp", mdp, "--theta", theta.toString(), "--estimator", "dice", "--trajectories"
    };
    String[] arrays = java.util.Arrays.copyOf(args, 9);
    arrays[8] = batch.toString();
    String[] document = java.util.Arrays.copyOf(args, 9);
    document[8] = json.toString();
    assertThat(Cli.run(arrays).json().get("gradient"))
        .isEqualTo(Cli.run(document).json().get("gradient"))
        .isNotNull();
  }
}
