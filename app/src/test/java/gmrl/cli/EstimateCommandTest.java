package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command fed with the files of the recorded experiments prints the recorded numbers. */
class EstimateCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void aSpecificationBringsMdpPolicyAndRewards() throws Exception {
    JsonNode golden = named(golden("tabular_estimators.json").get("mdps"), "s3a2");
    writeMdp("s3a2");
    write("theta", golden.get("theta"));
    JsonNode batch = golden.get("batches").get(0);
    write("trajectories", batch.get("trajectories"));
    String[] rest = {"--trajectories", path("trajectories"), "--estimator", "lvc"};
    Cli plain = Cli.run(more(rest, "--mdp", path("mdp"), "--theta", path("theta")));
    assertThat(plain.code()).as(plain.err()).isZero();
    Cli written =
        Cli.run(
            "bias",
            "--mdp",
            path("mdp"),
            "--theta",
            path("theta"),
            "--trials",
            "2",
            "--format",
            "json");
    Path spec = Files.writeString(folder.resolve("spec.json"), written.out());
    Cli taken = Cli.run(more(rest, "--spec", spec.toString()));
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(taken.json()).isEqualTo(plain.json());
    assertThat(Cli.run(more(rest)).err()).startsWith("--mdp is missing, expected it or --spec");
  }

  private static String[] more(String[] rest, String... more) {
    List<String> all = new ArrayList<>(List.of("estimate"));
    all.addAll(List.of(rest));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a2", "s5a3", "s20a5"})
  void everyEstimatorOfTheReturn(String name) throws Exception {
    JsonNode golden = named(golden("tabular_estimators.json").get("mdps"), name);
    writeMdp(name);
    write("theta", golden.get("theta"));
    write("V", golden.get("V"));
    write("v", golden.get("hvp_direction_v"));
    int compared = 0;
    for (JsonNode batch : golden.get("batches")) {
      write("trajectories", batch.get("trajectories"));
      for (var entry : batch.get("estimators").properties()) {
        JsonNode expected = entry.getValue().get("no_epsilon");
        List<String> args = new ArrayList<>(arguments(entry.getKey()));
        args.addAll(List.of("--critic", path("V"), "--vector", path("v")));
        boolean whole = entry.getValue().hasNonNull("hessian");
        if (whole) {
          args.add("--hessian");
        }
        Cli cli = Cli.run(args.toArray(String[]::new));
        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        JsonNode actual = cli.json();
        String as = name + " " + entry.getKey();
        // The values of lvc and loaded are zero but for the reference's epsilon.
        assertThat(actual.get("value").asDouble())
            .as(as)
            .isCloseTo(expected.get("value").asDouble(), offset(1e-8));
        assertClose(as, actual.get("gradient"), expected.get("gradient"), 1e-8);
        if (expected.has("hessian_vector_product")) {
          assertClose(
              as, actual.get("hessianVector"), expected.get("hessian_vector_product"), 1e-8);
        }
        if (whole) {
          // The whole Hessian is recorded only with the reference's epsilon.
          assertClose(as, actual.get("hessian"), entry.getValue().get("hessian"), 1e-5);
        }
        compared++;
      }
    }
    assertThat(compared).isEqualTo(12);
  }

  @Test
  void trajectoriesThatTheMdpCannotHaveMadeAreDoubted() throws Exception {
    Files.writeString(
        folder.resolve("mdp.json"),
        "{\"gamma\":0.5,\"start\":1,\"P\":[[[1,0]],[[0,1]]],\"R\":[[0],[1]]}");
    Files.writeString(folder.resolve("theta.json"), "{\"theta\":[[0],[0]]}");
    String file = path("trajectories");
    List<String> sentences =
        List.of(
            "Warning: "
                + file
                + ": 1 of 2 trajectories do not start in state 1, where the MDP does",
            "Warning: "
                + file
                + ": trajectories[0] goes from state 0 by action 0 to state 1 at step 0,"
                + " which the MDP gives probability 0; so do 1 more steps");
    Files.writeString(
        Path.of(file),
        "{\"trajectories\":[{\"states\":[0,1,0],\"actions\":[0,0],\"rewards\":[0,0]},"
            + "{\"states\":[1,1,1],\"actions\":[0,0],\"rewards\":[0,0]}]}");
    Cli cli =
        Cli.run(
            "estimate",
            "--quiet",
            "--estimator=lvc",
            "--mdp",
            path("mdp"),
            "--theta",
            path("theta"),
            "--trajectories",
            file);
    assertThat(cli.code()).isZero();
    assertThat(cli.err().lines()).containsExactlyElementsOf(sentences);
  }

  /** The file has the reference's 1e-8 inside ratios and logarithms, which shows at 1e-6. */
  @ParameterizedTest
  @ValueSource(strings = {"s3a2", "s5a3", "s20a5"})
  void theEstimatorsOfLirpg(String name) throws Exception {
    JsonNode golden = named(golden("tabular_lirpg_estimators.json").get("mdps"), name);
    writeMdp(name);
    write("theta", golden.get("theta"));
    write("V", golden.get("V"));
    write("v", golden.get("direction_v"));
    write("phi", golden.get("phi"));
    for (JsonNode batch : golden.get("batches")) {
      write("trajectories", batch.get("trajectories"));
      for (String estimator : List.of("maml", "lvc")) {
        for (String critic : List.of("keep", "detach")) {
          List<String> args = new ArrayList<>(arguments(estimator));
          args.addAll(List.of("--critic", path("V"), "--vector", path("v"), "--phi", path("phi")));
          if (critic.equals("detach")) {
            args.add("--detach-critic");
          }
          Cli cli = Cli.run(args.toArray(String[]::new));
          assertThat(cli.err()).isEmpty();
          JsonNode expected = batch.get("estimators").get(estimator).get(critic);
          String as = name + " " + estimator + " " + critic;
          assertClose(as, cli.json().get("value"), expected.get("value"), 1e-5);
          assertClose(as, cli.json().get("gradient"), expected.get("gradient"), 1e-5);
          assertClose(
              as, cli.json().get("hessianVector"), expected.get("hessian_vector_product"), 1e-5);
          assertClose(as, cli.json().get("mixedVector"), expected.get("mixed_product"), 1e-5);
        }
      }
    }
  }

  @Test
  void theExactCriticStandsInForAMissingOne() throws Exception {
    JsonNode golden = named(golden("tabular_estimators.json").get("mdps"), "s5a3");
    writeMdp("s5a3");
    write("theta", golden.get("theta"));
    write("V", golden.get("V_exact"));
    write("trajectories", golden.get("batches").get(0).get("trajectories"));
    List<String> args = new ArrayList<>(arguments("loaded"));
    JsonNode without = Cli.run(args.toArray(String[]::new)).json();
    args.addAll(List.of("--critic", path("V")));
    assertClose(
        "exact critic",
        without.get("gradient"),
        Cli.run(args.toArray(String[]::new)).json().get("gradient"),
        1e-10);
    assertThat(without.has("hessianVector")).isFalse();
    assertThat(without.has("hessian")).isFalse();
    assertThat(without.has("mixedVector")).isFalse();
  }

  @Test
  void filesThatDoNotFitAreNamedInOneLine() throws Exception {
    JsonNode golden = named(golden("tabular_estimators.json").get("mdps"), "s3a2");
    writeMdp("s3a2");
    write("theta", golden.get("theta"));
    write("trajectories", golden.get("batches").get(0).get("trajectories"));
    refused("theta.json", "{\"theta\":[[1,2]]}", "theta is a table of 1 × 2, expected 3 states");
    write("theta", golden.get("theta"));
    refused(
        "trajectories.json",
        "{\"trajectories\":[{\"states\":[0,1],\"actions\":[7],\"rewards\":[0]}]}",
        "trajectories[0].actions[0] is 7");
    refused("trajectories.json", "{\"trajectories\":[{\"states\":[0,1]", "is not valid JSON");
    refused("trajectories.json", "{\"states\":[0]}", "trajectories is missing");
    refused("mdp.json", "PK\u0003\u0004", "is not valid JSON");
    refused("mdp.json", "{\"P\":[[[0.5,0.4]]],\"R\":[[1]],\"gamma\":0.5}", "P[0][0] has 2");
    refused(
        "mdp.json",
        "{\"P\":[[[0.5,0.4]],[[1,0]]],\"R\":[[1],[1]],\"gamma\":0.5}",
        "P[0][0] sums to 0.9, expected");
    refused("mdp.json", "{\"P\":[[[1]]],\"R\":[[NaN]],\"gamma\":0.5}", "R[0][0] is NaN");
    refused("mdp.json", "{\"P\":[[[1]]],\"R\":[[1]],\"gamma\":1.0}", "gamma is 1.0, expected");
    refused("mdp.json", "{\"P\":[[[1]]],\"R\":[[1]]}", "gamma is missing, expected a number");
    refused("mdp.json", "{\"S\":2,\"P\":[[[1]]],\"R\":[[1]],\"gamma\":0}", "S is 2, expected 1");
  }

  private void refused(String file, String content, String sentence) throws Exception {
    Files.writeString(folder.resolve(file), content);
    Cli cli = Cli.run(arguments("lvc").toArray(String[]::new));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err().strip())
        .contains(folder.resolve(file).toString())
        .contains(sentence)
        .doesNotContain("\n");
  }

  private List<String> arguments(String estimator) {
    return List.of(
        "estimate",
        "--mdp",
        path("mdp"),
        "--theta",
        path("theta"),
        "--trajectories",
        path("trajectories"),
        "--estimator",
        estimator);
  }

  private void writeMdp(String name) throws Exception {
    ObjectNode mdp = named(golden("tabular_mdps.json").get("mdps"), name).deepCopy();
    mdp.put("start", mdp.get("initial_state").asInt());
    Files.writeString(folder.resolve("mdp.json"), mdp.toString());
  }

  private void write(String key, JsonNode value) throws Exception {
    Files.writeString(
        folder.resolve(file(key)), JSON.createObjectNode().set(key, value).toString());
  }

  private String path(String key) {
    return folder.resolve(file(key)).toString();
  }

  /** v and V must not meet on a file system that ignores case. */
  private static String file(String key) {
    return (key.equals("v") ? "vector" : key) + ".json";
  }

  private static JsonNode golden(String name) throws Exception {
    try (InputStream in = EstimateCommandTest.class.getResourceAsStream("/golden/" + name)) {
      assertThat(in).as("golden file " + name).isNotNull();
      return JSON.readTree(in);
    }
  }

  private static JsonNode named(JsonNode array, String name) {
    for (JsonNode node : array) {
      if (node.get("name").asText().equals(name)) {
        return node;
      }
    }
    throw new AssertionError("no entry named " + name);
  }

  private static void assertClose(String as, JsonNode actual, JsonNode expected, double tolerance) {
    List<Double> a = flat(actual);
    List<Double> e = flat(expected);
    assertThat(a).as(as).hasSameSizeAs(e);
    double scale = e.stream().mapToDouble(Math::abs).max().orElse(0);
    for (int i = 0; i < a.size(); i++) {
      assertThat(Math.abs(a.get(i) - e.get(i))).as(as).isLessThanOrEqualTo(tolerance * scale);
    }
  }

  private static List<Double> flat(JsonNode node) {
    List<Double> numbers = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(child -> numbers.addAll(flat(child)));
    } else {
      numbers.add(node.asDouble());
    }
    return numbers;
  }
}
