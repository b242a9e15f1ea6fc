package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Stylesheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The build writes each stylesheet in binary beside its text; the toolkit then reads that alone.
 */
final class ThemeTest {
  @ParameterizedTest
  @ValueSource(strings = {"window", "opaque"})
  void aStylesheetInBinarySaysWhatItsTextSays(String name) throws Exception {
    assertThat(said(Stylesheet.loadBinary(resource(name + ".bss"))))
        .as("made of the present text by mvn compile")
        .isEqualTo(said(new CssParser().parse(resource(name + ".css"))));
  }

  private static URL resource(String sheet) {
    return Objects.requireNonNull(
        Theme.class.getResource("/styles/" + sheet),
        () -> sheet + ", which mvn compile puts there");
  }

  private static List<String> said(Stylesheet sheet) {
    return sheet.getRules().stream()
        .flatMap(
            rule -> Stream.concat(rule.getSelectors().stream(), rule.getDeclarations().stream()))
        .map(Object::toString)
        .toList();
  }
}
