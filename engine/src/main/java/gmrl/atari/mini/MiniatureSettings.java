package gmrl.atari.mini;

import gmrl.atari.GameRule;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * How a miniature game is played.
 *
 * @param game which one
 * @param stickiness probability that a step repeats the last executed action, 0 … 1
 * @param ramping whether the game may get harder as it goes on
 * @param minimalActions whether only the actions that do something are offered; else all six
 * @param compatible whether the reference's oddities are kept, which comparable numbers need.
 *     Without: Asterix gets harder every 100 steps and not 102; Freeway's cars move every |speed|
 *     steps and not one later, and its clock cuts the episode at 2500 steps as a time limit where
 *     it ends it after 2501; in Seaquest what has left the water no longer fires, and surfacing
 *     with six divers takes six and not seven; the Space Invader that fires is the nearest by
 *     columns and rows, not by columns alone
 */
@RecordBuilder
public record MiniatureSettings(
    Miniature game, double stickiness, boolean ramping, boolean minimalActions, boolean compatible)
    implements MiniatureSettingsBuilder.With {

  /** The reference's probability of a sticky action. */
  public static final double STICKINESS = .1;

  public MiniatureSettings {
    if (!(stickiness >= 0 && stickiness <= 1)) {
      throw new IllegalArgumentException("stickiness must be between 0 and 1, not " + stickiness);
    }
  }

  /** As the reference plays: sticky .1, ramping, all six actions, oddities kept. */
  public static MiniatureSettings of(Miniature game) {
    return new MiniatureSettings(game, STICKINESS, true, false, true);
  }

  /** Everything that makes its returns what they are. */
  public List<GameRule> rules() {
    List<GameRule> rules = new ArrayList<>();
    rules.add(minimalActions ? GameRule.MINIMAL_ACTIONS : new GameRule("all 6 actions", ""));
    rules.add(GameRule.sticky(stickiness, "steps"));
    rules.add(
        ramping && game.ramps()
            ? new GameRule("ramping", "it grows harder as it goes on")
            : new GameRule("no ramping", "it does not grow harder"));
    if (!compatible) {
      rules.add(new GameRule("repaired rules", "without the oddities of the reference"));
    }
    return rules;
  }

  /** The game and its rules, for labels. */
  public String label() {
    return GameRule.label("miniature " + game.title(), rules());
  }
}
