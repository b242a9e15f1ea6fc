package gmrl.app.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.experiment.compare.RunComparison;
import gmrl.experiment.compare.RunTable;
import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.store.RunBin;
import gmrl.experiment.store.RunFolder;
import gmrl.experiment.store.RunNote;
import gmrl.experiment.store.RunStore;
import gmrl.experiment.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The store of the user's home as the shelf uses it; several windows may share it. Belongs to one
 * thread. All methods throw {@link IOException} or {@link IllegalArgumentException} with one
 * sentence.
 */
final class ShelfFolder {
  /** Automatic entries that are kept. */
  static final int MOST_RECENT = 20;

  private static final String STATE = "state.gmrl";
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final int TRIES = 5;

  private final RunStore store;
  private final RunBin bin;
  private final LabStateJson files;
  private final Map<String, Source> sources;

  /** Tables of runs that are shown: their numbers never change. */
  private final Map<Path, RunTable> tables = new HashMap<>();

  /**
   * A shelf's folder.
   *
   * @param sources by kind; grows as rooms open
   */
  ShelfFolder(Path root, LabStateJson files, Map<String, Source> sources) {
    store = new RunStore(root);
    bin = new RunBin(root.resolve(".deleted"));
    this.files = files;
    this.sources = sources;
  }

  /** Forgets what was deleted long ago. */
  void tidy() throws IOException {
    bin.empty(REMEMBERED);
  }

  /** Every readable run of a family of the window, newest first. */
  List<KeptRun> list() throws IOException {
    List<KeptRun> runs = new ArrayList<>();
    if (Files.isDirectory(store.root())) {
      try (Stream<Path> entries = Files.list(store.root())) {
        for (Path folder : entries.filter(StoredRun::isRun).toList()) {
          read(folder).ifPresent(runs::add);
        }
      }
    }
    runs.sort(
        Comparator.comparing(KeptRun::started).reversed().thenComparing(r -> r.path().toString()));
    tables.keySet().retainAll(runs.stream().map(KeptRun::path).toList());
    return runs;
  }

  /** A damaged run is the business of the page of all runs, which says what is wrong with it. */
  private Optional<KeptRun> read(Path folder) {
    try {
      StoredRun head = StoredRun.glance(folder);
      Source source = sources.get(head.kind());
      if (source == null) {
        return Optional.empty();
      }
      RunNote note = RunNote.find(folder).orElse(RunNote.NONE);
      return Optional.of(
          new KeptRun(
              folder,
              head.kind(),
              head.status(),
              head.message(),
              head.started(),
              head.config().value(),
              settings(source, folder, head.config()),
              note,
              note.shown() ? Optional.of(table(folder)) : Optional.empty()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private JsonNode settings(Source source, Path folder, JsonView config) {
    try {
      return source.settings().apply(state(source, folder, config).apply(LabState.initial()));
    } catch (IllegalArgumentException e) {
      // Then the specification itself is what it is compared by.
      return config.value();
    }
  }

  /**
   * Puts into a state what stood in the window when a run was kept, or what the specification of
   * one says that no window has kept.
   */
  UnaryOperator<LabState> state(Source source, Path run, JsonView config) {
    Path file = run.resolve(STATE);
    if (!Files.exists(file)) {
      return present -> source.adopt().apply(config, present);
    }
    JsonView kept = JsonView.read(file);
    return present -> files.read(kept, present).state();
  }

  /** The numbers of a run. */
  RunTable table(Path run) {
    return tables.computeIfAbsent(run, path -> RunComparison.table(StoredRun.open(path)));
  }

  /** The whole run under a name that answers the same question with the same settings. */
  Optional<Path> named(Offer offer) throws IOException {
    return find(offer, KeptRun::isNamed);
  }

  /** Where the same question was kept before, by this window or another. */
  Optional<Path> find(Offer offer) throws IOException {
    return find(offer, run -> true);
  }

  private Optional<Path> find(Offer offer, Predicate<KeptRun> among) throws IOException {
    return list().stream().filter(among).filter(offer::isIn).map(KeptRun::path).findFirst();
  }

  /**
   * Keeps a result.
   *
   * @return its folder
   */
  Path keep(Offer offer, RunNote note) throws IOException {
    String csv = offer.csv().get();
    ObjectNode document = offer.document().get();
    for (int i = 1; ; i++) {
      Path folder = store.fresh(offer.kind());
      RunFolder run;
      try {
        run = RunFolder.create(folder, offer.kind(), offer.config());
      } catch (IOException e) {
        // Another window may have taken the name in the same second.
        if (i < TRIES && StoredRun.isRun(folder)) {
          continue;
        }
        throw e;
      }
      try (run) {
        run.writeMetrics(csv);
        run.writeResult(document);
        AtomicFile.write(run.path().resolve(STATE), files.write(offer.state()));
        note.write(run.path());
        return run.end(offer.status(), offer.stopped());
      } catch (IOException e) {
        remove(folder, e);
        throw e;
      }
    }
  }

  /** Half a run would stand among the others as one that was interrupted. */
  private static void remove(Path folder, IOException why) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  /** A named run needs no recent one beside it. */
  void dropRecent(Offer offer) throws IOException {
    for (KeptRun run : list()) {
      if (!run.isNamed() && offer.asksAs(run)) {
        bin.delete(run.path());
      }
    }
  }

  /** Changes a note as it stands now, another window's changes included. */
  void change(Path run, UnaryOperator<RunNote> change) throws IOException {
    if (!StoredRun.isRun(run)) {
      // A folder with nothing but a note would be in the way of the run that may come back.
      throw new IOException("the run in " + run + " is there no more");
    }
    change.apply(RunNote.find(run).orElse(RunNote.NONE)).write(run);
  }

  /** Makes room for newer automatic entries. */
  void trim(List<KeptRun> runs) throws IOException {
    List<KeptRun> recent = runs.stream().filter(run -> !run.isNamed()).toList();
    for (KeptRun old : recent.subList(Math.min(MOST_RECENT, recent.size()), recent.size())) {
      bin.delete(old.path());
    }
  }

  /** Where deleted runs wait. */
  RunBin bin() {
    return bin;
  }
}
