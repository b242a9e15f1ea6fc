package gmrl.app.bias.headline;

import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StateModel;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.bias.diagnosis.ErrorDiagnosis;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Keeps the headline true while the controls move. */
public final class HeadlineViewModel {
  private final Laboratory lab;
  private final StateModel<LabState> state;
  private final LiveView<BiasStudy, BiasResult> live;
  private final ReadOnlyObjectWrapper<Headline> headline =
      new ReadOnlyObjectWrapper<>(Headline.waiting());

  /** What the present settings ask; empty where there is no error to speak of. */
  private Optional<ErrorDiagnosis> wanted = Optional.empty();

  /**
   * A headline over the laboratory's state.
   *
   * @param bank keeps the trials of all views of the window
   */
  public HeadlineViewModel(Laboratory lab, StateModel<LabState> state, TrialBank bank) {
    this.lab = lab;
    this.state = state;
    live =
        new LiveView<>(
            lab, "Headline", LiveView.Pace.WHEN_QUIET, study -> new BiasExperiment(study, bank));
    live.answerProperty().addListener((o, old, now) -> hear(now));
    live.problemProperty().addListener((o, old, now) -> speak());
    state.stateProperty().addListener((o, old, now) -> ask());
    ask();
  }

  /** Begins to follow the state. */
  public void start() {
    live.start();
  }

  /** Lets go of what is running, until {@link #start}. */
  public void stop() {
    live.stop();
  }

  /** Runs again from the start. */
  public void restart() {
    live.restart();
  }

  ReadOnlyObjectProperty<Headline> headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  private void ask() {
    wanted = ErrorDiagnosis.of(LabStateJson.spec(state.get()));
    live.askIfAny(() -> wanted.map(ErrorDiagnosis::study));
    speak();
  }

  private void hear(LiveView.@Nullable Answer<BiasStudy, BiasResult> now) {
    speak();
    if (now != null && now.standing().isUnderWay()) {
      lab.tasks().reportSpeed(now.snapshot().timing().stepsPerSecond());
    }
  }

  private void speak() {
    headline.set(words());
  }

  /** Of earlier words only what has numbers is said on. */
  private Headline words() {
    if (wanted.isEmpty()) {
      return Headline.withoutError(state.get().setup());
    }
    if (!live.problemProperty().get().isEmpty()) {
      return Headline.without(live.problemProperty().get());
    }
    LiveView.Answer<BiasStudy, BiasResult> now = live.answer();
    if (now == null) {
      return Headline.waiting();
    }
    boolean answered = now.question().equals(wanted.get().study());
    return answered && now.standing() != Standing.STALE
        ? Headline.of(wanted.get(), now.snapshot(), now.standing())
        : headline.get().as(Standing.STALE);
  }
}
