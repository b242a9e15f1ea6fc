package gmrl.app.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Keeps preferences and the last session as two small files in one folder.
 *
 * <p>Reading never fails: what is missing or damaged is replaced by a default and set aside with
 * the suffix {@code .damaged}. Writing goes through a temporary file, so a crash leaves the old
 * content.
 */
public final class SettingsStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  /** A store in the given folder, which is created when first needed. */
  public SettingsStore(Path folder) {
    this.folder = folder;
  }

  /** The store of the present user; the system property {@code gmrl.home} moves it. */
  public static SettingsStore ofUser() {
    String home = System.getProperty("gmrl.home");
    return new SettingsStore(
        home != null ? Path.of(home) : Path.of(System.getProperty("user.home"), ".gmrl-lab"));
  }

  /** Where the files lie. */
  public Path folder() {
    return folder;
  }

  /** The stored preferences, or defaults for whatever cannot be read. */
  public Settings load() {
    Settings d = Settings.DEFAULT;
    Path file = folder.resolve("settings.json");
    if (!Files.isRegularFile(file)) {
      return d;
    }
    try {
      JsonNode n = JSON.readTree(Files.readString(file));
      return new Settings(
          n.path("dark").asBoolean(d.dark()),
          n.path("x").asDouble(d.x()),
          n.path("y").asDouble(d.y()),
          n.path("width").asDouble(d.width()),
          n.path("height").asDouble(d.height()),
          n.path("maximised").asBoolean(d.maximised()),
          n.path("folder").asText(d.folder()));
    } catch (IOException e) {
      setAside(file);
      return d;
    }
  }

  /**
   * Writes the preferences.
   *
   * @throws IOException if the folder cannot be written
   */
  public void save(Settings settings) throws IOException {
    ObjectNode n = JSON.createObjectNode();
    n.put("dark", settings.dark());
    if (!Double.isNaN(settings.x())) {
      n.put("x", settings.x());
      n.put("y", settings.y());
    }
    n.put("width", settings.width());
    n.put("height", settings.height());
    n.put("maximised", settings.maximised());
    n.put("folder", settings.folder());
    write("settings.json", n.toPrettyString());
  }

  /** The text of the last session, if one was kept. */
  public Optional<String> loadSession() {
    Path file = folder.resolve("session.json");
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Sets a session aside that could not be understood, so that it is not overwritten. */
  public void rejectSession() {
    setAside(folder.resolve("session.json"));
  }

  /**
   * Keeps a session.
   *
   * @throws IOException if the folder cannot be written
   */
  public void saveSession(String text) throws IOException {
    write("session.json", text);
  }

  private void write(String name, String text) throws IOException {
    AtomicFile.write(folder.resolve(name), text);
  }

  private static void setAside(Path file) {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // A file that can be neither read nor moved must not keep the window from opening.
      return;
    }
  }
}
