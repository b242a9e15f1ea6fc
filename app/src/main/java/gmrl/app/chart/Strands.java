package gmrl.app.chart;

import java.util.ArrayList;
import java.util.List;
import org.jfree.data.xy.AbstractIntervalXYDataset;

/** Lines of points as JFreeChart's renderers read them, their values cut to what the axis has. */
@SuppressWarnings("serial")
final class Strands extends AbstractIntervalXYDataset {

  /** Points that are drawn with one pen, so far beside their places and so wide. */
  private record Strand(List<ChartPoint> points, double shift, double half) {}

  private final transient List<Strand> strands = new ArrayList<>();
  private final double floor;

  /**
   * No points.
   *
   * @param floor the lowest value that has a place, −∞ on axes without a floor
   */
  Strands(double floor) {
    this.floor = floor;
  }

  /** Takes points and tells their number. */
  int add(List<ChartPoint> points, double shift, double half) {
    strands.add(new Strand(points, shift, half));
    return strands.size() - 1;
  }

  private ChartPoint at(int strand, int item) {
    return strands.get(strand).points().get(item);
  }

  @Override
  public int getSeriesCount() {
    return strands.size();
  }

  @Override
  public Comparable<?> getSeriesKey(int strand) {
    return strand;
  }

  @Override
  public int getItemCount(int strand) {
    return strands.get(strand).points().size();
  }

  @Override
  public Number getX(int strand, int item) {
    return at(strand, item).x() + strands.get(strand).shift();
  }

  @Override
  public Number getStartX(int strand, int item) {
    return getXValue(strand, item) - strands.get(strand).half();
  }

  @Override
  public Number getEndX(int strand, int item) {
    return getXValue(strand, item) + strands.get(strand).half();
  }

  /** What has no place breaks a line. */
  @Override
  public Number getY(int strand, int item) {
    ChartPoint p = at(strand, item);
    return p.isPresent() && (p.y() > 0 || floor <= 0) ? p.y() : Double.NaN;
  }

  @Override
  public Number getStartY(int strand, int item) {
    return Math.max(floor, at(strand, item).low());
  }

  @Override
  public Number getEndY(int strand, int item) {
    return Math.max(floor, at(strand, item).high());
  }
}
