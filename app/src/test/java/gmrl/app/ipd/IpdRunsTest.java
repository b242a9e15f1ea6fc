package gmrl.app.ipd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Shelves;
import gmrl.app.shelf.Source;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaSpec;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.Samples;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IpdRunsTest {
  private static final LolaFamily FAMILY = new LolaFamily();

  private final SynchronousLab synchronous = new SynchronousLab();
  private final StateModel<LabState> state = new StateModel<>(small());

  private static LabState small() {
    LabState first = LabState.initial().withSamples(4);
    return IpdSettings.of(first)
        .with(
            fields -> {
              fields.updates(4);
              fields.seeds(2);
            })
        .in(first);
  }

  @Test
  void whatTheSlidersSayIsReadBackFromItsSpecification() {
    LabState moved =
        state.get().withSetup(state.get().setup().withAlpha(6).withSteps(3)).withSamples(8);
    LabState back = IpdConditions.adopt(IpdConditions.present(moved), LabState.initial());
    assertThat(IpdConditions.present(back)).isEqualTo(IpdConditions.present(moved));
    assertThat(back.setup().alpha()).isCloseTo(6, within(1e-12));
    LolaSpec exact =
        new LolaSpec(LolaConfig.DEFAULT.with().inner(new Samples.Exact()).build(), 1, 0, 1);
    assertThatThrownBy(() -> IpdConditions.adopt(exact, LabState.initial()))
        .hasMessageContaining("no slider");
  }

  @Test
  void keptReturnsLieWhereTheyWere(@TempDir Path home) {
    Shelf shelf = Shelves.at(home, synchronous, state);
    shelf.register(
        Source.of(FAMILY, List.of(), s -> LolaStudy.of(IpdConditions.present(s)), (study, s) -> s));
    IpdPanelViewModel model =
        new IpdPanelViewModel(
            "returns",
            synchronous.lab,
            state,
            s -> IpdConditions.sliders(s, IpdSettings.of(s)),
            () -> false);
    model.start();
    ReadOnlyObjectProperty<ChartModel> both =
        shelf.over(
            FAMILY.id(), model.chartProperty(), (run, now) -> IpdRuns.curves(shelf, run, now));
    IpdPanelViewModel.Records now = model.recordsProperty().get();
    assertThat(now.standing()).isEqualTo(Standing.FRESH);
    ChartSeries before = model.chartProperty().get().series().get(0);
    shelf.keep(FAMILY, new LolaStudy("sliders", "", "", now.conditions()), now.snapshots());
    state.edit("alpha", s -> s.withSetup(s.setup().withAlpha(6)));
    List<ChartSeries> kept =
        both.get().series().stream().filter(s -> s.role() == Role.KEPT).toList();
    assertThat(kept)
        .extracting(ChartSeries::name)
        .containsExactly("|τ| = 4, updates = 4, seeds = 2");
    assertThat(kept.get(0).points()).hasSameSizeAs(before.points());
    for (int i = 0; i < before.points().size(); i++) {
      assertThat(kept.get(0).points().get(i).y())
          .isCloseTo(before.points().get(i).y(), within(1e-12));
      assertThat(kept.get(0).points().get(i).low())
          .isCloseTo(before.points().get(i).low(), within(1e-9));
    }
    assertThat(synchronous.failures).isEmpty();
  }
}
