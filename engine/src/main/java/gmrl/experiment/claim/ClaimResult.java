package gmrl.experiment.claim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.compare.RunTable;
import gmrl.experiment.file.Json;
import gmrl.meta.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a claim; immutable.
 *
 * @param claim what was asked
 * @param answers one for each finding whose experiments are done
 * @param tables numbers of the experiments that are done, by their names
 * @param seconds wall-clock time so far
 */
public record ClaimResult(
    ClaimSpec claim, List<Answer> answers, Map<String, RunTable> tables, double seconds) {

  /** Freezes the collections. */
  public ClaimResult {
    answers = List.copyOf(answers);
    tables = Map.copyOf(tables);
  }

  /**
   * One finding with its number.
   *
   * @param verdict absent for a number that is only told
   */
  public record Answer(Finding finding, Estimate estimate, Optional<Verdict> verdict) {}

  static Answer answer(Finding finding, Tables tables, int judged) {
    Estimate estimate = finding.statistic().of(tables);
    // Among many true findings one in twenty would be contradicted by chance.
    Interval strict = estimate.interval(Estimate.MISS / Math.max(1, judged));
    return new Answer(
        finding, estimate, finding.relation().map(r -> r.judge(estimate.interval(), strict)));
  }

  /** Whether every finding has its number. */
  public boolean isComplete() {
    return answers.size() == claim.findings().size();
  }

  /**
   * What may be said: supported if every judged finding is, contradicted if one of them is; absent
   * until all experiments are done.
   */
  public Optional<Verdict> verdict() {
    if (!isComplete()) {
      return Optional.empty();
    }
    List<Verdict> all = answers.stream().flatMap(a -> a.verdict().stream()).toList();
    return Optional.of(
        all.contains(Verdict.CONTRADICTED)
            ? Verdict.CONTRADICTED
            : all.contains(Verdict.INCONCLUSIVE) ? Verdict.INCONCLUSIVE : Verdict.SUPPORTED);
  }

  /** As JSON. */
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", claim.id()).put("statement", claim.statement());
    node.putObject("source")
        .put("kind", claim.source().kind().word())
        .put("citation", claim.source().citation());
    verdict().ifPresent(v -> node.put("verdict", v.word()));
    claim.seed().ifPresent(seed -> node.put("seed", seed));
    node.put("quick", claim.small()).put("seconds", seconds);
    ArrayNode all = node.putArray("findings");
    for (Answer answer : answers) {
      ObjectNode one = all.addObject().put("says", answer.finding().says());
      Interval i = answer.estimate().interval();
      one.set("value", Json.number(i.value()));
      one.set("low", Json.number(i.low()));
      one.set("high", Json.number(i.high()));
      one.put("samples", answer.estimate().samples());
      answer.finding().relation().ifPresent(r -> one.put("expected", r.words()));
      if (!answer.finding().beside().isEmpty()) {
        one.put("beside", answer.finding().beside());
      }
      answer.verdict().ifPresent(v -> one.put("verdict", v.word()));
    }
    return node;
  }
}
