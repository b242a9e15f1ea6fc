package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.diagnosis.ErrorBudget;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who waits sees whole curves before any of them is sharp. */
class FirstLookTest {
  private static final BiasSpec SMALL =
      BiasSpec.paper()
          .withSetup(s -> s.withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 3)).withHorizon(5))
          .withTrials(200);

  private static final BiasSpec SAMPLED =
      SMALL.withSlots(SlotSpec.parse("lvc:2"), SlotSpec.exact(), SlotSpec.exact());

  private static final BiasSpec KNOWN =
      SMALL.withSlots(SlotSpec.exact(), SlotSpec.parse("lvc:2"), SlotSpec.exact());

  private final List<BiasResult> seen = new ArrayList<>();

  private BiasResult run(BiasSpec spec, BiasSpec now) {
    BiasStudy study =
        new BiasStudy(
            "look",
            "",
            "",
            List.of(
                new BiasStudy.Curve("along", spec),
                new BiasStudy.Curve("now", now.withoutSweep())));
    return new BiasExperiment(study)
        .from(now.setup())
        .sharpening(Aggregate.RELATIVE_BIAS)
        .run(new Workers(1), new CancellationToken(), (done, snapshot) -> seen.add(snapshot));
  }

  private static List<BiasResult.PointResult> points(BiasResult result) {
    return result.curves().get(0).points();
  }

  @Test
  void whatIsKnownWithoutTrialsIsShownBeforeThem() {
    BiasResult end = run(KNOWN.withSweep(Sweep.parse("alpha=0.5,1,2")), SAMPLED);
    BiasResult first = seen.stream().filter(s -> points(s).size() == 3).findFirst().orElseThrow();
    for (int p = 0; p < 3; p++) {
      assertThat(points(first).get(p).trials()).isZero();
      assertThat(points(end).get(p).trials()).isEqualTo(3L * KNOWN.trials());
      for (int m = 0; m < 3; m++) {
        assertThat(points(first).get(p).mdps().get(m).measures().biasSquared())
            .isEqualTo(points(end).get(p).mdps().get(m).measures().biasSquared());
      }
      ErrorBudget untried = ErrorBudget.of(points(first).get(p));
      assertThat(untried.bias()).isPositive().isEqualTo(ErrorBudget.of(points(end).get(p)).bias());
      assertThat(untried.noise()).as("needs trials").isNaN();
    }
  }

  @Test
  void waitingForAWorkerDoesNotShortenATurn() throws InterruptedException {
    FirstTrials.Turn turn = new FirstTrials.Turn(100_000_000);
    List<String> done = new ArrayList<>();
    turn.take(() -> done.add("first"));
    Thread.sleep(120);
    turn.take(() -> done.add("after a wait"));
    assertThat(done).containsExactly("first", "after a wait");
    turn.take(FirstLookTest::work);
    turn.take(() -> done.add("too late"));
    assertThat(done).hasSize(2);
  }

  /** For longer than the turn. */
  private static void work() {
    for (long begin = System.nanoTime(); System.nanoTime() - begin < 120_000_000; ) {
      Thread.onSpinWait();
    }
  }

  @Test
  void trialsGoFirstToPointsThatTellNothing() {
    BiasResult end = run(SAMPLED.withSweep(Sweep.parse("samples=1,2,1000")), SAMPLED);
    // The interval of the last point is narrow from its first few trials on; the others' are not.
    BiasResult look =
        seen.stream()
            .filter(s -> points(s).size() == 3 && points(s).get(0).trials() > 3L * 8)
            .findFirst()
            .orElseThrow();
    assertThat(points(look).get(2).trials()).isLessThanOrEqualTo(3L * 8);
    assertThat(points(end)).allSatisfy(p -> assertThat(p.trials()).isEqualTo(3L * 200));
  }
}
