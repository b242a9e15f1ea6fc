package gmrl.app.bias.headline;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private final List<String> failures = synchronous.failures;
  private final StateModel<LabState> state = new StateModel<>(small());
  private final HeadlineViewModel model =
      new HeadlineViewModel(synchronous.lab, state, TrialBank.none());

  private static LabState small() {
    LabState initial = LabState.initial().withTrials(100);
    return initial.withSetup(
        initial
            .setup()
            .withHorizon(10)
            .withAlpha(2)
            .withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 3)));
  }

  private void slots(String inner, String hessian, String outer) {
    state.edit(
        "slots",
        s ->
            s.withSetup(
                s.setup()
                    .withSlots(
                        SlotSpec.parse(inner), SlotSpec.parse(hessian), SlotSpec.parse(outer))));
  }

  private String text() {
    assertThat(failures).isEmpty();
    return model.headlineProperty().get().text();
  }

  @Test
  void exactSlotsAreSaidToBeExact() {
    model.start();
    slots("exact", "exact", "exact");
    assertThat(text()).contains("Every slot is exact").contains("no bias");
  }

  @Test
  void whatCannotBeEstimatedIsNotWaitedFor() {
    model.start();
    state.edit("α", s -> s.withSetup(s.setup().withAlpha(1e308).withSteps(3)));
    slots("lvc:8", "lvc:8", "exact");
    assertThat(text()).startsWith("Every estimate overflows at K = 3, α = ");
    state.edit(
        "states",
        s ->
            s.withSetup(
                s.setup().withAlpha(2).withMdps(new MdpSource.Generated(100_000, 3, 0.5, 1, 3))));
    assertThat(model.headlineProperty().get().text()).contains("memory");
    state.edit("states", s -> small());
    failures.clear();
    assertThat(text()).contains("wrong by");
  }

  @Test
  void withoutInnerStepsThereIsNeitherBias() {
    model.start();
    state.edit("K", s -> s.withSetup(s.setup().withSteps(0)));
    slots("lvc:8", "lvc:8", "lvc:8");
    assertThat(text())
        .startsWith("With K = 0 nothing is adapted")
        .contains("neither bias touches")
        .contains("from the horizon");
  }

  @Test
  void theSingleSourceIsNamed() {
    model.start();
    slots("exact", "maml:16", "exact");
    assertThat(text()).contains("All of it comes from the Hessian").contains("|τ| = 16");
    slots("lvc:8", "exact", "exact");
    assertThat(text()).contains("All of it comes from the inner gradient");
  }

  @Test
  void theLargerSourceIsNamedAndWhatHelpsIsItsOwnRemedy() {
    model.start();
    slots("lvc:2", "lvc:512", "exact");
    assertThat(text())
        .contains("Most of it comes from the inner gradient")
        .containsPattern(
            "(Doubling the inner|Reusing earlier inner).* would help one estimate most")
        .contains("less error");
  }

  @Test
  void aControlledErrorIsBlamedAndItsRemovalIsTheRemedy() {
    model.start();
    slots("exact", "exact", "exact");
    state.edit("c", s -> s.withSetup(s.setup().withHessianError(new HessianError(20, 0))));
    assertThat(text())
        .contains("comes from the Hessian")
        .contains("exceeds the true meta-gradient")
        .contains("no noise")
        .contains("Removing the added Hessian error would help one estimate most: 100 %");
  }

  @Test
  void theNumbersMoveWithTheControls() {
    model.start();
    slots("lvc:4", "exact", "exact");
    String few = text();
    slots("lvc:256", "exact", "exact");
    assertThat(text()).isNotEqualTo(few);
    assertThat(angle(text())).isLessThan(angle(few));
  }

  private static int angle(String text) {
    var matcher =
        java.util.regex.Pattern.compile("(\\d+)°.* from the true direction").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Integer.parseInt(matcher.group(1));
  }
}
