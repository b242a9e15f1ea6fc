package gmrl.app.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import gmrl.app.live.SynchronousLab;
import gmrl.app.live.Tasks;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents are read beside the window, once, and what comes of it is heard once. */
class StoredPagesTest {
  @TempDir Path folder;

  private final SynchronousLab synchronous = new SynchronousLab();

  /** The disk, which takes its time. */
  private final ArrayDeque<Runnable> disk = new ArrayDeque<>();

  private final StateModel<LabState> state = new StateModel<>(LabState.initial());
  private final Arrivals arrivals = new Arrivals(state, synchronous.failures::add);
  private final StoredPages pages = new StoredPages(synchronous.lab, arrivals, disk::add);
  private final List<JsonView> seen = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();

  @BeforeEach
  void open() {
    pages.addOpener(
        document -> {
          seen.add(document.json());
          return Optional.empty();
        });
    pages.addOpener(
        document -> {
          seen.add(document.json());
          String name = document.json().at("name").text();
          return Optional.of(() -> shown.add(name));
        });
  }

  private Path document(String name) throws IOException {
    return Files.writeString(folder.resolve(name + ".json"), "{\"name\": \"%s\"}".formatted(name));
  }

  @Test
  void aDocumentIsReadOnceAndNotBeforeTheDiskHasTime() throws IOException {
    Path file = document("one");
    pages.open(file);
    assertThat(seen).isEmpty();
    assertThat(synchronous.tasks.running())
        .extracting(Tasks.Task::title)
        .containsExactly("Reading one.json");
    disk.remove().run();
    assertThat(shown).containsExactly("one");
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).as("the second asks for what the first has read").isSameAs(seen.get(1));
    assertThat(synchronous.tasks.running()).isEmpty();
    assertThat(synchronous.failures).isEmpty();
  }

  @Test
  void whatIsCancelledIsNotShownWheneverThatIs() throws IOException {
    pages.open(document("waiting"));
    pages.open(document("going"));
    pages.addOpener(document -> Optional.empty());
    synchronous.tasks.running().get(0).cancel();
    disk.remove().run();
    assertThat(seen).as("not read at all").isEmpty();
    StoredPages.Opener slow =
        document -> {
          synchronous.tasks.cancelAll();
          return Optional.of(() -> shown.add("too late"));
        };
    pages.open(document("under way"), slow);
    disk.removeLast().run();
    assertThat(shown).isEmpty();
    assertThat(synchronous.tasks.running()).isEmpty();
    assertThat(synchronous.failures).isEmpty();
  }

  @Test
  void whatIsCancelledWhileItIsReadIsNotReadToItsEnd() throws IOException {
    Path large =
        Files.writeString(folder.resolve("large.json"), "[" + "1, ".repeat(100_000) + "1]");
    String text = Files.readString(large);
    List<StoredPages.Opener> readings =
        List.of(
            document -> shows(document.json()),
            document -> shows(JsonView.parse("a text in memory", text)),
            document -> shows(CsvTable.parse("a\n" + "1\n".repeat(5000))));
    for (StoredPages.Opener reading : readings) {
      List<Throwable> broken = new ArrayList<>();
      pages.open(
          large,
          document -> {
            synchronous.tasks.cancelAll();
            Throwable end = catchThrowable(() -> reading.read(document));
            broken.add(end);
            throw (RuntimeException) end;
          });
      disk.removeLast().run();
      assertThat(broken)
          .singleElement()
          .satisfies(end -> assertThat(end).isInstanceOf(IllegalArgumentException.class));
      assertThat(Thread.currentThread().isInterrupted()).as("what is read next is read").isFalse();
    }
    assertThat(shown).isEmpty();
    assertThat(synchronous.failures).isEmpty();
    pages.open(document("next"));
    disk.removeLast().run();
    assertThat(shown).containsExactly("next");
  }

  private Optional<Runnable> shows(Object read) {
    return Optional.of(() -> shown.add(read.toString()));
  }

  @Test
  void whatIsSetWhileSomethingIsReadStays() throws IOException {
    StoredPages.Opener settings = document -> seeded(document, 7);
    pages.open(document("first"), settings);
    pages.open(document("second"), document -> seeded(document, 8));
    disk.removeFirst().run();
    disk.removeFirst().run();
    assertThat(state.get().seed()).as("one document is not in the way of another").isEqualTo(8);
    pages.open(document("third"), settings);
    state.edit("seed", s -> s.withSeed(9));
    disk.removeFirst().run();
    assertThat(state.get().seed()).isEqualTo(9);
    assertThat(synchronous.failures)
        .containsExactly(
            "The settings of third.json were not taken: you have changed some in the window since"
                + " you asked for them. Open it again to have its own.");
    pages.open(document("third"), settings);
    disk.removeFirst().run();
    assertThat(state.get().seed()).isEqualTo(7);
    state.undo();
    assertThat(state.get().seed()).isEqualTo(9);
  }

  private Optional<Runnable> seeded(Document document, long seed) {
    return Optional.of(
        () -> arrivals.put(document.asked(), document.place(), s -> s.withSeed(seed)));
  }

  @Test
  void whatGoesWrongIsOneSentence() throws IOException {
    Path damaged = Files.writeString(folder.resolve("damaged.json"), "{");
    pages.open(damaged);
    pages.open(folder);
    pages.open(document("two"), document -> Optional.empty());
    pages.open(
        document("three"),
        document ->
            Optional.of(
                () -> {
                  throw new IllegalArgumentException("three does not fit");
                }));
    disk.forEach(Runnable::run);
    assertThat(synchronous.failures).hasSize(4);
    assertThat(synchronous.failures.get(0)).startsWith(damaged + " line 1 column 2");
    assertThat(synchronous.failures.get(1))
        .isEqualTo(folder + " holds no run of the laboratory: there is no run.json in it.");
    assertThat(synchronous.failures.get(2))
        .isEqualTo(folder.resolve("two.json") + " is nothing that a page of this window shows.");
    assertThat(synchronous.failures.get(3)).isEqualTo("Three does not fit.");
    assertThat(synchronous.tasks.running()).isEmpty();
  }
}
