package gmrl.atari.mini;

import gmrl.atari.mini.Recording.Outcome;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Gives the outcomes that were recorded, and notices when the game asks for others. */
final class RecordedChance implements Chance {
  private final Queue<Outcome> outcomes = new ArrayDeque<>();
  private boolean sticky;

  /** The game drew something else than the recording. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unexpected(String message) {
      super(message);
    }
  }

  void next(boolean repeats, List<Outcome> drawn) {
    sticky = repeats;
    outcomes.clear();
    outcomes.addAll(drawn);
  }

  /** What has been recorded and not been asked for. */
  List<Outcome> left() {
    return List.copyOf(outcomes);
  }

  @Override
  public boolean happens(Draw what, double probability) {
    return what == Draw.STICKY ? sticky : take(what) == 1;
  }

  @Override
  public int pick(Draw what, int allowed) {
    int value = take(what);
    if ((allowed >> value & 1) == 0) {
      throw new Unexpected("the recorded outcome " + value + " of " + what + " is impossible here");
    }
    return value;
  }

  private int take(Draw what) {
    Outcome next = outcomes.peek();
    if (next == null || next.what() != what) {
      throw new Unexpected(
          "the game draws " + what + ", recorded is " + (next == null ? "nothing" : next.what()));
    }
    outcomes.remove();
    return next.value();
  }
}
