package gmrl.app.runs;

import gmrl.experiment.store.StoredRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A line of the table of all runs: a run, or a folder that calls itself one and is none. */
final class RunRow {
  private final Path path;
  private final String name;
  private final String family;
  private final String differs;
  private final String state;
  private final Optional<StoredRun> run;
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("…");
  private final ReadOnlyDoubleWrapper number = new ReadOnlyDoubleWrapper(Double.NaN);

  /**
   * A line.
   *
   * @param differs in what it differs from the family's defaults; one sentence for a damaged folder
   * @param run without its numbers; empty for a damaged folder
   */
  RunRow(
      Path path,
      String name,
      String family,
      String differs,
      String state,
      Optional<StoredRun> run) {
    this.path = path;
    this.name = name;
    this.family = family;
    this.differs = differs;
    this.state = state;
    this.run = run;
    if (run.isEmpty()) {
      headline.set("");
    }
  }

  Path path() {
    return path;
  }

  String name() {
    return name;
  }

  String family() {
    return family;
  }

  /** In what it differs from the family's defaults, or what is wrong with it. */
  String differs() {
    return differs;
  }

  String state() {
    return state;
  }

  /** The run without its numbers; empty for a damaged folder. */
  Optional<StoredRun> run() {
    return run;
  }

  Instant when() {
    return run.map(StoredRun::started).orElse(Instant.EPOCH);
  }

  /** What it came to, in words. */
  ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  /** The number in the headline, to sort by. */
  ReadOnlyDoubleProperty numberProperty() {
    return number.getReadOnlyProperty();
  }

  void tell(String words, double value) {
    number.set(value);
    headline.set(words);
  }

  /** Whether a text stands in any of the columns. */
  boolean contains(String lowerCase) {
    return (name + ' ' + family + ' ' + differs + ' ' + state + ' ' + headline.get() + ' ' + path)
        .toLowerCase(java.util.Locale.ROOT)
        .contains(lowerCase);
  }
}
