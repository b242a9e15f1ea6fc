package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class TipTest {
  private static final Rectangle2D SCREEN = new Rectangle2D(0, 24, 1280, 776);

  @Test
  void aTooltipStandsBelowThePointerOrAboveItButNeverOffTheScreen() {
    assertThat(Tip.top(300, 200, SCREEN)).isEqualTo(300);
    double above = Tip.top(715, 200, SCREEN);
    assertThat(above + 200).as("clear of the pointer").isLessThan(708);
    assertThat(Tip.top(600, 700, SCREEN)).isEqualTo(24);
  }
}
