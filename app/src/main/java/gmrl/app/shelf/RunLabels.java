package gmrl.app.shelf;

import gmrl.app.state.LabState;
import gmrl.experiment.compare.ConfigDiff;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What kept runs are called. */
public final class RunLabels {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  /** Letters of the longest symbol, |τ|. */
  private static final int SYMBOL = 3;

  private final List<KeptRun> all;
  private final Map<String, Source> sources;
  private final Supplier<LabState> present;

  /** Values that are no numbers and no lists. */
  private static final String WORD = "\\p{L}.*";

  /** What was said already of what is kept now: curves ask at every move of a slider. */
  private final Map<KeptRun, String> known = Collections.synchronizedMap(new IdentityHashMap<>());

  /** The same beside what stands in the window now. */
  private final IdentityHashMap<KeptRun, String> told = new IdentityHashMap<>();

  private @Nullable LabState toldOf;

  /**
   * Labels of what is kept.
   *
   * @param all what that is
   * @param sources the families of the window
   * @param present what stands in it
   */
  RunLabels(ObservableList<KeptRun> all, Map<String, Source> sources, Supplier<LabState> present) {
    this.all = all;
    this.sources = sources;
    this.present = present;
    all.addListener(
        (InvalidationListener)
            changed -> {
              known.clear();
              told.clear();
            });
  }

  /** What reopening a run would change of a state; nothing where its family is not there. */
  static List<ConfigDiff.Change> changes(@Nullable Source source, KeptRun run, LabState present) {
    if (source == null) {
      return List.of();
    }
    try {
      return ConfigDiff.between(source.settings().apply(present), run.settings());
    } catch (IllegalArgumentException e) {
      return List.of(); // what stands there now describes no run
    }
  }

  /**
   * What a run is called: by its name, else by what differs from the settings of a first start, so
   * that it is called alike whatever stands in the window now; no two that could be taken for each
   * other are called alike.
   */
  String of(KeptRun run) {
    return known.computeIfAbsent(run, this::label);
  }

  /**
   * What a run's curves are called among those of what stands in the window: as the run, and what
   * is another there and no number, such as problem, game or estimator, which its name does not
   * say.
   */
  @SuppressWarnings("ReferenceEquality") // the same state, not an equal one
  String inLegend(KeptRun run) {
    LabState now = present.get();
    if (now != toldOf) {
      told.clear();
      toldOf = now;
    }
    return told.computeIfAbsent(run, other -> legend(other, now));
  }

  private String legend(KeptRun run, LabState now) {
    Source source = sources.get(run.kind());
    List<ConfigDiff.Change> words =
        changes(source, run, now).stream().filter(change -> change.second().matches(WORD)).toList();
    // A slider's moves, which come many a second, end here.
    if (words.isEmpty()) {
      return of(run);
    }
    List<String> said = said(source, run);
    List<ConfigDiff.Change> others =
        words.stream().filter(change -> !said.contains(change.setting())).toList();
    return others.isEmpty() ? of(run) : ConfigDiff.label(others) + ", " + of(run);
  }

  /** The settings in a run's name; a person's name need not say any. */
  private static List<String> said(@Nullable Source source, KeptRun run) {
    return run.note().name().isBlank()
        ? ConfigDiff.shown(usual(source, run)).stream().map(ConfigDiff.Change::setting).toList()
        : List.of();
  }

  /** What differs from a first start, as a name says it. */
  private static List<ConfigDiff.Change> usual(@Nullable Source source, KeptRun run) {
    return first(changes(source, run, LabState.initial()));
  }

  private String label(KeptRun run) {
    String label = alone(run);
    boolean shared =
        all.stream()
            .filter(other -> other.isNamed() && !other.path().equals(run.path()))
            .filter(other -> isLike(other, run))
            .anyMatch(other -> alone(other).equals(label));
    return shared ? label + ", " + MOMENT.format(run.started()) : label;
  }

  /** Whether nothing but their names would tell their curves apart, in a plot or a figure. */
  private static boolean isLike(KeptRun one, KeptRun other) {
    return one.kind().equals(other.kind()) || one.note().colour() == other.note().colour();
  }

  /** What has a symbol, which sliders move, before what has a word. */
  private static List<ConfigDiff.Change> first(List<ConfigDiff.Change> changes) {
    return changes.stream()
        .sorted(Comparator.comparing(change -> change.setting().length() > SYMBOL))
        .toList();
  }

  /** No curve of a legend looks whole that is not. */
  private String alone(KeptRun run) {
    return run.isComplete() ? called(run) : called(run) + ", incomplete";
  }

  private String called(KeptRun run) {
    if (!run.note().name().isBlank()) {
      return run.note().name();
    }
    Source source = sources.get(run.kind());
    if (source == null) {
      return "kept " + time(run);
    }
    List<ConfigDiff.Change> usual = usual(source, run);
    return usual.isEmpty() ? ConfigDiff.USUAL : ConfigDiff.label(usual);
  }

  /** When a run was made. */
  public static String time(KeptRun run) {
    return TIME.format(run.started());
  }
}
