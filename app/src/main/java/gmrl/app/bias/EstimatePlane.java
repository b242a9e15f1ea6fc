package gmrl.app.bias;

import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureOrigin;
import gmrl.experiment.Provenance;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.Json;

/** A result in the plane of bias and variance, one mark or path for each curve. */
public final class EstimatePlane {
  private static final BiasFamily FAMILY = new BiasFamily();

  private EstimatePlane() {}

  /**
   * Draws a result.
   *
   * @param id the figure's identifier and the name of its files
   * @param study what was computed here; the figure carries it
   * @param result its result, perhaps with curves that others have made
   */
  public static Figure of(String id, BiasStudy study, BiasResult result) {
    return Figure.of(
        id,
        PlaneChart.of("Bias and variance", PlaneChart.View.ESTIMATE, result),
        new FigureOrigin(
            Json.pretty(FAMILY.write(study)).strip(),
            FAMILY.seed(study),
            Provenance.current().version()));
  }
}
