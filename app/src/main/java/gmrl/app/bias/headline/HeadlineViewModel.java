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

/** Keeps the headline true while the controls move. */
public final class HeadlineViewModel {
  private final Laboratory lab;
  private final StateModel<LabState> state;
  private final LiveView<BiasStudy, BiasResult> live;
  private final ReadOnlyObjectWrapper<Headline> headline =
      new ReadOnlyObjectWrapper<>(Headline.waiting());

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
    live.answerProperty().addListener((o, old, now) -> speak());
    live.problemProperty()
        .addListener(
            (o, old, now) -> {
              if (!now.isEmpty()) {
                headline.set(Headline.without(now));
              }
            });
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
    Optional<ErrorDiagnosis> study = ErrorDiagnosis.of(LabStateJson.spec(state.get()));
    if (study.isEmpty()) {
      live.askNothing();
      headline.set(Headline.withoutError(state.get().setup()));
    } else {
      live.ask(() -> study.get().study());
    }
  }

  private void speak() {
    LiveView.Answer<BiasStudy, BiasResult> now = live.answer();
    Optional<ErrorDiagnosis> study = ErrorDiagnosis.of(LabStateJson.spec(state.get()));
    if (now == null || study.isEmpty()) {
      return;
    }
    if (now.standing() == Standing.STALE) {
      headline.set(headline.get().as(Standing.STALE));
      return;
    }
    Headline words = Headline.of(study.get(), now.snapshot(), now.standing());
    boolean over = now.standing() == Standing.FRESH && words.equals(Headline.waiting());
    headline.set(over ? Headline.beyondNumbers(state.get().setup()) : words);
    if (now.standing() == Standing.REFINING) {
      lab.tasks().reportSpeed(now.snapshot().timing().stepsPerSecond());
    }
  }
}
