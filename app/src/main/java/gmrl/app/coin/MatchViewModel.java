package gmrl.app.coin;

import gmrl.ipd.coin.CoinMatch;
import gmrl.ipd.coin.CoinPlayers;
import gmrl.ipd.coin.CoinScene;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Matches of policies as they were at some update of the training: a match lasts as long as a
 * trajectory, the next one begins by itself with whoever is chosen then.
 */
final class MatchViewModel {
  private final int length;
  private final ReadOnlyObjectWrapper<Optional<CoinScene>> scene =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper newest = new ReadOnlyIntegerWrapper();
  private final BooleanProperty playing = new SimpleBooleanProperty(true);
  private NavigableMap<Integer, List<CoinPlayers>> known = new TreeMap<>();
  private Optional<CoinMatch> match = Optional.empty();
  private long firstSeed;
  private int seed;

  /** The update that is asked for; empty for the newest. */
  private Optional<Integer> wanted = Optional.empty();

  private int shownUpdate;
  private int number;

  /**
   * Matches that have not begun.
   *
   * @param length steps of a match
   */
  MatchViewModel(int length) {
    this.length = length;
  }

  /** What is on the board; empty before anything was learned. */
  ReadOnlyObjectProperty<Optional<CoinScene>> sceneProperty() {
    return scene.getReadOnlyProperty();
  }

  /** Who plays and how it stands. */
  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** The newest update whose policies are known. */
  ReadOnlyIntegerProperty newestProperty() {
    return newest.getReadOnlyProperty();
  }

  /** Whether it goes on by itself. */
  BooleanProperty playingProperty() {
    return playing;
  }

  /** Takes policies of all seeds, by the update after which they were. */
  void learned(long first, NavigableMap<Integer, List<CoinPlayers>> all) {
    boolean another = first != firstSeed || known != all;
    firstSeed = first;
    known = all;
    newest.set(all.isEmpty() ? 0 : all.lastKey());
    boolean waiting = match.map(now -> now.scene().step() == 0).orElse(true);
    if ((waiting || another) && !all.isEmpty()) {
      begin();
    } else {
      match.ifPresent(now -> say(now.scene()));
    }
  }

  /** There is nobody who could play, for a reason. */
  void nobody(String why) {
    known = new TreeMap<>();
    match = Optional.empty();
    newest.set(0);
    scene.set(Optional.empty());
    sentence.set(why);
  }

  /** Shows another seed's agents. */
  void chooseSeed(int index) {
    if (index != seed) {
      seed = index;
      begin();
    }
  }

  /**
   * Shows the agents as they were after an update, in the nearest record before it.
   *
   * @param update the newest one, or later, follows the training
   */
  void chooseUpdate(int update) {
    Optional<Integer> next =
        update >= newest.get() ? Optional.empty() : Optional.of(Math.max(0, update));
    if (!next.equals(wanted)) {
      wanted = next;
      begin();
    }
  }

  /** Both agents move once; after the last step of a match the next one begins. */
  void step() {
    match.ifPresent(
        now -> {
          if (now.scene().step() >= length) {
            begin();
          } else {
            now.step();
            show(now);
          }
        });
  }

  /** Begins a match on another board. */
  void begin() {
    Map.Entry<Integer, List<CoinPlayers>> entry =
        wanted.isPresent() ? known.floorEntry(wanted.get()) : known.lastEntry();
    if (entry == null) {
      return;
    }
    shownUpdate = entry.getKey();
    CoinPlayers players =
        entry.getValue().get(Math.max(0, Math.min(seed, entry.getValue().size() - 1)));
    CoinMatch fresh = new CoinMatch(players, firstSeed + 1000L * number++);
    match = Optional.of(fresh);
    show(fresh);
  }

  private void show(CoinMatch now) {
    CoinScene present = now.scene();
    scene.set(Optional.of(present));
    say(present);
  }

  private void say(CoinScene present) {
    // A match is played to its end by those who have begun it, while others learn on.
    boolean older = wanted.isEmpty() && shownUpdate < newest.get();
    sentence.set(
        String.format(
            Locale.ROOT,
            "seed %d, as learned by update %d%s · step %d of %d · agent 1: %d own, %d other’s ·"
                + " agent 2: %d own, %d other’s",
            firstSeed + seed,
            shownUpdate,
            older ? ", from the next match on by update " + newest.get() : "",
            present.step(),
            length,
            present.own().get(0),
            present.other().get(0),
            present.own().get(1),
            present.other().get(1)));
  }
}
