package gmrl.app.chart;

import java.util.List;

/**
 * Points that are drawn with one look.
 *
 * @param points where they are drawn: beside one another where they share a place, cut where they
 *     leave a log axis, without a value where they have no place
 * @param half how far a box reaches to either side of its point; it stands between the interval's
 *     ends
 * @param look line, area or symbol
 */
record Strand(List<ChartPoint> points, double half, Look look) {}
