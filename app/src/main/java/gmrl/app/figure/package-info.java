/**
 * Figures for papers and slides: PNG, SVG and PDF drawn from chart models, never from pixels.
 *
 * <p>Put one or more models into a {@link gmrl.app.figure.Figure} together with its {@link
 * gmrl.app.figure.FigureOrigin}, choose a {@link gmrl.app.figure.FigureSize} and let {@link
 * gmrl.app.figure.FigureWriter} write the files; the data (CSV) and the configuration (JSON) lie
 * beside them. {@link gmrl.app.figure.Screenshot} saves the whole window. Nothing here but {@code
 * Screenshot} needs a display or a JavaFX toolkit.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.figure;
