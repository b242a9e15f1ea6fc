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
