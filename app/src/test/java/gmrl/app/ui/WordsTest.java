package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void theLastPartsGoFirst() {
    assertThat(Words.shorter("recorded · minimal actions, sticky 0.1; no ramping"))
        .containsExactly(
            "recorded · minimal actions, sticky 0.1; no ramping",
            "recorded · minimal actions, sticky 0.1",
            "recorded · minimal actions",
            "recorded",
            "");
  }

  @Test
  void numbersKeepTheirUnitsAndApostrophesAreCurved() {
    assertThat(Words.typeset("α = 3: 1.54 % ± 0.1 in 12 s, the learner's, 3 steps' worth"))
        .isEqualTo(
            "α\u00a0=\u00a03: 1.54\u00a0%\u00a0±\u00a00.1 in 12\u00a0s, the learner’s, 3 steps’"
                + " worth");
    assertThat(Words.typeset("f'(x), 'quoted', 2 sines")).isEqualTo("f'(x), 'quoted', 2 sines");
  }

  @Test
  void oneWordIsThereOrNot() {
    assertThat(Words.shorter("states")).containsExactly("states", "");
  }

  @Test
  void aReasonBecomesASentenceAndAFileKeepsItsName() {
    assertThat(Words.sentence("cannot write x.md: no room"))
        .isEqualTo("Cannot write x.md: no room.");
    assertThat(Words.sentence("empty.json is empty")).isEqualTo("empty.json is empty.");
    assertThat(Words.sentence("/tmp/a is empty.")).isEqualTo("/tmp/a is empty.");
    assertThat(Words.sentence("nothing.")).isEqualTo("Nothing.");
  }
}
