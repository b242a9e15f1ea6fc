package gmrl.app.shelf;

import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest result of each family, and which of them are of what stands in the window. */
final class Offers {
  private final List<Offer> all = new ArrayList<>();
  private final Map<String, Source> sources;
  private final StateModel<LabState> state;

  /**
   * No results.
   *
   * @param sources by kind; grows as rooms open
   */
  Offers(Map<String, Source> sources, StateModel<LabState> state) {
    this.sources = sources;
    this.state = state;
  }

  /** Takes the place of the earlier one of its family. */
  void add(Offer offer) {
    all.removeIf(o -> o.kind().equals(offer.kind()));
    all.add(0, offer);
  }

  boolean contains(Offer offer) {
    return all.contains(offer);
  }

  /** The latest of a family. */
  Optional<Offer> of(String kind) {
    return all.stream().filter(o -> o.kind().equals(kind)).findFirst();
  }

  /** Those of what stands in the window now, the latest first. */
  List<Offer> present() {
    return all.stream().filter(this::isPresent).toList();
  }

  private boolean isPresent(Offer offer) {
    Source source = sources.get(offer.kind());
    try {
      return source != null
          && source.settings().apply(offer.state()).equals(source.settings().apply(state.get()));
    } catch (IllegalArgumentException e) {
      return false; // what stands there now describes no run
    }
  }
}
