package gmrl.app.bias;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.VariedPanel;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.bias.bound.BoundCurve;
import gmrl.experiment.bias.bound.BoundExperiment;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sweeps of bias experiments as curves.
 *
 * @param title short text above the plot
 * @param study one curve each; all sweep the same variable
 * @param sight how they are looked at
 * @param bounds of how many curves, the first of those that theory speaks of, the estimated bound
 *     is drawn (over bias² only)
 */
record SweepPanel(String title, BiasStudy study, BiasCharts.Sight sight, int bounds)
    implements VariedPanel<BiasStudy> {
  private static final BiasFamily FAMILY = new BiasFamily();

  /** The bound speaks of the bias alone, and a sweep needs a swept variable. */
  SweepPanel {
    if (bounds > 0 && sight.y() != BiasMeasure.BIAS_SQUARED) {
      throw new IllegalArgumentException(
          "the bound is asked for over " + sight.y().title() + ", expected bias²");
    }
    if (variable(study) != sight.x()) {
      throw new IllegalArgumentException(
          study.id() + " sweeps " + variable(study) + ", expected " + sight.x());
    }
  }

  /**
   * A panel in a figure's usual look.
   *
   * @param looks how the curves are told apart
   * @param slopes whether fitted log-log slopes stand in the legend
   * @param bound whether the bound of every curve is drawn
   */
  static SweepPanel of(
      String title,
      BiasStudy study,
      BiasMeasure measure,
      Looks looks,
      boolean slopes,
      boolean bound) {
    SweepVariable variable = variable(study);
    BiasCharts.Sight sight =
        new BiasCharts.Sight(
            variable,
            Symbols.isNaturallyLog(variable),
            measure,
            measure.isNaturallyLog(),
            Bands.TRIALS,
            looks,
            slopes);
    return new SweepPanel(title, study, sight, bound ? study.curves().size() : 0);
  }

  private static SweepVariable variable(BiasStudy study) {
    List<Optional<SweepVariable>> all =
        study.specs().stream().map(s -> s.sweep().map(Sweep::variable)).distinct().toList();
    return all.stream()
        .filter(only -> all.size() == 1)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the curves of " + study.id() + " do not sweep one common variable"));
  }

  /** The bound of a study, as what is computed once. */
  private record BoundOf(BiasStudy study) {}

  @Override
  public BiasFamily family() {
    return FAMILY;
  }

  @Override
  public BiasStudy first() {
    return study;
  }

  @Override
  public SweepPanel map(UnaryOperator<BiasStudy> change) {
    return new SweepPanel(title, change.apply(study), sight, bounds);
  }

  private static Part<BiasResult> result(BiasStudy study) {
    return new Part<>(study, FAMILY.experiment(study));
  }

  private Part<List<BoundCurve>> bound() {
    List<BiasStudy.Curve> spoken = BoundExperiment.bounded(study);
    BiasStudy first = study.withCurves(spoken.subList(0, Math.min(bounds, spoken.size())));
    return new Part<>(new BoundOf(first), new BoundExperiment(first));
  }

  @Override
  public List<Part<?>> parts() {
    List<Part<?>> parts = new ArrayList<>();
    parts.add(result(study));
    if (bounds > 0) {
      parts.add(bound());
    }
    return parts;
  }

  @Override
  public ChartModel chart(Results results) {
    return BiasCharts.sweep(
        title,
        sight,
        results.of(result(study)),
        bounds > 0 ? results.of(bound()).stream().map(BoundPoints::of).toList() : List.of(),
        1);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put("measure", sight.y().label());
    node.put("bands", BarPanel.bands(sight.bands()));
    node.put("band", token(sight.bands()));
    node.put("logX", sight.logX()).put("logY", sight.logY());
    node.put("looks", token(sight.looks()));
    node.put("slopes", sight.slopes()).put("bounds", bounds);
    node.set("curves", BarPanel.curves(study));
  }

  private static String token(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #describe} wrote; what an older document does not say is as usual. */
  static SweepPanel read(JsonView json) {
    BiasStudy study = BarPanel.study(json.at("curves"), json.at("title").label());
    BiasMeasure measure = BarPanel.measure(json.at("measure"));
    SweepPanel usual =
        of(
            json.at("title").label(),
            study,
            measure,
            Looks.of(study.curves().stream().map(BiasStudy.Curve::label).toList()),
            json.has("slopes") && json.at("slopes").flag(),
            false);
    BiasCharts.Sight sight =
        new BiasCharts.Sight(
            usual.sight.x(),
            json.has("logX") ? json.at("logX").flag() : usual.sight.logX(),
            measure,
            json.has("logY") ? json.at("logY").flag() : usual.sight.logY(),
            json.has("band") ? choice(json.at("band"), Bands.values()) : usual.sight.bands(),
            json.has("looks") ? choice(json.at("looks"), Looks.values()) : usual.sight.looks(),
            usual.sight.slopes());
    return new SweepPanel(
        usual.title, study, sight, json.has("bounds") ? json.at("bounds").integer() : 0);
  }

  private static <E extends Enum<E>> E choice(JsonView json, E[] values) {
    for (E value : values) {
      if (token(value).equals(json.text())) {
        return value;
      }
    }
    throw json.unexpected(
        "one of " + String.join(", ", Arrays.stream(values).map(SweepPanel::token).toList()));
  }
}
