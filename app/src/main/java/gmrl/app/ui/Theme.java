package gmrl.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;

/** The two themes and the laboratory's own stylesheet. */
public final class Theme {
  private static final String SHEET = "/styles/window.css";
  private static final String OPAQUE = "/styles/opaque.css";
  private static final String DATA = "data:text/css;base64,";

  /** A size in pixels, but not one relative to the font. */
  private static final Pattern SIZE =
      Pattern.compile(
          "(-fx-(?:font-size|(?:min|max|pref)-(?:width|height)|spacing|hgap|vgap): )"
              + "(\\d+(?:\\.\\d+)?)((?:px)?;)");

  private Theme() {}

  /**
   * Switches every window. A tooltip goes away: it has its colours from its owner, which has none
   * while the themes change.
   */
  public static void use(boolean dark) {
    List.copyOf(Window.getWindows()).stream()
        .filter(Tooltip.class::isInstance)
        .forEach(Window::hide);
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Gives a scene the laboratory's stylesheet and typeface. */
  public static void dress(Scene scene) {
    scene.getStylesheets().addAll(stylesheets());
    scene.getRoot().setStyle("-fx-font-family: \"" + Fonts.family() + "\";");
  }

  /**
   * Makes everything that the laboratory's stylesheet gives in pixels larger.
   *
   * @param factor 1 for the usual size
   */
  public static void enlarge(Scene scene, double factor) {
    scene.getStylesheets().removeIf(sheet -> sheet.startsWith(DATA));
    if (factor != 1) {
      scene.getStylesheets().add(enlarged(factor));
    }
  }

  /** The laboratory's stylesheet with larger sizes, as a data URI. */
  private static String enlarged(double factor) {
    try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(SHEET))) {
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String larger =
          SIZE.matcher(css)
              .replaceAll(
                  found ->
                      String.format(
                          Locale.ROOT,
                          "%s%.1f%s",
                          found.group(1),
                          factor * Double.parseDouble(found.group(2)),
                          found.group(3)));
      return DATA + Base64.getEncoder().encodeToString(larger.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the laboratory's stylesheet win over one that a control brings along. */
  public static void dress(Parent root) {
    root.getStylesheets().addAll(stylesheets());
  }

  /** Menus and tooltips are windows of their own, which have the sheets of their owner. */
  private static List<String> stylesheets() {
    return Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)
        ? List.of(stylesheet(SHEET))
        : List.of(stylesheet(SHEET), stylesheet(OPAQUE));
  }

  private static String stylesheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name)).toExternalForm();
  }
}
