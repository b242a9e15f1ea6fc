package gmrl.app.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.ui.Words;
import gmrl.autodiff.inspect.GradientGraph;
import gmrl.experiment.KeptResult;
import gmrl.experiment.PlainNumber;
import gmrl.experiment.example.Example;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.example.ExampleSnapshot;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Chooses an example, runs it with the window's seed, and turns its snapshots into charts. */
public final class GalleryViewModel {
  private static final ExampleFamily FAMILY = new ExampleFamily();
  private static final String SEED = "seed";

  /** Below it every whole number has a double of its own. */
  private static final double MOST_EXACT = 1e15;

  /** Of what is counted, so often the usual number is taken, and this number always. */
  private static final int TIMES_USUAL = 50;

  private static final int LEAST_MOST = 1000;

  private final Supplier<List<Example>> source;
  private final LiveView<Example, ExampleSnapshot> live;
  private final ReadOnlyObjectWrapper<Example> selected;
  private final ReadOnlyObjectWrapper<List<ChartModel>> charts =
      new ReadOnlyObjectWrapper<>(List.of());
  private final LiveView<Example, GradientGraph.Drawing> graph;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** What a person has changed, by the example's id. */
  private final Map<String, ObjectNode> changed = new HashMap<>();

  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();

  /**
   * A gallery that has run nothing yet.
   *
   * @param laboratory runs the examples
   * @param source every example with the window's present seed; not empty
   */
  public GalleryViewModel(Laboratory laboratory, Supplier<List<Example>> source) {
    this.source = source;
    live = new LiveView<>(laboratory, "Gallery", LiveView.Pace.AT_ONCE, example -> example);
    live.start();
    graph =
        new LiveView<>(laboratory, "Gradient graph", LiveView.Pace.AT_ONCE, GraphPanel.Drawn::new);
    graph.start();
    selected = new ReadOnlyObjectWrapper<>(examples().get(0));
    live.answerProperty().addListener((o, old, now) -> show());
    live.problemProperty().addListener((o, old, now) -> problem.set(now));
  }

  /** Goes on when somebody looks again. */
  void start() {
    live.start();
    graph.start();
  }

  /** Lets what is running wait while nobody looks. */
  void leave() {
    live.rest();
    graph.rest();
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
    return live.runningProperty();
  }

  /** Share of the run that is done, 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** The graph of the selected example once somebody has looked; an older one is stale. */
  public ReadOnlyObjectProperty<LiveView.@Nullable Answer<Example, GradientGraph.Drawing>>
      graphProperty() {
    return graph.answerProperty();
  }

  /** Draws the graph of the selected example. */
  public void lookAtGraph() {
    graph.ask(selected::get);
  }

  /** Why the run has failed; empty where all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /**
   * A number of the selected example.
   *
   * @param key as files have it
   * @param words as a person calls it
   * @param value as it stands
   */
  public record Knob(String key, String words, String value) {}

