package gmrl.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Family;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinSpec;
import gmrl.experiment.compare.DifferenceTest.Verdict;
import gmrl.experiment.families.Families;
import gmrl.experiment.store.RunFolder;
import gmrl.experiment.store.RunStatus;
import gmrl.experiment.store.StoredRun;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.training.TrainingFamily;
import gmrl.experiment.training.TrainingResult;
import gmrl.experiment.training.TrainingSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {
  private static final BiasFamily BIAS = new BiasFamily();
  private static final CoinFamily COIN = new CoinFamily();

  @TempDir Path folder;

  private static <R> R run(gmrl.experiment.Experiment<R> experiment) {
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(1))) {
      return ((ExperimentEvent.Completed<R>) runner.start(experiment, event -> {}).await())
          .result();
    }
  }

  private <S> StoredRun keep(String name, Family<S, ?> family, S spec, String csv)
      throws IOException {
    try (RunFolder run = RunFolder.create(folder.resolve(name), family.id(), family.write(spec))) {
      run.writeMetrics(csv);
      run.end(RunStatus.COMPLETED, Optional.empty());
    }
    return StoredRun.open(folder.resolve(name));
  }

  private static BiasStudy sweep(double alpha, long seed) {
    return BIAS.standard()
        .map(
            spec ->
                spec.withSetup(
                        setup ->
                            setup
                                .withAlpha(alpha)
                                .withMdps(new MdpSource.Generated(4, 2, .1, 1, 3)))
                    .withTrials(20)
                    .withSeed(seed)
                    .withSweep(Sweep.of(SweepVariable.STEPS, 1, 2)));
  }

  private StoredRun kept(String name, BiasStudy study) throws IOException {
    BiasResult result = run(BIAS.experiment(study));
    return keep(name, BIAS, study, BIAS.csv(study, result, 1).text());
  }

  @Test
  void aSweepIsComparedPointByPointOnTheSameMdps() throws Exception {
    BiasStudy low = sweep(1, 42);
    StoredRun a = kept("a", low);
    StoredRun b = kept("b", sweep(5, 42));
    RunComparison both = RunComparison.of(a, b);
    assertThat(both.changes()).extracting(ConfigDiff.Change::arrow).containsExactly("α 1 → 5");
    assertThat(both.pairing()).isEqualTo("Paired by MDP: both runs have the same 3.");
    assertThat(both.rows()).extracting(RunComparison.Row::place).containsExactly("K = 1", "K = 2");
    assertThat(both.rows()).allMatch(row -> row.test().freedom() == 2);
    BiasResult.PointResult first = run(BIAS.experiment(low)).curves().get(0).points().get(0);
    assertThat(both.rows().get(0).test().first().mean())
        .as("the mean of the plot")
        .isCloseTo(BiasMeasure.RELATIVE_BIAS.overMdps(first).mean(), within(1e-12));
    RunComparison others = RunComparison.of(a, kept("c", sweep(1, 43)));
    assertThat(others.pairing()).startsWith("Unpaired (Welch): the runs differ in seed");
    assertThat(others.rows().get(0).test().paired()).isFalse();
    assertThat(RunComparison.of(a, b, "variance").measure().key()).isEqualTo("variance");
    assertThatThrownBy(() -> RunComparison.of(a, b, "speed"))
        .hasMessageStartingWith("the measure is \"speed\", expected one of relativeBias, gradMse");
  }

  private static String series(long seed, double... ends) {
    StringBuilder csv = new StringBuilder("seed,update,return1,return2,coins1,coins2,own1,own2\n");
    for (int i = 0; i < ends.length; i++) {
      csv.append(seed + i).append(",0,0,0,0,0,0.5,0.5\n");
      csv.append(seed + i).append(",10,").append(ends[i]).append(',').append(ends[i] + 1);
      csv.append(",0,0,,0.5\n");
    }
    return csv.toString();
  }

  @Test
  void learnersAreComparedAtTheirEndsSeedBySeed() throws Exception {
    CoinSpec spec = CoinSpec.DEFAULT;
    StoredRun a = keep("a", COIN, spec, series(0, .1, .5, .3));
    StoredRun b = keep("b", COIN, spec, series(0, .2, .7, .35));
    RunComparison both = RunComparison.of(a, b);
    RunComparison.Row row = both.rows().get(0);
    assertThat(row.place()).isEqualTo("after update 10");
    assertThat(row.test().first().mean()).isCloseTo(.8, within(1e-12));
    assertThat(row.test().difference().value()).isCloseTo(.35 / 3, within(1e-12));
    assertThat(row.test().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(both.pairing()).isEqualTo("Paired by seed: both runs have the same 3.");
    StoredRun far = keep("far", COIN, COIN.withSeed(spec, 7), series(7, 2, 2.1, 2.2));
    RunComparison apart = RunComparison.of(a, far);
    assertThat(apart.pairing()).isEqualTo("Unpaired (Welch): the runs have no seed in common.");
    assertThat(apart.rows().get(0).test().verdict()).isEqualTo(Verdict.LARGER);
    assertThat(RunComparison.of(a, b, "ownShare").rows().get(0).test().verdict())
        .as("undefined shares count for nothing")
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whatCannotBeComparedIsRefusedInOneSentence() throws Exception {
    StoredRun coin = keep("coin", COIN, CoinSpec.DEFAULT, series(0, 1, 2));
    StoredRun bias = kept("bias", sweep(1, 42));
    assertThatThrownBy(() -> RunComparison.of(coin, bias))
        .hasMessageContaining("is a run of coin and")
        .hasMessageEndingWith("expected two of one family");
    StoredRun empty = keep("empty", COIN, CoinSpec.DEFAULT, "");
    assertThatThrownBy(() -> RunComparison.of(coin, empty)).hasMessageContaining("no numbers yet");
    StoredRun broken = keep("broken", COIN, CoinSpec.DEFAULT, series(0, 1).replace("10,", "ten,"));
    assertThatThrownBy(() -> RunComparison.of(coin, broken))
        .hasMessageContaining("broken: the column update has \"ten\", expected a number");
    StoredRun other = keep("other", COIN, CoinSpec.DEFAULT, "a,b\n1,2\n");
    assertThatThrownBy(() -> RunComparison.of(coin, other))
        .hasMessageContaining("expected update among them");
  }

  @Test
  void trainingIsPairedByMdp() throws Exception {
    TrainingFamily family = new TrainingFamily();
    TrainingSpec standard = family.standard();
    TrainingSpec spec =
        new TrainingSpec(
            standard.setup().withMdps(new MdpSource.Generated(4, 2, .1, 1, 3)), 2, .1, 2, 1);
    TrainingResult result = run(family.experiment(spec));
    StoredRun a = keep("a", family, spec, family.csv(spec, result, 1).text());
    RunTable table = RunComparison.table(a);
    RunTable.Key curve = table.curves().get(0);
    Map<String, Double> ends = table.ends(curve, "estimated");
    assertThat(ends).hasSize(3);
    assertThat(ends.values().stream().mapToDouble(x -> x).average().orElseThrow())
        .isCloseTo(result.points().get(2).estimated().mean(), within(1e-12));
    assertThat(RunComparison.of(a, a).rows().get(0).test().verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void theLastPartOfALongRunCountsByItsGames() {
    Family<?, ?> atari =
        Families.all().stream().filter(f -> f.id().equals("atari")).findFirst().orElseThrow();
    RunTable table =
        RunTable.read(
            atari.reading(),
            List.of(
                "seed,steps,frames,episodes,score",
                "0,50,200,3,1.0",
                "0,95,380,1,5.0",
                "0,98,392,0,",
                "0,100,400,3,9.0"));
    assertThat(table.ends(table.curves().get(0), "score")).containsEntry("0", 8.0);
  }
}
