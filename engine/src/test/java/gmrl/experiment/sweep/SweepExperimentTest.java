package gmrl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of a sweep is the same whoever computes it, in one go or in pieces. */
class SweepExperimentTest {
  private static final String BIAS =
      "{'family':'bias','config':{'trials':4,'hessian':'exact','mdp':{'generated':{'states':4,'actions':2,'mdps':3}}},"
          + "'parameters':{'alpha':[0.1,1,3],'inner':['lvc:2','maml:2','lvc:4'],'steps':[1,2]}}";

  private static SweepPlan plan(String json) {
    return SweepPlan.read(JsonView.parse("s.json", json.replace('\'', '"')));
  }

  private static String table(SweepPlan plan, int threads, Optional<SweepJournal> journal) {
    try (Workers workers = new Workers(threads)) {
      return new SweepExperiment(plan, SweepExperiment.LOCAL, journal)
          .run(workers, new CancellationToken(), (done, snapshot) -> {})
          .csv()
          .text();
    }
  }

  @Test
  void theNumbersAreTheFamilysOwnOnAnyNumberOfThreads() {
    SweepPlan plan = plan(BIAS);
    String one = table(plan, 1, Optional.empty());
    assertThat(table(plan, 3, Optional.empty())).isEqualTo(one);
    CsvTable csv = CsvTable.parse(one);
    assertThat(csv.rows()).hasSize(18);
    BiasResult alone;
    try (Workers workers = new Workers(2)) {
      alone =
          new BiasExperiment(new BiasFamily().read(JsonView.of("", plan.config(7))))
              .run(workers, new CancellationToken(), (done, snapshot) -> {});
    }
    // the mean over MDPs of what each MDP has
    BiasResult.PointResult point = alone.curves().get(0).points().get(0);
    double mean =
        point.mdps().stream().mapToDouble(mdp -> mdp.measures().variance()).average().orElseThrow();
    int column = csv.header().indexOf(BiasMeasure.VARIANCE.key());
    assertThat(Double.parseDouble(csv.rows().get(7).get(column)))
        .isCloseTo(mean, org.assertj.core.data.Percentage.withPercentage(1e-9));
    assertThat(csv.rows().get(7).subList(0, 6)).containsExactly("7", "1", "lvc:2", "2", "done", "");
  }

  @Test
  void aKilledSweepGoesOnToTheSameTable(@TempDir Path folder) throws IOException {
    SweepPlan plan = plan(BIAS);
    String whole = table(plan, 2, Optional.of(new SweepJournal(folder)));
    Path file = folder.resolve("points.jsonl");
    byte[] bytes = Files.readAllBytes(file);
    // Whatever a kill leaves: any number of whole lines and a broken one.
    for (int left : new int[] {0, 1, 700, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(bytes, left));
      assertThat(table(plan, 2, Optional.of(new SweepJournal(folder)))).isEqualTo(whole);
      assertThat(new SweepJournal(folder).read()).hasSize(plan.size());
    }
  }

  @Test
  void whatIsDoneIsNotDoneAgain(@TempDir Path folder) throws IOException {
    SweepPlan plan = plan(BIAS);
    SweepOutcome known = new SweepOutcome(3, "it was told so", List.of("samples"), List.of(), 0);
    new SweepJournal(folder).add(List.of(known));
    CsvTable csv = CsvTable.parse(table(plan, 2, Optional.of(new SweepJournal(folder))));
    assertThat(csv.rows().get(3).get(5)).isEqualTo("it was told so");
    assertThat(csv.rows()).hasSize(18);
  }

  @Test
  void aDamagedJournalIsRefused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("points.jsonl"), "{\"point\":}\n", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> table(plan(BIAS), 1, Optional.of(new SweepJournal(folder))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("points.jsonl line 1");
  }

  @Test
  void aPointThatFailsStandsBesideThoseThatDoNot() {
    SweepPlan plan =
        plan(
            "{'family':'bias','config':{'trials':2,'mdp':{'generated':{'mdps':1,'actions':2}}},"
                + "'parameters':{'mdp.generated.states':[3,60000,4]}}");
    try (Workers workers = new Workers(1)) {
      SweepTable table =
          new SweepExperiment(plan, SweepExperiment.LOCAL, Optional.empty())
              .run(workers, new CancellationToken(), (done, snapshot) -> {});
      assertThat(table.failures())
          .singleElement()
          .asString()
          .startsWith("point 1 (mdp.generated.states = 60000): ")
          .contains("memory");
      CsvTable csv = table.csv();
      assertThat(csv.rows())
          .extracting(row -> row.get(2))
          .containsExactly("done", "failed", "done");
      assertThat(csv.rows().get(1).subList(4, csv.header().size())).containsOnly("");
      assertThat(table.json().at("/points/1/status").asText()).isEqualTo("failed");
    }
  }

  @Test
  void aSeriesComesToItsEndAndAllItsRowsAreThereOnDemand() {
    String json =
        "{'family':'ipd','table':'%s','config':{'updates':4,'seeds':2,'inner':4,'outer':4,'rollout':5},"
            + "'parameters':{'outerLr':[0.1,0.2]}}";
    CsvTable ends = CsvTable.parse(table(plan(json.formatted("summary")), 2, Optional.empty()));
    CsvTable all = CsvTable.parse(table(plan(json.formatted("all")), 2, Optional.empty()));
    assertThat(ends.rows()).hasSize(2);
    assertThat(all.rows()).hasSize(2 * 2 * 5);
    int update = all.header().indexOf("update");
    int value = all.header().indexOf("return1");
    double mean =
        all.rows().stream()
            .filter(row -> row.get(0).equals("1") && row.get(update).equals("4"))
            .mapToDouble(row -> Double.parseDouble(row.get(value)))
            .average()
            .orElseThrow();
    assertThat(Double.parseDouble(ends.rows().get(1).get(ends.header().indexOf("return1"))))
        .isCloseTo(mean, org.assertj.core.data.Offset.offset(1e-12));
  }

  @Test
  void anUnknownMasterIsRefused() {
    assertThatThrownBy(() -> new SweepExperiment(plan(BIAS), "hadoop", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the master is \"hadoop\", expected local");
  }
}
