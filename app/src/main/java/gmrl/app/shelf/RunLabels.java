package gmrl.app.shelf;

import gmrl.app.state.LabState;
import gmrl.experiment.compare.ConfigDiff;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What kept runs are called. */
public final class RunLabels {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  /** Letters of the longest symbol, |τ|. */
  private static final int SYMBOL = 3;

  private RunLabels() {}

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
   *
   * @param all what is kept
   * @param usual what differs of a run from the settings of a first start; empty where the window
   *     does not know its family
   */
  static String label(
      KeptRun run, List<KeptRun> all, Function<KeptRun, Optional<List<ConfigDiff.Change>>> usual) {
    String label = alone(run, usual);
    boolean shared =
        all.stream()
            .filter(other -> other.isNamed() && !other.path().equals(run.path()))
            .anyMatch(other -> alone(other, usual).equals(label));
    return shared ? label + ", " + MOMENT.format(run.started()) : label;
  }

  /** What has a symbol, which sliders move, before what has a word. */
  private static List<ConfigDiff.Change> first(List<ConfigDiff.Change> changes) {
    return changes.stream()
        .sorted(Comparator.comparing(change -> change.setting().length() > SYMBOL))
        .toList();
  }

  private static String alone(
      KeptRun run, Function<KeptRun, Optional<List<ConfigDiff.Change>>> usual) {
    if (!run.note().name().isBlank()) {
      return run.note().name();
    }
    return usual
        .apply(run)
        .map(changes -> changes.isEmpty() ? "default settings" : ConfigDiff.label(first(changes)))
        .orElseGet(() -> "kept " + time(run));
  }

  /** When a run was made. */
  public static String time(KeptRun run) {
    return TIME.format(run.started());
  }
}
