package gmrl.app.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gmrl.app.live.SynchronousLab;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Shelves;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.RunFacts;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinResult;
import gmrl.experiment.coin.CoinSpec;
import gmrl.experiment.compare.RunComparison;
import gmrl.experiment.store.RunFolder;
import gmrl.experiment.store.RunNote;
import gmrl.experiment.store.RunStatus;
import gmrl.ipd.coin.CoinUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewModelTest {
  private static final CoinFamily COIN = new CoinFamily();
  private static final String NUMBERS =
      """
      seed,update,return1,return2,coins1,coins2,own1,own2
      0,1,%1$s,%1$s,0,0,0.5,0.5
      1,1,%2$s,%2$s,0,0,0.5,0.5
      """;

  @TempDir Path home;
  @TempDir Path elsewhere;

  private final SynchronousLab synchronous = new SynchronousLab();
  private final StateModel<LabState> state = new StateModel<>(LabState.initial());
  private Shelf shelf = Shelves.unused(synchronous, state);
  private RunsViewModel model = model();

  @BeforeEach
  void open() {
    model = model();
  }

  private RunsViewModel model() {
    Path root = home == null ? Path.of("unused") : home.resolve("runs");
    shelf = Shelves.at(root, synchronous, state);
    shelf.register(Shelves.coin());
    return new RunsViewModel(
        root, synchronous.lab, shelf, Runnable::run, synchronous.failures::add);
  }

  private static final CoinUpdate UPDATE =
      new CoinUpdate(0, new double[2], new double[2], new double[2]);

  private static Path keep(Path folder, long seed, double first, double second) throws IOException {
    try (RunFolder run =
        RunFolder.create(folder, "coin", COIN.write(COIN.withSeed(CoinSpec.DEFAULT, seed)))) {
      run.writeMetrics(NUMBERS.formatted(first, second));
      run.end(RunStatus.COMPLETED, Optional.empty());
    }
    return folder;
  }

  private RunRow row(String name) {
    return model.rows().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void runsOfTheHomeAndOfAddedFoldersAreListedWithWhatTheyCameTo() throws Exception {
    Path mine = keep(home.resolve("runs/mine"), 5, .1, .3);
    new RunNote("first try", "", 0, false, true).write(mine);
    keep(elsewhere.resolve("deep/er"), 0, .1, .1);
    model.refresh();
    assertThat(model.rows()).hasSize(1);
    RunRow row = row("first try");
    assertThat(row.family()).isEqualTo("Coin Game");
    assertThat(row.differs()).isEqualTo("seed = 5");
    assertThat(row.state()).isEqualTo("completed, result.json is missing");
    assertThat(row.headlineProperty().get().words()).isEqualTo("mean return per step: 0.2 ± 1.3");
    assertThat(row.headlineProperty().get().number()).isEqualTo(.2);
    model.addPlace(elsewhere);
    assertThat(model.rows()).extracting(RunRow::name).contains("er");
    assertThat(row("er").differs()).isEqualTo("nothing");
    RunsViewModel next = model();
    next.refresh();
    assertThat(next.rows()).as("added folders are remembered").hasSize(2);
    model.searchProperty().set("FIRST");
    assertThat(model.rows()).extracting(RunRow::name).containsExactly("first try");
    model.searchProperty().set("");
    assertThat(model.placesAddedProperty().get()).isTrue();
    model.forgetPlaces();
    assertThat(model.placesAddedProperty().get()).isFalse();
    assertThat(model.rows()).hasSize(1);
    assertThat(synchronous.failures).isEmpty();
  }

  @Test
  void nothingIsCalledMissingBeforeItWasLookedFor() throws Exception {
    List<Runnable> disk = new ArrayList<>();
    RunsViewModel slow =
        new RunsViewModel(
            home.resolve("runs"), synchronous.lab, shelf, disk::add, synchronous.failures::add);
    assertThat(slow.emptinessProperty().get()).startsWith("Looking");
    slow.refresh();
    assertThat(slow.emptinessProperty().get()).startsWith("Looking");
    disk.remove(0).run();
    assertThat(slow.emptinessProperty().get()).startsWith("No run is stored yet");
    keep(home.resolve("runs/mine"), 5, .1, .3);
    slow.refresh();
    assertThat(slow.emptinessProperty().get()).startsWith("Looking");
    disk.remove(0).run();
    slow.searchProperty().set("no such run");
    assertThat(slow.rows()).isEmpty();
    assertThat(slow.emptinessProperty().get()).startsWith("No line has");
    assertThat(shelf.readProperty().get()).isFalse();
    shelf.refresh();
    assertThat(shelf.readProperty().get()).isTrue();
  }

  @Test
  void whatWasKeptByWhomIsSeenAndNamedAsInTheLegends() throws Exception {
    new RunNote("", "", 0, false, false).write(keep(home.resolve("runs/by-itself"), 6, 1, 2));
    keep(home.resolve("runs/by-command"), 7, 1, 2);
    state.edit("seed", s -> s.withSeed(5));
    shelf.keep(COIN, COIN.withSeed(CoinSpec.DEFAULT, 5), new CoinResult(List.of(List.of(UPDATE))));
    state.edit("seed", s -> s.withSeed(8));
    model.refresh();
    assertThat(model.rows())
        .extracting(RunRow::name, row -> row.keeperProperty().get().toString(), RunRow::differs)
        .containsExactlyInAnyOrder(
            tuple("seed = 5", "kept", "seed = 5"),
            tuple("seed = 6", "recent", "seed = 6"),
            tuple("by-command", "command", "seed = 7"));
    shelf.change(
        shelf.runs().stream()
            .filter(run -> run.path().endsWith("by-itself"))
            .findFirst()
            .orElseThrow(),
        note -> note.withKept(true).withName("mine"));
    assertThat(row("mine").keeperProperty().get()).isEqualTo(RunRow.Keeper.PERSON);
    model.searchProperty().set("by-itself");
    assertThat(model.rows()).as("also by its folder").hasSize(1);
    assertThat(synchronous.failures).isEmpty();
  }

  @Test
  void whatIsForeignOrDamagedSaysSoInItsRowAndStays() throws Exception {
    keep(home.resolve("runs/good"), 0, 1, 2);
    Path torn = keep(home.resolve("runs/torn"), 0, 1, 2);
    Files.writeString(torn.resolve("metrics.csv"), "seed,upd");
    Path foreign = Files.createDirectories(home.resolve("runs/foreign"));
    Files.writeString(foreign.resolve("run.json"), "{\"name\": \"something else\"}");
    Path unknown = Files.createDirectories(home.resolve("runs/unknown"));
    Files.writeString(
        unknown.resolve("run.json"),
        "{\"kind\":\"chess\",\"status\":\"completed\",\"started\":\"2026-01-31T12:00:00Z\",\"config\":{}}");
    Path cut = keep(home.resolve("runs/cut"), 0, 1, 2);
    Path whole = keep(home.resolve("runs/whole"), 7, 1, 2);
    String result =
        COIN.json(
                COIN.withSeed(CoinSpec.DEFAULT, 7),
                new CoinResult(List.of(List.of(UPDATE))),
                new RunFacts(true, 1, 1))
            .toPrettyString();
    Files.writeString(whole.resolve("result.json"), result);
    Files.writeString(cut.resolve("result.json"), result.substring(0, result.length() / 2));
    Path other = keep(home.resolve("runs/other"), 0, 1, 2);
    Files.writeString(other.resolve("result.json"), result);
    model.refresh();
    assertThat(row("whole").state()).isEqualTo("completed");
    assertThat(row("cut").state()).startsWith("damaged: result.json ").contains("ends too early");
    assertThat(row("other").state()).contains("is the result of another run: its seed");
    assertThat(List.of(row("cut"), row("other"), row("torn")))
        .allMatch(row -> row.headlineProperty().get().words().isEmpty());
    assertThat(model.rows()).hasSize(7);
    assertThat(row("good").headlineProperty().get().words())
        .startsWith("mean return per step: 1.5");
    assertThat(row("torn").state()).startsWith("damaged: ");
    assertThat(row("foreign").state()).isEqualTo("cannot be read");
    assertThat(row("foreign").differs()).contains("run.json").doesNotContain("\n");
    assertThat(row("unknown").differs()).contains("is a run of \"chess\", expected one of bias");
    assertThat(model.summaryProperty().get()).startsWith("7 runs, 2 of them cannot be read");
    assertThat(Files.exists(foreign.resolve("run.json"))).isTrue();
  }

  @Test
  void twoRunsAreComparedByAnyMeasure() throws Exception {
    Path a = keep(home.resolve("runs/a"), 0, .1, .3);
    Path b = keep(home.resolve("runs/b"), 0, .2, .4);
    model.compare(a, b);
    RunComparison both = model.comparisonProperty().get().orElseThrow();
    assertThat(both.rows().get(0).test().paired()).isTrue();
    model.measure("ownShare");
    assertThat(model.comparisonProperty().get().orElseThrow().measure().key())
        .isEqualTo("ownShare");
    model.closeComparison();
    assertThat(model.comparisonProperty().get()).isEmpty();
    model.compare(a, home.resolve("nowhere"));
    assertThat(synchronous.failures).hasSize(1);
    assertThat(synchronous.failures.get(0)).contains("nowhere").endsWith(".");
  }

  @Test
  void aDeletedRunComesBackAndOneThatGoesOnStays() throws Exception {
    Path a = keep(elsewhere.resolve("a"), 3, .1, .3);
    model.addPlace(elsewhere);
    model.reopen(row("a"));
    assertThat(state.get().seed()).isEqualTo(3);
    model.delete(List.of(row("a")));
    assertThat(model.rows()).isEmpty();
    assertThat(Files.exists(a)).isFalse();
    state.undo();
    assertThat(model.rows()).hasSize(1);
    assertThat(Files.exists(a.resolve("metrics.csv"))).isTrue();
    try (RunFolder going =
        RunFolder.create(elsewhere.resolve("b"), "coin", COIN.write(CoinSpec.DEFAULT))) {
      model.refresh();
      assertThat(row("b").state()).isEqualTo("still going on");
      model.delete(List.of(row("b")));
      assertThat(going.path()).exists();
      assertThat(synchronous.failures.get(0)).contains("still going on; stop it first");
    }
  }
}
