package gmrl.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Mark;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Scale;
import gmrl.app.chart.Style;
import gmrl.app.chart.Surface;
import gmrl.app.live.Standing;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedChartTest {
  private static final List<ChartPoint> AWKWARD =
      List.of(
          new ChartPoint(0.1 + 0.2, -0.0, -1 / 3.0, Double.MIN_VALUE, 12_345_678_901L),
          ChartPoint.of(-0.0, Double.NaN),
          new ChartPoint(3, 4, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
          new ChartPoint(1e300, Double.POSITIVE_INFINITY, 2, Double.POSITIVE_INFINITY),
          ChartPoint.of(5, 1e-300).withTrials(7),
          new ChartPoint(6, 2, 1, 4, 9).bare(),
          ChartPoint.of(7, 2).withTrials(9).withExact(true));

  private static final ChartModel CHART =
      new ChartModel(
              "",
              new ChartAxis(
                  "α^{2} of “all”",
                  new Scale.SymLog(0.1), Double.NaN, 7, List.of("a", " b "), " %"),
              ChartAxis.log("y").between(0.1, Double.NaN),
              List.of(
                  new ChartSeries(
                      "kept run", Role.PINNED, Mark.LINE, Style.nth(3), AWKWARD, "slope 2"),
                  ChartSeries.singleSeeds("kept run", Style.nth(1), AWKWARD),
                  ChartSeries.bars("bars", Style.ordered(1, 3), AWKWARD),
                  ChartSeries.line(
                      "limit", Role.EXACT, Style.neutral(Style.Dash.DOTTED), List.of())),
              List.of(ReferenceLine.atY(0.3, "exact"), ReferenceLine.cursor(2, "")),
              0.3)
          .withStanding(Standing.CANCELLED)
          .withSurface(
              Optional.of(
                  new Surface(
                      List.of(1.0, 2.0),
                      List.of(1.5),
                      List.of("row"),
                      List.of(List.of(Double.NaN, 0.25)),
                      new Surface.Unit(100, " %"))));

  private static ObjectNode written() {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("title", "");
    new RecordedChart("", 42, CHART).describe(node);
    return node;
  }

  private static RecordedChart read(String text) {
    return RecordedChart.read(JsonView.parse("a panel", text));
  }

  @Test
  void everyNumberComesBackBitForBitThroughTheTextOfAFile() {
    RecordedChart again = read(Json.pretty(written()));
    assertThat(again).isEqualTo(new RecordedChart("", 42, CHART));
    Remade.assertSame(Remade.of(again, RecordedChart::read), CHART);
    assertThat(again.recorded()).isTrue();
    assertThat(again.withSeed(3)).isEqualTo(again.quick());
  }

  @Test
  void whatIsWrongIsNamedWithItsPlace() {
    String good = written().toString();
    assertThatThrownBy(() -> read(good.replaceFirst("\"role\":\"pinned\"", "\"role\":\"hidden\"")))
        .hasMessageContaining("role is \"hidden\", expected one of estimate, pinned");
    assertThatThrownBy(() -> read(good.replaceFirst("symlog 0.1", "cubic")))
        .hasMessageContaining("scale is \"cubic\", expected linear, log or symlog");
    assertThatThrownBy(() -> read(good.replaceFirst("\"category \\d\"", "\"category 77\"")))
        .hasMessageContaining("not 77");
  }
}
