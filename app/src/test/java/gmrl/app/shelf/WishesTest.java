package gmrl.app.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be kept before it is there. */
class WishesTest {
  private static final CoinFamily COIN = new CoinFamily();

  private final SynchronousLab synchronous = new SynchronousLab();
  private final StateModel<LabState> state = new StateModel<>(LabState.initial());
  private Shelf shelf = Shelves.unused(synchronous, state);
  private Path home = Path.of("unused");

  @BeforeEach
  void open(@TempDir Path folder) {
    home = folder.resolve("runs");
    shelf = Shelves.at(home, synchronous, state);
    shelf.register(Shelves.coin());
  }

  @Test
  void whatIsKeptIsNamedBeforeItIsThere() {
    List<Runnable> disk = new ArrayList<>();
    List<String> changes = new ArrayList<>();
    Shelf slow = Shelves.at(home, synchronous, state, disk::add);
    slow.register(Shelves.coin());
    slow.keepShown("Coin Game");
    assertThat(slow.awaited()).hasSize(1);
    slow.awaited().get(0).nameProperty().set("in adv");
    slow.keepShown("Coin Game");
    assertThat(slow.awaited()).as("asked for once more").hasSize(1);
    Awaited one = slow.awaited().get(0);
    assertThat(one.cancellableProperty().get()).isTrue();
    slow.awaited().addListener((ListChangeListener<Awaited>) c -> changes.add(c.toString()));
    slow.offer(COIN, COIN.withSeed(CoinSpec.DEFAULT, 42), Shelves.result());
    assertThat(slow.awaited()).containsExactly(one);
    assertThat(changes).as("whoever names it is not disturbed").isEmpty();
    assertThat(one.cancellableProperty().get()).as("it is complete").isFalse();
    slow.awaited().get(0).nameProperty().set("in advance");
    slow.refresh();
    while (disk.size() > 1) {
      disk.remove(0).run();
    }
    assertThat(slow.runs())
        .as("whatever was read before it was written")
        .extracting(run -> run.note().name())
        .containsExactly("in advance");
    disk.remove(0).run();
    assertThat(slow.awaited()).isEmpty();
    assertThat(slow.runs()).extracting(run -> run.note().name()).containsExactly("in advance");
    shelf.keepShown("Coin Game");
    shelf.awaited().get(0).cancel();
    shelf.offer(COIN, COIN.withSeed(CoinSpec.DEFAULT, 42), Shelves.result());
    assertThat(shelf.awaited()).isEmpty();
    assertThat(shelf.openProperty().get()).as("where it is named").isTrue();
  }

  @Test
  void whatIsNotCompleteIsKeptWhenItIs() {
    assertThat(shelf.keepShown("Coin Game"))
        .contains("“Coin Game” will be kept as soon as it is complete.");
    assertThat(shelf.runs()).isEmpty();
    shelf.offer(COIN, COIN.withSeed(CoinSpec.DEFAULT, 1), Shelves.result());
    assertThat(shelf.runs().get(0).isNamed()).isTrue();
    shelf.offer(COIN, COIN.withSeed(CoinSpec.DEFAULT, 2), Shelves.result());
    assertThat(shelf.runs().stream().filter(KeptRun::isNamed)).as("once").hasSize(1);
  }

  /** Who asked for what stood there then does not get what stands there now under that wish. */
  @Test
  void whatIsChangedBeforeItIsCompleteIsNotKept() {
    shelf.keepShown("Coin Game");
    state.edit("seed", s -> s.withSeed(8));
    shelf.offer(COIN, COIN.withSeed(CoinSpec.DEFAULT, 8), Shelves.result());
    assertThat(shelf.runs()).noneMatch(KeptRun::isNamed);
    assertThat(synchronous.failures)
        .containsExactly("“Coin Game” was not kept: it was changed before it was complete.");
    shelf.offer(COIN, COIN.withSeed(CoinSpec.DEFAULT, 8), Shelves.result());
    assertThat(synchronous.failures).as("told once").hasSize(1);
  }

  @Test
  void whatIsStoppedIsNotKeptAndWhatNobodyComputesIsNotPromised() {
    shelf.hear(COIN, Standing.REFINING);
    shelf.keepShown("Coin Game");
    shelf.hear(COIN, Standing.CANCELLED);
    assertThat(synchronous.failures)
        .containsExactly("“Coin Game” was not kept: it did not become complete.");
    assertThat(shelf.keepShown("Coin Game"))
        .contains("Nothing was kept: “Coin Game” is neither complete nor being computed.");
    shelf.hear(COIN, Standing.STORED);
    assertThat(shelf.keepShown("Coin Game")).contains("“Coin Game” is stored already.");
    shelf.hear(COIN, Standing.REFINING);
    shelf.offer(COIN, COIN.withSeed(CoinSpec.DEFAULT, 42), Shelves.result());
    assertThat(shelf.runs()).as("the earlier wish is over").noneMatch(KeptRun::isNamed);
    assertThat(synchronous.failures).hasSize(1);
  }
}
