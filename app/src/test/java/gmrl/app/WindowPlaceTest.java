package gmrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
  @Test
  void aFirstWindowTakesNearlyAllOfTheScreenInItsMiddle() {
    Rectangle2D place = WindowPlace.first(new Rectangle2D(0, 24, 1440, 876));
    assertThat(place.getWidth() / 1440).isBetween(0.9, 0.95);
    assertThat(place.getHeight() / 876).isBetween(0.9, 0.95);
    assertThat(place.getMinX() - 0).isEqualTo(1440 - place.getMaxX(), within(1));
    assertThat(place.getMinY() - 24).isEqualTo(900 - place.getMaxY(), within(1));
  }

  @Test
  void aSmallScreenIsUsedUp() {
    assertThat(WindowPlace.isSmall(new Rectangle2D(0, 24, 1024, 676))).isTrue();
    assertThat(WindowPlace.isSmall(new Rectangle2D(0, 0, 1440, 900))).isFalse();
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }
}
