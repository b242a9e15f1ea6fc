package gmrl.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.SlotSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingExperimentTest {
  private static final TrainingSpec SMALL =
      new TrainingSpec(
          TrainingSpec.paper()
              .setup()
              .withMdps(new MdpSource.Generated(5, 3, 0.3, 1, 2))
              .withAlpha(1)
              .withSteps(1)
              .withSlots(SlotSpec.parse("lvc:4"), SlotSpec.parse("lvc:4"), SlotSpec.parse("lvc:4")),
          12,
          1,
          3,
          7);

  @Test
  void exactAscentClimbsAndEverybodyStartsAlike() {
    TrainingResult result = run(SMALL, 2);
    assertThat(result.points()).hasSize(13);
    assertThat(result.learners()).hasSize(2 * 4);
    for (int u = 1; u <= 12; u++) {
      assertThat(result.points().get(u).exact().mean())
          .isGreaterThan(result.points().get(u - 1).exact().mean());
    }
    TrainingResult.Point first = result.points().get(0);
    assertThat(first.shortfall().mean()).isCloseTo(0, offset(1e-12));
    assertThat(result.points().get(12).estimated().mean()).isGreaterThan(first.estimated().mean());
    assertThat(result.points().get(12).cosine().mean()).isBetween(0.1, 1.0);
  }

  @Test
  void exactSlotsLearnExactlyAsTheExactLearner() {
    SlotSpec exact = SlotSpec.exact();
    TrainingResult result = run(SMALL.withSetup(s -> s.withSlots(exact, exact, exact)), 1);
    TrainingResult.Point last = result.points().get(12);
    assertThat(last.shortfall().mean()).isCloseTo(0, offset(1e-12));
    assertThat(last.cosine().mean()).isCloseTo(1, offset(1e-12));
    assertThat(result.environmentSteps()).isZero();
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    assertThat(run(SMALL, 3)).isEqualTo(run(SMALL, 1));
  }

  @Test
  void snapshotsGrowUpdateByUpdate() {
    List<Integer> lengths = new ArrayList<>();
    List<Long> done = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      new TrainingExperiment(SMALL)
          .run(
              workers,
              new CancellationToken(),
              (units, snapshot) -> {
                lengths.add(snapshot.points().size());
                done.add(units);
              });
    }
    assertThat(lengths).isSorted().endsWith(13);
    assertThat(lengths.get(0)).isEqualTo(2);
    assertThat(done).isSorted().endsWith(new TrainingExperiment(SMALL).total());
  }

  @Test
  void theSpecificationSurvivesTheRoundTripAndNamesWhatIsWrong() {
    String json = Json.pretty(TrainingSpecJson.write(SMALL));
    assertThat(TrainingSpecJson.read(JsonView.parse("t.json", json))).isEqualTo(SMALL);
    assertThat(TrainingSpecJson.read(JsonView.parse("t.json", "{}")))
        .isEqualTo(TrainingSpec.paper());
    assertThatThrownBy(() -> TrainingSpecJson.read(JsonView.parse("t.json", "{\"runs\":0}")))
        .hasMessage("t.json: runs is 0, expected 1 to 10000");
    assertThatThrownBy(
            () -> SMALL.withSetup(s -> s.withMethod(new MethodSpec.EvolutionStrategies(3))))
        .hasMessage("method is es:3, expected unrolled or truncated for meta-training");
  }

  private static TrainingResult run(TrainingSpec spec, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new TrainingExperiment(spec)
          .run(workers, new CancellationToken(), (done, snapshot) -> {});
    }
  }
}
