package gmrl.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from files: how it is read, and that it cannot steer what shows it. */
class JsonTextTest {
  private static final String ESCAPE = "\u001b[2J\u0007\u009b31m";
  private static final String OVERRIDE = "\u202e\u2066\u200f\u061c";

  @TempDir Path folder;

  @Test
  void aByteOrderMarkIsAccepted() throws IOException {
    String json = "\uFEFF{\"α\": \"é\"}";
    Path file = folder.resolve("x.json");
    for (var encoding :
        new java.nio.charset.Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      Files.write(file, json.getBytes(encoding));
      assertThat(JsonView.read(file).at("α").text()).isEqualTo("é");
    }
    assertThat(JsonView.parse("link", json).at("α").text()).isEqualTo("é");
    Files.write(file, new byte[] {'{', (byte) 0xC3, '}'});
    assertThatThrownBy(() -> JsonView.read(file))
        .hasMessage(file + " is not text, expected a JSON file in UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": [1, 2 | it ends too early",
        "{} {}          | something follows its end",
        "// a/{}        | the character '/' is out of place",
        "[1,]           | the character ']' is out of place",
        "[nul]          | the word 'nul' is none of JSON's",
        "[01]           | Invalid numeric value: Leading" + " zeroes not allowed",
      })
  void aSlipIsSaidWithoutTheWordsOfTheLibrary(String json, String sentence) {
    assertThatThrownBy(() -> JsonView.parse("x", json))
        .hasMessageMatching("x line 1 column \\d+ is not valid JSON: " + Pattern.quote(sentence));
  }

  @Test
  void aDocumentNestedTooDeepIsRefusedWithoutTheWordsOfTheLibrary() {
    assertThatThrownBy(() -> JsonView.parse("x", "[".repeat(2000)))
        .hasMessageContaining("depth")
        .hasMessageNotContaining("`")
        .hasMessageNotContaining("StreamRead");
  }

  @Test
  void aWholeNumberTooLargeIsToldTheRange() {
    assertThatThrownBy(() -> JsonView.parse("x", "{\"start\": 99999999999}").at("start").integer())
        .hasMessage(
            "x: start is 99999999999, expected a whole number from -2147483648 to 2147483647");
  }

  /** What a file is expected to be goes by its name. */
  @ParameterizedTest
  @CsvSource({"no.npz,NumPy's arrays", "no.json,a JSON file", "no,a JSON file", "no.pdf,a file"})
  void aFileThatIsNotThereIsCalledWhatItsNameSays(String name, String kind) {
    Path file = folder.resolve(name);
    assertThatThrownBy(() -> JsonView.read(file))
        .hasMessage(file + " does not exist, expected " + kind);
  }

  @Test
  void textIsOneLineThatSteersNothing() {
    assertThat(PlainText.line("a\r\n\tb" + ESCAPE + OVERRIDE + " é 漢字 عربي 👍 \ud83d\u0000", 99))
        .isEqualTo("a b[2J31m é 漢字 عربي 👍");
    assertThat(PlainText.line("👍".repeat(20), 7)).isEqualTo("👍👍👍…");
    assertThat(PlainText.line("א".repeat(100_000), 50)).hasSize(50);
    assertThat(PlainText.line("exactly", 7)).isEqualTo("exactly");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": {\"x\u202e\u001b\": 1}}",
        "{\"a\": \"x\\u202e\\u001b[31m\"}",
        "{\"a\": \"x\u202e\u009b",
        "{\"a\": x\u202e\u009b}",
        "{\"a\u202e\": 1, \"a\u202e\": 1}"
      })
  void messagesQuoteWithoutSteering(String json) {
    assertThatThrownBy(() -> JsonView.parse("x", json).at("a").only("b").number())
        .satisfies(
            e ->
                assertThat(e.getMessage().codePoints())
                    .noneMatch(c -> Character.isISOControl(c) || c == 0x202e));
  }

  @Test
  void longTextIsRefusedAndALongTitleCutOff() {
    JsonView title = JsonView.parse("x", "\"" + "א".repeat(1500) + "\"");
    assertThat(title.label()).hasSize(PlainText.LABEL).endsWith("…");
    assertThatThrownBy(() -> JsonView.parse("x", "\"" + "א".repeat(100_000) + "\"").text())
        .hasMessageEndingWith("expected text of at most 2000 characters")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(120));
  }

  @Test
  void aSlipOfTheKeyboardIsNamed() {
    JsonView json = JsonView.parse("m", "{\"Start\": 3, \"gama\": 1, \"note\": 2}");
    assertThatThrownBy(() -> json.withoutSlips("start"))
        .hasMessage("m has the key \"Start\", expected \"start\"");
    assertThatThrownBy(() -> json.withoutSlips("gamma"))
        .hasMessage("m has the key \"gama\", expected \"gamma\"");
    assertThatThrownBy(() -> JsonView.parse("m", "{\"strat\": 3}").withoutSlips("start"))
        .hasMessage("m has the key \"strat\", expected \"start\"");
    assertThat(json.withoutSlips("P", "R", "S", "not").keys()).hasSize(3);
  }
}
