package gmrl.app.gallery;

import gmrl.app.chart.ChartModel;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveExperiment;
import gmrl.experiment.example.Example;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.example.ExampleSnapshot;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Chooses an example, runs it with the window's seed, and turns its snapshots into charts. */
public final class GalleryViewModel {
  private final Supplier<List<Example>> source;
  private final LiveExperiment<ExampleSnapshot> live;
  private final ReadOnlyObjectWrapper<Example> selected;
  private final ReadOnlyObjectWrapper<List<ChartModel>> charts =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();

  /**
   * A gallery that has run nothing yet.
   *
   * @param laboratory runs the examples
   * @param source every example with the window's present seed; not empty
   */
  public GalleryViewModel(Laboratory laboratory, Supplier<List<Example>> source) {
    this.source = source;
    live = new LiveExperiment<>(laboratory, "Gallery");
    selected = new ReadOnlyObjectWrapper<>(examples().get(0));
    live.stateProperty().addListener((o, old, now) -> show(now));
  }

  /** Every example, in the order of the list. */
  public List<Example> examples() {
    return source.get();
  }

  /** The example that is shown. */
  public ReadOnlyObjectProperty<Example> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** One chart for each panel of the example's newest snapshot; empty before the first. */
  public ReadOnlyObjectProperty<List<ChartModel>> chartsProperty() {
    return charts.getReadOnlyProperty();
  }

  /** What the charts say, in a sentence. */
  public ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  /** Whether the example is running. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Share of the run that is done, 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Configuration of the selected example, for the figures made of it. */
  public String configuration() {
    return new ExampleFamily().write(selected.get()).toPrettyString();
  }

  /** Shows another example and runs it. */
  public void select(Example example) {
    live.cancel();
    selected.set(example);
    headline.set("");
    charts.set(List.of());
    run();
  }

  /** Runs the selected example from its beginning, with the window's present seed. */
  public void run() {
    String id = selected.get().id();
    Example fresh = examples().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
    selected.set(fresh);
    progress.set(0);
    running.set(true);
    live.request(fresh);
  }

  /** Stops the run; what it has drawn stays. */
  public void stop() {
    live.cancel();
    running.set(false);
  }

  private void show(LiveExperiment.@Nullable State<ExampleSnapshot> state) {
    if (state == null) {
      return;
    }
    progress.set(state.progress());
    running.set(!state.standing().isFinal());
    headline.set(state.snapshot().headline());
    charts.set(
        state.snapshot().panels().stream()
            .map(panel -> ExampleCharts.of(panel, state.progress()).withStanding(state.standing()))
            .toList());
  }
}
