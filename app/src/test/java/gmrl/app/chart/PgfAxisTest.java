package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class PgfAxisTest {
  private static ChartSeries curve(String name, double y, double reach, int points) {
    List<ChartPoint> all = new ArrayList<>();
    for (int x = 0; x < points; x++) {
      all.add(new ChartPoint(x, y, y - reach, y + reach));
    }
    return ChartSeries.estimate(name, Style.nth(0), all);
  }

  private static String content(ChartAxis y, ChartSeries... series) {
    ChartModel model = ChartModel.of("", ChartAxis.linear("x"), y, List.of(series));
    return new PgfAxis(model, ChartTheme.paper(), 150, 100, UnaryOperator.identity()).content();
  }

  @Test
  void bandsThatWouldHideThePlotAreWhiskersInLatexToo() {
    ChartAxis y = ChartAxis.log("y").between(0.01, 10);
    String tex = content(y, curve("a", 1, 1, 4), curve("b", 0.5, 0.2, 4));
    assertThat(tex).doesNotContain("-- cycle");
    assertThat(tex.split("<-\\|", -1)).as("open ends").hasSize(1 + 4);
    assertThat(tex.split("pt, \\|-\\|", -1)).as("closed ends").hasSize(1 + 4);
    assertThat(content(y, curve("b", 0.5, 0.2, 4))).as("a band alone").contains("-- cycle");
  }

  @Test
  void symbolsStandAsFarApartAsInEveryOtherFile() {
    ChartAxis y = ChartAxis.linear("y");
    assertThat(content(y, curve("a", 1, 0, 60))).containsPattern("mark repeat=[3-9]");
    assertThat(content(y, curve("a", 1, 0, 5))).doesNotContain("mark repeat");
  }

  @Test
  void singleSeedsShareOneEntryOfTheLegend() {
    List<ChartSeries> series = new ArrayList<>();
    for (String name : List.of("A2C", "MGRL")) {
      Style style = Style.nth(series.size());
      series.add(curve(name, 1, 0, 3));
      series.add(ChartSeries.singleSeeds(name, style, curve(name, 1, 0, 3).points()));
    }
    ChartModel model = ChartModel.of("", ChartAxis.linear("x"), ChartAxis.linear("y"), series);
    String legend =
        new PgfAxis(model, ChartTheme.paper(), 150, 100, UnaryOperator.identity()).legend(series);
    assertThat(legend.split("addlegendentry", -1)).hasSize(1 + 3);
    assertThat(legend).contains("thin lines: single seeds, in its curve’s colour");
    List<ChartSeries> one = FlowLegend.entriesOf(series.subList(0, 2), null);
    assertThat(one.get(1).name()).isEqualTo("thin lines: single seeds");
    assertThat(one.get(1).style().hue()).as("as the lines").isEqualTo(Style.nth(0).hue());
  }
}
