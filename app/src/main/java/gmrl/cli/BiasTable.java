package gmrl.cli;

import gmrl.Digits;
import gmrl.experiment.Counted;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A bias result as a table for people, one line per curve and sweep point. */
final class BiasTable {
  private BiasTable() {}

  /** Measures that are printed where none are named. */
  static final List<BiasMeasure> USUAL =
      List.of(
          BiasMeasure.RELATIVE_BIAS,
          BiasMeasure.BIAS_SQUARED,
          BiasMeasure.GRAD_MSE,
          BiasMeasure.VARIANCE,
          BiasMeasure.CORRELATION,
          BiasMeasure.COSINE,
          BiasMeasure.RELATIVE_MSE,
          BiasMeasure.HORIZON_BIAS);

  static String write(
      BiasStudy study,
      BiasResult result,
      boolean complete,
      List<BiasMeasure> measures,
      BiasExtras extras) {
    List<String> header = new ArrayList<>(List.of("curve", "point", "trials"));
    measures.forEach(measure -> header.add(measure.title()));
    header.add("bias by");
    if (extras.bounds) {
      header.add("bound (estimate)");
      header.add("bound (proved)");
    }
    TextTable table = new TextTable(header.toArray(String[]::new));
    boolean lost = false;
    boolean all = false;
    boolean single = false;
    for (BiasResult.CurveResult curve : result.curves()) {
      String variable = curve.spec().sweep().map(s -> s.variable().token() + " ").orElse("");
      for (int p = 0; p < curve.points().size(); p++) {
        BiasResult.PointResult point = curve.points().get(p);
        lost |= point.nonFiniteTrials() > 0 && point.trials() > 0;
        single |= point.mdps().size() == 1;
        all |= point.nonFiniteTrials() > 0 && point.trials() == 0;
        List<String> cells = new ArrayList<>();
        cells.add(curve.label());
        cells.add(variable + point.sweepValue().map(Digits::of).orElse("-"));
        cells.add(point.trials() + (point.nonFiniteTrials() > 0 ? "*" : ""));
        measures.forEach(measure -> cells.add(cell(measure, point)));
        cells.add(point.route().token());
        cells.addAll(extras.cells(curve.label(), p));
        table.row(cells.toArray(String[]::new));
      }
    }
    StringBuilder text = new StringBuilder();
    if (!study.sentence().isEmpty()) {
      text.append(study.title()).append(": ").append(study.sentence()).append('\n');
    }
    study
        .curves()
        .forEach(c -> text.append(c.label()).append(": ").append(describe(c.spec())).append('\n'));
    text.append('\n').append(table);
    if (lost) {
      text.append("* some trials overflowed and are left out; the rest speaks for itself alone\n");
    }
    if (all) {
      text.append(
          "0*: every trial overflowed; nothing is known there but that it takes smaller steps or"
              + " less noise\n");
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%nmean ± standard error over MDPs%s; points share random numbers, so a sampled curve"
                + " errs as a whole; %.3g environment steps in %.2f s, %.3g a second%s%n",
            single ? ", of a single one [95 % interval]" : "",
            (double) result.timing().environmentSteps(),
            result.timing().seconds(),
            result.timing().stepsPerSecond(),
            complete ? "" : "; interrupted, this is what was computed"));
    return text.append(extras.lines()).toString();
  }

  /** The mean over MDPs with its error; of a single one what its trials say. */
  private static String cell(BiasMeasure measure, BiasResult.PointResult point) {
    if (point.mdps().size() == 1) {
      Interval one = measure.on(point, 0);
      if (one.low() < one.high()) {
        return String.format(Locale.ROOT, "%.4g [%.2g, %.2g]", one.value(), one.low(), one.high());
      }
    }
    return TextTable.mean("%.4g", "%.2g", measure.overMdps(point));
  }

  /** The presets by identifier. */
  static TextTable presets(List<BiasStudy> studies) {
    TextTable table = new TextTable("id", "title", "what it shows");
    studies.forEach(study -> table.row(study.id(), study.title(), study.sentence()));
    return table;
  }

  /** A specification in one line. */
  static String describe(BiasSpec spec) {
    return SetupWords.describe(spec.setup())
        + ", "
        + Counted.of(spec.trials(), "trial")
        + ", seed "
        + spec.seed();
  }
}
