package gmrl.atari.ale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.jna.NativeLibrary;
import gmrl.Golden;
import gmrl.atari.Environment;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.ale.ALEInterface;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real emulator against golden/atari_preprocessing.json. Needs -Pale and the games Pong and
 * Breakout, for example from ALE_ROMS_DIR; skipped, and says so, without.
 */
class AleGoldenTest {
  private static Rom rom(String game) {
    assumeTrue(Ale.missing().isEmpty(), () -> "skipped: " + Ale.missing().orElseThrow());
    try {
      return Roms.in(null).find(game);
    } catch (IllegalArgumentException e) {
      assumeTrue(false, "skipped: " + e.getMessage());
      throw e;
    }
  }

  private static JsonNode of(String section, String rom) {
    for (JsonNode node : Golden.read("atari_preprocessing.json").get(section)) {
      if (node.get("rom").asText().equals(rom)) {
        return node;
      }
    }
    throw new AssertionError("no " + section + " of " + rom);
  }

  /** Only errors are worth a line on standard error; every game opened used to write a dozen. */
  @Test
  void theEmulatorIsQuiet() {
    try (AleEmulator emulator = new AleEmulator(rom("breakout").file())) {
      assertThat(emulator.rows()).isPositive();
    }
    NativeLibrary library = NativeLibrary.getInstance(Loader.load(ALEInterface.class));
    assertThat(library.getGlobalVariableAddress("_ZN3ale6Logger12current_modeE").getInt(0))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void rewardsLivesMemoryAndPicturesAreAsRecorded(int which) {
    JsonNode run = Golden.read("atari_preprocessing.json").get("runs").get(which);
    try (AleEmulator emulator = new AleEmulator(rom(run.get("rom").asText()).file())) {
      emulator.reset();
      assertThat(md5(emulator.memory())).isEqualTo(run.at("/after_reset/ram_md5").asText());
      assertThat(emulator.lives()).isEqualTo(run.at("/after_reset/lives").intValue());
      List<String> rewards = new ArrayList<>();
      List<String> lives = new ArrayList<>();
      int left = emulator.lives();
      int[] actions = Golden.ints(run.get("actions"));
      byte[] picture = new byte[emulator.rows() * emulator.columns()];
      int compared = 0;
      for (int frame = 1; frame <= actions.length; frame++) {
        int reward = emulator.act(actions[frame - 1]);
        if (reward != 0) {
          rewards.add("[" + frame + "," + reward + "]");
        }
        if (emulator.lives() != left) {
          left = emulator.lives();
          lives.add("[" + frame + "," + left + "]");
        }
        for (JsonNode ram : run.get("ram")) {
          if (ram.get("frame").intValue() == frame) {
            assertThat(md5(emulator.memory())).isEqualTo(ram.get("md5").asText());
            compared++;
          }
        }
        for (JsonNode screen : run.get("screens")) {
          if (screen.get("frame").intValue() == frame) {
            emulator.screen(picture);
            assertThat(md5(picture)).isEqualTo(screen.get("palette_index_md5").asText());
            assertThat(md5(rgb(picture, emulator.palette())))
                .isEqualTo(screen.get("rgb_md5").asText());
            compared++;
          }
        }
      }
      assertThat(rewards.toString().replace(" ", "")).isEqualTo(run.get("rewards").toString());
      assertThat(lives.toString().replace(" ", "")).isEqualTo(run.get("lives").toString());
      assertThat(compared).isEqualTo(run.get("ram").size() + run.get("screens").size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pong", "breakout"})
  void greyPicturesAreExactAndSmallOnesWithinOne(String game) {
    JsonNode recorded = of("preprocessing", game);
    AtariSettings settings =
        new AtariSettings(game, 0, 4, 0, false, false, false, 4, 400_000, false);
    Rom rom = rom(game);
    try (AleEmulator emulator = new AleEmulator(rom.file());
        AtariGame played = AtariGame.open(settings, rom, new StatefulRandom(1))) {
      emulator.reset();
      played.reset();
      List<Integer> minimal = IntStream.of(emulator.minimalActions()).boxed().toList();
      Preprocessing preprocessing =
          new Preprocessing(emulator.rows(), emulator.columns(), emulator.palette());
      byte[] third = new byte[emulator.rows() * emulator.columns()];
      byte[] fourth = third.clone();
      byte[] grey = third.clone();
      float[] seen = new float[played.shape().size()];
      int compared = 0;
      int[] actions = Golden.ints(recorded.get("actions"));
      for (int t = 0; t < actions.length; t++) {
        for (int frame = 1; frame <= 4; frame++) {
          emulator.act(actions[t]);
          if (frame >= 3) {
            emulator.screen(frame == 3 ? third : fourth);
          }
        }
        played.step(minimal.indexOf(actions[t]));
        assertThat(played.score()).isEqualTo(recorded.get("rewards").get(t).doubleValue());
        preprocessing.grey(third, fourth, grey);
        JsonNode step = recorded.get("steps").get(t);
        assertThat(md5(grey)).as("step %d", t).isEqualTo(step.get("gray_md5").asText());
        played.observe(seen, 0);
        for (JsonNode small : recorded.get("resized")) {
          if (small.get("step").intValue() == t + 1) {
            compare(seen, Golden.table(small.get("data")));
            compared++;
          }
        }
      }
      assertThat(compared).isEqualTo(recorded.get("resized").size());
    }
  }

  /** The newest of four pictures lies in the last channel. */
  private static void compare(float[] seen, double[][] recorded) {
    for (int r = 0; r < 84; r++) {
      for (int c = 0; c < 84; c++) {
        int pixel = Math.round(seen[(r * 84 + c) * 4 + 3] * 255);
        assertThat((double) pixel)
            .as("row %d column %d", r, c)
            .isBetween(recorded[r][c] - 1, recorded[r][c] + 1);
      }
    }
  }

  @Test
  void theSameGamesForAnyNumberOfThreads() {
    Rom rom = rom("breakout");
    List<String> one = play(rom, 1);
    assertThat(play(rom, 2)).isEqualTo(one);
    assertThat(one.get(one.size() - 1)).contains("Episode");
  }

  private static List<String> play(Rom rom, int threads) {
    AtariSettings settings = AtariSettings.of("breakout").withStickiness(.25);
    List<Environment> games = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      games.add(AtariGame.open(settings, rom, new StatefulRandom(i)));
    }
    List<String> out = new ArrayList<>();
    List<Object> episodes = new ArrayList<>();
    try (VectorEnvironment vector = new VectorEnvironment(games, threads)) {
      SplittableRandom random = new SplittableRandom(5);
      float[] seen = new float[3 * vector.shape().size()];
      vector.reset(seen, 0);
      for (int t = 0; t < 200; t++) {
        vector.step(random.ints(3, 0, vector.actions()).toArray(), seen, 0);
        out.add(Arrays.hashCode(seen) + " " + vector.reward(0) + " " + vector.reward(2));
        episodes.addAll(vector.episodes());
      }
    }
    out.add(episodes.toString());
    return out;
  }

  @Test
  void aSavedGameIsPlayedAgainToWhereItStood() {
    Rom rom = rom("breakout");
    AtariSettings settings = AtariSettings.of("breakout").withStickiness(.25);
    try (AtariGame game = AtariGame.open(settings, rom, new StatefulRandom(3));
        AtariGame other = AtariGame.open(settings, rom, new StatefulRandom(4))) {
      game.reset();
      run(game, 60, 1);
      long[] saved = game.save();
      List<Integer> ahead = run(game, 60, 2);
      assertThat(other.restore(saved)).isTrue();
      assertThat(other.save()).isEqualTo(saved);
      assertThat(run(other, 60, 2)).isEqualTo(ahead);
    }
  }

  private static List<Integer> run(AtariGame game, int steps, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] seen = new float[game.shape().size()];
    List<Integer> out = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      game.step(random.nextInt(game.actions()));
      game.observe(seen, 0);
      out.add(Arrays.hashCode(seen));
      if (game.terminated() || game.truncated()) {
        game.reset();
      }
    }
    return out;
  }

  private static byte[] rgb(byte[] picture, int[] palette) {
    byte[] out = new byte[picture.length * 3];
    for (int i = 0; i < picture.length; i++) {
      int colour = palette[picture[i] & 255];
      out[3 * i] = (byte) (colour >> 16);
      out[3 * i + 1] = (byte) (colour >> 8);
      out[3 * i + 2] = (byte) colour;
    }
    return out;
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
