package gmrl.app.board;

import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Style;
import gmrl.app.ui.ParameterSlider;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;

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

  /** Of a curve whose colour a person has chosen. */
  LegendKey(ChartSeries curve, ChartTheme theme) {
    this(curve.name(), curve.style().dash());
    java.awt.Color colour = theme.color(curve.style().hue());
    sample.setStroke(Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
  }

  private LegendKey(String text, Style.Dash dash) {
    super(text);
    sample.setStrokeWidth(2.2);
    if (dash == Style.Dash.DASHED) {
      sample.getStrokeDashArray().setAll(6.0, 4.0);
    } else if (dash == Style.Dash.DASH_DOT) {
      sample.getStrokeDashArray().setAll(7.0, 3.0, 1.5, 3.0);
    } else if (dash == Style.Dash.DOTTED) {
      sample.getStrokeDashArray().setAll(1.5, 4.0);
    }
    setGraphic(sample);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("board-key");
  }
}
