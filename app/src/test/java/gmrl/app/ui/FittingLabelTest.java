package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FittingLabelTest {
  @Test
  void theLastPartsGoFirst() {
    assertThat(FittingLabel.versions("recorded · minimal actions, sticky 0.1; no ramping"))
        .containsExactly(
            "recorded · minimal actions, sticky 0.1; no ramping",
            "recorded · minimal actions, sticky 0.1",
            "recorded · minimal actions",
            "recorded",
            "");
  }

  @Test
  void oneWordIsThereOrNot() {
    assertThat(FittingLabel.versions("states")).containsExactly("states", "");
  }
}
