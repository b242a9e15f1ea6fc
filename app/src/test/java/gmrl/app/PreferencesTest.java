package gmrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class PreferencesTest {
  private static final Rectangle2D SCREEN = new Rectangle2D(0, 25, 1920, 1055);

  @Test
  void aWindowOnTheScreenStaysWhereItWas() {
    Rectangle2D window = new Rectangle2D(100, 100, 1440, 900);
    assertThat(Preferences.inside(window, SCREEN)).isEqualTo(window);
  }

  @Test
  void aWindowThatLeftTheScreenComesBackWithItsTitleBar() {
    assertThat(Preferences.inside(new Rectangle2D(1800, 900, 1440, 900), SCREEN))
        .isEqualTo(new Rectangle2D(480, 180, 1440, 900));
    assertThat(Preferences.inside(new Rectangle2D(-700, -80, 3000, 2000), SCREEN))
        .as("larger than the screen")
        .isEqualTo(SCREEN);
  }
}
