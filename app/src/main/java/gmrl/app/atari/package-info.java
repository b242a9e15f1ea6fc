/**
 * Learning on games: returns, meta-parameters and diagnostics of runs that were really made. {@link
 * gmrl.app.atari.AtariFeature} brings the panel below the board and the page; {@link
 * gmrl.app.atari.AtariFigures} the figures.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.atari;
