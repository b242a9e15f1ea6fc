package gmrl.app.shelf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.live.Standing;
import gmrl.app.state.LabState;
import gmrl.experiment.Family;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a person wants to have kept as soon as it is complete. */
final class Wishes {
  private final Offers offers;
  private final Consumer<String> tell;

  /** Families whose next complete result is to be kept, and the settings that it was wished of. */
  private final Map<String, Optional<ObjectNode>> awaited = new HashMap<>();

  /** Of families of which nothing becomes complete by itself now: why nothing is kept. */
  private final Map<String, String> resting = new HashMap<>();

  /**
   * No wishes.
   *
   * @param tell takes one sentence about one that is not fulfilled
   */
  Wishes(Offers offers, Consumer<String> tell) {
    this.offers = offers;
    this.tell = tell;
  }

  /**
   * Waits for the result of what stands in the window.
   *
   * @return that it does, or why it does not, in one sentence
   */
  String add(Source of, LabState now) {
    String why = resting.get(of.kind());
    if (why != null) {
      return why;
    }
    awaited.put(of.kind(), offers.settings(of.kind(), now));
    return "“" + of.title() + "” will be kept as soon as it is complete.";
  }

  /** Hears how far the answer of a family is. */
  void hear(Family<?, ?> family, Standing standing) {
    if (standing == Standing.STORED) {
      rest(family, "“" + family.title() + "” is stored already.");
    } else if (standing.isPart()) {
      rest(
          family,
          "Nothing was kept: “" + family.title() + "” is neither complete nor being computed.");
    } else {
      resting.remove(family.id());
    }
  }

  /** Hears that nothing of a family becomes complete by itself, and why. */
  void rest(Family<?, ?> family, String why) {
    resting.put(family.id(), why);
    if (awaited.remove(family.id()) != null) {
      boolean part = offers.of(family.id()).flatMap(Offer::stopped).isPresent();
      tell.accept(
          "“"
              + family.title()
              + "” was not kept: it did not become complete"
              + (part ? "; what there is can be kept." : "."));
    }
  }

  /** Whether a complete result was waited for; one of other settings ends the wait as well. */
  boolean isFor(Offer offer, String title) {
    Optional<ObjectNode> wished = awaited.remove(offer.kind());
    boolean same = wished != null && wished.equals(offers.settings(offer.kind(), offer.state()));
    if (wished != null && !same) {
      tell.accept("“" + title + "” was not kept: it was changed before it was complete.");
    }
    return same;
  }
}
