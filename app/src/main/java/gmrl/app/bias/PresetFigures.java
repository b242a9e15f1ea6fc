package gmrl.app.bias;

import gmrl.app.figure.FigurePlan;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasPresets;
import gmrl.experiment.bias.BiasStudy;
import java.util.List;

/** One figure for each preset of the laboratory, under the preset's own id. */
final class PresetFigures {

  private PresetFigures() {}

  /** More curves than this in one plot are a thicket. */
  private static final int MOST_CURVES = 10;

  static List<FigurePlan> all() {
    return BiasPresets.all().stream()
        .filter(preset -> preset.curves().size() <= MOST_CURVES)
        .map(PresetFigures::plan)
        .toList();
  }

  /** Bias and correlation side by side: they disagree where the bias is a scale. */
  private static FigurePlan plan(BiasStudy preset) {
    BiasStudy study = preset.map(spec -> spec.withTrials(Tabular.TRIALS));
    Looks looks = Looks.of(study.curves().stream().map(BiasStudy.Curve::label).toList());
    return new FigurePlan(
        study.id(),
        study.title(),
        "preset " + study.id() + ". " + study.sentence(),
        List.of(
            SweepPanel.of("(a) bias²", study, BiasMeasure.BIAS_SQUARED, looks, false, false),
            SweepPanel.of("(b) correlation", study, BiasMeasure.CORRELATION, looks, false, false)),
        2,
        true);
  }
}
