package gmrl.experiment.atari;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.atari.learn.Algorithm;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.Resources;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BiasAlongTrainingTest {
  private static BiasAlongTraining again(BiasAlongTraining study) {
    return BiasAlongTrainingJson.read(
        JsonView.parse("study", BiasAlongTrainingJson.write(study).toString()));
  }

  @Test
  void aStudyIsMadeOnTheWayAndReadBackAsItWasWritten() {
    AtariSpec spec =
        AtariSpec.usual(GameSpec.of("minatar:breakout"), Algorithm.MGRL_LVC)
            .with(s -> s.withNumProcesses(2).withMeta(s.meta().withInnerSteps(2)));
    List<Integer> seen = new ArrayList<>();
    BiasAlongTraining study =
        BiasAlongTraining.run(
            spec, List.of(64L, 200L), 2, 2, "test", now -> seen.add(now.points().size()));
    assertThat(seen).containsExactly(1, 2);
    assertThat(study.points())
        .extracting(BiasAlongTraining.Point::steps)
        .containsExactly(96L, 224L);
    assertThat(study.points().get(1).bias().environments()).isEqualTo(4);
    assertThat(study.points().get(0).bias().resolved()).isFalse();
    BiasAlongTraining read = again(study);
    assertThat(read.spec()).isEqualTo(spec);
    assertThat(BiasAlongTrainingJson.write(again(read)))
        .isEqualTo(BiasAlongTrainingJson.write(read));
  }

  @Test
  void theStudyThatComesWithTheProgramFollowsOneTraining() {
    BiasAlongTraining study = BiasAlongTraining.shipped().get(0);
    assertThat(Json.line(BiasAlongTrainingJson.write(study)))
        .as("written as it is read")
        .isEqualTo(
            Json.line(
                Resources.json("recorded/bias-along-training.json")
                    .at("studies")
                    .elements()
                    .get(0)
                    .value()));
    assertThat(study.points()).isNotEmpty();
    long last = 0;
    for (BiasAlongTraining.Point point : study.points()) {
      assertThat(point.steps()).isGreaterThan(last);
      assertThat(point.bias().between().value()).isGreaterThan(0.99);
      last = point.steps();
    }
  }

  @Test
  void fiveLearnersWereStudiedAfterAHundredThousandSteps() {
    List<BiasAlongTraining> all = BiasAlongTraining.shipped();
    List<BiasAlongTraining> again = all.subList(1, all.size());
    assertThat(again).extracting(s -> s.spec().seed()).contains(11L, 12L, 13L, 14L, 15L);
    for (BiasAlongTraining study : again) {
      assertThat(study.points()).hasSize(1);
      assertThat(study.points().get(0).steps()).isEqualTo(100_096);
      assertThat(study.points().get(0).bias().trials()).isEqualTo(study.windows());
    }
    // What tells the learners apart is said of those alone whose reference can be told from 0.
    assertThat(again.stream().filter(s -> s.windows() == 24 && s.points().get(0).bias().resolved()))
        .extracting(s -> s.spec().seed())
        .containsExactly(12L, 13L, 15L);
  }
}
