package gmrl.experiment.atari;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningCurve;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.store.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerRunTest {
  @TempDir Path folder;

  /** While a run goes on its table holds few of the rows that its checkpoint has kept. */
  @Test
  void theCurveIsTheCheckpointsWithTheRowsAfterIt() throws IOException {
    AtariSpec usual =
        AtariSpec.usual(GameSpec.of("minatar:breakout"), Algorithm.A2C)
            .with(s -> s.withNumProcesses(4).withNumSteps(5).withNumEnvSteps(600));
    AtariSpec spec = new AtariSpec(usual.game(), usual.learning(), 1, 3, 5, 3);
    AtariFamily family = new AtariFamily();
    Path place = folder.resolve("run");
    try (RunFolder run = RunFolder.create(place, family.id(), family.write(spec));
        Workers workers = new Workers(1)) {
      CheckpointFolder kept = new CheckpointFolder(place, Duration.ofHours(1), problem -> {});
      AtariResult.SeedRun whole =
          new AtariExperiment(spec, null, kept, (seed, environments, report) -> {})
              .run(workers, new CancellationToken(), (done, snapshot) -> {})
              .runs()
              .get(0);
      List<LearningCurve.Point> points = whole.curve().points();
      LearningCurve.Point last = points.get(4);
      LearningCurve.Point later =
          new LearningCurve.Point(
              720,
              last.episodes(),
              last.score(),
              last.length(),
              last.valueLoss(),
              last.entropy(),
              last.gradientNorm(),
              last.coefficients(),
              last.outerLoss(),
              last.cosine());
      LearningCurve few = new LearningCurve(List.of(points.get(1), later));
      AtariResult.SeedRun thin = new AtariResult.SeedRun(whole.seed(), few, List.of(), List.of());
      run.writeMetrics(family.csv(spec, new AtariResult(spec, List.of(thin)), 1).text());
      List<LearningCurve.Point> all = new ArrayList<>(points);
      all.add(later);
      assertThat(LearnerRun.of(place).get(0).curve().points()).isEqualTo(all);
    }
  }
}
