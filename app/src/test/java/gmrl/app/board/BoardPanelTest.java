package gmrl.app.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureRun;
import gmrl.app.figure.KeptCurves;
import gmrl.app.figure.OverlaidPanel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.state.LabState;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.families.SpecDocument;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A figure of the board starts the experiments of its curves again. */
class BoardPanelTest {
  private static final BiasFamily BIAS = new BiasFamily();
  private static final BiasSpec SLIDERS = BoardPanel.settings(LabState.initial());

  private static SpecDocument document(PanelPlan... panels) {
    FigurePlan plan = new FigurePlan("board", "Board", "", List.of(panels), 1, false);
    return SpecDocument.of(JsonView.parse("board.pdf", FigureRun.configuration(plan).toString()));
  }

  private static BoardPanel panel(Row row) {
    return new BoardPanel("Over K", SLIDERS, 32, row, Column.STEPS, 80, false, false);
  }

  @Test
  void theCurvesOfAPlotAreItsExperiments() {
    SpecDocument document = document(panel(Row.HESSIAN));
    BiasStudy study = document.read(BIAS);
    assertThat(study.curves())
        .extracting(BiasStudy.Curve::label)
        .containsExactly(
            "Hessian bias along the inner steps K",
            "Hessian bias of another estimator along the inner steps K");
    assertThat(study.specs())
        .allMatch(spec -> spec.sweep().orElseThrow().variable() == SweepVariable.STEPS);
    assertThat(document.family()).containsInstanceOf(BiasFamily.class);
    assertThatThrownBy(() -> document.read(new LolaFamily()))
        .hasMessage("board.pdf is a figure without experiments of ipd, expected some");
  }

  @Test
  void runsThatLieOverAPlotAreNone() {
    KeptCurves kept =
        new KeptCurves("α = 5", "bias", JsonNodeFactory.instance.objectNode(), List.of());
    assertThat(document(OverlaidPanel.of(panel(Row.COMPOSITIONAL), List.of(kept))).read(BIAS))
        .isEqualTo(document(panel(Row.COMPOSITIONAL)).read(BIAS));
  }

  @Test
  void picturesOfOneLoopNameTheirSettings() {
    MechanismPanel one = new MechanismPanel("Two loops", SLIDERS, 4);
    BiasSpec other = SLIDERS.withSeed(7);
    List<BiasStudy.Curve> curves =
        document(one, one, new MechanismPanel("Two loops", other, 4)).read(BIAS).curves();
    assertThat(curves).extracting(BiasStudy.Curve::spec).containsExactly(SLIDERS, other);
  }
}
