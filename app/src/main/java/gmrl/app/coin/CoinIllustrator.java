package gmrl.app.coin;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import gmrl.app.lesson.Learning;
import gmrl.app.ui.Parameter;
import gmrl.experiment.Family;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinResult;
import gmrl.experiment.coin.CoinSpec;
import gmrl.ipd.coin.CoinConfig;
import gmrl.ipd.coin.CoinConfigBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** The Coin Game in lessons: one curve for each pair of learners, over updates. */
public final class CoinIllustrator implements Learning.Kind<CoinSpec, CoinResult> {
  private static final CoinFamily FAMILY = new CoinFamily();

  @Override
  public List<String> views() {
    return Arrays.stream(CoinCharts.Plot.values()).map(CoinCharts.Plot::token).toList();
  }

  private static CoinCharts.Plot plot(String view) {
    return Arrays.stream(CoinCharts.Plot.values())
        .filter(plot -> plot.token().equals(view))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Family<CoinSpec, CoinResult> family() {
    return FAMILY;
  }

  @Override
  public double length(CoinSpec learner) {
    return learner.updates();
  }

  @Override
  public Map<String, Learning.Knob<CoinSpec>> knobs() {
    Map<String, Learning.Knob<CoinSpec>> all = new LinkedHashMap<>();
    all.put("samples", knob(CoinKnobs.BATCH, CoinConfig::batch, v -> c -> c.batch(v.intValue())));
    all.put("alpha", knob(CoinKnobs.INNER_RATE, CoinConfig::innerRate, v -> c -> c.innerRate(v)));
    all.put(
        "lookaheads",
        knob(CoinKnobs.LOOKAHEADS, CoinConfig::lookaheads, v -> c -> c.lookaheads(v.intValue())));
    return all;
  }

  private interface Change {
    Consumer<CoinConfigBuilder> of(Double value);
  }

  private static Learning.Knob<CoinSpec> knob(
      Parameter parameter, ToDoubleFunction<CoinConfig> read, Change write) {
    return new Learning.Knob<>(
        parameter,
        spec -> read.applyAsDouble(spec.config()),
        (spec, value) ->
            new CoinSpec(
                spec.config().with(write.of(value)), spec.updates(), spec.seed(), spec.seeds()));
  }

  @Override
  public ChartModel draw(
      Learning<CoinSpec, CoinResult> learning, List<CoinResult> results, double progress) {
    List<ChartSeries> means = new ArrayList<>();
    List<ChartSeries> singles = new ArrayList<>();
    ChartModel last = empty(learning.view());
    for (int i = 0; i < results.size(); i++) {
      String label = learning.learners().get(i).label();
      Style look = CoinCharts.look(i);
      last =
          CoinCharts.of(
              plot(learning.view()),
              results.get(i),
              learning.learners().get(i).value().updates(),
              true,
              progress);
      means.add(last.series().get(0).with(s -> s.name(label).style(look)));
      if (last.series().size() > 1) {
        String single = ChartSeries.singleSeedsOf(label);
        singles.add(last.series().get(1).with(s -> s.name(single).style(look)));
      }
    }
    return last.withSeries(means).plus(singles);
  }

  @Override
  public ChartModel empty(String view) {
    return CoinCharts.empty(plot(view));
  }
}
