package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.file.StateLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the laboratory has written starts the same experiment again. */
class SpecOptionTest {
  @TempDir Path folder;

  static Stream<List<String>> small() {
    return Stream.of(
            "bias --states 3 --actions 2 --mdps 2 --trials 3 --inner lvc:2 --seed 5 --sweep"
                + " alpha=1,2",
            "train --states 3 --actions 2 --mdps 1 --updates 2 --runs 2 --inner lvc:2 --seed 5",
            "ipd --rollout 5 --inner 4 --outer 4 --updates 3 --seeds 2 --seed 5",
            "coin --size 2 --rollout 5 --batch 4 --updates 2 --seeds 2 --seed 5",
            "examples lola-autodiff --seed 5")
        .map(line -> List.of(line.split(" ")));
  }

  @ParameterizedTest
  @MethodSource("small")
  void aResultARunItsSpecificationAndALinkGiveTheSameNumbers(List<String> command)
      throws Exception {
    Path run = folder.resolve("run");
    List<String> args = new ArrayList<>(command);
    args.addAll(List.of("--format", "json", "--run", run.toString()));
    Cli first = Cli.run(args.toArray(String[]::new));
    assertThat(first.code()).as(first.err()).isZero();
    JsonNode config = first.json().get("config");
    Path result = Files.writeString(folder.resolve("result.json"), first.out());
    Path spec = Files.writeString(folder.resolve("spec.json"), config.toString());
    Cli csv = Cli.run(csv(command));
    for (String source :
        List.of(
            result.toString(),
            spec.toString(),
            run.resolve("run.json").toString(),
            StateLink.encode(config.toString()))) {
      Cli again = Cli.run(command.get(0), "--spec", source, "--format", "csv");
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(again.out()).isEqualTo(csv.out());
    }
    Cli reseeded =
        Cli.run(command.get(0), "--spec", spec.toString(), "--seed", "6", "--format", "json");
    ((com.fasterxml.jackson.databind.node.ObjectNode) config).put("seed", 6);
    assertThat(reseeded.json().get("config")).isEqualTo(config);
  }

  private static String[] csv(List<String> command) {
    List<String> args = new ArrayList<>(command);
    args.addAll(List.of("--format", "csv"));
    return args.toArray(String[]::new);
  }

  @Test
  void aFigureInAnyOfItsFilesStartsItsExperimentAgain() throws Exception {
    Cli made =
        Cli.run("figure", "hessian-noise", "--quick", "--dpi", "72", "--out", folder.toString());
    assertThat(made.code()).as(made.err()).isZero();
    List<String> numbers = new ArrayList<>();
    for (String kind : List.of("json", "png", "svg", "pdf")) {
      Cli again =
          Cli.run(
              "bias",
              "--spec",
              folder.resolve("hessian-noise." + kind).toString(),
              "--format",
              "csv");
      assertThat(again.code()).as(again.err()).isZero();
      numbers.add(again.out());
    }
    assertThat(numbers.stream().distinct()).hasSize(1);
    String figure = folder.resolve("hessian-noise.json").toString();
    Cli unknown = Cli.run("bias", "--spec", figure + "#unknown");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).startsWith("--spec: " + figure).hasLineCount(1);
    Cli stored = Cli.run("bias", "--spec", figure, "--stored");
    assertThat(stored.code()).isEqualTo(2);
    assertThat(stored.err())
        .startsWith(figure + " is a figure, which has no result to show")
        .hasLineCount(1);
    Path foreign = Files.writeString(folder.resolve("foreign.svg"), "<svg/>");
    Cli refused = Cli.run("bias", "--spec", foreign.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("foreign.svg carries no specification").hasLineCount(1);
  }

  @Test
  void aRunOfAnotherFamilyIsRefused() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("run.json"),
            "{\"kind\":\"ipd\",\"status\":\"completed\",\"config\":{}}");
    Cli cli = Cli.run("bias", "--spec", file.toString());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("run.json: kind is \"ipd\", expected a run of bias");
  }
}
