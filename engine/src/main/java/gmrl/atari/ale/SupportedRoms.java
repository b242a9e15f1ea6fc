package gmrl.atari.ale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The games the emulator knows and the checksums it knows them by, atari/roms.csv. */
final class SupportedRoms {
  private static final String LIST = "/atari/roms.csv";
  private static final Map<String, String> GAME_OF_MD5 = read();

  private SupportedRoms() {}

  /** Games by checksum, in alphabetical order of the games. */
  static Map<String, String> gameOfMd5() {
    return GAME_OF_MD5;
  }

  /** The game's name as the list has it, or null; spaces, hyphens and capitals do not matter. */
  static @Nullable String find(String name) {
    String plain = plain(name);
    return GAME_OF_MD5.values().stream()
        .filter(game -> plain(game).equals(plain))
        .findFirst()
        .orElse(null);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }

  static String title(String game) {
    return Arrays.stream(game.split("_"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> read() {
    Map<String, String> out = new LinkedHashMap<>();
    InputStream stream = SupportedRoms.class.getResourceAsStream(LIST);
    if (stream == null) {
      throw new IllegalStateException("resource " + LIST + " is missing");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .forEach(
              line -> {
                int comma = line.indexOf(',');
                out.put(line.substring(comma + 1), line.substring(0, comma));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(out);
  }
}
