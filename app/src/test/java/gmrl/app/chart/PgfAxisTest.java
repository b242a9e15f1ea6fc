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
    assertThat(marked(content(y, curve("a", 1, 0, 60)))).isBetween(10, 20);
    assertThat(marked(content(y, curve("a", 1, 0, 5)))).isEqualTo(5);
  }

  /** How many symbols there are. */
  private static int marked(String tex) {
    return tex.lines()
        .filter(line -> line.contains("only marks"))
        .mapToInt(line -> line.split("\\(", -1).length - 1)
        .sum();
  }

  @Test
  void symbolsHaveTheShapesOfEveryOtherFile() {
    ChartAxis y = ChartAxis.linear("y").between(0, 1);
    List<ChartPoint> out = List.of(ChartPoint.of(0, 0.5), ChartPoint.of(2, 1.5));
    Style plain = Style.neutral(Style.Dash.SOLID);
    ChartSeries line = ChartSeries.estimate("goes on above", plain, out);
    ChartSeries bars = ChartSeries.bars("bars", Style.nth(0), List.of(ChartPoint.of(1, 0.5)));
    ChartSeries others = ChartSeries.bars("others", Style.nth(1), List.of(ChartPoint.of(1, 0.2)));
    ChartModel model = ChartModel.of("", ChartAxis.linear("x"), y, List.of(line, bars, others));
    PgfAxis axis = new PgfAxis(model, ChartTheme.paper(), 150, 100, UnaryOperator.identity());
    String tex = axis.content();
    assertThat(tex)
        .as("a triangle where the curve leaves the plot")
        .containsPattern("\\{\\([01.][0-9.]*,1\\) };");
    assertThat(marked(tex)).as("it, and a sign at the foot of either bar").isEqualTo(3);
    String legend = axis.legend(model.series(), 300);
    assertThat(legend.split("mark=gmrl-", -1)).as("what tells the bars apart").hasSize(1 + 2);
    for (String use : (tex + legend).split("mark=", -1)) {
      if (use.startsWith("gmrl-")) {
        String name = use.substring(0, use.indexOf(','));
        assertThat(axis.marks()).anyMatch(m -> m.startsWith("\\pgfdeclareplotmark{" + name + "}"));
      }
    }
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
        new PgfAxis(model, ChartTheme.paper(), 150, 100, UnaryOperator.identity())
            .legend(FlowLegend.entriesOf(series, null), 300);
    assertThat(legend.split("mbox", -1)).hasSize(1 + 3);
    assertThat(legend).contains("thin lines: single seeds, in its curve’s colour");
    List<ChartSeries> one = FlowLegend.entriesOf(series.subList(0, 2), null);
    assertThat(one.get(1).name()).isEqualTo("thin lines: single seeds");
    assertThat(one.get(1).style().hue()).as("as the lines").isEqualTo(Style.nth(0).hue());
  }
}
