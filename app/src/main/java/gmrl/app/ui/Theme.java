package gmrl.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
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
    scene.getStylesheets().add(stylesheet());
    scene.getRoot().setStyle("-fx-font-family: \"" + Fonts.family() + "\";");
  }

  /** Lets the laboratory's stylesheet win over one that a control brings along. */
  public static void dress(Parent root) {
    root.getStylesheets().add(stylesheet());
  }

  private static String stylesheet() {
    return Objects.requireNonNull(Theme.class.getResource("/styles/window.css")).toExternalForm();
  }
}
