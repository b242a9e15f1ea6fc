package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The build writes each stylesheet in binary beside its text; the toolkit then reads that alone.
 */
final class ThemeTest {
  @ParameterizedTest
  @ValueSource(strings = {"window", "opaque"})
  void aStylesheetInBinarySaysWhatItsTextSays(String name) throws Exception {
    URL text = Objects.requireNonNull(Theme.class.getResource("/styles/" + name + ".css"));
    URL binary = Theme.class.getResource("/styles/" + name + ".bss");
    Assumptions.assumeTrue(binary != null, "Maven makes it: mvn compile");

    assertThat(said(Stylesheet.loadBinary(binary)))
        .as("made of the present text by mvn compile")
        .isEqualTo(said(new CssParser().parse(text)));
  }

  private static List<String> said(Stylesheet sheet) {
    return sheet.getRules().stream()
        .flatMap(
            rule -> Stream.concat(rule.getSelectors().stream(), rule.getDeclarations().stream()))
        .map(Object::toString)
        .toList();
  }
}
