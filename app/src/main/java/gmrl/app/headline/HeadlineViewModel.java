package gmrl.app.headline;

import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveExperiment;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Keeps the headline true while the controls move. */
public final class HeadlineViewModel {
  private final Laboratory lab;
  private final StateModel<LabState> state;
  private final LiveExperiment<BiasResult> live;
  private final ReadOnlyObjectWrapper<Headline> headline =
      new ReadOnlyObjectWrapper<>(Headline.waiting());
  private boolean started;
  private @Nullable BiasStudy asked;

  /** A headline over the laboratory's state. */
  public HeadlineViewModel(Laboratory lab, StateModel<LabState> state) {
    this.lab = lab;
    this.state = state;
    live = new LiveExperiment<>(lab, "Headline");
    live.stateProperty().addListener((o, old, now) -> speak());
    state.stateProperty().addListener((o, old, now) -> ask());
  }

  /** Begins to follow the state. */
  public void start() {
    started = true;
    ask();
  }

  /** Runs again from the start. */
  public void restart() {
    asked = null;
    live.cancel();
    ask();
  }

  ReadOnlyObjectProperty<Headline> headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  private void ask() {
    if (!started) {
      return;
    }
    Optional<HeadlineStudy> study = HeadlineStudy.of(state.get());
    if (study.isEmpty()) {
      live.cancel();
      asked = null;
      headline.set(Headline.allExact(state.get().setup()));
    } else if (!study.get().study().equals(asked)) {
      asked = study.get().study();
      live.requestWhenQuiet(new BiasExperiment(study.get().study()));
    }
  }

  private void speak() {
    LiveExperiment.State<BiasResult> now = live.stateProperty().get();
    Optional<HeadlineStudy> study = HeadlineStudy.of(state.get());
    if (now == null || study.isEmpty() || !isPresent(now.snapshot(), study.get())) {
      return;
    }
    headline.set(Headline.of(study.get(), state.get(), now.snapshot()));
    lab.tasks().reportSpeed(now.snapshot().timing().stepsPerSecond());
  }

  /** Whether a result speaks of the present state and not of one the controls have left. */
  private static boolean isPresent(BiasResult result, HeadlineStudy study) {
    return result.curves().stream()
        .map(BiasResult.CurveResult::spec)
        .toList()
        .equals(study.study().specs());
  }
}
