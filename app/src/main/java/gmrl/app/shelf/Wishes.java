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
  /**
   * A complete result that is to be kept.
   *
   * @param settings that it was wished of
   * @param one stands for it until it is there
   */
  private record Wish(Optional<ObjectNode> settings, Awaited one) {}

  private final Offers offers;
  private final KeptRuns kept;
  private final Consumer<String> tell;

  /** By the family whose next complete result it is. */
  private final Map<String, Wish> wished = new HashMap<>();

  /** Of families of which nothing becomes complete by itself now: why nothing is kept. */
  private final Map<String, String> resting = new HashMap<>();

  /**
   * No wishes.
   *
   * @param kept shows what is waited for
   * @param tell takes one sentence about one that is not fulfilled
   */
  Wishes(Offers offers, KeptRuns kept, Consumer<String> tell) {
    this.offers = offers;
    this.kept = kept;
    this.tell = tell;
  }

  /** Whether a result of a family may become complete, so that it can be waited for. */
  boolean isOpenTo(Source of) {
    return !resting.containsKey(of.kind());
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
    String name = take(of.kind()).map(wish -> wish.one().nameProperty().get()).orElse("");
    Awaited one = Awaited.computed(of.title(), () -> take(of.kind()));
    one.nameProperty().set(name);
    wished.put(of.kind(), new Wish(offers.settings(of.kind(), now), one));
    kept.await(one);
    return "“" + of.title() + "” will be kept as soon as it is complete.";
  }

  /** Waits no longer. */
  private Optional<Wish> take(String kind) {
    Optional<Wish> wish = Optional.ofNullable(wished.remove(kind));
    wish.ifPresent(one -> kept.giveUp(one.one()));
    return wish;
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
    if (take(family.id()).isPresent()) {
      boolean part = offers.of(family.id()).flatMap(Offer::stopped).isPresent();
      tell.accept(
          "“"
              + family.title()
              + "” was not kept: it did not become complete"
              + (part ? "; what there is can be kept." : "."));
    }
  }

  /**
   * What was waited for, if this complete result is it; one of other settings ends the wait as
   * well. It stays among what is awaited: somebody may be naming it.
   */
  Optional<Awaited> fulfil(Offer offer, String title) {
    Wish wish = wished.remove(offer.kind());
    if (wish == null) {
      return Optional.empty();
    }
    if (!wish.settings().equals(offers.settings(offer.kind(), offer.state()))) {
      kept.giveUp(wish.one());
      tell.accept("“" + title + "” was not kept: it was changed before it was complete.");
      return Optional.empty();
    }
    return Optional.of(wish.one());
  }
}
