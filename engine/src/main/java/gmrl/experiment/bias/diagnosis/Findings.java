package gmrl.experiment.bias.diagnosis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.Json;
import gmrl.meta.MeanEstimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far an estimate is off, what that comes from, and what would help most.
 *
 * @param now the estimate as it is
 * @param sources those with numbers, largest error first
 * @param best the change that leaves the smallest error; empty if none has numbers or there is no
 *     error that could become smaller
 */
public record Findings(
    ErrorBudget now,
    List<Part<ErrorDiagnosis.Source>> sources,
    Optional<Part<ErrorDiagnosis.Change>> best) {
  /** A gain below this is not worth naming. */
  public static final double WORTH_NAMING = 0.03;

  /** A source of error this much larger than the next is named alone. */
  public static final double CLEARLY_LARGER = 1.4;

  /** Freezes the list. */
  public Findings {
    sources = List.copyOf(sources);
  }

  /**
   * A source or a change and the error budget that goes with it.
   *
   * @param what the source or the change
   * @param budget its errors
   */
  public record Part<T>(T what, ErrorBudget budget) {}

  static Findings of(
      ErrorBudget now,
      List<Part<ErrorDiagnosis.Source>> sources,
      List<Part<ErrorDiagnosis.Change>> changes) {
    return new Findings(
        now,
        sources.stream()
            .filter(s -> s.budget().isKnown())
            .sorted(Comparator.comparingDouble(s -> -s.budget().total()))
            .toList(),
        changes.stream()
            .filter(c -> c.budget().isKnown() && now.total() > 0)
            .min(Comparator.comparingDouble(c -> c.budget().total())));
  }

  /** Whether there are numbers to speak of. */
  public boolean isKnown() {
    return now.isKnown();
  }

  /** The source that clearly outweighs the others; empty if two contribute about equally. */
  Optional<Part<ErrorDiagnosis.Source>> main() {
    boolean alone =
        sources.size() == 1
            || (sources.size() > 1
                && sources.get(0).budget().total()
                    > CLEARLY_LARGER * sources.get(1).budget().total());
    return alone ? Optional.of(sources.get(0)) : Optional.empty();
  }

  /** Share of the total error that the best change takes away; 0 without one. */
  public double gain() {
    return best.map(b -> 1 - b.budget().total() / now.total()).orElse(0.0);
  }

  /** Whether that share is larger than what trials and the eye can tell. */
  public boolean isGainClear() {
    return best.isPresent() && gain() >= Math.max(WORTH_NAMING, gainHalfWidth());
  }

  /** Whether the 95 % interval of that share lies below what is worth naming. */
  public boolean isGainRuledOut() {
    return best.isPresent() && gain() + gainHalfWidth() < WORTH_NAMING;
  }

  /** Half of the 95 % interval of {@link #gain} from the finite number of trials. */
  public double gainHalfWidth() {
    return best.map(
            b ->
                MeanEstimate.quantile95((int) Math.min(b.budget().trials(), now.trials()))
                    * Math.hypot(b.budget().totalError(), now.totalError())
                    / now.total())
        .orElse(0.0);
  }

  /** Share of the bias that the best change takes away, negative if it adds some. */
  public double biasGain() {
    return best.map(b -> 1 - b.budget().bias() / now.bias()).orElse(0.0);
  }

  /** The findings as JSON; what is undefined is null. */
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("now", now.json());
    ArrayNode list = node.putArray("sources");
    for (Part<ErrorDiagnosis.Source> source : sources) {
      list.addObject().put("source", source.what().token()).setAll(source.budget().json());
    }
    best.ifPresent(
        part -> {
          ObjectNode change = node.putObject("best").put("change", part.what().token());
          change.setAll(part.budget().json());
          change.set("gain", Json.number(gain()));
          change.put("clear", isGainClear());
        });
    return node;
  }
}
