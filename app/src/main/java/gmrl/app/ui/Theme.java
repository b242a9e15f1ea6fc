package gmrl.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** The two themes and the laboratory's own stylesheet. */
public final class Theme {
  private Theme() {}

  /** Switches every window. */
  public static void use(boolean dark) {
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Gives a scene the laboratory's stylesheet and typeface. */
  public static void dress(Scene scene) {
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(Theme.class.getResource("/styles/window.css")).toExternalForm());
    scene.getRoot().setStyle("-fx-font-family: \"" + Fonts.family() + "\";");
  }
}
