package gmrl.experiment.compare;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Digits;
import gmrl.experiment.Family;
import gmrl.experiment.TableReading;
import gmrl.experiment.families.Families;
import gmrl.experiment.store.StoredRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Two runs of one family: in which settings they differ, and whether a measure does, curve by curve
 * and position by position where something is swept, at the end where something is learned.
 *
 * @param first the run that the other is compared with
 * @param second the other
 * @param firstTable its numbers
 * @param secondTable the other's
 * @param measure what is compared
 * @param changes settings that differ, from the first to the second
 * @param pairing which samples belong together, or why none do; one sentence
 * @param rows one for each place that both have
 * @param left curves that only one of them has, one sentence each
 */
public record RunComparison(
    StoredRun first,
    StoredRun second,
    RunTable firstTable,
    RunTable secondTable,
    TableReading.Measure measure,
    List<ConfigDiff.Change> changes,
    String pairing,
    List<Row> rows,
    List<String> left) {

  /** Freezes the lists. */
  public RunComparison {
    changes = List.copyOf(changes);
    rows = List.copyOf(rows);
    left = List.copyOf(left);
  }

  /**
   * One place.
   *
   * @param curve name of the curve; empty where there is one
   * @param place where along it, such as "alpha = 3" or "at the end"
   * @param test of the difference
   */
  public record Row(String curve, String place, DifferenceTest test) {}

  /**
   * The family of a stored run.
   *
   * @throws IllegalArgumentException naming the run, if nobody knows its kind
   */
  public static Family<?, ?> family(StoredRun run) {
    return Families.find(run.kind())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is a run of \"%s\", expected one of %s"
                        .formatted(run.path(), run.kind(), Families.ids())));
  }

  /** The numbers of a stored run, read as its family writes them. */
  public static RunTable table(StoredRun run) {
    try {
      return RunTable.read(family(run).reading(), run.metrics());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(run.path() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Compares by the measure that the family is about.
   *
   * @throws IllegalArgumentException in one sentence if they are of different families, or one of
   *     them has no numbers
   */
  public static RunComparison of(StoredRun first, StoredRun second) {
    return of(first, second, family(first).reading().measures().get(0).key());
  }

  /**
   * Compares by a measure.
   *
   * @param key of the measure
   */
  public static RunComparison of(StoredRun first, StoredRun second, String key) {
    if (!first.kind().equals(second.kind())) {
      throw new IllegalArgumentException(
          "%s is a run of %s and %s one of %s, expected two of one family"
              .formatted(first.path(), first.kind(), second.path(), second.kind()));
    }
    Family<?, ?> family = family(first);
    TableReading.Measure measure = family.reading().measure(key);
    RunTable a = numbers(first);
    RunTable b = numbers(second);
    Pairing pairing = Pairing.of(family, first.config().value(), second.config().value(), a, b);
    List<Row> rows = new ArrayList<>();
    List<String> left = new ArrayList<>();
    boolean alone = a.curves().size() == 1 && b.curves().size() == 1;
    for (RunTable.Key curve : a.curves()) {
      RunTable.Key other =
          alone && b.curves().get(0).axis().equals(curve.axis()) ? b.curves().get(0) : curve;
      if (b.positions(other).isEmpty()) {
        left.add(name(curve) + " is in the first only");
      } else {
        add(rows, pairing, key, a, curve, b, other);
      }
    }
    b.curves().stream()
        .filter(curve -> !alone && a.positions(curve).isEmpty())
        .forEach(curve -> left.add(name(curve) + " is in the second only"));
    return new RunComparison(
        first,
        second,
        a,
        b,
        measure,
        ConfigDiff.between(first.config().value(), second.config().value()),
        pairing.sentence(),
        rows,
        left);
  }

  private static RunTable numbers(StoredRun run) {
    if (run.damage().isPresent()) {
      throw new IllegalArgumentException(run.damage().get());
    }
    RunTable table = table(run);
    if (table.isEmpty()) {
      throw new IllegalArgumentException(
          run.path() + " has no numbers yet, expected a run that has got somewhere");
    }
    return table;
  }

  private static String name(RunTable.Key curve) {
    String over = curve.axis().isEmpty() ? "" : " over " + ConfigDiff.symbol(curve.axis());
    return (curve.name().isEmpty() ? "the curve" : "“" + curve.name() + "”") + over;
  }

  private static void add(
      List<Row> rows,
      Pairing pairing,
      String key,
      RunTable a,
      RunTable.Key curve,
      RunTable b,
      RunTable.Key other) {
    if (a.reading().axis().isEmpty()) {
      double last = Math.max(last(a, curve), last(b, other));
      String place =
          last(a, curve) == last(b, other)
              ? "after %s %s".formatted(a.reading().x(), Digits.of(last))
              : "at the end (%s %s and %s)"
                  .formatted(a.reading().x(), Digits.of(last(a, curve)), Digits.of(last(b, other)));
      rows.add(new Row(curve.name(), place, pairing.test(a.ends(curve, key), b.ends(other, key))));
      return;
    }
    Set<Double> both = new LinkedHashSet<>(a.positions(curve));
    both.retainAll(b.positions(other));
    for (double x : both) {
      rows.add(
          new Row(
              curve.name(),
              curve.axis().isEmpty()
                  ? ""
                  : ConfigDiff.symbol(
                          curve.axis().equals("hessian-coef") ? "hessianCoef" : curve.axis())
                      + " = "
                      + Digits.of(x),
              pairing.test(a.samples(curve, x, key), b.samples(other, x, key))));
    }
  }

  private static double last(RunTable table, RunTable.Key curve) {
    List<Double> positions = table.positions(curve);
    return positions.get(positions.size() - 1);
  }

  /** Whether the samples of two runs belong together. */
  private record Pairing(boolean paired, String sentence) {

    static Pairing of(
        Family<?, ?> family, JsonNode first, JsonNode second, RunTable a, RunTable b) {
      String sample = family.reading().sample();
      List<String> differ =
          family.reading().shared().stream()
              .filter(key -> !find(first, family, key).equals(find(second, family, key)))
              .toList();
      if (!differ.isEmpty()) {
        return new Pairing(
            false,
            "Unpaired (Welch): the runs differ in %s, so their %ss are not the same."
                .formatted(
                    String.join(" and ", differ.stream().map(ConfigDiff::symbol).toList()),
                    sample));
      }
      Set<String> common = new LinkedHashSet<>(samples(a));
      common.retainAll(samples(b));
      if (common.size() < 2 && !samples(a).equals(samples(b))) {
        return new Pairing(
            false,
            "Unpaired (Welch): the runs have %s %s in common."
                .formatted(common.isEmpty() ? "no" : "one", sample));
      }
      return new Pairing(
          true,
          String.format(
              Locale.ROOT, "Paired by %s: both runs have the same %d.", sample, common.size()));
    }

    /** A setting of the document, or of its first part. */
    private static JsonNode find(JsonNode config, Family<?, ?> family, String key) {
      JsonNode parts = config.path(family.parts());
      return parts.isArray() && !parts.isEmpty() ? parts.get(0).path(key) : config.path(key);
    }

    private static Set<String> samples(RunTable table) {
      RunTable.Key curve = table.curves().get(0);
      return table
          .samples(curve, last(table, curve), table.reading().measures().get(0).key())
          .keySet();
    }

    DifferenceTest test(Map<String, Double> a, Map<String, Double> b) {
      if (!paired) {
        return DifferenceTest.unpaired(values(a), values(b));
      }
      List<String> both = a.keySet().stream().filter(b::containsKey).toList();
      return DifferenceTest.paired(
          both.stream().mapToDouble(sample -> a.getOrDefault(sample, Double.NaN)).toArray(),
          both.stream().mapToDouble(sample -> b.getOrDefault(sample, Double.NaN)).toArray());
    }

    private static double[] values(Map<String, Double> samples) {
      return samples.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
