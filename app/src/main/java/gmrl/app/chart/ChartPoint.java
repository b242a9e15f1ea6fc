package gmrl.app.chart;

import gmrl.meta.Interval;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/**
 * One plotted value with its interval. What a picture leaves out stays among the data.
 *
 * @param x position on the horizontal axis, finite
 * @param y estimate; NaN leaves a gap
 * @param low lower end of the interval, {@code low ≤ y}; equal to {@code y} when there is none
 * @param high upper end of the interval, {@code high ≥ y}
 * @param trials how many trials the estimate rests on; 0 where nothing was counted
 * @param undrawn the interval that is known but not drawn; {@code low} and {@code high} are {@code
 *     y} then
 * @param exact whether a formula gives the value, whatever trials there are
 */
@RecordBuilder
public record ChartPoint(
    double x,
    double y,
    double low,
    double high,
    long trials,
    Optional<Interval> undrawn,
    boolean exact)
    implements ChartPointBuilder.With {

  /** Validates the order of the interval and that {@code x} is finite. */
  public ChartPoint {
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException("A chart point needs a finite x, not " + x + ".");
    }
    low = Double.isNaN(low) ? y : low;
    high = Double.isNaN(high) ? y : high;
    if (low > high) {
      throw new IllegalArgumentException(
          "The interval of a chart point must run upwards, but was [" + low + ", " + high + "].");
    }
  }

  /** A value whose interval is drawn. */
  public ChartPoint(double x, double y, double low, double high, long trials) {
    this(x, y, low, high, trials, Optional.empty(), false);
  }

  /** A value that does not rest on counted trials. */
  public ChartPoint(double x, double y, double low, double high) {
    this(x, y, low, high, 0);
  }

  /** The same value with its interval not drawn. */
  public ChartPoint bare() {
    return hasInterval()
        ? new ChartPoint(x, y, y, y, trials, Optional.of(new Interval(y, low, high)), exact)
        : this;
  }

  /** What is known of it, drawn or not. */
  public Interval known() {
    return undrawn.orElseGet(() -> new Interval(y, low, high));
  }

  /** Whether the interval that is known has a length. */
  boolean hasLength() {
    return known().high() > known().low();
  }

  /**
   * A value without an interval.
   *
   * @param x position on the horizontal axis
   * @param y value
   * @return the point
   */
  public static ChartPoint of(double x, double y) {
    return new ChartPoint(x, y, y, y);
  }

  /**
   * Whether an interval is drawn.
   *
   * @return true when the interval has a width
   */
  public boolean hasInterval() {
    return high > low;
  }

  /**
   * Whether there is a value to draw.
   *
   * @return false for a gap (NaN or infinite {@code y})
   */
  public boolean isPresent() {
    return Double.isFinite(y);
  }

  /** Whether another one lies at the same place but for a share of its value. */
  boolean isNear(ChartPoint other, double share) {
    return x == other.x && Math.abs(y - other.y) <= share * Math.abs(y);
  }
}
