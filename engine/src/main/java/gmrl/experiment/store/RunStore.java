package gmrl.experiment.store;

import gmrl.LibraryApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder of runs.
 *
 * @param root the folder; need not exist yet
 */
public record RunStore(Path root) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** A folder for a new run that is not there yet, named by kind and time. */
  @LibraryApi
  public Path fresh(String kind) {
    String name = kind + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
    Path folder = root.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = root.resolve(name + "-" + i);
    }
    return folder;
  }

  /**
   * What the folder holds.
   *
   * @throws IOException if the folder is there and cannot be listed
   */
  @LibraryApi
  public Listing list() throws IOException {
    List<StoredRun> runs = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> entries = Files.list(root)) {
        for (Path folder : entries.filter(StoredRun::isRun).sorted().toList()) {
          try {
            runs.add(StoredRun.open(folder));
          } catch (IllegalArgumentException e) {
            unreadable.add(String.valueOf(e.getMessage()));
          }
        }
      }
    }
    runs.sort(Comparator.comparing(StoredRun::started).reversed());
    return new Listing(runs, unreadable);
  }

  /**
   * The runs of a folder.
   *
   * @param runs newest first
   * @param unreadable one sentence for each folder that calls itself a run and is none
   */
  public record Listing(List<StoredRun> runs, List<String> unreadable) {

    /** Freezes the lists. */
    public Listing {
      runs = List.copyOf(runs);
      unreadable = List.copyOf(unreadable);
    }
  }
}
