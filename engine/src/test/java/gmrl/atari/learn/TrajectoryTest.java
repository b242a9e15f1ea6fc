package gmrl.atari.learn;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.atari.StatefulRandom;
import gmrl.atari.mini.Chance;
import gmrl.atari.mini.Draw;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureGame;
import gmrl.atari.mini.MiniatureSettings;
import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrajectoryTest {
  private static long[] longs(Map<String, NamedArray> arrays, String name) {
    return ((NamedArray.Longs) arrays.get(name)).values();
  }

  /** Gives what a file says was drawn, and insists that the game asks for just that. */
  private static final class Kept implements Chance {
    private final String[] draws;
    private final long[] values;
    private int at;

    Kept(Map<String, NamedArray> arrays) {
      draws = ((NamedArray.Texts) arrays.get("outcome_draws")).values();
      values = longs(arrays, "outcome_values");
    }

    private int next(Draw what) {
      assertThat(draws[at]).as("outcome %d", at).isEqualTo(what.name());
      return (int) values[at++];
    }

    @Override
    public boolean happens(Draw what, double probability) {
      return next(what) == 1;
    }

    @Override
    public int pick(Draw what, int allowed) {
      return next(what);
    }
  }

  @ParameterizedTest
  @EnumSource(Miniature.class)
  void actionsAndRandomOutcomesPlayTheSameGamesAgain(Miniature miniature) throws Exception {
    MiniatureSettings settings = MiniatureSettings.of(miniature);
    MiniatureGame game = new MiniatureGame(settings, new StatefulRandom(3));
    NetworkSpec spec = NetworkSpec.miniature(game.shape(), game.actions(), false);
    Parameters parameters = new ActorCritic(spec).initial(new StatefulRandom(4));
    Player player = new Player(spec, parameters, game, new StatefulRandom(5));
    Trajectory kept = new Trajectory(game);
    for (int i = 0; i < 200; i++) {
      player.step();
      kept.add(player);
    }
    Map<String, NamedArray> arrays = Npz.read(kept.npz());
    float[] seen = ((NamedArray.Floats) arrays.get("observations")).values();
    double[] rewards = ((NamedArray.Doubles) arrays.get("rewards")).values();
    Kept chance = new Kept(arrays);
    // The constructor lays out the first game with the outcomes of the beginning.
    MiniatureGame again = new MiniatureGame(settings, chance);
    float[] now = new float[game.shape().size()];
    for (int i = 0; i < rewards.length; i++) {
      if (again.gameOver()) {
        again.reset();
      }
      again.observe(now, 0);
      assertThat(now)
          .as("observation %d", i)
          .isEqualTo(Arrays.copyOfRange(seen, i * now.length, (i + 1) * now.length));
      again.step((int) longs(arrays, "actions")[i]);
      assertThat(again.reward()).isEqualTo(rewards[i]);
    }
    assertThat(chance.at).isEqualTo(chance.values.length);
    long[] decisions = longs(arrays, "outcome_decisions");
    assertThat(decisions).isSorted().startsWith(0).endsWith(199);
    long games = 1 + Arrays.stream(longs(arrays, "game_over")).limit(199).sum();
    long[] beginnings = longs(arrays, "outcome_beginnings");
    long begun = 0;
    for (int i = 0; i < beginnings.length; i++) {
      begun += beginnings[i] == 1 && (i == 0 || beginnings[i - 1] == 0) ? 1 : 0;
    }
    boolean laidOut = miniature == Miniature.BREAKOUT || miniature == Miniature.FREEWAY;
    assertThat(begun).isEqualTo(laidOut ? games : 0);
  }
}
