package gmrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.state.Settings;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
  private static final Rectangle2D SMALL = new Rectangle2D(0, 24, 1024, 676);
  private static final Rectangle2D LARGE = new Rectangle2D(0, 0, 1440, 900);

  @Test
  void aFirstWindowTakesNearlyAllOfTheScreenInItsMiddle() {
    Rectangle2D place = WindowPlace.first(new Rectangle2D(0, 24, 1440, 876));
    assertThat(place.getWidth() / 1440).isBetween(0.9, 0.95);
    assertThat(place.getHeight() / 876).isBetween(0.9, 0.95);
    assertThat(place.getMinX() - 0).isEqualTo(1440 - place.getMaxX(), within(1));
    assertThat(place.getMinY() - 24).isEqualTo(900 - place.getMaxY(), within(1));
  }

  @Test
  void aSmallScreenIsUsedUpAtFirst() {
    assertThat(WindowPlace.takesAll(Settings.DEFAULT, SMALL)).isTrue();
    assertThat(WindowPlace.takesAll(Settings.DEFAULT, LARGE)).isFalse();
    assertThat(WindowPlace.takesAll(Settings.DEFAULT.withWindow(0, 24, 960, 640, false), SMALL))
        .isFalse();
  }

  @Test
  void aWindowThatTookAllOfItsScreenDoesSoAgainAlsoIfItNeverStoodElsewhere() {
    Settings kept = Settings.DEFAULT.withMaximised(true);
    assertThat(WindowPlace.takesAll(kept, LARGE)).isTrue();
    assertThat(WindowPlace.takesAll(kept.withWindow(9, 30, 960, 640, true), LARGE)).isTrue();
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }
}
