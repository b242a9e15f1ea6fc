package gmrl.atari.ale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.atari.Episode;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The wrappers on a console that is not there. */
class AtariGameTest {
  /** Nothing but skipped frames: 4 a step. */
  private static AtariSettings bare() {
    return new AtariSettings("breakout", 0, 4, 0, false, false, true, 4, 400_000, false);
  }

  private static AtariGame game(AtariSettings settings, FakeEmulator emulator) {
    return new AtariGame(settings, emulator, new StatefulRandom(7));
  }

  private static AtariSettings with(boolean lives, boolean fire, int maxFrames) {
    return new AtariSettings("breakout", 0, 4, 0, lives, fire, true, 4, maxFrames, false);
  }

  @Test
  void aStepIsFourFramesAndItsRewardTheirSumClipped() {
    FakeEmulator emulator = new FakeEmulator();
    AtariGame game = game(bare(), emulator);
    game.reset();
    game.step(2);
    assertThat(emulator.log).containsExactly("reset", "3", "3", "3", "3");
    assertThat(game.score()).isEqualTo(8);
    assertThat(game.reward()).isEqualTo(1);
    emulator.pays = -3;
    game.step(0);
    assertThat(game.reward()).isEqualTo(-1);
    emulator.pays = 0;
    game.step(0);
    assertThat(game.reward()).isZero();
    assertThat(game.framesPerStep()).isEqualTo(4);
  }

  @Test
  void aPictureIsTheBrighterOfTheLastTwoFramesAndTheFirstIsAlone() {
    AtariGame game = game(bare(), new FakeEmulator());
    float[] seen = new float[game.shape().size()];
    game.reset();
    game.step(0);
    game.observe(seen, 0);
    // Frame 3 is grey 1, frame 4 is grey 4; before it the reset's picture, grey 0, and black.
    assertThat(pixel(seen)).containsExactly(0, 0, 0, 4 / 255f);
    game.step(0);
    game.step(0);
    game.observe(seen, 0);
    assertThat(pixel(seen)).containsExactly(0, 4 / 255f, 8 / 255f, 12 / 255f);
  }

  private static float[] pixel(float[] seen) {
    int at = (17 * 84 + 63) * 4;
    return java.util.Arrays.copyOfRange(seen, at, at + 4);
  }

  @Test
  void gamesBeginWithOneToThirtyFramesOfNothing() {
    FakeEmulator emulator = new FakeEmulator();
    AtariSettings settings =
        new AtariSettings("breakout", 30, 4, 0, false, false, true, 4, 4, false);
    AtariGame game = game(settings, emulator);
    Set<Integer> starts = new TreeSet<>();
    for (int i = 0; i < 400; i++) {
      emulator.log.clear();
      game.reset();
      assertThat(emulator.log.get(0)).isEqualTo("reset");
      assertThat(Set.copyOf(emulator.log)).isEqualTo(Set.of("reset", "0"));
      starts.add(emulator.log.size() - 1);
      game.step(1);
    }
    assertThat(starts).hasSize(30).contains(1, 30);
  }

