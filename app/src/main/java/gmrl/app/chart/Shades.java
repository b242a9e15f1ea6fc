package gmrl.app.chart;

import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Which colour of a {@link Surface} is which value: colours of powers of ten, counted from the
 * lowest, paler than the curves that must be seen on them.
 *
 * @param surface whose
 * @param theme colours and sizes
 * @param low lowest power
 * @param decades how many powers above it
 */
record Shades(Surface surface, ChartTheme theme, double low, int decades) implements PaintScale {
  private static final double PALE = 0.45;
  private static final int SLOTS = 160;

  static Shades of(Surface surface, ChartTheme theme) {
    double[] ends = surface.decades();
    return new Shades(surface, theme, ends[0], (int) (ends[1] - ends[0]));
  }

  @Override
  public double getLowerBound() {
    return 0;
  }

  @Override
  public double getUpperBound() {
    return decades;
  }

  @Override
  public Color getPaint(double power) {
    double share = Math.max(0, Math.min(1, power / decades));
    Color color =
        theme.tone() == ChartTheme.Tone.GREY
            ? theme.color(new Hue.Ordered(share))
            : Palette.shade(share, theme.onDark());
    return Palette.mix(color, theme.background(), PALE);
  }

  /** Colour of a value. */
  Color color(double value) {
    return getPaint(Math.log10(value) - low);
  }

  /** What stands beside each power of ten. */
  List<String> labels() {
    Surface.Unit unit = surface.unit();
    return DoubleStream.iterate(low, power -> power + 1)
        .limit(decades + 1L)
        .mapToObj(power -> Readout.number(unit.factor() * Math.pow(10, power)) + unit.sign())
        .toList();
  }

  /** The bar beside the plot. */
  PaintScaleLegend bar() {
    SymbolAxis axis = new SymbolAxis(null, labels().toArray(String[]::new));
    axis.setGridBandsVisible(false);
    axis.setRange(0, decades);
    axis.setTickLabelFont(ChartFonts.at(theme.fontSize()));
    axis.setTickLabelPaint(theme.muted());
    axis.setAxisLineVisible(false);
    axis.setTickMarkPaint(theme.muted());
    PaintScaleLegend bar = new PaintScaleLegend(this, axis);
    bar.setPosition(RectangleEdge.RIGHT);
    bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    bar.setStripWidth(theme.fontSize() * 0.8);
    bar.setStripOutlineVisible(false);
    bar.setSubdivisionCount(SLOTS);
    bar.setBackgroundPaint(theme.background());
    double room = theme.fontSize() * 0.5;
    // As high as the plot, which has its axis below it.
    bar.setMargin(new RectangleInsets(room, room, theme.fontSize() * 3.1, 0));
    return bar;
  }
}
