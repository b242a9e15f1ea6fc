package gmrl.app.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.Work;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinSpec;
import gmrl.experiment.store.RunFolder;
import gmrl.experiment.store.RunNote;
import gmrl.experiment.store.RunStatus;
import gmrl.experiment.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  private static final CoinFamily COIN = new CoinFamily();

  @TempDir Path home;

  private final SynchronousLab synchronous = new SynchronousLab();
  private final StateModel<LabState> state = new StateModel<>(LabState.initial());
  private final List<String> said = new ArrayList<>();
  private Shelf shelf = shelf();

  @BeforeEach
  void open() {
    shelf = shelf();
  }

  private Shelf shelf() {
    Path root = home == null ? Path.of("unused") : home.resolve("runs");
    Shelf one = Shelves.at(root, synchronous, state, Runnable::run, said::add);
    one.register(Shelves.coin());
    return one;
  }

  private void keep(long seed) {
    state.edit("seed", s -> s.withSeed(seed));
    shelf.keep(COIN, COIN.withSeed(CoinSpec.DEFAULT, seed), Shelves.result());
  }

  private KeptRun first() {
    return shelf.runs().get(0);
  }

  @Test
  void whatIsKeptIsShownAndOutlivesTheWindow() {
    keep(7);
    assertThat(shelf.openProperty().get()).isTrue();
    assertThat(shelf.freshProperty().get()).contains(first().path());
    assertThat(first().isNamed()).isTrue();
    assertThat(first().table()).isPresent();
    assertThat(StoredRun.open(first().path()).status()).isEqualTo(RunStatus.COMPLETED);
    shelf.change(first(), note -> note.withName("seven").withNotes("why\nnot").withColour(6));
    Shelf next = shelf();
    next.refresh();
    assertThat(next.runs()).hasSize(1);
    KeptRun again = next.runs().get(0);
    assertThat(again.note()).isEqualTo(new RunNote("seven", "why\nnot", 6, true, true));
    assertThat(again.table()).isPresent();
    assertThat(synchronous.failures).isEmpty();
  }

  @Test
  void labelsSayWhatDiffers() {
    keep(7);
    assertThat(shelf.label(first())).as("from the first settings").isEqualTo("seed = 7");
    state.edit("seed", s -> s.withSeed(8));
    assertThat(shelf.changes(first())).extracting(c -> c.arrow()).containsExactly("seed 8 → 7");
    assertThat(shelf.label(first())).as("whatever stands there now").isEqualTo("seed = 7");
    state.edit("seed", s -> s.withSeed(7).withTrials(s.trials() + 1));
    assertThat(shelf.label(first())).isEqualTo("seed = 7");
    shelf.change(first(), note -> note.withName("mine"));
    assertThat(shelf.label(first())).isEqualTo("mine");
  }

  @Test
  void reopeningBringsTheSettingsBackAsOneStepOfUndo() {
    keep(7);
    state.edit("seed", s -> s.withSeed(8).withTrials(17));
    shelf.change(first(), note -> note.withShown(false));
    shelf.reopen(first());
    assertThat(state.get().seed()).isEqualTo(7);
    assertThat(state.get().trials()).isEqualTo(LabState.initial().trials());
    assertThat(first().note().shown()).isTrue();
    state.undo();
    assertThat(state.get().trials()).isEqualTo(17);
  }

  @Test
  void aRunOfTheCommandLineIsReopenedFromItsSpecification() throws Exception {
    Path folder = home.resolve("runs/mine");
    try (RunFolder run =
        RunFolder.create(folder, "coin", COIN.write(COIN.withSeed(CoinSpec.DEFAULT, 99)))) {
      run.writeMetrics(COIN.csv(CoinSpec.DEFAULT, Shelves.result(), 1).text());
      run.end(RunStatus.COMPLETED, Optional.empty());
    }
    shelf.refresh();
    assertThat(first().isNamed()).as("nobody but its owner deletes it").isTrue();
    assertThat(shelf.changes(first())).extracting(c -> c.arrow()).containsExactly("seed 42 → 99");
    shelf.reopen(first());
    assertThat(state.get().seed()).isEqualTo(99);
  }

  @Test
  void aDeletedRunComesBack() {
    keep(7);
    Path path = first().path();
    shelf.delete(first());
    assertThat(shelf.runs()).isEmpty();
    assertThat(Files.exists(path)).isFalse();
    shelf.deletions().bringBack();
    assertThat(shelf.runs()).extracting(KeptRun::path).containsExactly(path);
    assertThat(shelf.deletions().lastProperty().get()).isZero();
    state.undo();
    assertThat(state.get().seed()).as("the deletion is taken back already").isEqualTo(42);
  }

  @Test
  void whatIsSaidAboutARunThatAnotherWindowHasDeletedPutsNothingInItsPlace() throws IOException {
    keep(7);
    Path path = first().path();
    shelf.change(first(), note -> note.withName("seven"));
    Path elsewhere = home.resolve("elsewhere");
    Files.move(path, elsewhere);
    state.undo();
    assertThat(path).doesNotExist();
    assertThat(synchronous.failures).singleElement().asString().contains("is there no more");
    assertThat(shelf.runs()).isEmpty();
  }

  @Test
  void onlyARunThatIsBackIsSaidToBe() throws IOException {
    keep(7);
    Path path = first().path();
    shelf.delete(first());
    state.undo();
    assertThat(said).singleElement().asString().endsWith(" is back.");
    state.redo();
    assertThat(said).last().asString().endsWith(" is deleted again.");
    Files.createDirectory(path);
    state.undo();
    assertThat(synchronous.failures).singleElement().asString().contains("is taken");
    assertThat(said).hasSize(2);
  }

  @Test
  void whatIsDoneToARunIsUndoneInTheOrderOfEverythingElse() throws IOException {
    keep(7);
    Path path = first().path();
    shelf.change(first(), note -> note.withName("seven"));
    state.edit("seed", s -> s.withSeed(8));
    shelf.change(first(), note -> note.withColour(6).withShown(false));
    shelf.delete(first());
    state.undo();
    assertThat(shelf.runs()).extracting(KeptRun::path).containsExactly(path);
    assertThat(state.get().seed()).isEqualTo(8);
    state.redo();
    assertThat(shelf.runs()).isEmpty();
    state.undo();
    RunNote.find(path).orElseThrow().withNotes("theirs").write(path);
    state.undo();
    assertThat(first().note().shown()).isTrue();
    assertThat(first().note().name()).isEqualTo("seven");
    assertThat(first().note().notes()).as("said elsewhere meanwhile").isEqualTo("theirs");
    state.undo();
    assertThat(state.get().seed()).isEqualTo(7);
    state.undo();
    assertThat(first().note().name()).isEmpty();
    state.redo();
    state.redo();
    state.redo();
    assertThat(first().note()).isEqualTo(new RunNote("seven", "theirs", 6, false, true));
    assertThat(state.get().seed()).isEqualTo(8);
    assertThat(synchronous.failures).isEmpty();
  }

  /** Only the same family lies over one plot; figures tell others apart by their colours. */
  @Test
  void aTimeIsAddedToANameOnlyWhereTwoCouldBeTakenForEachOther() throws IOException {
    keep(7);
    shelf.change(first(), note -> note.withName("base"));
    keep(8);
    shelf.change(first(), note -> note.withName("other"));
    KeptRun one = shelf.runs().stream().filter(run -> label(run, "base")).findFirst().orElseThrow();
    RunNote same = one.note().withColour(one.note().colour() + 1);
    shelf.register(new Source("train", "Meta-training", List.of(), s -> null, (json, s) -> s));
    Path training = home.resolve("runs/training");
    try (RunFolder run = RunFolder.create(training, "train", COIN.write(CoinSpec.DEFAULT))) {
      run.end(RunStatus.COMPLETED, Optional.empty());
    }
    same.withShown(false).write(training);
    shelf.refresh();
    assertThat(shelf.runs()).hasSize(3);
    assertThat(shelf.runs()).filteredOn(run -> label(run, "base")).hasSize(2);
    shelf.runs().stream()
        .filter(run -> label(run, "other"))
        .findFirst()
        .ifPresent(run -> shelf.change(run, note -> note.withName("base")));
    assertThat(shelf.runs()).filteredOn(run -> label(run, "base")).hasSize(1);
  }

  private boolean label(KeptRun run, String name) {
    return shelf.label(run).equals(name);
  }

  @Test
  void recentRunsMakeRoomAndNamedOnesStay() {
    keep(1000);
    for (int seed = 0; seed < ShelfFolder.MOST_RECENT + 3; seed++) {
      int now = seed;
      state.edit("seed", s -> s.withSeed(now));
      shelf.offer(COIN, COIN.withSeed(CoinSpec.DEFAULT, seed), Shelves.result());
    }
    assertThat(shelf.runs().stream().filter(run -> !run.isNamed()))
        .hasSize(ShelfFolder.MOST_RECENT);
    assertThat(shelf.runs().stream().filter(KeptRun::isNamed)).hasSize(1);
    int before = shelf.runs().size();
    shelf.offer(
        COIN, COIN.withSeed(CoinSpec.DEFAULT, ShelfFolder.MOST_RECENT + 2), Shelves.result());
    assertThat(shelf.runs()).as("the same again is no other run").hasSize(before);
    assertThat(shelf.keepable()).extracting(Source::kind).containsExactly("coin");
    state.edit("seed", s -> s.withSeed(77));
    assertThat(shelf.keepable()).as("the result is that of another seed").isEmpty();
  }

  @Test
  void keepingAPageKeepsItsFamilyInPlaceOfTheRecentRun() {
    assertThat(shelf.keepShown("elsewhere")).contains("Nothing is complete yet.");
    shelf.offer(COIN, COIN.withSeed(CoinSpec.DEFAULT, 42), Shelves.result());
    assertThat(first().isNamed()).isFalse();
    assertThat(shelf.keepShown("Coin Game")).isEmpty();
    assertThat(shelf.runs()).hasSize(1);
    assertThat(first().isNamed()).isTrue();
    assertThat(shelf.runs()).as("a listener holds it").isSameAs(shelf.runs());
  }

  @Test
  void whatWasStoppedIsKeptAsThePartThatItIs() {
    CoinSpec spec = COIN.withSeed(CoinSpec.DEFAULT, 42);
    shelf.hear(COIN, Standing.REFINING);
    shelf.keepShown("Coin Game");
    shelf.hear(
        COIN,
        new LiveView.Answer<>(spec, Shelves.result(), new Work(60, 300), Standing.CANCELLED),
        1);
    assertThat(synchronous.failures)
        .containsExactly(
            "“Coin Game” was not kept: it did not become complete; what there is can be kept.");
    assertThat(shelf.keepShown("Coin Game"))
        .contains("“Coin Game” is kept as incomplete: stopped at 60 of 300 updates.");
    assertThat(first().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(first().message()).contains("stopped at 60 of 300 updates");
    assertThat(shelf.label(first())).isEqualTo("the defaults, incomplete");
    assertThat(shelf.keepShown("Coin Game")).as("it is kept already").isEmpty();
    assertThat(shelf.runs()).hasSize(1);
    assertThat(first().table()).as("drawn over the plots").isPresent();
    assertThat(shelf.isWhole("coin")).isFalse();
    shelf.hear(COIN, Standing.REFINING);
    assertThat(shelf.keepable()).as("it is gone on with").isEmpty();
    shelf.offer(COIN, spec, Shelves.result());
    shelf.keepShown("Coin Game");
    assertThat(shelf.runs()).as("the whole beside the part").hasSize(2);
    assertThat(first().isComplete()).isNotEqualTo(shelf.runs().get(1).isComplete());
  }

  @Test
  void twoWindowsDoNotOverwriteEachOther() {
    keep(7);
    Shelf other = shelf();
    other.refresh();
    KeptRun theirs = other.runs().get(0);
    shelf.change(first(), note -> note.withName("ours"));
    other.change(theirs, note -> note.withNotes("theirs"));
    assertThat(other.runs().get(0).note().name()).isEqualTo("ours");
    assertThat(other.runs().get(0).note().notes()).isEqualTo("theirs");
    other.keep(COIN, COIN.withSeed(CoinSpec.DEFAULT, 8), Shelves.result());
    shelf.refresh();
    assertThat(shelf.runs()).hasSize(2);
  }

  @Test
  void whatIsKeptUnderANameAlreadyIsNotKeptTwice() {
    keep(7);
    Path once = first().path();
    shelf.change(first(), note -> note.withName("base").withShown(false));
    keep(7);
    assertThat(shelf.runs()).hasSize(1);
    assertThat(first().note().name()).isEqualTo("base");
    assertThat(first().note().shown()).isTrue();
    assertThat(shelf.freshProperty().get()).as("to be named again").contains(once);
    assertThat(shelf.awaited()).isEmpty();
    assertThat(synchronous.failures)
        .as("what was done instead is told")
        .containsExactly("This is kept already, as “base”.");
  }

  @Test
  void aDamagedRunHidesNoOther() throws IOException {
    keep(7);
    Path broken = Files.createDirectories(home.resolve("runs/broken"));
    Files.writeString(broken.resolve("run.json"), "{");
    Files.writeString(first().path().resolve("note.json"), "nonsense");
    shelf.refresh();
    assertThat(shelf.runs()).hasSize(1);
    assertThat(Files.exists(broken)).isTrue();
  }

  @Test
  void aFullDiskIsToldInOneSentence() throws IOException {
    Files.writeString(home.resolve("runs"), "a file where the folder should be");
    keep(7);
    assertThat(synchronous.failures).hasSize(1);
    assertThat(synchronous.failures.get(0)).contains("runs").endsWith(".").doesNotContain("\n");
  }
}
