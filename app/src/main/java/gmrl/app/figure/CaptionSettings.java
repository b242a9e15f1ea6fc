package gmrl.app.figure;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.Family;
import gmrl.experiment.Setting;
import gmrl.experiment.families.Families;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * With what the panels of a figure were made, read from its document and said once: what all panels
 * have in common, what each has for itself, and what the curves of one panel differ in.
 */
final class CaptionSettings {
  private static final String FAMILY = "family";
  private static final String CONFIG = "config";
  private static final String TRIALS = "trials";
  private static final String SEED = "seed";

  /** More values than these are not listed. */
  private static final int MOST = 8;

  /** More estimators than these are told by the legend. */
  private static final int FEW = 4;

  private static final String SAMPLED = "sampled by ";

  private final List<List<Setting>> panels = new ArrayList<>();
  private final Map<String, Set<Setting>> kept = new LinkedHashMap<>();
  private final List<Setting> shared = new ArrayList<>();

  /**
   * The settings of a figure.
   *
   * @param document its panels, as they describe themselves
   */
  CaptionSettings(JsonNode document) {
    for (JsonNode panel : document) {
      List<List<Setting>> parts = new ArrayList<>();
      collect(panel, "", parts);
      List<Setting> own = merged(parts);
      panels.add(own);
      compare(panel.path(FigureDocument.KEPT), own);
    }
    List<List<Setting>> told = panels.stream().filter(p -> !p.isEmpty()).toList();
    if (!told.isEmpty()) {
      told.get(0).stream()
          .filter(setting -> told.stream().allMatch(panel -> panel.contains(setting)))
          .forEach(shared::add);
    }
  }

  /** What all panels have in common, in words; may be empty. */
  String shared() {
    return words(shared);
  }

  /** What a panel has for itself, in words; may be empty. */
  String own(int panel) {
    return words(panels.get(panel).stream().filter(s -> !shared.contains(s)).toList());
  }

  /** The kept runs over the panels, each with what it differs in where that is drawn. */
  List<String> kept() {
    return kept.entrySet().stream().map(run -> kept(run.getKey(), run.getValue())).toList();
  }

  /** What a run is called by is not said a second time. */
  private static String kept(String label, Set<Setting> differing) {
    if (differing.isEmpty()) {
      return label + ": the same settings";
    }
    List<String> said = List.of(label.replace("seed = ", "seed ").split(", ", -1));
    List<Setting> others = differing.stream().filter(s -> !said.contains(word(s))).toList();
    String by = others.size() < differing.size() ? ", " : ": ";
    return others.isEmpty() ? label : label + by + words(others);
  }

  private static void collect(JsonNode node, String family, List<List<Setting>> parts) {
    String now = node.path(FigureDocument.OF).asText(node.path(FAMILY).asText(family));
    if (node.path(FigureDocument.SHOWN).isObject()) {
      collect(node.get(FigureDocument.SHOWN), now, parts);
      return;
    }
    String computed = node.path(FigureDocument.COMPUTED).asText();
    if (!computed.isEmpty()) {
      parts.add(List.of(Setting.subject(FigureDocument.COMPUTED, computed)));
    }
    if (node.path(CONFIG).isObject()) {
      settings(now, node.get(CONFIG)).ifPresent(parts::add);
      return;
    }
    for (JsonNode inner : node) {
      if (inner.isContainerNode()) {
        collect(inner, now, parts);
      }
    }
  }

  private static Optional<List<Setting>> settings(String family, JsonNode config) {
    return Families.find(family).map(known -> settings(known, config));
  }

  private static <S> List<Setting> settings(Family<S, ?> family, JsonNode config) {
    List<Setting> all = family.settings(family.read(JsonView.of("a figure's panel", config)));
    // A picture of a single trial has no number of them, one in which nothing is random no seed.
    return all.stream()
        .filter(s -> config.findValue(TRIALS) != null || !s.key().startsWith(TRIALS))
        .filter(s -> config.findValue(SEED) != null || s.kind() != Setting.Kind.SEED)
        .toList();
  }

