package gmrl.atari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VectorEnvironmentTest {
  private static VectorEnvironment games(int threads, int n, int limit) {
    return new VectorEnvironment(
        IntStream.range(0, n).mapToObj(i -> new CountingGame(100 + i, limit)).toList(), threads);
  }

  @Test
  void sameNumbersForAnyNumberOfThreads() {
    List<String> one = record(1);
    assertThat(one).hasSize(200);
    assertThat(record(2)).isEqualTo(one);
    assertThat(record(5)).isEqualTo(one);
  }

  private static List<String> record(int threads) {
    List<String> out = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(4);
    try (VectorEnvironment games = games(threads, 7, 9)) {
      float[] seen = new float[3 + 14];
      games.reset(seen, 3);
      for (int t = 0; t < 200; t++) {
        games.step(random.ints(7, 0, 2).toArray(), seen, 3);
        out.add(java.util.Arrays.toString(seen) + games.episodes());
      }
    }
    return out;
  }

  @Test
  void thoseThatStayPlayOnWhenOthersComeOrGo() {
    try (VectorEnvironment changing = games(2, 3, 9);
        VectorEnvironment fixed = games(1, 3, 9)) {
      changing.reset(new float[6], 0);
      fixed.reset(new float[6], 0);
      for (int t = 0; t < 60; t++) {
        int n = t < 10 ? 3 : t < 25 ? 5 : 2;
        int count = n;
        changing.resize(n, () -> new CountingGame(100 + count, 9));
        assertThat(changing.size()).isEqualTo(n);
        float[] seen = new float[2 * n];
        changing.step(new int[n], seen, 0);
        float[] other = new float[6];
        fixed.step(new int[3], other, 0);
        assertThat(seen[0]).isEqualTo(other[0]);
        assertThat(seen[3]).isEqualTo(other[3]);
      }
      assertThatThrownBy(() -> changing.resize(0, () -> new CountingGame(1, 9)))
          .hasMessageContaining("at least one environment is needed, not 0");
    }
  }

  @Test
  void whatAnEpisodeScoredAndHowItEnded() {
    try (VectorEnvironment games = games(1, 1, 5)) {
      float[] seen = new float[2];
      games.reset(seen, 0);
      double sum = 0;
      int length = 0;
      float[] last = new float[2];
      boolean cut = false;
      boolean ended = false;
      for (int t = 0; t < 60; t++) {
        games.step(new int[] {t / 30}, seen, 0);
        sum += games.environment(0).score();
        length++;
        assertThat(games.reward(0)).isLessThanOrEqualTo(1);
        assertThat(games.terminated(0) && games.truncated(0)).isFalse();
        if (games.truncated(0)) {
          games.finalObservation(0, last, 0);
          assertThat(last[0]).isEqualTo((float) sum);
          assertThat(last[1]).isEqualTo(5);
        } else {
          assertThatThrownBy(() -> games.finalObservation(0, last, 0))
              .isInstanceOf(IllegalStateException.class);
        }
        if (games.truncated(0) || games.terminated(0)) {
          assertThat(seen).as("the next episode's first picture").containsExactly(0, 0);
          Episode e = games.episodes().get(0);
          assertThat(e).isEqualTo(new Episode(0, sum, length, length, games.truncated(0)));
          cut |= e.truncated();
          ended |= !e.truncated();
          sum = 0;
          length = 0;
        } else {
          assertThat(games.episodes()).isEmpty();
        }
      }
      assertThat(cut).isTrue();
      assertThat(ended).isTrue();
    }
  }

  @Test
  void aFailureInAnyThreadReachesTheCaller() {
    try (VectorEnvironment games = games(3, 3, 5)) {
      float[] seen = new float[6];
      games.reset(seen, 0);
      assertThatThrownBy(() -> games.step(new int[] {0, 0, 2}, seen, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no action 2");
      assertThatThrownBy(() -> games.step(new int[] {2, 0, 0}, seen, 0)).hasMessage("no action 2");
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> games(0, 2, 5)).hasMessageContaining("threads must be at least 1");
    try (VectorEnvironment games = games(1, 2, 5)) {
      assertThatThrownBy(() -> games.reset(new float[4], 1)).hasMessageContaining("4 numbers");
      assertThatThrownBy(() -> games.step(new int[1], new float[4], 0))
          .hasMessageContaining("1 actions for 2 environments");
    }
  }

  @Test
  void theGeneratorIsSplitMixAndItsStateGoesOn() {
    StatefulRandom ours = new StatefulRandom(42);
    SplittableRandom theirs = new SplittableRandom(42);
    for (int i = 0; i < 5; i++) {
      assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
    }
    StatefulRandom resumed = new StatefulRandom(ours.state());
    assertThat(resumed.nextDouble()).isEqualTo(ours.nextDouble());
  }
}
