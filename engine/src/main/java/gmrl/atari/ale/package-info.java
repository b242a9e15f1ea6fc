/**
 * Atari 2600 games through the Arcade Learning Environment, an optional part that is loaded when
 * the first game is opened: {@link gmrl.atari.ale.Ale} says whether it is there, {@link
 * gmrl.atari.ale.Roms} finds a game's file, {@link gmrl.atari.ale.AtariSettings} says how it is
 * played and {@link gmrl.atari.ale.AtariGame} plays it.
 *
 * <p>The emulator ends the whole process on a file or an action it does not know, so both are
 * checked here before it sees them.
 *
 * @see <a href="https://arxiv.org/abs/1207.4708">Bellemare et al. 2013</a>
 * @see <a href="https://arxiv.org/abs/1709.06009">Machado et al. 2018, on sticky actions</a>
 */
@org.jspecify.annotations.NullMarked
package gmrl.atari.ale;
