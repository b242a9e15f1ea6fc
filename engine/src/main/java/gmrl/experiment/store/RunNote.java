package gmrl.experiment.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a person has added to a run; it lies beside it and changes none of its numbers.
 *
 * @param name what it is called; empty if nobody has named it
 * @param notes any text
 * @param colour place in the list of colours, 0 or more
 * @param shown whether it is drawn over the plots of its family
 * @param kept whether it stays until it is deleted; others make room for newer ones
 */
public record RunNote(String name, String notes, int colour, boolean shown, boolean kept) {
  /** The first two colours are those of the two biases. */
  private static final int FREE_COLOUR = 2;

  /** Of a run that nobody has said anything about. */
  public static final RunNote NONE = new RunNote("", "", FREE_COLOUR, false, true);

  private static final String FILE = "note.json";

  /** Checks the colour. */
  public RunNote {
    if (colour < 0) {
      throw new IllegalArgumentException("colour is " + colour + ", expected 0 or more");
    }
  }

  /**
   * Reads the note of a run; empty if nobody has said anything about it, or nothing that can be
   * read: a damaged note costs the name, not the run.
   */
  public static Optional<RunNote> find(Path run) {
    Path file = run.resolve(FILE);
    try {
      return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static RunNote read(Path file) {
    JsonView json = JsonView.read(file).only("name", "notes", "colour", "shown", "kept");
    return new RunNote(
        json.at("name").text(),
        lines(json.at("notes")),
        json.at("colour").integer(),
        json.at("shown").flag(),
        json.at("kept").flag());
  }

  /** Notes have lines, unlike other texts of files. */
  private static String lines(JsonView json) {
    json.text();
    return json.value().asText();
  }

  /**
   * Writes the note beside a run, whole or not at all.
   *
   * @throws IOException in one sentence if the folder cannot be written
   */
  public void write(Path run) throws IOException {
    AtomicFile.write(
        run.resolve(FILE),
        Json.pretty(
            JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("notes", notes)
                .put("colour", colour)
                .put("shown", shown)
                .put("kept", kept)));
  }

  /** The same under another name. */
  public RunNote withName(String other) {
    return new RunNote(other, notes, colour, shown, kept);
  }

  /** The same with other notes. */
  public RunNote withNotes(String other) {
    return new RunNote(name, other, colour, shown, kept);
  }

  /** The same in another colour. */
  public RunNote withColour(int other) {
    return new RunNote(name, notes, other, shown, kept);
  }

  /** The same, drawn or not. */
  public RunNote withShown(boolean other) {
    return new RunNote(name, notes, colour, other, kept);
  }

  /** The same, to stay or not. */
  public RunNote withKept(boolean other) {
    return new RunNote(name, notes, colour, shown, other);
  }
}
