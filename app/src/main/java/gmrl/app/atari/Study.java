package gmrl.app.atari;

import gmrl.app.chart.Style;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.experiment.Counted;
import gmrl.experiment.atari.Changes;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.atari.LearnerRun;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs that may be drawn into one plot: the same game, played the same way, over the same number of
 * steps.
 *
 * @param origin whose they are: empty for those that come with the program, else what a person
 *     calls theirs
 * @param game identifier, such as {@code minatar:breakout}
 * @param label game and settings in words: actions, stickiness, ramping
 * @param length steps that were asked for
 * @param groups the learners, in the order of {@link Algorithm}
 */
record Study(String origin, String game, String label, long length, List<Group> groups) {
  private static final double MILLION = 1e6;

  /** Copies the groups. */
  Study {
    groups = List.copyOf(groups);
  }

  /**
   * One learner with one set of settings.
   *
   * @param name in legends
   * @param style colour and dashes
   * @param runs one for each seed
   */
  record Group(String name, Algorithm algorithm, Style style, List<LearnerRun> runs) {
    /** Copies the runs. */
    Group {
      runs = List.copyOf(runs);
    }

    /** How many runs stopped before their last step. */
    int unfinished() {
      return (int) runs.stream().filter(run -> !run.complete()).count();
    }

    /** What stands behind the curve, for the legend. */
    String note() {
      String seeds = Counted.of(runs.size(), "seed");
      if (unfinished() == 0) {
        return seeds;
      }
      return seeds + (runs.size() == 1 ? ", unfinished" : ", " + unfinished() + " unfinished");
    }
  }

  /**
   * Sorts runs into studies: games in the order in which they come; of one game first what compares
   * the most learners, then what is longer.
   */
  static List<Study> of(Collection<LearnerRun> runs) {
    return of("", runs);
  }

  /** The same of runs that somebody made. */
  static List<Study> of(String origin, Collection<LearnerRun> runs) {
    Map<String, Map<Long, List<LearnerRun>>> sorted = new LinkedHashMap<>();
    for (LearnerRun run : runs) {
      sorted
          .computeIfAbsent(run.game() + " " + run.label(), key -> new LinkedHashMap<>())
          .computeIfAbsent(run.settings().numEnvSteps(), key -> new ArrayList<>())
          .add(run);
    }
    List<Study> studies = new ArrayList<>();
    for (Map<Long, List<LearnerRun>> lengths : sorted.values()) {
      lengths.entrySet().stream()
          .map(each -> study(origin, each.getKey(), each.getValue()))
          .sorted(
              Comparator.comparingInt((Study study) -> study.groups().size())
                  .thenComparingLong(Study::length)
                  .reversed())
          .forEach(studies::add);
    }
    return studies;
  }

  private static Study study(String origin, long length, List<LearnerRun> runs) {
    Map<LearningSettings, List<LearnerRun>> learners = new LinkedHashMap<>();
    for (LearnerRun run : runs) {
      learners.computeIfAbsent(run.settings().heeded(), key -> new ArrayList<>()).add(run);
    }
    List<Group> groups = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      List<LearningSettings> variants =
          learners.keySet().stream().filter(s -> s.algorithm() == algorithm).toList();
      List<String> apart = Changes.apart(variants);
      for (int i = 0; i < variants.size(); i++) {
        groups.add(
            new Group(
                Learners.name(algorithm, apart.get(i)),
                algorithm,
                Learners.style(algorithm, i),
                Objects.requireNonNull(learners.get(variants.get(i))).stream()
                    .sorted(Comparator.comparingLong(LearnerRun::seed))
                    .toList()));
      }
    }
    return new Study(origin, runs.get(0).game(), runs.get(0).label(), length, groups);
  }

  /** What a first look shows: a game's first study, or whatever there is. */
  static Optional<Study> preferred(List<Study> studies, String game) {
    return studies.stream()
        .filter(study -> study.game().equals(game))
        .findFirst()
        .or(() -> studies.stream().findFirst());
  }

  /** The game alone, such as "miniature Breakout". */
  String gameTitle() {
    int bracket = label.indexOf(" (");
    return bracket < 0 ? label : label.substring(0, bracket);
  }

  /** How it is played, such as "minimal actions, sticky 0.1, no ramping"; may be empty. */
  String rules() {
    int bracket = label.indexOf(" (");
    return bracket < 0 ? "" : label.substring(bracket + 2, label.length() - 1);
  }

  /** The game with its settings; empty where nothing but an unknown label names them. */
  Optional<GameSpec> played() {
    return runs().stream().findFirst().flatMap(LearnerRun::played);
  }

  /** Game, settings and length: what tells it from the others. */
  String title() {
    return (own() ? "yours: " + origin + " – " : "") + label + ", " + steps(length);
  }

  /** Whether a person made them. */
  boolean own() {
    return !origin.isEmpty();
  }

  /** Whether a run has not had all its steps. */
  boolean unfinished() {
    return groups.stream().anyMatch(group -> group.unfinished() > 0);
  }

  /** The same with some of the learners. */
  Study without(Collection<Algorithm> hidden) {
    return new Study(
        origin,
        game,
        label,
        length,
        groups.stream().filter(group -> !hidden.contains(group.algorithm())).toList());
  }

  /** The same with the first runs of every learner, as many as there are up to so many. */
  Study first(int seeds) {
    return new Study(
        origin,
        game,
        label,
        length,
        groups.stream()
            .map(
                group ->
                    new Group(
                        group.name(),
                        group.algorithm(),
                        group.style(),
                        group.runs().subList(0, Math.min(seeds, group.runs().size()))))
            .toList());
  }

  /** All runs. */
  List<LearnerRun> runs() {
    return groups.stream().flatMap(group -> group.runs().stream()).toList();
  }

  /** Steps in millions, in words. */
  static String steps(long steps) {
    return BigDecimal.valueOf(millions(steps))
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " M steps";
  }

  static double millions(long steps) {
    return steps / MILLION;
  }
}
