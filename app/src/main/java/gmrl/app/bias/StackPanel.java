package gmrl.app.bias;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Style;
import gmrl.app.figure.VariedPanel;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.inspect.ErrorShares;
import gmrl.experiment.inspect.ErrorSharesExperiment;
import gmrl.experiment.inspect.Inspection.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Where an error comes from, inner step by inner step: what the slots contribute, on top of one
 * another.
 *
 * @param title short text above the plot
 * @param spec what is estimated
 * @param bias whether bias² is shared out, or else the squared error of one estimate
 */
record StackPanel(String title, BiasSpec spec, boolean bias) implements VariedPanel<BiasStudy> {
  private static final BiasFamily FAMILY = new BiasFamily();

  /** What tells it from a sweep in a document. */
  private static final String KEY = "shares";

  private static final String BIAS = "bias";
  private static final String ERROR = "error";

  /** From the bottom up; the colours of the two biases are theirs everywhere. */
  /** One of the three slots. */
  private record Slot(String name, Hue hue, ToDoubleFunction<Shares> share) {}

  private static final List<Slot> SLOTS =
      List.of(
          new Slot("Hessian slot", Colours.HESSIAN, Shares::hessian),
          new Slot("inner slot", Colours.COMPOSITIONAL, Shares::inner),
          new Slot("outer slot", Colours.OUTER, Shares::outer));

  @Override
  public BiasFamily family() {
    return FAMILY;
  }

  @Override
  public BiasStudy first() {
    return BiasStudy.of(spec);
  }

  @Override
  public StackPanel map(UnaryOperator<BiasStudy> change) {
    return new StackPanel(title, change.apply(first()).specs().get(0), bias);
  }

  /** What is shared out, computed once for both views of it. */
  private record SharesOf(BiasSpec spec) {}

  private Part<ErrorShares> result() {
    return new Part<>(
        new SharesOf(spec),
        new ErrorSharesExperiment(spec.setup(), spec.seed(), Math.max(2, spec.trials())));
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(result());
  }

  @Override
  public ChartModel chart(Results results) {
    List<ErrorShares.Stage> stages = results.of(result()).stages();
    double[] below = new double[stages.size()];
    List<ChartSeries> series = new ArrayList<>();
    for (Slot slot : SLOTS) {
      List<ChartPoint> points = new ArrayList<>();
      for (int k = 0; k < below.length; k++) {
        ErrorShares.Stage stage = stages.get(k);
        double base = below[k];
        below[k] += slot.share().applyAsDouble(bias ? stage.bias() : stage.error());
        points.add(
            new ChartPoint(
                stage.step(), below[k], Math.min(base, below[k]), Math.max(base, below[k])));
      }
      Style style = Colours.line(slot.hue(), Style.Dash.nth(series.size()));
      series.add(0, ChartSeries.estimate(slot.name(), style, points));
    }
    return ChartModel.of(title, ChartAxis.linear("inner steps"), ChartAxis.linear(label()), series);
  }

  private String label() {
    return bias ? "relative bias²" : "relative squared error";
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put("measure", label() + ", the slots’ Shapley values on top of one another");
    node.put("bands", "from what stands below a slot's share to where it ends");
    node.put(KEY, bias ? BIAS : ERROR);
    node.set("curves", BarPanel.curves(BiasStudy.of(spec)));
  }

  /** Whether a document's panel is one of these. */
  static boolean isOne(JsonView json) {
    return json.has(KEY);
  }

  /** Reads what {@link #describe} wrote. */
  static StackPanel read(JsonView json) {
    String title = json.at("title").label();
    String what = json.at(KEY).text();
    if (!what.equals(BIAS) && !what.equals(ERROR)) {
      throw json.at(KEY).unexpected(BIAS + " or " + ERROR);
    }
    return new StackPanel(
        title, BarPanel.study(json.at("curves"), title).specs().get(0), what.equals(BIAS));
  }
}
