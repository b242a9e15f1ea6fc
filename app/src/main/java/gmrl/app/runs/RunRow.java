package gmrl.app.runs;

import gmrl.experiment.compare.ConfigDiff;
import gmrl.experiment.store.RunNote;
import gmrl.experiment.store.StoredRun;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A line of the table of all runs: a run, or a folder that calls itself one and is none. */
final class RunRow {

  /** Whose doing it is that a run is stored. */
  enum Keeper {
    /** Somebody has kept it in a window. */
    PERSON("kept"),
    /** A window did by itself, and will make room for newer ones. */
    WINDOW("recent"),
    /** A command did, or somebody who put it there. */
    COMMAND("command"),
    /** There is no run. */
    NOBODY("");

    private final String word;

    Keeper(String word) {
      this.word = word;
    }

    static Keeper of(Optional<RunNote> note) {
      return note.map(n -> n.kept() ? PERSON : WINDOW).orElse(COMMAND);
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** When a run began; written as people read it, sorted as time goes. */
  record Moment(Instant at) implements Comparable<Moment> {
    private static final DateTimeFormatter WHEN =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    @Override
    public int compareTo(Moment other) {
      return at.compareTo(other.at);
    }

    @Override
    public String toString() {
      return at.equals(Instant.EPOCH) ? "" : WHEN.format(at);
    }
  }

  /**
   * What a run came to.
   *
   * @param words of it
   * @param number the first number in them, to sort by; NaN where there is none
   */
  record Headline(String words, double number) implements Comparable<Headline> {
    static final Headline NONE = new Headline("", Double.NaN);

    @Override
    public int compareTo(Headline other) {
      return Double.compare(number, other.number);
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private final Path path;
  private final String family;
  private final String state;
  private final Optional<StoredRun> run;
  private final ReadOnlyStringWrapper name;
  private final ReadOnlyStringWrapper differs;
  private final ReadOnlyObjectWrapper<Keeper> keeper;
  private final ReadOnlyObjectWrapper<Headline> headline;
  private String notes = "";

  private RunRow(
      Path path,
      String name,
      String family,
      String differs,
      String state,
      Keeper keeper,
      Optional<StoredRun> run) {
    this.path = path;
    this.family = family;
    this.state = state;
    this.run = run;
    this.name = new ReadOnlyStringWrapper(name);
    this.differs = new ReadOnlyStringWrapper(unlike(differs));
    this.keeper = new ReadOnlyObjectWrapper<>(keeper);
    headline =
        new ReadOnlyObjectWrapper<>(run.isEmpty() ? Headline.NONE : new Headline("…", Double.NaN));
  }

  /**
   * A run.
   *
   * @param run without its numbers
   * @param family what a person calls its family
   * @param differs in what it differs from the family's defaults
   * @param note what a person or a window has said about it; empty where nobody has
   */
  static RunRow of(
      StoredRun run, String family, String differs, String state, Optional<RunNote> note) {
    RunRow row =
        new RunRow(
            run.path(),
            note.map(RunNote::name).filter(name -> !name.isBlank()).orElse(file(run.path())),
            family,
            differs,
            state,
            Keeper.of(note),
            Optional.of(run));
    row.notes = note.map(RunNote::notes).orElse("");
    return row;
  }

  /**
   * A folder that is none, or none that can be read here.
   *
   * @param says one sentence on that
   */
  static RunRow foreign(Path path, String family, String says, String state) {
    return new RunRow(path, file(path), family, says, state, Keeper.NOBODY, Optional.empty());
  }

  static String file(Path path) {
    return String.valueOf(path.getFileName());
  }

  Path path() {
    return path;
  }

  /** What it is called: as in the drawer and the legends, else as its folder. */
  ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  String name() {
    return name.get();
  }

  String family() {
    return family;
  }

  /** In what it differs from the usual settings, or what is wrong with it. */
  ReadOnlyStringProperty differsProperty() {
    return differs.getReadOnlyProperty();
  }

  String differs() {
    return differs.get();
  }

  String state() {
    return state;
  }

  /** Whose doing it is that it is stored. */
  ReadOnlyObjectProperty<Keeper> keeperProperty() {
    return keeper.getReadOnlyProperty();
  }

  /** What a person has written about it. */
  String notes() {
    return notes;
  }

  /** The run without its numbers; empty for a damaged folder. */
  Optional<StoredRun> run() {
    return run;
  }

  Moment when() {
    return new Moment(run.map(StoredRun::started).orElse(Instant.EPOCH));
  }

  /** What it came to. */
  ReadOnlyObjectProperty<Headline> headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  void tell(Headline now) {
    headline.set(now);
  }

  /**
   * Takes over what a window knows about a run that it has kept.
   *
   * @param label what it is called there
   * @param settings in what it differs from those of a first start
   */
  void know(String label, String settings, RunNote note) {
    name.set(label);
    differs.set(unlike(settings));
    notes = note.notes();
    keeper.set(Keeper.of(Optional.of(note)));
  }

  /** Legends call a run that differs in nothing by what it is like; here stands what is unlike. */
  private static String unlike(String settings) {
    return settings.equals(ConfigDiff.USUAL) ? "nothing" : settings;
  }

  /** Whether a text stands in any of the columns. */
  boolean contains(String lowerCase) {
    return String.join(
            " ",
            name(),
            family,
            differs(),
            state,
            keeper.get().toString(),
            headline.get().words(),
            notes,
            path.toString())
        .toLowerCase(Locale.ROOT)
        .contains(lowerCase);
  }
}