  /** The numbers that may be changed; the seed is the window's. */
  public List<Knob> knobs() {
    List<Knob> knobs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : FAMILY.write(selected.get()).properties()) {
      if (entry.getValue().isNumber() && !entry.getKey().equals(SEED)) {
        knobs.add(
            new Knob(entry.getKey(), words(entry.getKey()), digits(entry.getValue().asText())));
      }
    }
    return knobs;
  }

  /** As people write them: 3 instead of 3.0, 1e−8 instead of 1.0E-8. */
  private static String digits(String written) {
    return written.replaceFirst("\\.0(?=E|$)", "").replace('E', 'e').replace('-', '−');
  }

  /**
   * Changes a number and runs the example with it.
   *
   * @throws IllegalArgumentException in one sentence where it cannot be taken
   */
  public void change(String key, String text) {
    ObjectNode config = FAMILY.write(selected.get());
    Example other;
    try {
      config.set(key, counted(key, number(key, text)));
      other = FAMILY.read(JsonView.parse(selected.get().title(), config.toString()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.valueOf(e.getMessage()).replace(key + " is ", words(key) + " is "), e);
    }
    problem.set("");
    if (!other.equals(selected.get())) {
      changed.put(other.id(), config);
      ask(present());
    }
  }

  /** What is counted takes time and memory in that number, so that there is a most of it. */
  private JsonNode counted(String key, JsonNode number) {
    JsonNode usual = FAMILY.write(standard()).path(key);
    long most = Math.max(LEAST_MOST, TIMES_USUAL * usual.asLong());
    if (usual.isIntegralNumber() && number.asDouble() > most) {
      throw new IllegalArgumentException(
          words(key)
              + " is "
              + number.asText()
              + ", expected at most "
              + most
              + " in the window; the command line takes more");
    }
    return number;
  }

  private static JsonNode number(String key, String text) {
    try {
      double value = PlainNumber.finite(text);
      return value == Math.rint(value) && Math.abs(value) < MOST_EXACT
          ? JsonNodeFactory.instance.numberNode((long) value)
          : Json.number(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          words(key) + " is " + Words.quote(text) + ", " + e.getMessage(), e);
    }
  }

  private static String words(String key) {
    return key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  /** Brings the usual numbers of the selected example back. */
  public void usual() {
    problem.set("");
    changed.remove(selected.get().id());
    ask(present());
  }

  private Example present(Example standard) {
    ObjectNode config = changed.get(standard.id());
    return config == null
        ? standard
        : FAMILY.withSeed(
            FAMILY.read(JsonView.parse(standard.title(), config.toString())), standard.seed());
  }

  /** What draws the graph of the selected example, for the figures made of it. */
  Optional<PanelPlan> graphPlan() {
    return Optional.of(new GraphPanel("", selected.get()));
  }

  /** What computes a plot of the selected example, from 0, for the figures made of it. */
  public Optional<PanelPlan> plan(int plot) {
    return charts.get().size() <= plot
        ? Optional.empty()
        : Optional.of(
            new ExamplePanel("", selected.get(), plot, charts.get().get(plot).y().label()));
  }

  /** Shows another example and runs it; one that ran before is shown at once. */
  public void select(Example example) {
    problem.set("");
    headline.set("");
    charts.set(List.of());
    ask(present(example));
    show();
  }

  /** Takes a stored answer as its own: its example is shown with its numbers, and does not run. */
  void recall(KeptResult<Example, ExampleSnapshot> kept) {
    Example example = kept.spec();
    problem.set("");
    changed.put(example.id(), FAMILY.write(example));
    live.recall(example, kept.result());
    ask(example);
    show();
  }

  /**
   * Runs an example unless something is shown already.
   *
   * @param last title of the one that was shown in the last window; the first where there is none
   */
  void begin(String last) {
    if (live.question() == null) {
      select(
          examples().stream()
              .filter(example -> example.title().equals(last))
              .findFirst()
              .orElseGet(this::standard));
    }
  }

  /** Runs the selected example from its beginning, with the window's present seed. */
  public void run() {
    Example fresh = present();
    if (fresh.equals(live.question())) {
      live.restart();
    } else {
      ask(fresh);
    }
  }

  private Example present() {
    return present(standard());
  }

  /** The selected example with its usual numbers. */
  private Example standard() {
    String id = selected.get().id();
    return examples().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }

  private void ask(Example example) {
    selected.set(example);
    live.demand(() -> example);
  }

  /** Stops the run; what it has drawn stays. */
  public void stop() {
    live.cancel();
  }

  /** Draws the newest answer if it is one of the example that is shown. */
  private void show() {
    LiveView.Answer<Example, ExampleSnapshot> now = live.answer();
    if (now == null || !now.question().id().equals(selected.get().id())) {
      progress.set(0);
      return;
    }
    boolean stale = now.standing() == Standing.STALE;
    progress.set(stale ? 0 : now.progress());
    headline.set((stale ? "Of earlier settings: " : "") + now.snapshot().headline());
    charts.set(
        now.snapshot().panels().stream()
            .map(panel -> ExampleCharts.of(panel, now.progress()).withStanding(now.standing()))
            .toList());
  }
}
