/**
 * Five miniature games on a 10 × 10 grid, after the rules of MinAtar: {@link
 * gmrl.atari.mini.Miniature} names them, {@link gmrl.atari.mini.MiniatureSettings} says how one is
 * played, {@link gmrl.atari.mini.MiniatureGame} plays it. Every random outcome is asked of a {@link
 * gmrl.atari.mini.Chance}, so that {@link gmrl.atari.mini.Replay} can repeat a recorded episode.
 *
 * @see <a href="https://arxiv.org/abs/1903.03176">Young and Tian 2019</a>
 */
@org.jspecify.annotations.NullMarked
package gmrl.atari.mini;
