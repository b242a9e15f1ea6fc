package gmrl.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
  @TempDir Path folder;

  @Test
  void settingsComeBack() throws IOException {
    Settings settings = new Settings(true, 10, 20, 1200, 800, true, "/somewhere");
    new SettingsStore(folder).save(settings);
    assertThat(new SettingsStore(folder).load()).isEqualTo(settings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"width\":\"wide\",\"height\":-3}", "\u0000"})
  void damagedSettingsNeverPreventAStart(String text) throws IOException {
    Files.writeString(folder.resolve("settings.json"), text);
    assertThat(new SettingsStore(folder).load()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void aRejectedSessionIsSetAsideNotLost() throws IOException {
    SettingsStore store = new SettingsStore(folder);
    store.saveSession("what was it");
    store.rejectSession();
    assertThat(store.loadSession()).isEmpty();
    assertThat(folder.resolve("session.json.damaged")).hasContent("what was it");
  }
}
