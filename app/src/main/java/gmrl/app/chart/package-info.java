/**
 * Live, themed charts that know nothing of the experiments they show.
 *
 * <p>Describe what to show with a {@link gmrl.app.chart.ChartModel} (immutable, built on any
 * thread), hand it to a {@link gmrl.app.chart.ChartPane} to see it in the window, or to {@link
 * gmrl.app.chart.ChartPainter} to draw it on any {@code Graphics2D}. {@link
 * gmrl.app.chart.ChartData} turns a model into rows and CSV. What is no plot is drawn with a {@link
 * gmrl.app.chart.Pen}.
 *
 * <p>What a model consists of in sight, from tiles to symbols, is found once, by {@link
 * gmrl.app.chart.Strands}; {@code Layers} hands it to JFreeChart and {@code PgfAxis} to PGFPlots.
 *
 * <p>JFreeChart draws: plot, grid, axes with their ticks, bands (deviation renderer), lines, bars
 * and tiles of a surface (bar renderer), whiskers (error renderer), reference lines (markers),
 * headings, the bar of a surface. What is written here instead, and why:
 *
 * <ul>
 *   <li>whether intervals are bands or whiskers, and which points bear a symbol: nothing there
 *       looks at how much of a plot is hidden
 *   <li>symbols: there the edge of the plot cuts those of points that lie on it
 *   <li>words over a plot: an annotation or marker there is told where its words stand before
 *       anybody knows how large the plot will be and which curves would cross them
 *   <li>numbers and words of axes: screen, PDF and PGFPlots must agree on one set of ticks; a scale
 *       that is logarithmic on both sides of zero, powers of two and whole numbers have no axis
 *       there; and raised exponents become outlines in SVG when JFreeChart sets them, where they
 *       must stay text
 *   <li>the legend: rows that are balanced and centred, a count of what does not fit, and the
 *       sentence that a curve lies under another
 *   <li>frames, zoom, lock, gestures and read-outs: a live chart is replaced many times a second,
 *       and JFreeChart keeps these in the chart that is thrown away; there, too, each change draws
 *       at once
 *   <li>the PGFPlots twin, the data table, the colours for paper and projector
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.chart;
