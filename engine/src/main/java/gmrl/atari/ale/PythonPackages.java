package gmrl.atari.ale;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where installed ale-py packages keep their games. */
final class PythonPackages {
  private static final String ROMS = "site-packages/ale_py/roms";

  private PythonPackages() {}

  /** Folders that exist: of the active environment, of the user, of the system. */
  static List<Path> romFolders(UnaryOperator<@Nullable String> environment, Path home) {
    List<Path> roots = new ArrayList<>();
    for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
      String value = environment.apply(variable);
      if (value != null && !value.isBlank()) {
        roots.add(Path.of(value));
      }
    }
    roots.add(home.resolve(".local"));
    roots.add(Path.of("/usr/local"));
    roots.add(Path.of("/usr"));
    List<Path> out = new ArrayList<>();
    for (Path root : roots) {
      add(root.resolve("Lib").resolve(ROMS), out);
      each(root.resolve("lib"), "python3*", folder -> add(folder.resolve(ROMS), out));
    }
    Path mac = home.resolve("Library/Python");
    each(mac, "3*", folder -> add(folder.resolve("lib/python").resolve(ROMS), out));
    Path windows = home.resolve("AppData/Local/Programs/Python");
    each(windows, "Python3*", folder -> add(folder.resolve("Lib").resolve(ROMS), out));
    return out;
  }

  private static void add(Path folder, List<Path> out) {
    if (Files.isDirectory(folder)) {
      out.add(folder);
    }
  }

  private static void each(Path parent, String name, java.util.function.Consumer<Path> action) {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, name)) {
      folders.forEach(action);
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // A guess that cannot be looked at is no place to find games in.
      return;
    }
  }
}
