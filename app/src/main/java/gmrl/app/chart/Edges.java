package gmrl.app.chart;

/**
 * Fixed edges around a plot, so that several charts and the controls above them line up; a chart
 * with fixed edges has no legend of its own.
 *
 * @param left room for tick labels, in pixels
 * @param bottom room for tick labels, in pixels
 * @param right empty room, in pixels
 * @param top empty room, in pixels
 * @param leads whether it is the first of its row: what stands at the value axis, and how far the
 *     curves are, it says for the others, too
 */
public record Edges(double left, double bottom, double right, double top, boolean leads) {}
