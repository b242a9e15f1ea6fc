/**
 * The board: the first page of the window, on which each slider stands on top of its own column of
 * small plots.
 *
 * <p>{@link gmrl.app.board.BoardPage} puts it together. It shows what the families of experiments
 * offer; no family knows it.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.board;
