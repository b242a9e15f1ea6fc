package gmrl.atari.mini;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.atari.StatefulRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** What {@code compatible = false} changes, and that nothing of it changes otherwise. */
class RepairedRulesTest {
  private static MiniatureGame game(Miniature which, boolean compatible, Chance chance) {
    return new MiniatureGame(
        MiniatureSettings.of(which).withStickiness(0).withCompatible(compatible), chance);
  }

  /** Everything comes at the given outcomes, then never and at the first choice. */
  private static Chance scripted(int... outcomes) {
    Deque<Integer> left = new ArrayDeque<>();
    for (int o : outcomes) {
      left.add(o);
    }
    return new Chance() {
      @Override
      public boolean happens(Draw what, double probability) {
        return what != Draw.STICKY && !left.isEmpty() && left.remove() == 1;
      }

      @Override
      public int pick(Draw what, int allowed) {
        return left.isEmpty() ? Integer.numberOfTrailingZeros(allowed) : left.remove();
      }
    };
  }

  @Test
  void asterixGetsHarderEveryHundredSteps() {
    assertThat(stepsToLevel(true, 1)).isEqualTo(102);
    assertThat(stepsToLevel(true, 2)).isEqualTo(204);
    assertThat(stepsToLevel(false, 1)).isEqualTo(100);
    assertThat(stepsToLevel(false, 2)).isEqualTo(200);
  }

  private static int stepsToLevel(boolean compatible, int level) {
    // Gold only, so that nothing ends the game.
    Chance gold =
        new Chance() {
          @Override
          public boolean happens(Draw what, double probability) {
            return what == Draw.ITEM_GOLD;
          }

          @Override
          public int pick(Draw what, int allowed) {
            return Integer.numberOfTrailingZeros(allowed);
          }
        };
    MiniatureGame game = game(Miniature.ASTERIX, compatible, gold);
    int steps = 0;
    while (game.level() < level) {
      game.step(0);
      steps++;
    }
    return steps;
  }

  @Test
  void freewayIsCutByItsClockAndCarsKeepTheirPace() {
    MiniatureGame kept = game(Miniature.FREEWAY, true, scripted());
    MiniatureGame repaired = game(Miniature.FREEWAY, false, scripted());
    int moves = 0;
    int repairedMoves = 0;
    for (int t = 1; t <= 2500; t++) {
      int before = kept.facts().get("cars[0][0]");
      int repairedBefore = repaired.facts().get("cars[0][0]");
      kept.step(0);
      repaired.step(0);
      moves += kept.facts().get("cars[0][0]") != before ? 1 : 0;
      repairedMoves += repaired.facts().get("cars[0][0]") != repairedBefore ? 1 : 0;
      assertThat(kept.gameOver()).isFalse();
      assertThat(repaired.gameOver()).isEqualTo(t == 2500);
    }
    // Speed 1: every step, where the reference moves every other.
    assertThat(repairedMoves).isEqualTo(2500);
    assertThat(moves).isEqualTo(1250);
    assertThat(repaired.truncated()).isTrue();
    assertThat(repaired.terminated()).isFalse();
    kept.step(0);
    assertThat(kept.terminated()).isTrue();
    assertThat(kept.truncated()).isFalse();
  }

  @Test
  void surfacingWithSixDiversTakesSix() {
    assertThat(heldAfterSurfacing(true)).isEqualTo(-1);
    assertThat(heldAfterSurfacing(false)).isZero();
  }

  private static int heldAfterSurfacing(boolean compatible) {
    MiniatureGame game =
        new MiniatureGame(
            MiniatureSettings.of(Miniature.SEAQUEST).withStickiness(0).withCompatible(compatible),
            new StatefulRandom(1));
    game.step(4);
    long[] state = game.save();
    int held = java.util.List.copyOf(game.facts().keySet()).indexOf("held");
    // Before the game's own facts stand its name, the generator, action, reward and end.
    state[5 + held] = 6;
    game.restore(state);
    game.step(2);
    assertThat(game.reward()).as("oxygen 199 of 200").isEqualTo(9);
    return game.facts().get("held");
  }

  @Test
  void theInvaderThatFiresIsNearestByRowsToo() {
    assertThat(firstBomb(true)).isEqualTo(5);
    assertThat(firstBomb(false)).isEqualTo(4);
  }

  /** The column of the first bomb when the column over the cannon has only its top alien left. */
  private static int firstBomb(boolean compatible) {
    MiniatureGame game =
        new MiniatureGame(
            MiniatureSettings.of(Miniature.SPACE_INVADERS)
                .withStickiness(0)
                .withCompatible(compatible),
            new StatefulRandom(1));
    for (int t = 0; t < 10; t++) {
      game.step(0);
    }
    long[] state = game.save();
    int aliens = java.util.List.copyOf(game.facts().keySet()).indexOf("aliens[0]");
    for (int row = 1; row < 4; row++) {
      state[5 + aliens + row] &= ~(1 << 5);
    }
    game.restore(state);
    game.step(0);
    for (int row = 0; row < 10; row++) {
      int bombs = game.facts().get("bombs[" + row + "]");
      if (bombs != 0) {
        return Integer.numberOfTrailingZeros(bombs);
      }
    }
    throw new AssertionError("nobody fired");
  }

  @Test
  void aSubmarineThatHasLeftNoLongerFires() {
    assertThat(bombsOfLeavers(true)).isPositive();
    assertThat(bombsOfLeavers(false)).isZero();
  }

  /** Shots of submarines in the step they are shot in, over many tries. */
  private static int bombsOfLeavers(boolean compatible) {
    MiniatureGame game =
        new MiniatureGame(
            MiniatureSettings.of(Miniature.SEAQUEST).withStickiness(0).withCompatible(compatible),
            new StatefulRandom(1));
    for (int t = 0; t < 3; t++) {
      game.step(4);
    }
    java.util.List<String> names = java.util.List.copyOf(game.facts().keySet());
    long[] state = game.save();
    // One bullet where a submarine is about to swim and fire: shots and enemySubs get one each.
    java.util.List<Long> out = new java.util.ArrayList<>();
    for (int i = 0; i < 5; i++) {
      out.add(state[i]);
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.equals("shots")) {
        // At (6, 3) heading left; it moves to (6, 2) first.
        java.util.Collections.addAll(out, 1L, 6L, 3L, -1L, 0L, 0L);
      } else if (name.equals("enemySubs")) {
        // At (6, 1) heading right with both timers at 0.
        java.util.Collections.addAll(out, 1L, 6L, 1L, 1L, 0L, 0L);
      } else {
        out.add(state[5 + i]);
      }
    }
    game.restore(out.stream().mapToLong(Long::longValue).toArray());
    game.step(0);
    assertThat(game.reward()).as("the submarine swam into the bullet").isEqualTo(1);
    return game.facts().get("enemyBullets");
  }
}
