package gmrl.experiment.claim;

import gmrl.experiment.compare.RunTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of a claim's experiments by their names, read as its statistics need them. */
final class Tables {
  private final Map<String, RunTable> tables;

  Tables(Map<String, RunTable> tables) {
    this.tables = tables;
  }

  boolean has(List<String> studies) {
    return tables.keySet().containsAll(studies);
  }

  /** The positions of a curve from one value to another, ascending. */
  double[] positions(Place curve, double from, double to) {
    return table(curve).positions(key(curve)).stream()
        .mapToDouble(Double::doubleValue)
        .filter(x -> x >= from && x <= to)
        .toArray();
  }

  /** The samples at several positions of a curve. */
  List<Map<String, Double>> along(Place curve, double[] x) {
    List<Map<String, Double>> rows = new ArrayList<>();
    for (double at : x) {
      rows.add(samples(curve.at(at)));
    }
    return rows;
  }

  /** The samples at several places. */
  List<Map<String, Double>> along(Place... places) {
    List<Map<String, Double>> rows = new ArrayList<>();
    for (Place place : places) {
      rows.add(samples(place));
    }
    return rows;
  }

  private Map<String, Double> samples(Place place) {
    RunTable table = table(place);
    RunTable.Key curve = key(place);
    Map<String, Double> samples =
        place.at().isPresent()
            ? table.samples(curve, place.at().get(), place.measure())
            : table.ends(curve, place.measure());
    if (samples.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the curve \"%s\" of \"%s\" has no %s at %s, expected one of %s",
              place.curve(),
              place.study(),
              place.measure(),
              place.at().map(String::valueOf).orElse("its end"),
              table.positions(curve)));
    }
    return samples;
  }

  private RunTable table(Place place) {
    RunTable table = tables.get(place.study());
    if (table == null) {
      throw new IllegalArgumentException(
          "the experiment is \"%s\", expected one of %s"
              .formatted(place.study(), String.join(", ", tables.keySet())));
    }
    return table;
  }

  private RunTable.Key key(Place place) {
    List<RunTable.Key> curves = table(place).curves();
    if (place.curve().isEmpty() && curves.size() == 1) {
      return curves.get(0);
    }
    return curves.stream()
        .filter(key -> key.name().equals(place.curve()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the curve is \"%s\" in \"%s\", expected one of %s"
                        .formatted(
                            place.curve(),
                            place.study(),
                            String.join("; ", curves.stream().map(RunTable.Key::name).toList()))));
  }
}
