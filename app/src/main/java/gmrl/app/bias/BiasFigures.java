package gmrl.app.bias;

import gmrl.app.figure.FigurePlan;
import java.util.ArrayList;
import java.util.List;

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
}
