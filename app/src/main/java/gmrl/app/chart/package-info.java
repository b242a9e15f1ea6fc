/**
 * Live, themed charts that know nothing of the experiments they show.
 *
 * <p>Describe what to show with a {@link gmrl.app.chart.ChartModel} (immutable, built on any
 * thread), hand it to a {@link gmrl.app.chart.ChartPane} to see it in the window, or to {@link
 * gmrl.app.chart.ChartPainter} to draw it on any {@code Graphics2D}. {@link
 * gmrl.app.chart.ChartData} turns a model into rows and CSV and back.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.chart;
