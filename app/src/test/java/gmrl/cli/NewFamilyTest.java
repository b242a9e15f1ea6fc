package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.Family;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.StateLink;
import gmrl.experiment.store.RunStatus;
import gmrl.experiment.store.StoredRun;
import gmrl.walk.WalkFamily;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A specification, a run and a family: the rest comes with the laboratory. */
class NewFamilyTest {
  private static final List<Family<?, ?>> FAMILIES = List.of(new WalkFamily());

  @TempDir Path folder;

  private static Cli run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(FAMILIES, new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Cli(code, out.toString(), err.toString());
  }

  @Test
  void itsKeysAreOptionsAndItsResultsComeInEveryForm() throws Exception {
    assertThat(run("--help").out()).contains("walk").contains("Random walks.");
    assertThat(run("walk", "--help").out())
        .contains("--drift=N")
        .contains("default: 0.5")
        .contains("--spec=FILE|LINK");
    Cli json = run("walk", "--drift", "2", "--updates", "4", "--format", "json");
    assertThat(json.code()).as(json.err()).isZero();
    assertThat(json.json().at("/config/drift").asDouble()).isEqualTo(2);
    assertThat(json.json().at("/walkers/2/4").isNumber()).isTrue();
    Cli csv = run("walk", "--updates", "4", "--format", "csv", "--record-every", "2");
    assertThat(csv.out().lines()).hasSize(1 + 3 * 3).startsWith("walker,update,place");
    assertThat(run("walk").out()).contains("place");
    assertThat(run("walk", "--record-every", "1").out()).contains("the last 40 of 63 rows");
  }

  @Test
  void whatIsWrongIsSaidInOneLine() {
    for (String[] wrong :
        new String[][] {
          {"--walkers", "0", "walkers is 0, expected 1 to 100"},
          {"--walkers", "many", "walkers is \"many\", expected a whole number"},
          {"--drift", "NaN", "drift is NaN, expected a finite number"},
          {"--drif", "1", "Unknown option"}
        }) {
      Cli cli = run("walk", wrong[0], wrong[1]);
      assertThat(cli.code()).isEqualTo(2);
      assertThat(cli.err().strip()).contains(wrong[2]).doesNotContain("\n");
    }
  }

  @Test
  void itsRunsAreKeptAndEveryDocumentStartsThemAgain() throws Exception {
    Path kept = folder.resolve("run");
    Cli first = run("walk", "--seed", "3", "--format", "json", "--run", kept.toString());
    StoredRun stored = StoredRun.open(kept);
    assertThat(stored.kind()).isEqualTo("walk");
    assertThat(stored.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(stored.metrics().get(0)).isEqualTo("walker,update,place");
    String config = first.json().get("config").toString();
    Path result = Files.writeString(folder.resolve("result.json"), first.out());
    for (String source :
        List.of(kept.resolve("run.json").toString(), result.toString(), StateLink.encode(config))) {
      Cli again = run("walk", "--spec", source, "--format", "json");
      assertThat(again.json().get("walkers")).isEqualTo(first.json().get("walkers"));
      assertThat(run("walk", "--spec", source, "--seed", "4", "--format", "json").json())
          .isNotEqualTo(first.json());
    }
    Path figure =
        Files.writeString(
            folder.resolve("figure.json"),
            "{\"figure\":\"f\",\"title\":\"t\",\"panels\":[{\"title\":\"p\",\"family\":\"walk\","
                + "\"parts\":[{\"label\":\"a\",\"config\":"
                + config
                + "}]}]}");
    assertThat(run("walk", "--spec", figure.toString(), "--format", "json").json())
        .isEqualTo(first.json());
    WalkFamily family = new WalkFamily();
    assertThat(family.read(JsonView.parse("x", Json.line(family.write(family.standard())))))
        .isEqualTo(family.standard());
  }
}
