package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WantedSizeTest {
  @Test
  void aWindowAtItsSmallestIsShrunkUnlessThatWasWanted() {
    assertThat(WantedSize.isShrunk(960, 960, 1324)).isTrue();
    assertThat(WantedSize.isShrunk(202, 960, 1324)).isTrue();
    assertThat(WantedSize.isShrunk(960, 960, 960)).isFalse();
    assertThat(WantedSize.isShrunk(1100, 960, 1324)).as("somebody made it smaller").isFalse();
  }
}
