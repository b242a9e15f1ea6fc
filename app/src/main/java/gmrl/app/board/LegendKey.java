package gmrl.app.board;

import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Style;
import gmrl.app.ui.ParameterSlider;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;

/**
 * A short piece of a line with its name; its colour comes from the style sheet, or is that of a
 * kept run.
 */
final class LegendKey extends Label {
  private final Line sample = new Line(0, 0, 22, 0);

  LegendKey(Row row, BoardViewModel.Key key) {
    this(key.text(), BoardCharts.style(row, key.line()).dash());
    if (!key.meaning().isEmpty()) {
      setTooltip(ParameterSlider.tooltip(key.meaning()));
    }
    sample
        .getStyleClass()
        .add(
            switch (key.line()) {
              case OWN, NOISE -> row.styleClass() + "-line";
              case OTHER, OTHER_NOISE -> "other-line";
              case CONTROLLED, LIMIT -> "neutral-line";
            });
  }

  /** Of a kept run: its line is as broad and as pale as in the plots. */
  LegendKey(ChartSeries curve, ChartTheme theme) {
    this(curve.name(), curve.style().dash(), theme.lineWidth(curve.role()) / theme.lineWidth());
    java.awt.Color colour = theme.color(curve);
    sample.setStroke(Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
    setMinWidth(0);
    setTooltip(ParameterSlider.tooltip("The kept run " + curve.name()));
  }

  private LegendKey(String text, Style.Dash dash) {
    this(text, dash, 1);
  }

  /** Of the curves before the last change. */
  static LegendKey before(Row row) {
    LegendKey key = new LegendKey(BoardCharts.GHOST, row.style().dash());
    key.sample.getStyleClass().addAll(row.styleClass() + "-line", "ghost-line");
    key.setTooltip(ParameterSlider.tooltip("Goes when the new curves are complete"));
    return key;
  }

  private LegendKey(String text, Style.Dash dash, double breadth) {
    super(text);
    sample.setStrokeWidth(2.2 * breadth);
    if (breadth > 1) {
      // The ends that stand out would close the gaps of a broad line.
      sample.setStrokeLineCap(StrokeLineCap.BUTT);
    }
    double unit = breadth > 1 ? 1.4 : 1;
    if (dash == Style.Dash.DASHED) {
      sample.getStrokeDashArray().setAll(6 * unit, 4 * unit);
    } else if (dash == Style.Dash.DASH_DOT) {
      sample.getStrokeDashArray().setAll(7 * unit, 3 * unit, 1.5 * unit, 3 * unit);
    } else if (dash == Style.Dash.DOTTED) {
      sample.getStrokeDashArray().setAll(1.5 * unit, 4.0);
    }
    setGraphic(sample);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("board-key");
  }
}
