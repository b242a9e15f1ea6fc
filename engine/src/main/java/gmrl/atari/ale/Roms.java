package gmrl.atari.ale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of Atari games. Nothing is read but folders and small files in them, and a file
 * counts as a game only if its MD5 is one the emulator knows.
 */
public final class Roms {
  /** The environment variables that may name a folder, in the order they are asked. */
  public static final List<String> VARIABLES =
      List.of("ALE_ROMS_DIR", "ALE_ROM_DIR", "ALE_PY_ROM_DIR");

  private static final long LARGEST = 1 << 17;

  private final List<Path> folders;
  private final Map<String, String> gameOfMd5;

  /** Looks only into these folders and knows only these games. */
  Roms(List<Path> folders, Map<String, String> gameOfMd5) {
    this.folders = List.copyOf(folders);
    this.gameOfMd5 = gameOfMd5;
  }

  /**
   * Looks into the chosen folder, or else into those that the environment variables name and those
   * of installed ale-py packages.
   *
   * @throws IllegalArgumentException if a folder was chosen and there is none of that name
   */
  public static Roms in(@Nullable Path chosen) {
    return in(chosen, name -> System.getenv(name), Path.of(System.getProperty("user.home", ".")));
  }

  static Roms in(@Nullable Path chosen, UnaryOperator<@Nullable String> environment, Path home) {
    if (chosen != null) {
      if (!Files.isDirectory(chosen)) {
        throw new IllegalArgumentException(chosen + " is no folder; expected one with Atari games");
      }
      return new Roms(List.of(chosen), SupportedRoms.gameOfMd5());
    }
    Set<Path> out = new LinkedHashSet<>();
    for (String variable : VARIABLES) {
      String value = environment.apply(variable);
      if (value != null && !value.isBlank()) {
        out.add(Path.of(value));
      }
    }
    out.addAll(PythonPackages.romFolders(environment, home));
    return new Roms(out.stream().filter(Files::isDirectory).toList(), SupportedRoms.gameOfMd5());
  }

  /** The folders that are looked into. */
  List<Path> folders() {
    return folders;
  }

  /** The games there are, by name. */
  public Map<String, Rom> all() {
    Map<String, Rom> out = new TreeMap<>();
    for (Path folder : folders) {
      for (Path file : candidates(folder)) {
        String game = gameOfMd5.get(md5(file));
        if (game != null) {
          out.putIfAbsent(game, new Rom(game, file));
        }
      }
    }
    return out;
  }

  /**
   * The file of a game, whatever the file is called.
   *
   * @throws IllegalArgumentException in one sentence: there is no such game, no file of it, or the
   *     file of that name is something else
   */
  public Rom find(String name) {
    String game = SupportedRoms.find(name);
    if (game == null) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no Atari game that the emulator knows, like pong or space_invaders");
    }
    Rom rom = all().get(game);
    if (rom != null) {
      return rom;
    }
    for (Path folder : folders) {
      Path file = folder.resolve(game + ".bin");
      if (Files.isRegularFile(file)) {
        throw new IllegalArgumentException(wrong(file, game, gameOfMd5));
      }
    }
    if (folders.isEmpty()) {
      throw new IllegalArgumentException(
          "no folder with Atari games is known: name one (--roms), set "
              + VARIABLES.get(0)
              + ", or install the Python package ale-py, which brings them");
    }
    throw new IllegalArgumentException(
        "no file of "
            + SupportedRoms.title(game)
            + " lies in "
            + folders.stream().map(Path::toString).collect(Collectors.joining(", "))
            + ": none there has its checksum; name a folder that holds it (--roms or "
            + VARIABLES.get(0)
            + ")");
  }

  /**
   * Checks a file again.
   *
   * @throws IllegalArgumentException if it is not, or no longer, the game it was found to be
   */
  static void verify(Rom rom) {
    if (!Files.isRegularFile(rom.file())) {
      throw new IllegalArgumentException(rom.file() + ": there is no such file");
    }
    if (!rom.game().equals(SupportedRoms.gameOfMd5().get(md5(rom.file())))) {
      throw new IllegalArgumentException(wrong(rom.file(), rom.game(), SupportedRoms.gameOfMd5()));
    }
  }

  private static String wrong(Path file, String game, Map<String, String> gameOfMd5) {
    String md5 = md5(file);
    String other = gameOfMd5.get(md5);
    return file
        + " is not "
        + SupportedRoms.title(game)
        + ": by its checksum "
        + (other == null
            ? md5 + " it is no game the emulator supports, or damaged"
            : "it is " + SupportedRoms.title(other));
  }

  /** Small files in alphabetical order. */
  private static List<Path> candidates(Path folder) {
    List<Path> out = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{bin,a26,rom}")) {
      for (Path file : files) {
        if (Files.isRegularFile(file) && Files.isReadable(file) && Files.size(file) <= LARGEST) {
          out.add(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
    }
    out.sort(null);
    return out;
  }

  private static String md5(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
