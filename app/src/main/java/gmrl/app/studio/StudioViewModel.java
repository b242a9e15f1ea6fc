package gmrl.app.studio;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.KeptCurves;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.shell.Exhibit;
import gmrl.app.shell.Exhibits;
import gmrl.app.shell.LabContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/** The figure that is being made: its panels, its words, how it stands on paper. */
final class StudioViewModel {
  private static final int WIDEST = 2;

  private final LabContext context;
  private final LiveView<Computation, List<ChartModel>> live;
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");

  /** Row by row. */
  final ObservableList<StudioPanel> panels = FXCollections.observableArrayList();

  /** The numbers that were computed here, as long as a panel that can be taken back needs them. */
  private final Map<PanelPlan, ChartModel> computed = new WeakHashMap<>();

  /** The last panel that was taken out of this figure. */
  private final ObjectProperty<Optional<Gone>> gone = new SimpleObjectProperty<>(Optional.empty());

  /**
   * A panel that was taken out.
   *
   * @param place among the others
   */
  record Gone(StudioPanel panel, int place) {}

  /** How it stands on paper. */
  final PaperDraft paper = new PaperDraft();

  /** Name of the files. */
  final StringProperty name = new SimpleStringProperty("figure");

  /** First sentence of the caption. */
  final StringProperty title = new SimpleStringProperty("");

  private String source = "";

  /** What was asked last. */
  private List<PanelPlan> asked = List.of();

  private final FigureHistory history;

  StudioViewModel(LabContext context) {
    this.context = context;
    live =
        new LiveView<>(context.laboratory(), "Figure", LiveView.Pace.AT_ONCE, question -> question);
    live.answerProperty().addListener((o, old, now) -> hear(now));
    history = new FigureHistory(context, this::composition, this::put);
    history.onChoice(name, "name");
    history.onChoice(title, "title");
    paper.observe(place -> history.changed("paper " + place));
  }

  private FigureHistory.Composition composition() {
    return new FigureHistory.Composition(
        name.get(), title.get(), source, List.copyOf(panels), gone.get(), paper.choices());
  }

  private void put(FigureHistory.Composition other) {
    name.set(other.name());
    title.set(other.title());
    source = other.source();
    gone.set(other.gone());
    paper.show(other.paper());
    panels.setAll(other.panels().stream().map(this::withNumbers).toList());
    compute();
  }

  /** Does something that is one step of undo; the usual title follows it. */
  private void step(Runnable edit) {
    boolean usual = title.get().equals(headings());
    history.step(
        () -> {
          edit.run();
          if (usual) {
            title.set(headings());
          }
        });
    compute();
  }

  /** Puts another figure in the place of this one. */
  private void begin(Runnable edit) {
    history.begin(edit);
    compute();
  }

  private StudioPanel withNumbers(StudioPanel panel) {
    return panel.isComplete()
        ? panel
        : panel.plan().map(computed::get).map(panel::showing).orElse(panel);
  }

  /** What is typed into a field before it is left is one step of undo. */
  void oneStep(ObservableValue<Boolean> focused) {
    focused.addListener(
        (o, was, is) -> {
          if (is) {
            context.state().hold();
          } else {
            context.state().seal();
          }
        });
  }

  /** Calls back whenever another figure is to be drawn. */
  void observe(Runnable drawn) {
    panels.addListener((ListChangeListener<StudioPanel>) c -> drawn.run());
    name.addListener((o, old, now) -> drawn.run());
    title.addListener((o, old, now) -> drawn.run());
    paper.optionsProperty().addListener((o, old, now) -> drawn.run());
    paper.formats.addListener((SetChangeListener<FigureFormat>) c -> drawn.run());
  }

  /** How far the numbers are; empty if nothing is computed. */
  ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  void start() {
    live.start();
  }

  void stop() {
    live.stop();
  }

  /** Shows what somebody asks for: a plot alone, or a figure with all its panels. */
  void show(Exhibits.Request request) {
    request.plot().ifPresent(plot -> show(plot.take()));
    request.plan().ifPresent(plan -> show(plan, request.options().orElse(FigureOptions.PAPER)));
  }

  private void show(Exhibit.Taken plot) {
    begin(
        () -> {
          source = "";
          name.set(plot.id());
          title.set(plot.title());
          gone.set(Optional.empty());
          panels.setAll(StudioPanel.of(plot));
          paper.show(paper.optionsProperty().get(), 1, false, false);
        });
  }

  private void show(FigurePlan plan, FigureOptions options) {
    begin(
        () -> {
          source = plan.source();
          name.set(plan.id());
          title.set(plan.title());
          gone.set(Optional.empty());
          panels.setAll(plan.panels().stream().map(StudioPanel::of).toList());
          paper.show(options, plan.columns(), plan.sharedLegend(), plan.panels().size() > 1);
        });
  }

  /** Adds a plot of the window as it is now. */
  void add(Exhibit plot) {
    add(List.of(StudioPanel.of(plot.take())));
  }

