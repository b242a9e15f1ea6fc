package gmrl.experiment.atari;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.atari.RecordedRuns.Brief;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.meta.Comparison;
import gmrl.meta.Interval;
import gmrl.numpy.NamedArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Final scores per game and learner over seeds, and what may be said of their differences. Only
 * runs that had all their steps are counted, and only runs of the same game, settings and length
 * are compared.
 *
 * @param rows one for each game and learner
 * @param pairs one for each comparison that the runs allow
 * @param left runs that cannot be read or did not have all their steps, a sentence each
 */
public record AtariReport(List<Row> rows, List<Pair> pairs, List<String> left) {
  /** First minus second, where both are there. */
  private static final List<List<String>> COMPARED =
      List.of(
          List.of("mgrl-lvc", "mgrl"),
          List.of("mgrl", "a2c-conditioned"),
          List.of("mgrl-lvc", "a2c-conditioned"),
          List.of("a2c-conditioned", "a2c"));

  /** Freezes the lists. */
  public AtariReport {
    rows = List.copyOf(rows);
    pairs = List.copyOf(pairs);
    left = List.copyOf(left);
  }

  /**
   * One learner on one game.
   *
   * @param scores final scores, one for each seed
   */
  public record Row(String label, long steps, String algorithm, List<Double> scores) {
    /** Freezes the list. */
    public Row {
      scores = List.copyOf(scores);
    }

    /** The mean with its 95 % interval over seeds. */
    public Interval mean() {
      return Comparison.interval(array());
    }

