package gmrl.experiment.compare;

import gmrl.experiment.TableReading;
import gmrl.experiment.file.CsvTable;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of a run as curves: along each, at each position, the values of its samples. */
public final class RunTable {
  private static final String BETWEEN = " · ";

  /** Behind a column's name, the lower end of each sample's interval. */
  private static final String LOW = "Low";

  /** Behind a column's name, its upper end. */
  private static final String HIGH = "High";

  private static final String TRIALS = "trials";

  /** Key of the weights among the measures. */
  private static final String WEIGHT = "";

  private final TableReading reading;
  private final Map<String, Curve> curves = new LinkedHashMap<>();

  /**
   * One curve.
   *
   * @param name as the table has it; empty where there is one
   * @param axis what it runs over; empty where nothing varies
   */
  private record Curve(
      String name, String axis, TreeMap<Double, Map<String, Map<String, Double>>> points) {}

  private RunTable(TableReading reading) {
    this.reading = reading;
  }

  /**
   * Reads a table; rows whose position is undefined stand at 0, unknown columns are left out.
   *
   * @param lines complete lines, the header first; none make an empty table
   * @throws IllegalArgumentException in one sentence if a cell is no number or a column is missing
   */
  public static RunTable read(TableReading reading, List<String> lines) {
    if (lines.isEmpty()) {
      return new RunTable(reading);
    }
    return of(reading, CsvTable.parse(String.join("\n", lines)));
  }

  /** The same of a table in memory. */
  public static RunTable of(TableReading reading, CsvTable csv) {
    RunTable table = new RunTable(reading);
    Columns columns = new Columns(reading, csv);
    for (int row = 0; row < csv.size(); row++) {
      String name = columns.name(row);
      String axis = columns.axis(row);
      Curve curve =
          table.curves.computeIfAbsent(
              name + '\u0000' + axis, key -> new Curve(name, axis, new TreeMap<>()));
      Map<String, Map<String, Double>> here =
          curve.points().computeIfAbsent(columns.x(row), x -> new LinkedHashMap<>());
      for (TableReading.Measure measure : columns.measures()) {
        columns.read(
            row, measure, here.computeIfAbsent(measure.key(), key -> new LinkedHashMap<>()));
      }
    }
    return table;
  }

  /** How it was read. */
  public TableReading reading() {
    return reading;
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return curves.isEmpty();
  }

  /**
   * The name of a curve and what it runs over.
   *
   * @param name as the table has it; empty where there is one
   * @param axis what it runs over; empty where nothing varies
   */
  public record Key(String name, String axis) {
    private String text() {
      return name + '\u0000' + axis;
    }
  }

  /** The curves in their order. */
  public List<Key> curves() {
    return curves.values().stream().map(c -> new Key(c.name(), c.axis())).toList();
  }

  /** The positions along a curve, ascending. */
  public List<Double> positions(Key curve) {
    return find(curve).map(c -> List.copyOf(c.points().keySet())).orElse(List.of());
  }

  private Optional<Curve> find(Key curve) {
    return Optional.ofNullable(curves.get(curve.text()));
  }

  /** The values of a measure at a position by sample; undefined ones are NaN. */
  public Map<String, Double> samples(Key curve, double x, String measure) {
    return find(curve)
        .map(c -> c.points().get(x))
        .map(point -> point.get(measure))
        .orElse(Map.of());
  }

  /**
   * Half of the interval of a measure by sample, from the finite number of trials; NaN where it is
   * undefined. Nothing where the table has no such intervals.
   */
  public Map<String, Double> halfWidths(Key curve, double x, String measure) {
    Map<String, Double> halves = new LinkedHashMap<>();
    Map<String, Double> low = samples(curve, x, measure + LOW);
    samples(curve, x, measure + HIGH)
        .forEach(
            (sample, high) ->
                halves.put(sample, (high - low.getOrDefault(sample, Double.NaN)) / 2));
    return halves;
  }

  /** How many trials a position rests on, over all samples; 0 where the table does not say it. */
  public long trials(Key curve, double x) {
    return (long)
        samples(curve, x, TRIALS).values().stream()
            .mapToDouble(Double::doubleValue)
            .filter(n -> n > 0)
            .sum();
  }

  /** Mean and standard error over the samples at a position. */
  public MeanEstimate mean(Key curve, double x, String measure) {
    return mean(samples(curve, x, measure));
  }

