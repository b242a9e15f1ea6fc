package gmrl.experiment.atari;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.MetaParameters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtariReportTest {
  private static RecordedRuns.Brief run(String algorithm, long seed, long steps, double score) {
    List<LearningCurve.Point> points = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      points.add(
          new LearningCurve.Point(
              i * steps / 10,
              5,
              // Only the last tenth counts.
              i == 10 ? score : 1000,
              8,
              0,
              0,
              0,
              new MetaParameters(.9, .9, .5, .01),
              Double.NaN,
              Double.NaN));
    }
    return new RecordedRuns.Brief(
        "minatar:breakout", "Breakout", told(algorithm), seed, new LearningCurve(points), "here");
  }

  private static LearningSettings told(String algorithm) {
    return LearningSettings.miniature(Algorithm.of(algorithm)).withNumEnvSteps(1000);
  }

  @Test
  void finalScoresDifferencesAndVerdicts() {
    List<RecordedRuns.Brief> runs = new ArrayList<>();
    for (int seed = 1; seed <= 4; seed++) {
      runs.add(run("mgrl", seed, 1000, seed));
      runs.add(run("mgrl-lvc", seed, 1000, 20 + seed));
      runs.add(run("a2c-conditioned", seed, 1000, 1.1 * seed));
    }
    runs.add(run("mgrl", 9, 500, 77));
    AtariReport report = AtariReport.of(runs);
    assertThat(report.rows()).hasSize(3);
    assertThat(report.rows().get(0).scores()).containsExactly(1., 2., 3., 4.);
    assertThat(report.left()).containsExactly("mgrl, seed 9 on Breakout made 500 of 1000 steps");
    assertThat(report.pairs())
        .extracting(p -> p.first().algorithm() + "-" + p.second().algorithm() + ": " + p.verdict())
        .containsExactly(
            "mgrl-lvc-mgrl: mgrl-lvc is better",
            "mgrl-a2c-conditioned: inconclusive",
            "mgrl-lvc-a2c-conditioned: mgrl-lvc is better");
    assertThat(report.pairs().get(0).comparison().difference().value()).isEqualTo(20);
    assertThat(report.pairs().get(0).comparison().improvement().value()).isEqualTo(1);
    assertThat(report.csv().rows()).hasSize(6);
    assertThat(report.json().at("/comparisons/0/verdict").textValue()).isEqualTo("larger");
  }

  @Test
  void aCopyIsNoFurtherSeedAndARunWithoutGamesSaysSo() {
    AtariReport report =
        AtariReport.of(
            List.of(
                run("mgrl", 1, 1000, 3),
                run("mgrl", 1, 1000, 3),
                run("mgrl", 1, 1000, 4),
                run("a2c", 2, 1000, Double.NaN)));
    assertThat(report.rows()).hasSize(1);
    assertThat(report.rows().get(0).scores()).containsExactly(3., 4.);
    assertThat(report.left())
        .containsExactly(
            "mgrl, seed 1 on Breakout is there twice and counts once",
            "a2c, seed 2 on Breakout ended no game in its last steps");
  }

  @Test
  void runsOfDifferentLengthAreNotCompared() {
    RecordedRuns.Brief one = run("mgrl", 1, 1000, 3);
    RecordedRuns.Brief two =
        new RecordedRuns.Brief(
            "minatar:breakout",
            "Breakout",
            told("mgrl-lvc").withNumEnvSteps(500),
            1,
            run("a2c", 1, 500, 9).curve(),
            "");
    AtariReport report = AtariReport.of(List.of(one, two));
    assertThat(report.rows()).hasSize(2);
    assertThat(report.pairs()).isEmpty();
    assertThat(report.rows().get(0).mean().low()).as("one seed has no interval").isNaN();
  }

  @Test
  void anAlgorithmWithOtherSettingsIsAnotherLearner() {
    List<RecordedRuns.Brief> runs = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      runs.add(run("mgrl", seed, 1000, seed));
      runs.add(run("mgrl-lvc", seed, 1000, 20 + seed));
      RecordedRuns.Brief many = run("mgrl-lvc", seed, 1000, 40 + seed);
      runs.add(
          new RecordedRuns.Brief(
              many.game(),
              many.label(),
              many.settings().withNumProcesses(64),
              seed,
              many.curve(),
              ""));
      // A2C does not look at K.
      RecordedRuns.Brief plain = run("a2c", seed, 1000, seed);
      runs.add(
          new RecordedRuns.Brief(
              plain.game(),
              plain.label(),
              plain.settings().withMeta(plain.settings().meta().withInnerSteps(seed)),
              seed,
              plain.curve(),
              ""));
    }
    AtariReport report = AtariReport.of(runs);
    assertThat(report.rows())
        .extracting(AtariReport.Row::learner)
        .containsExactly(
            "mgrl", "mgrl-lvc, num_processes = 16", "mgrl-lvc, num_processes = 64", "a2c");
    assertThat(report.rows().get(2).scores()).containsExactly(41., 42., 43.);
    assertThat(report.rows().get(3).scores()).hasSize(3);
    assertThat(report.pairs())
        .extracting(AtariReport.Pair::verdict)
        .containsExactly("mgrl-lvc, num_processes = 16 is better");
    assertThat(report.json().at("/learners/2/settings").asText()).isEqualTo("num_processes = 64");
  }
}
