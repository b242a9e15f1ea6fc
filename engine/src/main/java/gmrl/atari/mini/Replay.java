package gmrl.atari.mini;

import gmrl.Digits;
import gmrl.atari.mini.Recording.Play;
import gmrl.atari.mini.Recording.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays recorded episodes again, with their random outcomes, and finds the first thing that comes
 * out differently.
 */
public final class Replay {
  /** How a replay went. */
  public sealed interface Verdict {
    /** One sentence. */
    String text();
  }

  /**
   * Everything came out as recorded.
   *
   * @param game what was played
   * @param episodes how many episodes
   * @param steps how many steps in all
   */
  public record Same(Miniature game, int episodes, int steps) implements Verdict {
    @Override
    public String text() {
      return String.format(
          Locale.ROOT,
          "%s: %d steps in %d episodes replayed, every observation, reward and end as recorded",
          game.title(),
          steps,
          episodes);
    }
  }

  /**
   * The first difference; all numbers count from 0.
   *
   * @param step −1 where the reset already differs
   * @param what what is different, with what was recorded
   */
  public record Differs(Miniature game, int run, int episode, int step, String what)
      implements Verdict {
    @Override
    public String text() {
      return String.format(
          Locale.ROOT,
          "%s: run %d, episode %d, %s: %s",
          game.title(),
          run,
          episode,
          step < 0 ? "reset" : "step " + step,
          what);
    }
  }

  private final MiniatureGame game;
  private final RecordedChance chance = new RecordedChance();
  private final float[] picture;
  private final BitSet expected = new BitSet(1000);
  private int step;

  private Replay(MiniatureSettings settings, Play first) {
    chance.next(false, first.outcomes());
    this.game = new MiniatureGame(settings, chance);
    this.picture = new float[game.shape().size()];
  }

  /**
   * Replays a file.
   *
   * @throws IOException in one sentence naming the file, if it is missing or not a recording
   */
  public static Verdict check(Path file) throws IOException {
    byte[] json;
    try {
      json = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    }
    try {
      return check(json);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Replays a recording.
   *
   * @param json the content of the file
   * @throws IOException naming the place that is not as it should be
   */
  public static Verdict check(byte[] json) throws IOException {
    Recording recording = Recording.read(json);
    int episodes = 0;
    int steps = 0;
    for (int r = 0; r < recording.runs().size(); r++) {
      Recording.Run run = recording.runs().get(r);
      @Nullable Replay replay = null;
      for (int e = 0; e < run.episodes().size(); e++) {
        Play play = run.episodes().get(e);
        String difference;
        int at = -1;
        try {
          replay = replay == null ? new Replay(run.settings(), play) : replay;
          difference = replay.play(play);
          at = replay.step;
        } catch (RecordedChance.Unexpected unexpected) {
          difference = unexpected.getMessage();
          at = replay == null ? -1 : replay.step;
        }
        if (difference != null) {
          return new Differs(recording.game(), r, e, at, difference);
        }
        episodes++;
        steps += play.steps().size();
      }
    }
    return new Same(recording.game(), episodes, steps);
  }

  private @Nullable String play(Play play) {
    step = -1;
    chance.next(false, play.outcomes());
    // The constructor has reset the game once, with the same outcomes.
    game.reset();
    expected.clear();
    play.picture().forEach(expected::set);
    String difference = afterReset(play);
    double sum = 0;
    if (difference != null) {
      return difference;
    }
    for (step = 0; step < play.steps().size(); step++) {
      Step row = play.steps().get(step);
      chance.next(row.sticky(), row.outcomes());
      game.step(row.action());
      sum += game.score();
      row.dark().forEach(expected::clear);
      row.lit().forEach(expected::set);
      difference = afterStep(row);
      if (difference != null) {
        return difference;
      }
    }
    step--;
    if (play.lastPicture() != null) {
      expected.clear();
      play.lastPicture().forEach(expected::set);
      difference = cells();
    }
    if (difference == null && play.sum() != null) {
      difference = number("the return", sum, play.sum());
    }
    return difference == null ? facts(play.lastFacts()) : difference;
  }

  private @Nullable String afterReset(Play play) {
    String difference =
        play.lastExecuted() == null
            ? null
            : number("the last executed action", game.executedAction(), play.lastExecuted());
    difference = difference == null ? cells() : difference;
    difference = difference == null ? leftOver() : difference;
    return difference == null ? facts(play.facts()) : difference;
  }

  private @Nullable String afterStep(Step row) {
    String difference = number("the executed action", game.executedAction(), row.executed());
    difference = difference == null ? cells() : difference;
    difference = difference == null ? number("the reward", game.score(), row.reward()) : difference;
    if (difference == null && game.gameOver() != row.terminal()) {
      difference =
          "the episode " + (row.terminal() ? "goes on" : "ends") + ", recorded is the opposite";
    }
    if (difference == null && row.level() != null) {
      difference = number("the level", game.level(), row.level());
    }
    return difference == null ? leftOver() : difference;
  }

  private @Nullable String cells() {
    game.observe(picture, 0);
    int channels = game.shape().channels();
    for (int cell = 0; cell < Miniature.SIZE * Miniature.SIZE; cell++) {
      for (int k = 0; k < channels; k++) {
        boolean lit = picture[cell * channels + k] != 0;
        if (lit != expected.get(cell * 10 + k)) {
          return String.format(
              Locale.ROOT,
              "the cell in row %d, column %d of channel %d (%s) is %s, recorded is %s",
              cell / Miniature.SIZE,
              cell % Miniature.SIZE,
              k,
              game.settings().game().channels().get(k),
              lit ? "lit" : "dark",
              lit ? "dark" : "lit");
        }
      }
    }
    return null;
  }

  private @Nullable String leftOver() {
    List<Recording.Outcome> left = chance.left();
    return left.isEmpty()
        ? null
        : "the game did not draw " + left.get(0).what() + ", which was recorded";
  }

  /** Facts that this game does not keep by that name are left out. */
  private @Nullable String facts(Map<String, Integer> recorded) {
    Map<String, Integer> ours = game.facts();
    for (Map.Entry<String, Integer> fact : recorded.entrySet()) {
      Integer value = ours.get(fact.getKey());
      if (value != null && !value.equals(fact.getValue())) {
        return number(fact.getKey(), value, fact.getValue());
      }
    }
    return null;
  }

  private static @Nullable String number(String name, double ours, double recorded) {
    return ours == recorded
        ? null
        : name + " is " + Digits.of(ours) + ", recorded is " + Digits.of(recorded);
  }
}