  /** What the parts of one panel are made with; where they differ, with which values. */
  private static List<Setting> merged(List<List<Setting>> parts) {
    Map<String, Set<Setting>> byKey = new LinkedHashMap<>();
    parts.stream()
        .flatMap(List::stream)
        .forEach(s -> byKey.computeIfAbsent(s.key(), key -> new LinkedHashSet<>()).add(s));
    List<Setting> merged = new ArrayList<>();
    for (Set<Setting> values : byKey.values()) {
      Setting first = values.iterator().next();
      if (values.size() == 1) {
        merged.add(first);
      } else if (first.kind() == Setting.Kind.SEED) {
        merged.add(new Setting(Setting.Kind.BUDGET, first.key(), "", seeds(values)));
      } else if (first.kind() == Setting.Kind.SLOT && values.size() <= FEW) {
        merged.add(Setting.slot(first.key(), first.name(), by(values)));
      } else if (first.kind() == Setting.Kind.PARAMETER
          && values.stream().noneMatch(s -> s.name().isEmpty())
          && values.size() <= MOST) {
        merged.add(
            new Setting(
                first.kind(),
                first.key(),
                first.name(),
                list(values.stream().map(Setting::value).toList(), "or") + " by curve"));
      }
    }
    return merged;
  }

  private void compare(JsonNode runs, List<Setting> own) {
    for (JsonNode run : runs) {
      Set<Setting> differing =
          kept.computeIfAbsent(run.path("label").asText(), label -> new LinkedHashSet<>());
      settings(run.path(FAMILY).asText(), run.path(CONFIG)).orElse(List.of()).stream()
          .filter(s -> own.stream().anyMatch(o -> o.isOf(s.key()) && !o.equals(s)))
          .forEach(differing::add);
    }
  }

  /** What estimates a slot in one curve or another. */
  private static String by(Set<Setting> values) {
    List<String> ways = values.stream().map(Setting::value).toList();
    String before = ways.stream().allMatch(way -> way.startsWith(SAMPLED)) ? SAMPLED : "";
    return before
        + list(ways.stream().map(way -> way.substring(before.length())).toList(), "or")
        + " by curve";
  }

  /** Settings as the clauses of a sentence. */
  private static String words(List<Setting> settings) {
    List<String> clauses = new ArrayList<>();
    clauses.add(joined(settings, " ", Setting.Kind.SUBJECT).replaceFirst("^on ", ""));
    clauses.add(joined(settings, ", ", Setting.Kind.PARAMETER));
    List<String> estimates = new ArrayList<>();
    estimates.add(joined(settings, ", ", Setting.Kind.METHOD));
    estimates.add(slots(settings));
    clauses.add(joined(estimates, ", "));
    clauses.add(joined(settings, ", ", Setting.Kind.BUDGET, Setting.Kind.SEED));
    return joined(clauses, "; ");
  }

  private static String joined(List<Setting> settings, String by, Setting.Kind... kinds) {
    Set<Setting.Kind> wanted = Set.of(kinds);
    return joined(
        settings.stream().filter(s -> wanted.contains(s.kind())).map(s -> word(s)).toList(), by);
  }

  private static String joined(Collection<String> words, String by) {
    return String.join(by, words.stream().filter(w -> !w.isEmpty()).toList());
  }

  private static String word(Setting setting) {
    if (setting.kind() == Setting.Kind.SEED) {
      return seeds(Set.of(setting));
    }
    return setting.name().isEmpty() ? setting.value() : setting.name() + " = " + setting.value();
  }

  /** Parts of an estimate that are estimated alike share a word. */
  private static String slots(List<Setting> settings) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    settings.stream()
        .filter(s -> s.kind() == Setting.Kind.SLOT)
        .forEach(s -> parts.computeIfAbsent(s.value(), by -> new ArrayList<>()).add(s.name()));
    return String.join(
        ", ",
        parts.entrySet().stream().map(e -> list(e.getValue(), "and") + " " + e.getKey()).toList());
  }

  private static String seeds(Collection<Setting> settings) {
    NavigableSet<Long> seeds = new TreeSet<>();
    for (Setting setting : settings) {
      LongStream.rangeClosed(Long.parseLong(setting.name()), Long.parseLong(setting.value()))
          .forEach(seeds::add);
    }
    long first = seeds.first();
    long last = seeds.last();
    if (first == last) {
      return "seed " + first;
    }
    return "seeds "
        + (last - first == seeds.size() - 1
            ? first + " to " + last
            : list(seeds.stream().map(String::valueOf).toList(), "and"));
  }

  static String list(List<String> words, String last) {
    int size = words.size();
    return size < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, size - 1)) + " " + last + " " + words.get(size - 1);
  }
}
