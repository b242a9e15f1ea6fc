package gmrl.experiment.store;

import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a new run takes the place of the one that stands in its folder: written in a folder within,
 * its files are moved up one by one, {@code run.json} last. As long as that one has not been moved
 * the move can be gone on with, so that a kill in between loses nothing.
 */
final class Staging {
  private static final Set<String> OWN =
      Set.of(
          RunFolder.RUN,
          RunFolder.METRICS,
          RunFolder.RESULT,
          ProgressFile.NAME,
          RunFolder.LOCK,
          RunFolder.UNFINISHED);

  private Staging() {}

  /** Refuses a folder that holds something, and no run. */
  static void requireRunOrNothing(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return; // what is no folder is found out when one is made
    }
    if (StoredRun.isRun(folder)) {
      try {
        JsonView json = JsonView.read(folder.resolve(RunFolder.RUN)).object();
        StoredRun.status(json.at("status"));
        json.at("kind").text();
        json.at("config").object();
      } catch (IllegalArgumentException e) {
        throw new IOException(
            "the folder " + folder + " holds a run.json that is no run's: " + e.getMessage(), e);
      }
      return;
    }
    for (Path entry : list(folder)) {
      String name = entry.getFileName().toString();
      if (!OWN.contains(name) && !name.startsWith(".gmrl-")) {
        throw new IOException(
            "the folder "
                + folder
                + " holds "
                + name
                + " and no run, expected an empty folder or a run's");
      }
    }
  }

  /** Finishes what a kill interrupted, and says where the next run is written. */
  static Path prepare(Path folder) throws IOException {
    Path stage = settle(folder);
    if (!StoredRun.isRun(folder)) {
      Files.deleteIfExists(folder.resolve(RunFolder.METRICS));
      Files.deleteIfExists(folder.resolve(RunFolder.RESULT));
      Files.deleteIfExists(folder.resolve(ProgressFile.NAME));
      return folder;
    }
    if (stage.equals(folder)) {
      stage = folder.resolve(RunFolder.UNFINISHED);
    }
    try {
      Files.createDirectories(stage);
      for (Path entry : list(stage)) {
        if (Files.isRegularFile(entry)) {
          Files.delete(entry);
        }
      }
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(stage, e);
    }
    return stage;
  }

  /**
   * Moves an ended run up if it may take the place of the one there.
   *
   * @return where the newer of the two is now
   */
  static Path settle(Path folder) throws IOException {
    Path stage = folder.resolve(RunFolder.UNFINISHED);
    if (!StoredRun.isRun(stage)) {
      return folder;
    }
    if (!mayReplace(stage, folder)) {
      return stage;
    }
    try {
      List<Path> files = list(stage);
      boolean empty =
          JsonView.read(stage.resolve(RunFolder.RUN)).at("metricsBytes").longInteger() == 0;
      if (empty) {
        Files.deleteIfExists(folder.resolve(RunFolder.METRICS));
      }
      // They never stand beside other numbers; the numbers are what moves first.
      if (empty || Files.exists(stage.resolve(RunFolder.METRICS))) {
        Files.deleteIfExists(folder.resolve(RunFolder.RESULT));
        Files.deleteIfExists(folder.resolve(ProgressFile.NAME));
      }
      for (Path file : files) {
        if (!file.endsWith(RunFolder.RUN)) {
          move(file, folder);
        }
      }
      move(stage.resolve(RunFolder.RUN), folder);
      Files.deleteIfExists(stage);
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(folder, e);
    }
    return folder;
  }

  /** A complete run replaces any; one that was cancelled replaces what is not complete either. */
  static boolean mayReplace(Path fresh, Path old) {
    RunStatus now = status(fresh);
    return now == RunStatus.COMPLETED
        || (now == RunStatus.CANCELLED && status(old) != RunStatus.COMPLETED);
  }

  private static RunStatus status(Path folder) {
    return StoredRun.status(JsonView.read(folder.resolve(RunFolder.RUN)).at("status"));
  }

  private static void move(Path file, Path folder) throws IOException {
    Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return new ArrayList<>(entries.sorted().toList());
    }
  }
}
