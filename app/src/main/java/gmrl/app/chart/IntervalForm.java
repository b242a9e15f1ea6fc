package gmrl.app.chart;

import java.util.EnumSet;
import java.util.Set;

/** How a chart draws intervals. */
public enum IntervalForm {
  /** An area around a line. */
  BAND,
  /** A stroke through a point. */
  WHISKER;

  /** The forms that a chart as wide as usual has. */
  public static Set<IntervalForm> of(ChartModel model) {
    Set<IntervalForm> forms = EnumSet.noneOf(IntervalForm.class);
    Spread spread = new Spread(model, Limits.of(model), 0);
    for (ChartSeries series : model.series()) {
      if (!spread.bands(series).isEmpty()) {
        forms.add(BAND);
      }
    }
    boolean banded = forms.contains(BAND);
    for (ChartSeries series : model.series()) {
      boolean lone = series.mark() == Mark.POINTS && series.points().size() == 1;
      // That of a dot on a banded line lies within the band.
      if (!spread.whiskers(series).isEmpty() && !(lone && banded)) {
        forms.add(WHISKER);
      }
    }
    return forms;
  }
}
