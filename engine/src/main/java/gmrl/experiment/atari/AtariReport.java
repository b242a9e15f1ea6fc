package gmrl.experiment.atari;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.atari.learn.LearningSettings;
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
 * runs that had all their steps are counted, and only runs of the same game and length are
 * compared; where an algorithm has several settings, only those that were told the same.
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
   * @param settings what it was told
   * @param apart what tells it from others of its algorithm, such as {@code num_processes = 64};
   *     empty where there are none
   * @param scores final scores, one for each seed
   */
  public record Row(String label, LearningSettings settings, String apart, List<Double> scores) {
    /** Freezes the list. */
    public Row {
      scores = List.copyOf(scores);
    }

    /** Identifier of its algorithm. */
    public String algorithm() {
      return settings.algorithm().id();
    }

    /** What it is called among the others. */
    public String learner() {
      return algorithm() + (apart.isEmpty() ? "" : ", " + apart);
    }

    /** Steps that were asked for. */
    public long steps() {
      return settings.numEnvSteps();
    }

    /** Whether the other learner was told the same, as far as both look at it. */
    boolean toldLike(Row other) {
      boolean meta = settings.algorithm().meta() && other.settings.algorithm().meta();
      LearningSettings mine = settings.withAlgorithm(other.settings.algorithm());
      return (meta ? mine : mine.withMeta(other.settings.meta())).equals(other.settings);
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
        case LARGER -> first.learner() + " is better";
        case SMALLER -> second.learner() + " is better";
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
    Map<String, Map<LearningSettings, List<Brief>>> games = new LinkedHashMap<>();
    List<String> left = new ArrayList<>(damaged);
    for (Brief run : runs) {
      List<Brief> same =
          games
              .computeIfAbsent(run.label() + " " + run.length(), key -> new LinkedHashMap<>())
              .computeIfAbsent(run.settings().heeded(), key -> new ArrayList<>());
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
    for (Map<LearningSettings, List<Brief>> game : games.values()) {
      List<Row> learners = learners(game);
      rows.addAll(learners);
      for (List<String> names : COMPARED) {
        List<Row> first = called(learners, names.get(0));
        List<Row> second = called(learners, names.get(1));
        boolean single = first.size() == 1 && second.size() == 1;
        for (Row one : first) {
          for (Row other : second) {
            if (single || one.toldLike(other)) {
              pairs.add(new Pair(one, other, Comparison.of(one.array(), other.array())));
            }
          }
        }
      }
    }
    return new AtariReport(rows, pairs, left);
  }

  private static List<Row> called(List<Row> rows, String algorithm) {
    return rows.stream().filter(row -> row.algorithm().equals(algorithm)).toList();
  }

  /** The learners of a game, those of one algorithm told apart by their settings. */
  private static List<Row> learners(Map<LearningSettings, List<Brief>> game) {
    List<Row> rows = new ArrayList<>();
    game.forEach(
        (settings, its) -> {
          List<LearningSettings> alike =
              game.keySet().stream().filter(s -> s.algorithm() == settings.algorithm()).toList();
          rows.add(
              new Row(
                  its.get(0).label(),
                  settings,
                  Changes.apart(alike).get(alike.indexOf(settings)),
                  its.stream().map(Brief::finalScore).toList()));
        });
    return rows;
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
          .computeIfAbsent(row.learner(), key -> new LinkedHashMap<>())
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
      if (!row.apart().isEmpty()) {
        one.put("settings", row.apart());
      }
      one.set("scores", Json.vector(row.array()));
      one.set("score", interval(row.mean()));
    }
    ArrayNode compared = node.putArray("comparisons");
    for (Pair pair : pairs) {
      ObjectNode one = compared.addObject();
      one.put("game", pair.first().label()).put("steps", pair.first().steps());
      one.put("first", pair.first().learner()).put("second", pair.second().learner());
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
          row.learner(),
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
          pair.first().learner(),
          pair.second().learner(),
          pair.first().scores().size() + pair.second().scores().size(),
          difference.value(),
          difference.low(),
          difference.high(),
          pair.comparison().verdict().name().toLowerCase(Locale.ROOT));
    }
    return table;
  }
}
