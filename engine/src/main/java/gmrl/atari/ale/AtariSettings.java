package gmrl.atari.ale;

import gmrl.atari.GameRule;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * How an Atari game is played; the constants are those of Gym's {@code NoFrameskip-v4} under the
 * usual wrappers, which the authors' code uses.
 *
 * @param game a supported game's name
 * @param noopMax a game begins with 1 … noopMax frames of doing nothing; 0 for none
 * @param frameSkip frames that a decision is repeated for; the picture is the maximum of the last
 *     two
 * @param stickiness probability that a frame repeats the action of the frame before, 0 … 1; 0 as
 *     v4, .25 as v5
 * @param episodicLife whether a lost life ends the task, though not the game
 * @param fireReset whether a life begins with FIRE in games that wait for it
 * @param clipRewards whether a learner sees only the sign of a reward
 * @param frameStack pictures that an observation has; those before a life's first are black
 * @param maxFrames after so many frames a time limit cuts the game
 * @param fullActions whether all 18 actions of the console are offered; else those that do
 *     something
 */
@RecordBuilder
public record AtariSettings(
    String game,
    int noopMax,
    int frameSkip,
    double stickiness,
    boolean episodicLife,
    boolean fireReset,
    boolean clipRewards,
    int frameStack,
    int maxFrames,
    boolean fullActions)
    implements AtariSettingsBuilder.With {

  /** The probability of a sticky action in Gym's v5. */
  public static final double V5_STICKINESS = .25;

  private static final int MAX_FRAMES = 400_000;
  private static final int MAX_FRAMES_SPACE_INVADERS = 300_000;

  public AtariSettings {
    String known = SupportedRoms.find(game);
    if (known == null) {
      throw new IllegalArgumentException(
          "\"" + game + "\" is no Atari game that the emulator knows, like pong or space_invaders");
    }
    game = known;
    range("noopMax", noopMax, 0, 1000);
    range("frameSkip", frameSkip, 1, 60);
    range("frameStack", frameStack, 1, 16);
    range("maxFrames", maxFrames, 1, Integer.MAX_VALUE);
    if (!(stickiness >= 0 && stickiness <= 1)) {
      throw new IllegalArgumentException("stickiness must be between 0 and 1, not " + stickiness);
    }
  }

  /** As the authors play: {@code NoFrameskip-v4}. */
  public static AtariSettings of(String game) {
    boolean invaders = "space_invaders".equals(SupportedRoms.find(game));
    return new AtariSettings(
        game,
        30,
        4,
        0,
        true,
        true,
        true,
        4,
        invaders ? MAX_FRAMES_SPACE_INVADERS : MAX_FRAMES,
        false);
  }

  /** What its returns depend on most. */
  public List<GameRule> rules() {
    return List.of(
        fullActions ? new GameRule("all 18 actions", "") : GameRule.MINIMAL_ACTIONS,
        GameRule.sticky(stickiness, "frames"),
        new GameRule(
            frameSkip + " frames a step", "a decision holds for " + frameSkip + " pictures"));
  }

  /** The game and its rules, for labels. */
  public String label() {
    return GameRule.label("Atari " + SupportedRoms.title(game), rules());
  }

  private static void range(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must be between " + low + " and " + high + ", not " + value);
    }
  }
}
