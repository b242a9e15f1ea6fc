package gmrl.app.runs;

import gmrl.experiment.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders beside the home's store in which runs are looked for; a file remembers them. */
final class Places {
  private final Path home;
  private final Path file;

  /** Those that are remembered in a store. */
  Places(Path home) {
    this.home = home;
    file = home.resolve(".places");
  }

  List<Path> read() throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .filter(line -> !line.isBlank())
            .map(Path::of)
            .toList()
        : List.of();
  }

  /** One more, from now on. */
  void add(Path place) throws IOException {
    List<Path> all = new ArrayList<>(read());
    Path whole = place.toAbsolutePath().normalize();
    if (!all.contains(whole) && !whole.equals(home.toAbsolutePath().normalize())) {
      all.add(whole);
      write(all);
    }
  }

  /** None of them any more; nothing in them is touched. */
  void forget() throws IOException {
    write(List.of());
  }

  private void write(List<Path> all) throws IOException {
    AtomicFile.write(file, String.join("\n", all.stream().map(Path::toString).toList()) + "\n");
  }
}
