package gmrl.experiment.ipd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Workers;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.Samples;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LolaExperimentTest {
  private static final LolaSpec SMALL =
      LolaSpec.DEFAULT
          .with(
              LolaConfig.DEFAULT
                  .with()
                  .rollout(10)
                  .inner(new Samples.Fresh(8))
                  .outer(new Samples.Fresh(8))
                  .build())
          .over(7, 3, 2);

  @Test
  void theSameNumbersOnAnyNumberOfThreads() {
    assertThat(document(1)).isEqualTo(document(3));
  }

  private static ObjectNode document(int threads) {
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(threads))) {
      ExperimentEvent<List<LolaSnapshot>> end =
          runner.start(new LolaComparison(List.of(SMALL)), event -> {}).await();
      List<LolaSnapshot> result = ((ExperimentEvent.Completed<List<LolaSnapshot>>) end).result();
      return new LolaFamily().json(LolaStudy.of(SMALL), result, new RunFacts(true, 1.0, 3));
    }
  }

  @Test
  void theDocumentHoldsTheAgreedFields() {
    ObjectNode document = document(1);
    assertThat(document.fieldNames())
        .toIterable()
        .containsExactly("config", "seeds", "aggregate", "timing", "versions");
    assertThat(document.at("/seeds/1/seed").intValue()).isEqualTo(4);
    assertThat(document.at("/seeds/0/updates").findValues("update").toString())
        .isEqualTo("[0, 3, 6, 7]");
    assertThat(document.at("/seeds/0/updates/0").fieldNames())
        .toIterable()
        .contains(
            "update",
            "returns",
            "cooperation",
            "theta",
            "exactValues",
            "correlation",
            "outerExactCorrelation");
    assertThat(document.at("/seeds/0/updates/0/correlation").isNull()).isTrue();
    assertThat(document.at("/seeds/0/updates/1/cooperation/1/4").doubleValue()).isBetween(0., 1.);
    assertThat(document.at("/aggregate/3/return/standardError").doubleValue()).isPositive();
  }

  @Test
  void cancellingEndsTheRunAndKeepsASnapshot() {
    CancellationToken token = new CancellationToken();
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(2))) {
      ExperimentEvent<List<LolaSnapshot>> end =
          runner
              .start(
                  new LolaComparison(List.of(SMALL.over(1_000, 0, 2))),
                  token,
                  event -> {
                    if (event instanceof ExperimentEvent.Progress<List<LolaSnapshot>>) {
                      token.cancel();
                    }
                  })
              .await();
      assertThat(end).isInstanceOf(ExperimentEvent.Cancelled.class);
      assertThat(((ExperimentEvent.Cancelled<List<LolaSnapshot>>) end).last()).isPresent();
    }
  }

  @Test
  void specificationsSurviveTheFile() {
    LolaConfig config =
        LolaConfig.DEFAULT
            .with()
            .game(MatrixGame.symmetric("mine", "a", "b", 1, 2, 3, 4.5))
            .estimator(GameEstimator.LOADED)
            .inner(new Samples.Replay(64, 256))
            .hessian(new Samples.Exact())
            .opponentModel(5)
            .build();
    for (LolaConfig each : new LolaConfig[] {config, LolaConfig.DEFAULT}) {
      LolaSpec spec = LolaSpec.DEFAULT.with(each);
      assertThat(LolaJson.read(JsonView.parse("file", Json.pretty(LolaJson.write(spec)))))
          .isEqualTo(spec);
    }
    assertThatThrownBy(() -> LolaJson.read(JsonView.parse("run.json", "{\"inner\": -3}")))
        .hasMessageContaining("run.json")
        .hasMessageContaining("batch size is -3");
    assertThatThrownBy(() -> LolaSpec.DEFAULT.over(0, 0, 1))
        .hasMessage("number of updates is 0, expected 1 to 1000000");
    assertThatThrownBy(() -> LolaSpec.DEFAULT.over(1_000_000, 0, 10_000))
        .hasMessageContaining("MB of records");
  }

  @Test
  void everyPublishedFigureHasItsConditions() {
    Set<String> ids = new HashSet<>();
    for (LolaStudy figure : LolaFigures.all()) {
      assertThat(ids.add(figure.id())).isTrue();
      assertThat(figure.conditions()).hasSizeBetween(4, 9);
      assertThat(LolaFigures.named(figure.id())).isEqualTo(figure);
    }
    assertThat(ids)
        .containsExactlyInAnyOrder(
            "ipd-inner",
            "ipd-ablation",
            "ipd-off-policy",
            "lola-dice",
            "lola-dice-modelled",
            "lola-exact",
            "lola-exact-modelled");
    assertThatThrownBy(() -> LolaFigures.named("nope")).hasMessageContaining("unknown figure");
  }
}
