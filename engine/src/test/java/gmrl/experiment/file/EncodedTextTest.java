package gmrl.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with and without a byte-order mark say the same. */
class EncodedTextTest {
  private static final String MARK = "\uFEFF";

  @TempDir Path folder;

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    for (Charset encoding :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] bytes = (MARK + "{\"θ\": 1}").getBytes(encoding);
      assertThat(EncodedText.decode(bytes)).isEqualTo("{\"θ\": 1}");
      Path file = Files.write(folder.resolve(encoding.name()), bytes);
      assertThat(JsonView.read(file).at("θ").integer()).isEqualTo(1);
    }
    assertThat(JsonView.parse("link", MARK + "[2]").elements()).hasSize(1);
    assertThat(CsvTable.parse(MARK + "a,b\n1,2\n").header()).containsExactly("a", "b");
  }

  @Test
  void whatIsNoTextIsRefused() {
    assertThatThrownBy(() -> EncodedText.decode(new byte[] {(byte) 0xC3, (byte) 0x28}))
        .isInstanceOf(CharacterCodingException.class);
  }
}
