package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class TrialBankTest {
  private static final BiasSpec SMALL =
      BiasSpec.paper()
          .withSetup(
              setup ->
                  setup
                      .withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 3))
                      .withHorizon(7)
                      .withAlpha(1)
                      .withSlots(
                          SlotSpec.parse("lvc:3"), SlotSpec.parse("loaded:2"), SlotSpec.exact()))
          .withTrials(40)
          .withSweep(Sweep.parse("alpha=0.1,1,3"));

  private final TrialBank bank = new TrialBank(10_000_000);

  private static BiasResult run(BiasStudy study, TrialBank bank) {
    return new BiasExperiment(study, bank)
        .run(new Workers(1), new CancellationToken(), (done, snapshot) -> {});
  }

  private static BiasStudy two(BiasSpec second) {
    return new BiasStudy(
        "two", "", "", List.of(new BiasStudy.Curve("a", SMALL), new BiasStudy.Curve("b", second)));
  }

  private static void same(BiasResult left, BiasResult right) {
    assertThat(left.curves().get(0).points()).hasSameSizeAs(right.curves().get(0).points());
    for (int p = 0; p < left.curves().get(0).points().size(); p++) {
      BiasResult.PointResult l = left.curves().get(0).points().get(p);
      BiasResult.PointResult r = right.curves().get(0).points().get(p);
      for (int m = 0; m < l.mdps().size(); m++) {
        assertThat(l.mdps().get(m).measures().mean())
            .containsExactly(r.mdps().get(m).measures().mean());
        assertThat(l.mdps().get(m).measures().biasSquared())
            .isEqualTo(r.mdps().get(m).measures().biasSquared());
      }
    }
  }

  @Test
  void goingBackToAConfigurationComputesNothing() {
    BiasResult first = run(BiasStudy.of(SMALL), bank);
    assertThat(bank.trialsComputed()).isEqualTo(SMALL.totalTrials());
    BiasResult again = run(BiasStudy.of(SMALL), bank);
    assertThat(bank.trialsComputed()).isEqualTo(SMALL.totalTrials());
    assertThat(again.timing().environmentSteps()).isZero();
    same(again, first);
  }

  @Test
  void anotherCurveKeepsTheOthers() {
    run(BiasStudy.of(SMALL), bank);
    BiasSpec other = SMALL.withSetup(s -> s.withSteps(3));
    run(two(other), bank);
    assertThat(bank.trialsComputed()).isEqualTo(SMALL.totalTrials() + other.totalTrials());
  }

  @Test
  void whatAStoppedRunHasComputedIsGoneOnFrom() {
    CancellationToken token = new CancellationToken();
    assertThatThrownBy(
            () ->
                new BiasExperiment(BiasStudy.of(SMALL), bank)
                    .run(new Workers(1), token, (done, snapshot) -> token.cancel()))
        .isInstanceOf(CancellationException.class);
    long before = bank.trialsComputed();
    assertThat(before).isPositive();
    List<Long> progress = new ArrayList<>();
    BiasResult rest =
        new BiasExperiment(BiasStudy.of(SMALL), bank)
            .run(new Workers(1), new CancellationToken(), (done, snapshot) -> progress.add(done));
    assertThat(progress.get(0)).as("shown before anything is computed").isEqualTo(before);
    assertThat(bank.trialsComputed()).isEqualTo(SMALL.totalTrials());
    same(rest, run(BiasStudy.of(SMALL), TrialBank.none()));
  }

  @Test
  void trialsThatTwoRunsHaveComputedCountOnce() {
    run(BiasStudy.of(SMALL), bank);
    CellGrid grid =
        CellGrid.build(
            BiasStudy.of(SMALL.withTrials(9)), bank, new Workers(1), new CancellationToken());
    Cell<?> cell = grid.distinct().get(0);
    CancellationToken token = new CancellationToken();
    cell.run(4, 7, token);
    cell.run(0, 3, token);
    cell.run(1, 5, token);
    assertThat(cell.added()).isEqualTo(7);
    cell.run(7, 9, token);
    BiasResult plain = run(BiasStudy.of(SMALL.withTrials(9)), TrialBank.none());
    assertThat(cell.measures().mean())
        .containsExactly(plain.curves().get(0).points().get(0).mdps().get(0).measures().mean());
  }

  @Test
  void whoWaitsSeesOneSinglePointFirstThenAllOfThemSharper() {
    BiasStudy study =
        new BiasStudy(
            "board",
            "",
            "",
            List.of(
                new BiasStudy.Curve("along", SMALL),
                new BiasStudy.Curve("now", SMALL.withoutSweep()),
                new BiasStudy.Curve(
                    "other",
                    SMALL
                        .withoutSweep()
                        .withSetup(
                            s -> s.withSlots(SlotSpec.parse("lvc:5"), s.hessian(), s.outer())))));
    List<BiasResult> seen = new ArrayList<>();
    BiasResult waited =
        new BiasExperiment(study, bank)
            .from(SMALL.setup())
            .run(new Workers(1), new CancellationToken(), (done, s) -> seen.add(s));
    assertThat(seen.get(0).curves().get(1).points()).hasSize(1);
    assertThat(seen.get(0).curves().get(2).points()).isEmpty();
    assertThat(seen.get(1).curves().get(2).points()).hasSize(1);
    assertThat(trials(seen.get(1))).isGreaterThan(trials(seen.get(0)));
    same(waited, run(study, TrialBank.none()));
  }

  private static long trials(BiasResult result) {
    return result.curves().get(1).points().get(0).trials();
  }

  @Test
  void aFullBankForgetsWhatWasUsedLongestAgo() {
    TrialBank small = new TrialBank(9 * 8 * 12);
    run(BiasStudy.of(SMALL), small);
    run(BiasStudy.of(SMALL.withSeed(7)), small);
    long before = small.trialsComputed();
    run(BiasStudy.of(SMALL), small);
    assertThat(small.trialsComputed()).isGreaterThan(before);
  }

  @Test
  void withoutABankEveryRunStartsFromItsFirstTrial() {
    TrialBank none = TrialBank.none();
    run(BiasStudy.of(SMALL), none);
    run(BiasStudy.of(SMALL), none);
    assertThat(none.trialsComputed()).isEqualTo(2 * SMALL.totalTrials());
  }
}
