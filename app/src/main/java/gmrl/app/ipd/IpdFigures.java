package gmrl.app.ipd;

import gmrl.app.figure.FigurePlan;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaStudy;
import java.util.List;

/** The figures of repeated games: one panel each, with all conditions. */
public final class IpdFigures {
  private IpdFigures() {}

  /** All of them. */
  public static List<FigurePlan> all() {
    return LolaFigures.all().stream().map(IpdFigures::plan).toList();
  }

  private static FigurePlan plan(LolaStudy figure) {
    return new FigurePlan(
        figure.id(),
        figure.title(),
        figure.source(),
        List.of(new ReturnsPanel("", figure)),
        1,
        false);
  }
}
