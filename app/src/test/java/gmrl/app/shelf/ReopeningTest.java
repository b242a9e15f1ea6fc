package gmrl.app.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Workers;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinResult;
import gmrl.experiment.coin.CoinSpec;
import gmrl.experiment.file.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stored run is taken up by. */
class ReopeningTest {
  private static final CoinFamily COIN = new CoinFamily();

  @TempDir Path home;

  private final SynchronousLab synchronous = new SynchronousLab();
  private final StateModel<LabState> state = new StateModel<>(LabState.initial());

  @Test
  void aPageTakesUpWhatItAsksForAndAnythingElseStaysStored() throws IOException {
    Shelf shelf = Shelves.at(home.resolve("runs"), synchronous, state);
    CoinSpec spec = COIN.withSeed(COIN.quick(CoinSpec.DEFAULT), 9);
    StoredAnswers<CoinSpec, CoinResult> answers = new StoredAnswers<>();
    List<CoinSpec> taken = new ArrayList<>();
    answers.to((kept, next) -> taken.add(kept.spec()));
    shelf.register(
        Source.of(COIN, List.of(), s -> spec, (wanted, s) -> s.withSeed(wanted.seed()))
            .taking(COIN, "Coin Game", answers, (kept, next) -> kept.spec().equals(spec)));
    LabState before = state.get();
    List<String> opened = new ArrayList<>();
    CoinSpec other = COIN.withSeed(spec, 10);
    shelf.reopening().answer(COIN.id(), store("cut", spec, false), COIN.write(spec), opened::add);
    shelf
        .reopening()
        .answer(COIN.id(), store("other", other, true), COIN.write(other), opened::add);
    assertThat(synchronous.failures).hasSize(2);
    assertThat(synchronous.failures.get(0)).contains("cut.json").contains("interrupted");
    assertThat(synchronous.failures.get(1)).contains("Coin Game").contains("other.json");
    assertThat(state.get()).isEqualTo(before);
    assertThat(taken).isEmpty();
    assertThat(opened).isEmpty();
    shelf.reopening().answer(COIN.id(), store("whole", spec, true), COIN.write(spec), opened::add);
    assertThat(taken).containsExactly(spec);
    assertThat(opened).containsExactly("Coin Game");
    assertThat(state.get().seed()).isEqualTo(9);
    assertThat(synchronous.failures).hasSize(2);
  }

  private Path store(String name, CoinSpec spec, boolean complete) throws IOException {
    try (Workers workers = new Workers(1)) {
      CoinResult result =
          COIN.experiment(spec).run(workers, new CancellationToken(), (done, seen) -> {});
      RunFacts facts = new RunFacts(complete, Double.NaN, 1);
      return Files.writeString(
          home.resolve(name + ".json"), Json.pretty(COIN.json(spec, result, facts)));
    }
  }
}
