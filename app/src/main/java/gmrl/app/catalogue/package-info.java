/**
 * Every figure the laboratory can make, as data, and how to make it.
 *
 * <p>{@link gmrl.app.catalogue.Catalogue} lists the {@link gmrl.app.catalogue.FigurePlan}s: the
 * paper's tabular experiments, ours, and the repeated games. {@link gmrl.app.catalogue.FigureRun}
 * computes a plan into a {@link gmrl.app.figure.Figure}. A window offers the same plans as presets:
 * the specifications inside are what it needs. Nothing here needs a display.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.catalogue;
