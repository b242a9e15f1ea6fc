package gmrl.atari.mini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.atari.StatefulRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MiniatureGameTest {
  private static MiniatureGame game(Miniature which, long seed) {
    return new MiniatureGame(MiniatureSettings.of(which), new StatefulRandom(seed));
  }

  /** Pictures, rewards and ends of {@code steps} random steps. */
  private static List<String> play(MiniatureGame game, int steps, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] picture = new float[game.shape().size()];
    List<String> out = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      game.step(random.nextInt(game.actions()));
      game.observe(picture, 0);
      out.add(Arrays.hashCode(picture) + " " + game.reward() + " " + game.gameOver());
      if (game.gameOver()) {
        game.reset();
      }
    }
    return out;
  }

  @ParameterizedTest
  @EnumSource
  void aCopyGoesOnLikeTheOriginalAndApartFromIt(Miniature which) {
    MiniatureGame game = game(which, 3);
    play(game, 137, 1);
    MiniatureGame copy = game.copy();
    MiniatureGame other = game.copy(new StatefulRandom(99));
    List<String> ahead = play(copy, 300, 2);
    assertThat(play(game, 300, 2)).isEqualTo(ahead);
    assertThat(play(other, 300, 2)).isNotEqualTo(ahead);
  }

  @ParameterizedTest
  @EnumSource
  void aSavedGameGoesOnInAnother(Miniature which) {
    MiniatureGame game = game(which, 4);
    play(game, 211, 5);
    long[] saved = game.save();
    List<String> ahead = play(game, 300, 6);
    MiniatureGame fresh = game(which, 1000);
    fresh.restore(saved);
    assertThat(fresh.save()).isEqualTo(saved);
    assertThat(play(fresh, 300, 6)).isEqualTo(ahead);
  }

  @Test
  void whatIsNoSavedGameIsRefused() {
    long[] saved = game(Miniature.SEAQUEST, 1).save();
    MiniatureGame breakout = game(Miniature.BREAKOUT, 1);
    assertThatThrownBy(() -> breakout.restore(saved))
        .hasMessage("the saved game is not one of miniature Breakout");
    MiniatureGame seaquest = game(Miniature.SEAQUEST, 1);
    assertThatThrownBy(() -> seaquest.restore(Arrays.copyOf(saved, 9)))
        .hasMessageContaining("cut short");
    assertThatThrownBy(() -> seaquest.restore(Arrays.copyOf(saved, saved.length + 1)))
        .hasMessageContaining("were expected");
    saved[5] = 77;
    assertThatThrownBy(() -> seaquest.restore(saved)).hasMessageContaining("front[0] = 77");
  }

  @Test
  void stickinessRepeatsWhatWasExecutedAlsoAcrossEpisodes() {
    MiniatureSettings settings = MiniatureSettings.of(Miniature.BREAKOUT).withStickiness(.25);
    MiniatureGame game = new MiniatureGame(settings, new StatefulRandom(8));
    int last = 0;
    int repeated = 0;
    int steps = 20_000;
    SplittableRandom random = new SplittableRandom(1);
    for (int t = 0; t < steps; t++) {
      int chosen = (last + 1 + random.nextInt(5)) % 6;
      game.step(chosen);
      assertThat(game.executedAction()).isIn(chosen, last);
      repeated += game.executedAction() == last ? 1 : 0;
      last = game.executedAction();
      if (game.gameOver()) {
        game.reset();
      }
    }
    double error = Math.sqrt(.25 * .75 / steps);
    assertThat(repeated / (double) steps).isBetween(.25 - 3 * error, .25 + 3 * error);
  }

  @ParameterizedTest
  @EnumSource
  void minimalActionsAreAmongTheSix(Miniature which) {
    MiniatureGame game =
        new MiniatureGame(
            MiniatureSettings.of(which).withMinimalActions(true).withStickiness(0),
            new StatefulRandom(1));
    for (int i = 0; i < game.actions(); i++) {
      game.step(i);
      assertThat(game.executedAction()).isEqualTo(game.sharedAction(i));
    }
    assertThat(IntStream.range(0, game.actions()).map(game::sharedAction).distinct().count())
        .isEqualTo(game.actions());
    assertThatThrownBy(() -> game.step(game.actions())).hasMessageContaining(game.label());
  }

  @ParameterizedTest
  @EnumSource
  void picturesHaveAColourWhereSomethingIs(Miniature which) {
    MiniatureGame game = game(which, 2);
    play(game, 60, 3);
    float[] cells = new float[game.shape().size()];
    int[] colours = new int[100];
    game.observe(cells, 0);
    game.paint(colours);
    int channels = game.shape().channels();
    for (int cell = 0; cell < 100; cell++) {
      boolean lit = false;
      for (int k = 0; k < channels; k++) {
        lit |= cells[cell * channels + k] != 0;
      }
      assertThat(colours[cell] != 0).isEqualTo(lit);
    }
    assertThat(game.facts()).isNotEmpty();
  }

  @Test
  void labelsSayWhatTheReturnsDependOn() {
    assertThat(game(Miniature.ASTERIX, 1).label())
        .isEqualTo("miniature Asterix (all 6 actions, sticky 0.1, ramping)");
    assertThat(
            MiniatureSettings.of(Miniature.BREAKOUT)
                .withMinimalActions(true)
                .withStickiness(0)
                .withCompatible(false)
                .label())
        .isEqualTo("miniature Breakout (minimal actions, not sticky, no ramping, repaired rules)");
  }

  @Test
  void gamesAreFoundByName() {
    assertThat(Miniature.of("space_invaders")).isEqualTo(Miniature.SPACE_INVADERS);
    assertThat(Miniature.of("SpaceInvaders")).isEqualTo(Miniature.SPACE_INVADERS);
    assertThatThrownBy(() -> Miniature.of("pong")).hasMessageContaining("there are breakout");
  }
}