    double[] array() {
      return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /** Two learners on one game. */
  public record Pair(Row first, Row second, Comparison comparison) {
    /** In words. */
    public String verdict() {
      return switch (comparison.verdict()) {
        case LARGER -> first.algorithm() + " is better";
        case SMALLER -> second.algorithm() + " is better";
        case INCONCLUSIVE -> "inconclusive";
      };
    }
  }

  /** Reads the report off runs. */
  public static AtariReport of(List<Brief> runs) {
    return of(runs, List.of());
  }

  /**
   * Reads the report off runs.
   *
   * @param damaged those that cannot be read, a sentence each
   */
  public static AtariReport of(List<Brief> runs, List<String> damaged) {
    Map<String, Map<String, List<Brief>>> games = new LinkedHashMap<>();
    List<String> left = new ArrayList<>(damaged);
    for (Brief run : runs) {
      List<Brief> same =
          games
              .computeIfAbsent(run.label() + " " + run.length(), key -> new LinkedHashMap<>())
              .computeIfAbsent(run.algorithm(), key -> new ArrayList<>());
      Optional<String> why = why(run, same);
      if (why.isEmpty()) {
        same.add(run);
      } else {
        left.add(
            String.format(
                Locale.ROOT,
                "%s, seed %d on %s %s",
                run.algorithm(),
                run.seed(),
                run.label(),
                why.get()));
      }
    }
    games.values().forEach(game -> game.values().removeIf(List::isEmpty));
    List<Row> rows = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (Map<String, List<Brief>> game : games.values()) {
      Map<String, Row> byAlgorithm = new LinkedHashMap<>();
      game.forEach(
          (algorithm, its) ->
              byAlgorithm.put(
                  algorithm,
                  new Row(
                      its.get(0).label(),
                      its.get(0).length(),
                      algorithm,
                      its.stream().map(Brief::finalScore).toList())));
      rows.addAll(byAlgorithm.values());
      for (List<String> names : COMPARED) {
        Row first = byAlgorithm.get(names.get(0));
        Row second = byAlgorithm.get(names.get(1));
        if (first != null && second != null) {
          pairs.add(new Pair(first, second, Comparison.of(first.array(), second.array())));
        }
      }
    }
    return new AtariReport(rows, pairs, left);
  }

  /** Why a run does not count beside those of its learner that do. */
  private static Optional<String> why(Brief run, List<Brief> counted) {
    if (!run.complete()) {
      return Optional.of("made " + run.steps() + " of " + run.length() + " steps");
    }
    if (Double.isNaN(run.finalScore())) {
      return Optional.of("ended no game in its last steps");
    }
    // A copy of a folder is no further seed.
    return counted.stream()
            .anyMatch(other -> other.seed() == run.seed() && other.curve().equals(run.curve()))
        ? Optional.of("is there twice and counts once")
        : Optional.empty();
  }

  /**
   * The scores as one array [seeds][games] for each learner, and the names of the games: those that
   * every learner has played, with as many seeds as a learner has on all of them.
   *
   * @throws IllegalArgumentException in one sentence if there is no such game
   */
  public List<NamedArray> scores() {
    Map<String, Map<String, Row>> learners = new LinkedHashMap<>();
    for (Row row : rows) {
      learners
          .computeIfAbsent(row.algorithm(), key -> new LinkedHashMap<>())
          .put(row.label() + ", " + row.steps() + " steps", row);
    }
    List<String> games = new ArrayList<>();
    learners.values().forEach(its -> games.addAll(its.keySet()));
    List<String> common =
        games.stream()
            .distinct()
            .filter(game -> learners.values().stream().allMatch(its -> its.containsKey(game)))
            .toList();
    if (common.isEmpty()) {
      throw new IllegalArgumentException(
          "no game was played by all of %s, expected one; --runs chooses the runs"
              .formatted(learners.keySet()));
    }
    List<NamedArray> arrays = new ArrayList<>();
    arrays.add(NamedArray.Texts.of("games", common));
    learners.forEach(
        (learner, its) -> {
          List<Row> played = common.stream().map(its::get).toList();
          int seeds = played.stream().mapToInt(row -> row.scores().size()).min().orElse(0);
          double[] matrix = new double[seeds * common.size()];
          for (int i = 0; i < matrix.length; i++) {
            matrix[i] = played.get(i % common.size()).scores().get(i / common.size());
          }
          arrays.add(new NamedArray.Doubles(learner, new int[] {seeds, common.size()}, matrix));
        });
    return arrays;
  }

  /** As JSON. */
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("finalShare", AtariResult.FINAL_SHARE);
    ArrayNode all = node.putArray("learners");
    for (Row row : rows) {
      ObjectNode one = all.addObject();
      one.put("game", row.label()).put("steps", row.steps()).put("algorithm", row.algorithm());
      one.set("scores", Json.vector(row.array()));
      one.set("score", interval(row.mean()));
    }
    ArrayNode compared = node.putArray("comparisons");
    for (Pair pair : pairs) {
      ObjectNode one = compared.addObject();
      one.put("game", pair.first().label()).put("steps", pair.first().steps());
      one.put("first", pair.first().algorithm()).put("second", pair.second().algorithm());
      one.set("difference", interval(pair.comparison().difference()));
      one.set("probabilityOfImprovement", interval(pair.comparison().improvement()));
      one.put("verdict", pair.comparison().verdict().name().toLowerCase(Locale.ROOT));
    }
    ArrayNode out = node.putArray("leftOut");
    left.forEach(out::add);
    return node;
  }

  private static ObjectNode interval(Interval interval) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("value", Json.number(interval.value()));
    node.set("low", Json.number(interval.low()));
    node.set("high", Json.number(interval.high()));
    return node;
  }

  /** One row for each learner and for each comparison. */
  public CsvTable csv() {
    CsvTable table =
        new CsvTable(
            "game", "steps", "first", "second", "seeds", "value", "low", "high", "verdict");
    for (Row row : rows) {
      Interval mean = row.mean();
      table.row(
          row.label(),
          row.steps(),
          row.algorithm(),
          Optional.empty(),
          row.scores().size(),
          mean.value(),
          mean.low(),
          mean.high(),
          Optional.empty());
    }
    for (Pair pair : pairs) {
      Interval difference = pair.comparison().difference();
      table.row(
          pair.first().label(),
          pair.first().steps(),
          pair.first().algorithm(),
          pair.second().algorithm(),
          pair.first().scores().size() + pair.second().scores().size(),
          difference.value(),
          difference.low(),
          difference.high(),
          pair.comparison().verdict().name().toLowerCase(Locale.ROOT));
    }
    return table;
  }
}
