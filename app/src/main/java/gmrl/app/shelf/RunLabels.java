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

  /** What was said already of what is kept now: curves ask at every move of a slider. */
  private final Map<KeptRun, String> known = Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * Labels of what is kept.
   *
   * @param all what that is
   * @param sources the families of the window
   */
  RunLabels(ObservableList<KeptRun> all, Map<String, Source> sources) {
    this.all = all;
    this.sources = sources;
    all.addListener((InvalidationListener) changed -> known.clear());
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
   * that it is called alike whatever stands in the window now; no two are called alike.
   */
  String of(KeptRun run) {
    return known.computeIfAbsent(run, this::label);
  }

  private String label(KeptRun run) {
    String label = alone(run);
    boolean shared =
        all.stream()
            .filter(other -> other.isNamed() && !other.path().equals(run.path()))
            .anyMatch(other -> alone(other).equals(label));
    return shared ? label + ", " + MOMENT.format(run.started()) : label;
  }

  /** What has a symbol, which sliders move, before what has a word. */
  private static List<ConfigDiff.Change> first(List<ConfigDiff.Change> changes) {
    return changes.stream()
        .sorted(Comparator.comparing(change -> change.setting().length() > SYMBOL))
        .toList();
  }

  private String alone(KeptRun run) {
    if (!run.note().name().isBlank()) {
      return run.note().name();
    }
    Source source = sources.get(run.kind());
    if (source == null) {
      return "kept " + time(run);
    }
    List<ConfigDiff.Change> usual = changes(source, run, LabState.initial());
    return usual.isEmpty() ? ConfigDiff.USUAL : ConfigDiff.label(first(usual));
  }

  /** When a run was made. */
  public static String time(KeptRun run) {
    return TIME.format(run.started());
  }
}
