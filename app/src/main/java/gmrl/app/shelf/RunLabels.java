package gmrl.app.shelf;

import gmrl.app.state.LabState;
import gmrl.experiment.compare.ConfigDiff;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What kept runs are called. */
public final class RunLabels {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

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

  private static String label(KeptRun run, List<ConfigDiff.Change> changes, String usual) {
    if (!run.note().name().isBlank()) {
      return run.note().name();
    }
    String differs = ConfigDiff.label(changes);
    return differs.isEmpty() ? usual : differs;
  }

  /**
   * What a run is called: by its name, else by what differs from now, else by the one setting that
   * differs from the first ones, else by its time; no two are called alike.
   *
   * @param all what is kept
   * @param changes what differs of a run from what stands in the window
   * @param usual what differs of it from the settings of a first start
   */
  static String label(
      KeptRun run,
      List<KeptRun> all,
      Function<KeptRun, List<ConfigDiff.Change>> changes,
      List<ConfigDiff.Change> usual) {
    // A list of settings is no name.
    String first = usual.size() == 1 ? ConfigDiff.label(usual) : "kept " + time(run);
    String label = label(run, changes.apply(run), first);
    boolean shared =
        all.stream()
            .filter(other -> other.isNamed() && !other.path().equals(run.path()))
            .anyMatch(other -> label(other, changes.apply(other), "").equals(label));
    return shared ? label + ", " + MOMENT.format(run.started()) : label;
  }

  /** When a run was made. */
  public static String time(KeptRun run) {
    return TIME.format(run.started());
  }
}
