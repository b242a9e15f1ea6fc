package gmrl.experiment.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The moves that put a set of files into place, written down before the first of them: where a
 * process was killed between two moves, the next one makes the rest of them, so that nobody finds
 * files of two sets beside each other.
 *
 * <p>Everything a journal names lies in its own folder.
 */
final class SetJournal {
  private static final Pattern NAME = Pattern.compile("\\.gmrl-(\\d+)-[0-9a-f-]{36}\\.set");

  private SetJournal() {}

  /**
   * Writes a journal.
   *
   * @param moves name under which a file of the set is complete, and the name it is to have
   * @return the journal, to be deleted after the last move
   */
  static Path write(Path folder, Map<String, String> moves) throws IOException {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    moves.forEach(node::put);
    Path draft = Temporary.write(folder, Json.line(node).getBytes(StandardCharsets.UTF_8));
    String name = draft.getFileName().toString().replace(".tmp", ".set");
    return Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Finishes the sets of processes that are gone. */
  static void recover(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ".gmrl-*.set")) {
      for (Path entry : entries) {
        Matcher name = NAME.matcher(entry.getFileName().toString());
        if (name.matches() && Files.isRegularFile(entry) && !Temporary.isAlive(name.group(1))) {
          finish(folder, entry);
        }
      }
    }
  }

  private static void finish(Path folder, Path journal) throws IOException {
    for (Map.Entry<String, String> move : moves(journal).entrySet()) {
      Path from = folder.resolve(move.getKey());
      if (Files.isRegularFile(from)) {
        Files.move(from, folder.resolve(move.getValue()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.deleteIfExists(journal);
  }

  private static Map<String, String> moves(Path journal) {
    Map<String, String> moves = new LinkedHashMap<>();
    try {
      JsonView json = JsonView.read(journal);
      for (String key : json.keys()) {
        String target = json.at(key).value().asText();
        if (!Temporary.isName(key) || !Path.of(target).equals(Path.of(target).getFileName())) {
          return Map.of();
        }
        moves.put(key, target);
      }
      return moves;
    } catch (IllegalArgumentException e) {
      return Map.of(); // no journal of ours: nothing is moved for it
    }
  }
}
