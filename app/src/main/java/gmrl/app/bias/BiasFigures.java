package gmrl.app.bias;

import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.ResultPlot;
import gmrl.app.ui.Words;
import gmrl.experiment.KeptResult;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of tabular bias: the paper's, ours, and one for each preset. */
public final class BiasFigures {
  private BiasFigures() {}

  /** All of them; their ids are distinct. */
  public static List<FigurePlan> all() {
    List<FigurePlan> all = new ArrayList<>(PaperFigures.all());
    all.addAll(OurFigures.all());
    all.addAll(PresetFigures.all());
    return all;
  }

  /** What a stored sweep is drawn by; single estimates stand side by side as bars. */
  private static final List<BiasMeasure> SHOWN =
      List.of(
          BiasMeasure.RELATIVE_BIAS,
          BiasMeasure.BIAS_SQUARED,
          BiasMeasure.VARIANCE,
          BiasMeasure.CORRELATION);

  /**
   * What is drawn of a result that is there already.
   *
   * @param kept the result
   */
  public static List<ResultPlot> plots(KeptResult<BiasStudy, BiasResult> kept) {
    List<ResultPlot> plots = new ArrayList<>();
    Map<Optional<SweepVariable>, List<Integer>> alike = new LinkedHashMap<>();
    for (int c = 0; c < kept.result().curves().size(); c++) {
      alike
          .computeIfAbsent(
              kept.spec().specs().get(c).sweep().map(Sweep::variable), key -> new ArrayList<>())
          .add(c);
    }
    alike.forEach(
        (variable, curves) -> {
          BiasStudy study =
              kept.spec().withCurves(curves.stream().map(kept.spec().curves()::get).toList());
          BiasResult result =
              new BiasResult(
                  curves.stream().map(kept.result().curves()::get).toList(),
                  kept.result().timing());
          String id = variable.map(SweepVariable::token).orElse("single");
          for (BiasMeasure measure : SHOWN) {
            plots.add(
                ResultPlot.of(
                    "bias-" + measure.key() + "-" + id,
                    Words.capital(measure.label()),
                    variable.isPresent() ? sweep(study, measure) : bars(study, measure),
                    Map.of(study, result)));
          }
        });
    return plots;
  }

  private static PanelPlan sweep(BiasStudy study, BiasMeasure measure) {
    Looks looks = Looks.of(study.curves().stream().map(BiasStudy.Curve::label).toList());
    return SweepPanel.of("", study, measure, looks, false, false);
  }

  private static PanelPlan bars(BiasStudy study, BiasMeasure measure) {
    return new BarPanel("", "", List.of(study), measure);
  }

  /**
   * A panel of this family that stands in a figure's document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView panel) {
    if (PlanePanel.isOne(panel)) {
      return PlanePanel.read(panel);
    }
    if (StackPanel.isOne(panel)) {
      return StackPanel.read(panel);
    }
    if (LevelPanel.isOne(panel)) {
      return LevelPanel.read(panel);
    }
    return panel.has("groups") ? BarPanel.read(panel) : SweepPanel.read(panel);
  }
}
