package gmrl.atari.ale;

import java.nio.file.Path;

/**
 * A game's file, known by its checksum and not by its name.
 *
 * @param game the game's name, for example {@code space_invaders}
 */
public record Rom(String game, Path file) {
  /** The name a person reads. */
  public String title() {
    return SupportedRoms.title(game);
  }
}
