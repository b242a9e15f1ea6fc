package gmrl.atari.mini;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Returns and lengths of the uniform random policy against golden/minatar_random.json. */
class RandomPolicyTest {
  @ParameterizedTest
  @CsvSource({
    "BREAKOUT, false", "BREAKOUT, true", "ASTERIX, false", "ASTERIX, true",
    "FREEWAY, false", "FREEWAY, true", "SEAQUEST, false", "SEAQUEST, true",
    "SPACE_INVADERS, false", "SPACE_INVADERS, true"
  })
  void asTheReferenceWithinThreeStandardErrors(Miniature which, boolean minimal) {
    JsonNode reference =
        Golden.read("minatar_random.json")
            .at("/games/" + which.id() + (minimal ? "/minimal" : "/full"));
    int episodes = 2 * reference.get("episodes").intValue();
    SplittableRandom random = new SplittableRandom(20);
    MiniatureGame game =
        new MiniatureGame(MiniatureSettings.of(which).withMinimalActions(minimal), random.split());
    double sum = 0;
    double squares = 0;
    double lengths = 0;
    double lengthSquares = 0;
    for (int e = 0; e < episodes; e++) {
      game.reset();
      double score = 0;
      int length = 0;
      while (!game.gameOver()) {
        game.step(random.nextInt(game.actions()));
        score += game.score();
        length++;
      }
      sum += score;
      squares += score * score;
      lengths += length;
      lengthSquares += (double) length * length;
    }
    check("return", sum, squares, episodes, reference, "meanReturn", "seReturn");
    check("length", lengths, lengthSquares, episodes, reference, "meanLength", "seLength");
  }

  private static void check(
      String what, double sum, double squares, int n, JsonNode reference, String mean, String se) {
    double ours = sum / n;
    double variance = Math.max(0, squares / n - ours * ours) / (n - 1);
    double theirs = reference.get(se).doubleValue();
    double error = Math.sqrt(variance + theirs * theirs);
    double difference = ours - reference.get(mean).doubleValue();
    assertThat(Math.abs(difference))
        .as("%s: %.4f off by %.2f standard errors", what, ours, difference / error)
        .isLessThanOrEqualTo(3 * error);
  }
}
