package gmrl.app.shelf;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** The part of a family is one no longer: it is gone on with. */
  void forgetPart(String kind) {
    all.removeIf(o -> o.kind().equals(kind) && !o.isComplete());
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
    Optional<ObjectNode> now = settings(offer.kind(), state.get());
    return now.isPresent() && now.equals(settings(offer.kind(), offer.state()));
  }

  /** What a family is asked for at a state; empty where that describes no run. */
  Optional<ObjectNode> settings(String kind, LabState at) {
    Source source = sources.get(kind);
    try {
      return source == null ? Optional.empty() : Optional.of(source.settings().apply(at));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
