package gmrl.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.Locale;

/**
 * A family of experiments: what may be asked for, how it runs, and how question and answer are
 * written down.
 *
 * <p>The window, the commands, files, links, figures and the run store know the families through
 * this interface alone. A family is stateless and may be shared between threads.
 *
 * @param <S> specification: an immutable value that determines every number of a run; equal
 *     specifications give equal results on any number of threads
 * @param <R> result: an immutable snapshot, the last of which is the final result
 */
public interface Family<S, R> {

  /** Stable identifier in lower case: the name of the command and the kind of a stored run. */
  String id();

  /** A few words. */
  String title();

  /** The specification where nothing else is said: the one copy of every default. */
  S standard();

  /**
   * Reads a specification on top of {@link #standard()}: an absent key keeps its value.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation, also
   *     for an unknown key
   */
  S read(JsonView json);

  /** Writes every key of a specification; reading it back gives an equal one. */
  ObjectNode write(S spec);

  /** The key under which documents list several specifications of this family side by side. */
  default String parts() {
    return "parts";
  }

  /**
   * Puts several specifications into one that runs them side by side, as a figure holds them.
   *
   * @param title what they show together
   * @param parts at least one, with distinct labels
   * @throws IllegalArgumentException if this family runs one at a time and there are several
   */
  default S together(String title, List<Labelled<S>> parts) {
    if (parts.stream().map(Labelled::value).distinct().count() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "\"%s\" holds %d specifications, expected one, such as FILE#%s: %s runs one at a time"
                  + " (%s)",
              title,
              parts.size(),
              parts.get(0).label(),
              id(),
              String.join("; ", parts.stream().map(Labelled::label).toList())));
    }
    return parts.get(0).value();
  }

  /**
   * What a reader must know of a specification to make its numbers again, for the words under a
   * figure; of several side by side what they have in common. What is swept is not among them.
   */
  List<Setting> settings(S spec);

  /** The same question on a budget of seconds. */
  S quick(S spec);

  /** The first seed. */
  long seed(S spec);

  /** The same question from another first seed. */
  S withSeed(S spec, long seed);

  /** The experiment that answers a specification; it has not run yet. */
  Experiment<R> experiment(S spec);

  /**
   * A result as JSON, with its specification under {@code config} so that it can be run again.
   *
   * @param spec what was run
   * @param result what is known
   * @param run what is to be said about the run beside its numbers
   */
  ObjectNode json(S spec, R result, RunFacts run);

  /**
   * Reads what {@link #json} wrote, so that it can be shown without being computed again; writing
   * it gives the same document. {@link KeptResult#read} calls this and holds the two against each
   * other.
   *
   * <p>A series that was written every so many updates is read with those updates alone.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  KeptResult<S, R> kept(JsonView json);

  /** Keys that a document may have beside a result: what was computed from it and is not read. */
  default List<String> asides() {
    return List.of();
  }

  /**
   * A result as a table.
   *
   * @param spec what was run
   * @param result what is known
   * @param every a series over updates shows every so many of them, and the last; 1 or more
   */
  CsvTable csv(S spec, R result, int every);

  /**
   * What the columns of {@link #csv} are, so that the tables of runs, also of those that still go
   * on or were killed, can be drawn over each other and compared. Whole results are read by {@link
   * #kept}.
   */
  TableReading reading();

  /**
   * What a run came to, the most telling first, in the numbers that the window shows; empty where
   * that is the mean of the first measure over samples.
   *
   * @param table as {@link #csv} writes it
   */
  default List<RunShare> shares(CsvTable table) {
    return List.of();
  }

  /**
   * Numbers that are there without a run: recorded earlier, or known exactly.
   *
   * @param name what they are called
   * @throws IllegalArgumentException if there are none of that name
   */
  default KnownTable known(String name) {
    throw new IllegalArgumentException(
        "%s has no numbers called \"%s\" without a run".formatted(id(), name));
  }

  /**
   * A small study of this family that has no specification of its own.
   *
   * @param name what it is called
   * @param seed of everything random
   * @param small whether it is to take seconds
   * @throws IllegalArgumentException if there is none of that name
   */
  default Experiment<KnownTable> study(String name, long seed, boolean small) {
    throw new IllegalArgumentException("%s has no study called \"%s\"".formatted(id(), name));
  }
}
