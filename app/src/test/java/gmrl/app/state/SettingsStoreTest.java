package gmrl.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
  @TempDir Path folder;

  @Test
  void settingsComeBack() throws IOException {
    Settings settings =
        new Settings(
            true,
            Optional.of(10.0),
            Optional.of(20.0),
            1200,
            800,
            true,
            "/somewhere",
            "Board",
            Map.of("Atari", "Live learner"),
            Map.of("runs", Map.of("came to", 240.0, "name", 90.0)));
    new SettingsStore(folder).save(settings);
    assertThat(new SettingsStore(folder).load()).isEqualTo(settings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"width\":\"wide\",\"height\":-3}",
        "{\"dark\":7}",
        "{\"dark\":true,\"colour\":1}",
        "\u0000"
      })
  void damagedSettingsAreSetAsideWithASentence(String text) throws IOException {
    Files.writeString(folder.resolve("settings.json"), text);
    SettingsStore store = new SettingsStore(folder);
    assertThat(store.load()).isEqualTo(Settings.DEFAULT);
    assertThat(store.problems())
        .singleElement()
        .satisfies(
            p ->
                assertThat(p)
                    .contains("settings.json")
                    .endsWith("it was set aside as settings.json.damaged"));
    assertThat(store.problems()).isEmpty();
    assertThat(folder.resolve("settings.json.damaged")).hasContent(text);
    assertThat(folder.resolve("settings.json")).doesNotExist();
  }

  @Test
  void aSessionThatIsNoTextIsSetAside() throws IOException {
    Files.write(folder.resolve("session.json"), new byte[] {'"', (byte) 0xff, '"'});
    SettingsStore store = new SettingsStore(folder);
    assertThat(store.loadSession()).isEmpty();
    assertThat(store.problems()).singleElement().asString().contains("is not text");
    assertThat(folder.resolve("session.json.damaged")).exists();
  }

  @Test
  void aRejectedSessionIsSetAsideNotLost() throws IOException {
    SettingsStore store = new SettingsStore(folder);
    store.saveSession("\"what was it\"");
    store.rejectSession(new IllegalArgumentException("no idea"));
    assertThat(store.loadSession()).isEmpty();
    assertThat(store.problems())
        .containsExactly("no idea; it was set aside as session.json.damaged");
    assertThat(folder.resolve("session.json.damaged")).hasContent("\"what was it\"");
  }

  @Test
  void twoWindowsKeepTheirOwnAndTheLastSaveIsOpenedNext() throws IOException {
    try (SettingsStore first = entered();
        SettingsStore second = entered()) {
      first.change(s -> s.withDark(true));
      second.change(s -> s.withFolder("/b"));
      first.change(s -> s.withWindow(1, 2, 1000, 700, false));
      assertThat(second.load())
          .isEqualTo(
              new Settings(
                  true,
                  Optional.of(1.0),
                  Optional.of(2.0),
                  1000,
                  700,
                  false,
                  "/b",
                  "",
                  Map.of(),
                  Map.of()));

      first.autosaveSession("\"first\"");
      second.autosaveSession("\"second\"");
      assertThat(text(first)).isEqualTo("first");
      assertThat(text(second)).isEqualTo("second");
      second.saveSession("\"second, closed\"");
      first.saveSession("\"first, closed\"");
    }
    try (SettingsStore next = entered()) {
      assertThat(text(next)).isEqualTo("first, closed");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !f.endsWith(".lock")))
          .containsExactlyInAnyOrder("settings.json", "session.json");
    }
  }

  @Test
  void whatAKilledWindowHadKeptIsOpenedInItsPlace() throws IOException {
    new SettingsStore(folder).saveSession("\"closed\"");
    try (SettingsStore killed = entered()) {
      killed.autosaveSession("\"killed\"");
    }
    try (SettingsStore next = entered();
        SettingsStore beside = entered()) {
      assertThat(text(next)).isEqualTo("killed");
      assertThat(text(beside)).isEqualTo("closed");
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaidAndPreventsNoStart() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    SettingsStore store = new SettingsStore(file);
    store.enter();
    assertThat(store.problems())
        .singleElement()
        .asString()
        .startsWith("cannot write " + file)
        .endsWith("nothing will be kept");
    assertThat(store.load()).isEqualTo(Settings.DEFAULT);
    assertThat(store.loadSession()).isEmpty();
  }

  private SettingsStore entered() {
    SettingsStore store = new SettingsStore(folder);
    store.enter();
    return store;
  }

  private static String text(SettingsStore store) {
    return store.loadSession().orElseThrow().text();
  }
}
