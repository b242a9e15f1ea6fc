package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.file.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
  @TempDir Path folder;

  private String file(String json) throws IOException {
    Path file = folder.resolve("sweep.json");
    Files.writeString(file, json.replace('\'', '"'));
    return file.toString();
  }

  private String small() throws IOException {
    return file(
        "{'family':'coin','config':{'updates':2,'batch':4,'seeds':2},'parameters':{'innerLr':[1,2],'seed':[1,5,9]}}");
  }

  @Test
  void aSweepIsOneTableInEveryForm() throws Exception {
    String file = small();
    Cli table = Cli.run("sweep", file, "--quiet");
    assertThat(table.code()).as(table.err()).isZero();
    assertThat(table.out().lines().findFirst().orElseThrow()).contains("innerLr", "seed", "status");
    Cli csv = Cli.run("sweep", file, "--format", "csv", "--threads", "1");
    CsvTable rows = CsvTable.parse(csv.out());
    assertThat(rows.rows()).hasSize(6);
    assertThat(rows.rows().get(4).subList(0, 4)).containsExactly("4", "2", "5", "done");
    Cli json = Cli.run("sweep", file, "--format", "json");
    assertThat(json.json().at("/sweep/family").asText()).isEqualTo("coin");
    assertThat(json.json().at("/points/4/parameters/seed").asInt()).isEqualTo(5);
    assertThat(json.json().at("/points/4/rows/0/samples").asInt()).isEqualTo(2);
  }

  @Test
  void aKeptSweepGoesOnWithoutItsFileAndOnlyWithItsOwn() throws Exception {
    String file = small();
    String run = folder.resolve("run").toString();
    Cli whole = Cli.run("sweep", file, "--run", run, "--format", "csv", "--quiet");
    assertThat(whole.code()).as(whole.err()).isZero();
    assertThat(Files.readString(Path.of(run, "metrics.csv"))).isEqualTo(whole.out());
    Path journal = Path.of(run, "points.jsonl");
    byte[] bytes = Files.readAllBytes(journal);
    Files.write(journal, Arrays.copyOf(bytes, bytes.length / 2));
    Files.delete(Path.of(run, "metrics.csv"));
    Cli again = Cli.run("sweep", "--run", run, "--format", "csv", "--quiet");
    assertThat(again.out()).as(again.err()).isEqualTo(whole.out());
    assertThat(Files.readString(Path.of(run, "metrics.csv"))).isEqualTo(whole.out());
    String other = file("{'family':'coin','config':{'updates':2},'parameters':{'innerLr':[1,2]}}");
    assertThat(Cli.run("sweep", other, "--run", run).err())
        .contains("was asked for with other options");
    assertThat(Cli.run("sweep").err()).startsWith("a sweep needs its FILE");
  }

  @Test
  void failuresAreCountedAndFailTheCommandWhenThereIsNothingElse() throws Exception {
    String one =
        "{'family':'bias','config':{'trials':2,'mdp':{'generated':{'mdps':1}}},'parameters':{'mdp.generated.states':[%s]}}";
    Cli some = Cli.run("sweep", file(one.formatted("3,90000")), "--quiet", "--format", "csv");
    assertThat(some.code()).isZero();
    assertThat(some.err())
        .startsWith("1 of 2 points failed, the first: point 1 (mdp.generated.states = 90000): ");
    assertThat(Cli.run("sweep", file(one.formatted("90000")), "--quiet").code()).isEqualTo(1);
  }

  @Test
  void badInputIsNamedInOneLine() throws Exception {
    Cli bad = Cli.run("sweep", file("{'family':'coin','parameters':{'batch':[0]}}"));
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err())
        .contains("parameters.batch takes 0: config: batch size is 0")
        .hasLineCount(1);
    Cli master = Cli.run("sweep", small(), "--master", "hadoop");
    assertThat(master.code()).isEqualTo(2);
    assertThat(master.err()).contains("the master is \"hadoop\", expected local");
  }
}
