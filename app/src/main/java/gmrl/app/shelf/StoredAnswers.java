package gmrl.app.shelf;

import gmrl.app.state.LabState;
import gmrl.experiment.KeptResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * From the shelf to a family's page: a stored answer that the page takes as its own, with the state
 * that asks for it. A page that is built later hears of the newest. Belongs to the interface
 * thread.
 */
public final class StoredAnswers<S, R> {
  private record Taken<S, R>(KeptResult<S, R> answer, LabState state) {}

  private final List<BiConsumer<KeptResult<S, R>, LabState>> pages = new ArrayList<>();
  private Optional<Taken<S, R>> newest = Optional.empty();

  /** Adds whoever shows answers that belong to a state, which will stand in the window next. */
  public void to(BiConsumer<KeptResult<S, R>, LabState> page) {
    pages.add(page);
    newest.ifPresent(taken -> page.accept(taken.answer(), taken.state()));
  }

  /** Hands an answer over. */
  void put(KeptResult<S, R> answer, LabState state) {
    newest = Optional.of(new Taken<>(answer, state));
    pages.forEach(page -> page.accept(answer, state));
  }
}
