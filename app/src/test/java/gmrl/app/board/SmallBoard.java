package gmrl.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.tabular.MdpSource;

/** The board of a small problem, which computes at once what the state asks for. */
final class SmallBoard {
  final SynchronousLab synchronous = new SynchronousLab();
  final StateModel<LabState> state = new StateModel<>(settings());
  final TrialBank bank = new TrialBank(50_000_000);
  final BoardViewModel model = new BoardViewModel(synchronous.lab, state, bank);

  SmallBoard() {
    model.start();
    assertThat(synchronous.failures).isEmpty();
  }

  static LabState settings() {
    LabState initial = LabState.initial().withTrials(8);
    return initial.withSetup(
        initial.setup().withHorizon(5).withMdps(new MdpSource.Generated(3, 2, 0.5, 1, 2)));
  }
}