  @Test
  void aLostLifeEndsTheTaskButNotTheGame() {
    FakeEmulator emulator = new FakeEmulator();
    emulator.deaths = List.of(6, 15, 18);
    try (VectorEnvironment vector =
        new VectorEnvironment(List.of(game(with(true, false, 1000), emulator)), 1)) {
      float[] seen = new float[vector.shape().size()];
      vector.reset(seen, 0);
      List<Boolean> ends = new ArrayList<>();
      List<Episode> games = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        vector.step(new int[] {2}, seen, 0);
        ends.add(vector.terminated(0));
        games.addAll(vector.episodes());
      }
      // Frames 1-4, 5-8 with the first death, a step of nothing 9-12, 13-16 with the second,
      // nothing 17-18 in which the last life is lost, and then nothing is left to be done.
      assertThat(ends).containsExactly(false, true, true, true);
      assertThat(Collections.frequency(emulator.log, "0")).isEqualTo(6);
      assertThat(games).containsExactly(new Episode(0, 36, 4, 16, false));
      assertThat(Collections.frequency(emulator.log, "reset")).isEqualTo(2);
      assertThat(vector.truncated(0)).isFalse();
    }
  }

  @Test
  void withoutEpisodicLivesOnlyTheGameEnds() {
    FakeEmulator emulator = new FakeEmulator();
    emulator.deaths = List.of(2, 6, 10);
    AtariGame game = game(with(false, false, 1000), emulator);
    game.reset();
    game.step(0);
    game.step(0);
    assertThat(game.terminated()).isFalse();
    game.step(0);
    assertThat(game.terminated()).isTrue();
    assertThat(game.gameOver()).isTrue();
    assertThatThrownBy(() -> game.step(0)).hasMessageContaining("reset first");
  }

  @Test
  void livesBeginWithFireAndItsScoreIsNotLost() {
    FakeEmulator emulator = new FakeEmulator();
    AtariGame game = game(with(true, true, 1000), emulator);
    game.reset();
    assertThat(emulator.log).containsExactly("reset", "1", "1", "1", "1", "3", "3", "3", "3");
    game.step(0);
    assertThat(game.score()).isEqualTo(3 * 4 * 2);
    game.step(0);
    assertThat(game.score()).isEqualTo(8);
  }

  @Test
  void theTimeLimitCutsAndDoesNotEnd() {
    FakeEmulator emulator = new FakeEmulator();
    AtariGame game = game(with(true, false, 12), emulator);
    game.reset();
    game.step(0);
    game.step(0);
    assertThat(game.truncated()).isFalse();
    game.step(0);
    assertThat(game.truncated()).isTrue();
    assertThat(game.terminated()).isFalse();
    assertThat(game.gameOver()).isTrue();
    emulator.log.clear();
    game.reset();
    assertThat(emulator.log).containsExactly("reset");
    assertThat(AtariSettings.of("space-invaders").maxFrames()).isEqualTo(300_000);
    assertThat(AtariSettings.of("pong").maxFrames()).isEqualTo(400_000);
  }

  @Test
  void aFrameRepeatsTheOneBeforeWithTheProbabilityAskedFor() {
    FakeEmulator emulator = new FakeEmulator();
    AtariGame game = game(bare().withStickiness(.25), emulator);
    game.reset();
    emulator.log.clear();
    int steps = 3000;
    int stuck = 0;
    for (int t = 0; t < steps; t++) {
      // What is asked for changes every step, so its first frame tells.
      game.step(t % 2 == 0 ? 2 : 3);
      stuck += emulator.log.get(4 * t).equals(t % 2 == 0 ? "3" : "4") ? 0 : 1;
    }
    // The frame before may be stuck itself, on the action that is now asked for.
    double expected = .25 * (1 - Math.pow(.25, 4));
    double error = Math.sqrt(expected * (1 - expected) / steps);
    assertThat(stuck / (double) steps).isBetween(expected - 4 * error, expected + 4 * error);
  }

  @Test
  void aSavedGameGoesOnOrANewOneBegins() {
    FakeEmulator emulator = new FakeEmulator();
    AtariSettings settings = AtariSettings.of("breakout").withStickiness(.25);
    AtariGame game = game(settings, emulator);
    game.reset();
    for (int t = 0; t < 10; t++) {
      game.step(t % 4);
    }
    long[] saved = game.save();
    FakeEmulator other = new FakeEmulator();
    AtariGame resumed = new AtariGame(settings, other, new StatefulRandom(1234));
    assertThat(resumed.restore(saved)).isTrue();
    assertThat(resumed.save()).isEqualTo(saved);
    float[] seen = new float[game.shape().size()];
    float[] again = seen.clone();
    for (int t = 0; t < 10; t++) {
      game.step(t % 4);
      resumed.step(t % 4);
      game.observe(seen, 0);
      resumed.observe(again, 0);
      assertThat(again).isEqualTo(seen);
    }
    other.drift = 1;
    try (VectorEnvironment vector = new VectorEnvironment(List.of(resumed), 1)) {
      assertThat(
              vector.restore(new VectorEnvironment.Saved(List.of(saved), List.of(9.), List.of(9))))
          .as("the memory is another, so the game does not go on")
          .isZero();
      assertThat(vector.save().lengths()).containsExactly(0);
    }
    assertThatThrownBy(() -> game(bare(), emulator).restore(saved))
        .hasMessageContaining("is not one of Atari Breakout");
    assertThatThrownBy(() -> game.restore(java.util.Arrays.copyOf(saved, saved.length - 1)))
        .hasMessageContaining("cut short");
  }

  @Test
  void onlyActionsThatAreOfferedReachTheConsole() {
    FakeEmulator emulator = new FakeEmulator();
    AtariGame game = game(bare(), emulator);
    game.reset();
    assertThat(game.actions()).isEqualTo(4);
    assertThatThrownBy(() -> game.step(4)).hasMessageContaining("actions 0 to 3, not 4");
    assertThatThrownBy(() -> game.step(-1)).hasMessageContaining("not -1");
    assertThat(game(bare().withFullActions(true), emulator).actions()).isEqualTo(18);
    assertThat(emulator.log).containsExactly("reset");
  }

  @Test
  void settingsAreCheckedAndSayWhatIsPlayed() {
    assertThat(AtariSettings.of("Space Invaders").withStickiness(.25).label())
        .isEqualTo("Atari Space Invaders (minimal actions, sticky 0.25, 4 frames a step)");
    assertThatThrownBy(() -> AtariSettings.of("combat"))
        .hasMessageContaining("\"combat\" is no Atari game that the emulator knows");
    assertThatThrownBy(() -> bare().withStickiness(Double.NaN)).hasMessageContaining("stickiness");
    assertThatThrownBy(() -> bare().withMaxFrames(0)).hasMessageContaining("maxFrames");
  }

  @Test
  void averagingAreasKeepsTheMeanAndSharesEdges() {
    int[] palette = new FakeEmulator().palette();
    byte[] picture = new byte[210 * 160];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) (2 * (((i * 2654435761L) >>> 7) % 128));
    }
    byte[] small = new byte[84 * 84];
    new Preprocessing(210, 160, palette).apply(picture, picture, small);
    for (int r = 0; r < 84; r += 7) {
      for (int c = 0; c < 84; c += 5) {
        double expected = area(picture, r * 2.5, (r + 1) * 2.5, c * 160 / 84., (c + 1) * 160 / 84.);
        assertThat((double) (small[r * 84 + c] & 255)).isBetween(expected - .51, expected + .51);
      }
    }
  }

  private static double area(byte[] picture, double top, double bottom, double left, double right) {
    double sum = 0;
    for (int r = (int) top; r < bottom; r++) {
      for (int c = (int) left; c < right; c++) {
        double height = Math.min(bottom, r + 1) - Math.max(top, r);
        double width = Math.min(right, c + 1) - Math.max(left, c);
        sum += height * width * (picture[r * 160 + Math.min(c, 159)] & 255);
      }
    }
    return sum / ((bottom - top) * (right - left));
  }
}
