package gmrl.atari.mini;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;

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

  /** The game and everything that makes its returns what they are, for labels. */
  public String label() {
    StringBuilder out = new StringBuilder("miniature ").append(game.title());
    out.append(minimalActions ? " (minimal actions" : " (all 6 actions");
    if (stickiness > 0) {
      out.append(", sticky ").append(BigDecimal.valueOf(stickiness).stripTrailingZeros());
    } else {
      out.append(", not sticky");
    }
    out.append(ramping && game.ramps() ? ", ramping" : ", no ramping");
    out.append(compatible ? ")" : ", repaired rules)");
    return out.toString();
  }
}
