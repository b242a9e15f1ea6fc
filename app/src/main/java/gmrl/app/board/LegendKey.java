package gmrl.app.board;

import gmrl.app.chart.Style;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;

/** A short piece of a line with its name; its colour comes from the style sheet. */
final class LegendKey extends Label {
  LegendKey(Row row, BoardStudy.Line line, String text) {
    super(text);
    Line sample = new Line(0, 0, 22, 0);
    sample.setStrokeWidth(2.2);
    Style.Dash dash = BoardCharts.style(row, line).dash();
    if (dash == Style.Dash.DASHED) {
      sample.getStrokeDashArray().setAll(6.0, 4.0);
    } else if (dash == Style.Dash.DASH_DOT) {
      sample.getStrokeDashArray().setAll(7.0, 3.0, 1.5, 3.0);
    } else if (dash == Style.Dash.DOTTED) {
      sample.getStrokeDashArray().setAll(1.5, 4.0);
    }
    sample
        .getStyleClass()
        .add(
            switch (line) {
              case OWN -> row.styleClass() + "-line";
              case OTHER -> "other-line";
              case CONTROLLED, LIMIT -> "neutral-line";
            });
    setGraphic(sample);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("board-key");
  }
}
