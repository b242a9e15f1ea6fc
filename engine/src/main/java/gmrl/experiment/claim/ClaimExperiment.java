package gmrl.experiment.claim;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.compare.RunTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Runs the experiments of a claim one after another and computes its findings as soon as what they
 * need is there. The units of progress are those of the experiments.
 */
public final class ClaimExperiment implements Experiment<ClaimResult> {
  private final ClaimSpec claim;

  /** An experiment that has not run yet; it may run any number of times. */
  public ClaimExperiment(ClaimSpec claim) {
    this.claim = claim;
  }

  @Override
  public long total() {
    return claim.evidence().stream().mapToLong(ClaimExperiment::total).sum();
  }

  private static long total(Evidence evidence) {
    return evidence instanceof Evidence.Computed<?, ?> computed ? computed.experiment().total() : 1;
  }

  @Override
  public ClaimResult run(
      Workers workers, CancellationToken token, Snapshots<ClaimResult> snapshots) {
    long start = System.nanoTime();
    Map<String, RunTable> tables = new LinkedHashMap<>();
    ClaimResult[] known = {result(tables, start)};
    long done = 0;
    for (Evidence evidence : claim.evidence()) {
      token.check();
      long before = done;
      tables.put(
          evidence.name(),
          table(evidence, workers, token, now -> snapshots.publish(before + now, known[0])));
      done += total(evidence);
      known[0] = result(tables, start);
      snapshots.publish(done, known[0]);
    }
    return known[0];
  }

  private static RunTable table(
      Evidence evidence, Workers workers, CancellationToken token, LongConsumer progress) {
    if (evidence instanceof Evidence.Study study) {
      return Evidence.read(
          study.experiment().run(workers, token, (now, snapshot) -> progress.accept(now)));
    }
    return evidence instanceof Evidence.Computed<?, ?> computed
        ? run(computed, workers, token, progress)
        : ((Evidence.Known) evidence).read();
  }

  private static <S, R> RunTable run(
      Evidence.Computed<S, R> computed,
      Workers workers,
      CancellationToken token,
      LongConsumer progress) {
    return computed.table(
        computed.experiment().run(workers, token, (now, snapshot) -> progress.accept(now)));
  }

  private ClaimResult result(Map<String, RunTable> known, long start) {
    Tables tables = new Tables(known);
    List<ClaimResult.Answer> answers =
        claim.findings().stream()
            .filter(finding -> tables.has(finding.statistic().studies()))
            .map(finding -> ClaimResult.answer(finding, tables, claim.judged()))
            .toList();
    return new ClaimResult(claim, answers, known, (System.nanoTime() - start) * 1e-9);
  }
}