  private static MeanEstimate mean(Map<String, Double> samples) {
    return MeanEstimate.of(samples.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** What a curve comes to: of each sample the mean over the tail of the run. */
  public Map<String, Double> ends(Key curve, String measure) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    Curve found = curves.get(curve.text());
    if (found != null && !found.points().isEmpty()) {
      found
          .points()
          .tailMap(from(found), reading.tail() == 0)
          .values()
          .forEach(point -> add(point, measure, sums));
    }
    Map<String, Double> ends = new LinkedHashMap<>();
    sums.forEach((sample, sum) -> ends.put(sample, sum[0] / sum[1]));
    return ends;
  }

  /** Adds the defined values of a row with their weights. */
  private static void add(
      Map<String, Map<String, Double>> point, String measure, Map<String, double[]> sums) {
    Map<String, Double> weights = point.getOrDefault(WEIGHT, Map.of());
    point
        .getOrDefault(measure, Map.of())
        .forEach(
            (sample, value) -> {
              double weight = weights.getOrDefault(sample, 1.0);
              double[] sum = sums.computeIfAbsent(sample, s -> new double[2]);
              if (!Double.isNaN(value) && weight > 0) {
                sum[0] += weight * value;
                sum[1] += weight;
              }
            });
  }

  private double from(Curve curve) {
    return curve.points().lastKey() * (1 - reading.tail());
  }

  /** Where the cells of a row stand. */
  private static final class Columns {
    private final CsvTable csv;
    private final List<String> header;
    private final List<Integer> curve = new ArrayList<>();
    private final Optional<Integer> axis;
    private final int x;
    private final Optional<Integer> unit;
    private final TableReading reading;
    private final Map<TableReading.Measure, List<Integer>> cells = new LinkedHashMap<>();

    Columns(TableReading reading, CsvTable csv) {
      this.reading = reading;
      this.csv = csv;
      header = csv.header();
      reading.curve().stream().map(this::find).flatMap(Optional::stream).forEach(curve::add);
      axis = reading.axis().flatMap(this::find);
      x = required(reading.x());
      unit = reading.unit().map(this::required);
      List<TableReading.Measure> all = new ArrayList<>(reading.measures());
      reading.weight().ifPresent(by -> all.add(TableReading.Measure.of(WEIGHT, "weight", by)));
      for (String column : beside(reading, header)) {
        all.add(TableReading.Measure.of(column, column, column));
      }
      for (TableReading.Measure measure : all) {
        List<Integer> of = new ArrayList<>();
        for (String column : measure.columns()) {
          if (measure.wide()) {
            for (int i = 0; header.contains(column + i); i++) {
              of.add(header.indexOf(column + i));
            }
          } else if (header.contains(column)) {
            of.add(header.indexOf(column));
          }
        }
        cells.put(measure, of);
      }
    }

    /** What a table may hold beside its measures: ends of their intervals, numbers of trials. */
    private static List<String> beside(TableReading reading, List<String> header) {
      List<String> beside = new ArrayList<>();
      for (TableReading.Measure measure : reading.measures()) {
        String low = measure.key() + LOW;
        String high = measure.key() + HIGH;
        if (header.contains(low) && header.contains(high)) {
          beside.add(low);
          beside.add(high);
        }
      }
      if (header.contains(TRIALS)
          && reading.measures().stream().noneMatch(m -> m.key().equals(TRIALS))) {
        beside.add(TRIALS);
      }
      return beside;
    }

    Set<TableReading.Measure> measures() {
      return cells.keySet();
    }

    private Optional<Integer> find(String column) {
      return header.contains(column) ? Optional.of(header.indexOf(column)) : Optional.empty();
    }

    private int required(String column) {
      return find(column)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "the table has the columns %s, expected %s among them"
                          .formatted(header, column)));
    }

    String name(int row) {
      return curve.stream().map(at -> csv.text(row, at)).collect(Collectors.joining(BETWEEN));
    }

    String axis(int row) {
      return axis.map(at -> csv.text(row, at))
          .orElse(reading.axis().isPresent() ? "" : reading.x());
    }

    double x(int row) {
      double at = number(row, x);
      return Double.isNaN(at) ? 0 : at;
    }

    void read(int row, TableReading.Measure measure, Map<String, Double> into) {
      List<Integer> at = cells.getOrDefault(measure, List.of());
      if (measure.wide()) {
        for (int i = 0; i < at.size(); i++) {
          into.put(String.valueOf(i), number(row, at.get(i)));
        }
      } else if (!at.isEmpty()) {
        double sum = 0;
        for (int i : at) {
          sum += number(row, i);
        }
        into.put(unit.map(u -> csv.text(row, u)).orElse(""), sum / at.size());
      }
    }

    private double number(int row, int at) {
      try {
        return csv.number(row, at);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "the column %s has \"%s\", expected a number"
                .formatted(header.get(at), csv.text(row, at)),
            e);
      }
    }
  }
}
