package gmrl.app.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import gmrl.app.figure.KeptCurves;
import gmrl.experiment.store.RunNote;
import gmrl.experiment.store.RunStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlaysTest {
  private static KeptRun run(String name, boolean shown) {
    return new KeptRun(
        Path.of(name),
        "bias",
        RunStatus.COMPLETED,
        Optional.empty(),
        Instant.EPOCH,
        JsonNodeFactory.instance.objectNode(),
        JsonNodeFactory.instance.objectNode(),
        new RunNote(name, "", 2, shown, true),
        Optional.empty());
  }

  private static ChartSeries curve(KeptRun run, String name) {
    return Overlays.line(run, name, Style.Dash.DOTTED, List.of(ChartPoint.of(1, 2)));
  }

  private static String name(KeptRun run) {
    return run.note().name();
  }

  @Test
  void everyCurveIsOfOneRunThoughNamesEndAlike() {
    KeptRun one = run("K = 2", true);
    KeptRun two = run("α = 10, K = 2", true);
    KeptRun hidden = run("α = 3", false);
    ChartSeries first = curve(one, Overlays.named("plain", name(one)));
    ChartSeries second = curve(two, Overlays.named("plain", name(two)));
    ChartSeries only = curve(two, name(two));
    ChartModel chart =
        ChartModel.of(
            "",
            ChartAxis.linear("x"),
            ChartAxis.linear("y"),
            List.of(first, second, only, curve(hidden, name(hidden))));
    assertThat(Overlays.in(chart, List.of(one, two, hidden), OverlaysTest::name))
        .containsExactly(
            new KeptCurves(name(one), "bias", one.config(), List.of(first)),
            new KeptCurves(name(two), "bias", two.config(), List.of(second, only)));
  }
}