  /** Adds the panels of a figure. */
  void add(FigurePlan plan) {
    add(plan.panels().stream().map(StudioPanel::of).toList());
  }

  private void add(List<StudioPanel> more) {
    boolean alone = panels.size() <= 1;
    step(
        () -> {
          panels.addAll(more);
          if (alone && panels.size() > 1) {
            paper.columns.set(Math.min(WIDEST, panels.size()));
            paper.titles.set(true);
          }
        });
  }

  /** The usual title: what stands above the panels. */
  private String headings() {
    return String.join("; ", panels.stream().map(StudioPanel::heading).toList());
  }

  /** Takes a panel out. */
  void remove(int index) {
    step(() -> gone.set(Optional.of(new Gone(panels.remove(index), index))));
  }

  /** The last panel that was taken out of this figure, as long as it can be brought back. */
  ReadOnlyObjectProperty<Optional<Gone>> goneProperty() {
    return gone;
  }

  /** Puts the panel that was taken out last where it was. */
  void bringBack() {
    gone.get()
        .ifPresent(
            panel ->
                step(
                    () -> {
                      gone.set(Optional.empty());
                      panels.add(Math.min(panel.place(), panels.size()), panel.panel());
                    }));
  }

  /** Moves a panel; stays where it is at either end. */
  void move(int index, int by) {
    int to = index + by;
    if (index >= 0 && to >= 0 && to < panels.size()) {
      List<StudioPanel> all = new ArrayList<>(panels);
      all.add(to, all.remove(index));
      step(() -> panels.setAll(all));
    }
  }

  /** Changes the words above a panel. */
  void rename(int index, String heading) {
    step(() -> panels.set(index, panels.get(index).named(heading)));
  }

  /** The kept runs that lie, or may lie, over any of the panels, in their order. */
  List<String> keptRuns() {
    return panels.stream()
        .flatMap(panel -> panel.kept().stream())
        .map(KeptCurves::label)
        .distinct()
        .toList();
  }

  /** Whether a kept run lies over a panel. */
  boolean isShown(String run) {
    return panels.stream().flatMap(p -> p.over().stream()).anyMatch(k -> k.label().equals(run));
  }

  /** Puts a kept run over all panels that it belongs to, or takes it out of them. */
  void show(String run, boolean shown) {
    step(() -> panels.setAll(panels.stream().map(panel -> panel.with(run, shown)).toList()));
  }

  /** Whether every panel's numbers are all that was asked for. */
  boolean isComplete() {
    return panels.stream().allMatch(StudioPanel::isComplete);
  }

  /** Whether what is missing can be computed here. */
  boolean canFinish() {
    return panels.stream().allMatch(panel -> panel.isComplete() || panel.wantsComputing());
  }

  /** Whether there is something to see of every panel. */
  boolean hasAllCharts() {
    return panels.stream().allMatch(panel -> panel.chart().filter(c -> !c.isEmpty()).isPresent());
  }

  /** Does something once every panel is complete, unless the panels become others before. */
  void whenComplete(Runnable then) {
    panels.addListener(
        new ListChangeListener<StudioPanel>() {
          @Override
          public void onChanged(Change<? extends StudioPanel> change) {
            if (isComplete()) {
              panels.removeListener(this);
              then.run();
            }
          }
        });
  }

  /** Computes what is missing, also what was cancelled. */
  void finish() {
    compute();
    live.resume();
  }

  private void compute() {
    List<PanelPlan> plans =
        panels.stream()
            .filter(StudioPanel::wantsComputing)
            .flatMap(panel -> panel.plan().stream())
            .distinct()
            .toList();
    if (plans.isEmpty()) {
      live.askNothing();
      progress.set("");
    } else {
      // In another order they are the same question, which would begin anew.
      asked = Set.copyOf(asked).equals(Set.copyOf(plans)) ? asked : plans;
      live.ask(() -> new Computation(asked));
      // The same is not computed again: its answer is there already.
      hear(live.answerProperty().get());
    }
  }

  private void hear(LiveView.@Nullable Answer<Computation, List<ChartModel>> now) {
    if (now == null) {
      return;
    }
    if (now.standing() == Standing.FRESH) {
      List<PanelPlan> plans = now.question().panels();
      for (int i = 0; i < plans.size(); i++) {
        computed.put(plans.get(i), now.snapshot().get(i));
      }
      progress.set("");
      panels.setAll(panels.stream().map(this::withNumbers).toList());
      history.refresh();
    } else if (now.standing() != Standing.STALE) {
      progress.set(
          (now.standing() == Standing.REFINING ? "computing" : now.standing().words())
              + ", "
              + Math.round(Math.floor(100 * now.progress()))
              + " %");
    }
  }

  /** The figure as it is now; empty without a panel. */
  Optional<Sketch> sketch() {
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sketch(
                name.get(),
                title.get(),
                source,
                panels,
                paper.optionsProperty().get(),
                context.files().write(context.state().get()),
                context.state().get().seed()));
  }
}
