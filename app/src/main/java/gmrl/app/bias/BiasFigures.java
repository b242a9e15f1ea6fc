package gmrl.app.bias;

import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.file.JsonView;
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
