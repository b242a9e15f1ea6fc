package gmrl.app.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** Draws a {@link Surface} behind the curves, and its bar. */
@SuppressWarnings("serial")
final class SurfaceMark extends AbstractXYAnnotation {
  /** Colours are paler than curves, which must be seen on them. */
  private static final double PALE = 0.45;

  private static final int SLOTS = 160;

  private static final double OVER = 0.5;

  private final transient Surface surface;
  private final transient Shades shades;

  SurfaceMark(Surface surface, ChartTheme theme) {
    this.surface = surface;
    this.shades = Shades.of(surface, theme);
  }

  /**
   * Colours of powers of ten.
   *
   * @param low lowest power
   * @param high highest power
   */
  private record Shades(double low, double high, ChartTheme theme) implements PaintScale {
    static Shades of(Surface surface, ChartTheme theme) {
      double[] decades = surface.decades();
      return new Shades(decades[0], decades[1], theme);
    }

    @Override
    public double getLowerBound() {
      return low;
    }

    @Override
    public double getUpperBound() {
      return high;
    }

    @Override
    public Paint getPaint(double power) {
      return color(theme, (power - low) / (high - low));
    }
  }

  /** Colour at a share of the way from the lowest to the highest power. */
  private static Color color(ChartTheme theme, double share) {
    Color full = theme.color(new Hue.Ordered(Math.max(0, Math.min(1, share))));
    return Palette.mix(full, theme.background(), PALE);
  }

  /** Colour of a value. */
  static Color of(Surface surface, ChartTheme theme, double value) {
    return (Color) Shades.of(surface, theme).getPaint(Math.log10(value));
  }

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis xAxis,
      ValueAxis yAxis,
      int rendererIndex,
      @Nullable PlotRenderingInfo info) {
    double[] across = edges(surface.x(), xAxis, area, RectangleEdge.BOTTOM);
    double[] up = edges(surface.y(), yAxis, area, RectangleEdge.LEFT);
    for (int row = 0; row + 1 < up.length; row++) {
      for (int column = 0; column + 1 < across.length; column++) {
        double value = surface.z().get(row).get(column);
        if (value > 0 && Double.isFinite(value)) {
          Rectangle2D tile = new Rectangle2D.Double();
          // A little into the next one, which covers it: no seams where edges are smoothed.
          tile.setFrameFromDiagonal(
              across[column], up[row], across[column + 1] + OVER, up[row + 1] - OVER);
          g2.setPaint(shades.getPaint(Math.log10(value)));
          g2.fill(tile.createIntersection(area));
        }
      }
    }
  }

  /** Half-way between neighbours on paper; the outermost tiles reach as far out as in. */
  private static double[] edges(
      List<Double> places, ValueAxis axis, Rectangle2D area, RectangleEdge edge) {
    double[] at = places.stream().mapToDouble(p -> axis.valueToJava2D(p, area, edge)).toArray();
    return between(at);
  }

  /** Edges of tiles around places. */
  static double[] between(double... at) {
    int n = at.length;
    double[] edges = new double[n + 1];
    for (int i = 1; i < n; i++) {
      edges[i] = (at[i - 1] + at[i]) / 2;
    }
    edges[0] = n > 1 ? 2 * at[0] - edges[1] : at[0] - 1;
    edges[n] = n > 1 ? 2 * at[n - 1] - edges[n - 1] : at[0] + 1;
    return edges;
  }

  /** What stands at a power of ten beside the bar. */
  static String label(Surface surface, double power) {
    return label(surface.unit(), power);
  }

  private static String label(Surface.Unit unit, double power) {
    DecimalFormat plain = new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return plain.format(unit.factor() * Math.pow(10, power)) + unit.sign();
  }

  /** The bar that says which colour is which value. */
  static PaintScaleLegend bar(Surface surface, ChartTheme theme) {
    double[] decades = surface.decades();
    NumberAxis axis = new NumberAxis();
    axis.setRange(decades[0], decades[1]);
    axis.setTickUnit(new NumberTickUnit(1, new Powers(surface.unit())));
    axis.setTickLabelFont(ChartFonts.at(theme.fontSize()));
    axis.setTickLabelPaint(theme.muted());
    axis.setAxisLineVisible(false);
    axis.setTickMarkPaint(theme.muted());
    axis.setMinorTickMarksVisible(false);
    PaintScaleLegend bar = new PaintScaleLegend(Shades.of(surface, theme), axis);
    bar.setPosition(RectangleEdge.RIGHT);
    bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    bar.setStripWidth(theme.fontSize() * 0.8);
    bar.setStripOutlineVisible(false);
    bar.setSubdivisionCount(SLOTS);
    bar.setBackgroundPaint(theme.background());
    double room = theme.fontSize() * 0.5;
    // As high as the plot, which has its axis below it.
    bar.setMargin(new RectangleInsets(room, room, theme.fontSize() * 3.6, 0));
    return bar;
  }

  /** Powers of ten as values. */
  private static final class Powers extends NumberFormat {
    private final transient Surface.Unit unit;

    Powers(Surface.Unit unit) {
      this.unit = unit;
    }

    @Override
    public StringBuffer format(double power, StringBuffer to, FieldPosition where) {
      return to.append(label(unit, power));
    }

    @Override
    public StringBuffer format(long power, StringBuffer to, FieldPosition where) {
      return format((double) power, to, where);
    }

    @Override
    public Number parse(String source, ParsePosition where) {
      throw new UnsupportedOperationException("labels are not read");
    }
  }
}
