package gmrl.atari.ale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.atari.StatefulRandom;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RomsTest {
  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }

  private Roms roms(String... gamesByContent) {
    Map<String, String> list = new java.util.HashMap<>();
    for (String game : gamesByContent) {
      list.put(md5(game), game);
    }
    return new Roms(List.of(folder), list);
  }

  private static String md5(String content) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("MD5")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aGameIsKnownByItsContentAndNotByItsName() throws IOException {
    Path renamed = file("my favourite.a26", "breakout");
    file("readme.txt", "pong");
    Roms roms = roms("breakout", "pong");
    assertThat(roms.find("Breakout")).isEqualTo(new Rom("breakout", renamed));
    assertThat(roms.all()).containsOnlyKeys("breakout");
    assertThatThrownBy(() -> roms.find("pong"))
        .hasMessage(
            "no file of Pong lies in "
                + folder
                + ": none there has its checksum; name a folder that holds it (--roms or"
                + " ALE_ROMS_DIR)");
  }

  @Test
  void aFileThatIsAnotherGameOrDamagedIsSaidToBe() throws IOException {
    Path pong = file("pong.bin", "breakout");
    assertThatThrownBy(() -> roms("breakout", "pong").find("pong"))
        .hasMessage(pong + " is not Pong: by its checksum it is Breakout");
    file("pong.bin", "damaged");
    assertThatThrownBy(() -> roms("breakout", "pong").find("pong"))
        .hasMessage(
            pong
                + " is not Pong: by its checksum "
                + md5("damaged")
                + " it is no game the emulator supports, or damaged");
    Path right = file("another.bin", "pong");
    assertThat(roms("breakout", "pong").find("pong").file()).isEqualTo(right);
  }

  @Test
  void nothingReachesTheEmulatorThatIsNotWhatItWasFoundToBe() throws IOException {
    Rom rom = new Rom("pong", file("pong.bin", "not pong"));
    StatefulRandom random = new StatefulRandom(1);
    if (Ale.missing().isEmpty()) {
      assertThatThrownBy(() -> AtariGame.open(AtariSettings.of("pong"), rom, random))
          .hasMessageContaining("pong.bin is not Pong: by its checksum");
      Files.delete(rom.file());
      assertThatThrownBy(() -> AtariGame.open(AtariSettings.of("pong"), rom, random))
          .hasMessageContaining("there is no such file");
    } else {
      assertThatThrownBy(() -> AtariGame.open(AtariSettings.of("pong"), rom, random))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(Ale.missing().get());
    }
    assertThatThrownBy(() -> AtariGame.open(AtariSettings.of("qbert"), rom, random))
        .hasMessageContaining("is Pong, wanted is Atari Qbert");
  }

  @Test
  void foldersComeFromTheUserOrTheEnvironmentOrPython() throws IOException {
    Path variable = Files.createDirectory(folder.resolve("games"));
    Path python =
        Files.createDirectories(folder.resolve("venv/lib/python3.11/site-packages/ale_py/roms"));
    Path user =
        Files.createDirectories(folder.resolve(".local/lib/python3.12/site-packages/ale_py/roms"));
    Map<String, String> environment =
        Map.of(
            "ALE_ROM_DIR", variable.toString(),
            "ALE_ROMS_DIR", "/no/such/folder",
            "VIRTUAL_ENV", folder.resolve("venv").toString());
    assertThat(Roms.in(null, environment::get, folder).folders())
        .containsSequence(variable, python, user);
    assertThat(Roms.in(variable, environment::get, folder).folders()).containsExactly(variable);
    assertThatThrownBy(() -> Roms.in(folder.resolve("absent")))
        .hasMessage(folder.resolve("absent") + " is no folder; expected one with Atari games");
    assertThatThrownBy(() -> new Roms(List.of(), Map.of()).find("pong"))
        .hasMessageContaining(
            "name one (--roms), set ALE_ROMS_DIR, or install the Python package ale-py");
    assertThatThrownBy(() -> new Roms(List.of(), Map.of()).find("joust"))
        .hasMessageContaining("\"joust\" is no Atari game that the emulator knows");
  }

  @Test
  void theListKnowsTheGamesTheEmulatorKnows() {
    assertThat(SupportedRoms.gameOfMd5())
        .hasSize(104)
        .containsEntry("60e0ea3cbe0913d39803477945e9e5ec", "pong")
        .doesNotContainValue("combat")
        .doesNotContainValue("joust")
        .doesNotContainValue("warlords")
        .doesNotContainValue("maze_craze");
    assertThat(SupportedRoms.gameOfMd5().keySet()).allMatch(md5 -> md5.matches("[0-9a-f]{32}"));
    assertThat(SupportedRoms.find("Space-Invaders")).isEqualTo("space_invaders");
    assertThat(SupportedRoms.title("space_invaders")).isEqualTo("Space Invaders");
  }

  @Test
  void whereThereIsNoEmulatorASentenceSaysWhatToDo() {
    assertThat(Ale.sentence("Linux", "amd64")).contains("mvn -Pale").contains("GPL-2");
    assertThat(Ale.sentence("Windows 11", "amd64")).contains("mvn -Pale");
    assertThat(Ale.sentence("Mac OS X", "aarch64"))
        .contains("has no build for Mac OS X on aarch64");
    assertThat(Ale.sentence("Linux", "aarch64")).contains("has no build").contains("miniature");
  }
}
