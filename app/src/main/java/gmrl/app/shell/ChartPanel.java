package gmrl.app.shell;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigureOrigin;
import gmrl.app.figure.FigureSize;
import gmrl.app.figure.FigureWriter;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Standing;
import gmrl.app.ui.Dialogs;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Tip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/** A dashboard panel with one live chart: follows the theme, shows its data, saves its figure. */
public class ChartPanel extends PanelFrame {
  private static final List<Dialogs.FileKind> FORMATS =
      List.of(
          Dialogs.FileKind.of("PNG, with data and configuration", "png"),
          Dialogs.FileKind.of("SVG, with data and configuration", "svg"),
          Dialogs.FileKind.of("PDF, with data and configuration", "pdf"),
          Dialogs.FileKind.of("PGFPlots, with data and configuration", "tex"));

  private final ChartPane chart = new ChartPane();
  private final LabContext context;
  private final ObservableValue<ChartModel> source;
  private final Exhibit exhibit;
  private Supplier<Optional<PanelPlan>> plan = Optional::empty;
  private Runnable finish = () -> {};

  /** Hears of locked axes as long as this panel is held: panels come and go in one window. */
  @SuppressWarnings("unused")
  private final Object locks;

  /**
   * A panel.
   *
   * @param context the window
   * @param id stable name, used for files
   * @param title what is shown
   * @param subtitle how to read it
   * @param model what to draw; the newest value wins
   */
  public ChartPanel(
      LabContext context,
      String id,
      String title,
      String subtitle,
      ObservableValue<ChartModel> model) {
    super(title, subtitle);
    this.context = context;
    source = model;
    exhibit =
        new Exhibit(
            id,
            this::title,
            source::getValue,
            () -> plan.get(),
            context.shelf()::over,
            () -> context.files().write(context.state().get()));
    context.time().exhibits().add(exhibit);
    setContent(chart);
    HelpMark.mark(this, id);
    addTool(asChrome(lockButton()));
    locks = context.state().observeWhileHeld(s -> AxisLocks.of(s, id), chart::setLock);
    asChrome(
        addTool(Icons.TABLE, "The numbers as a table, or the picture again", chart::toggleTable));
    addTool(asChrome(figureMenu()));
    chart.setOnSaveFigure(this::saveFigure);
    connect(chart, context, model);
    setBrief(() -> Endings.of(model.getValue()));
    model.addListener((o, old, now) -> tellOrigin(now));
    tellOrigin(model.getValue());
  }

  private void tellOrigin(ChartModel now) {
    setOrigin(now.standing() == Standing.STORED ? "stored, nothing is computed" : "");
  }

  /** Lets a chart follow a model and the window's theme. */
  public static void connect(
      ChartPane chart, LabContext context, ObservableValue<ChartModel> model) {
    chart.themeProperty().bind(context.time().chartThemeProperty());
    model.addListener((o, old, now) -> chart.show(now));
    chart.show(model.getValue());
  }

  /**
   * Lets the figure studio take a plot that has no panel of its own.
   *
   * @param id stable name, used for files
   * @param title what it shows
   * @param model what goes into a figure
   * @param plan what computes it
   * @return asks the studio to show it
   */
  public static Runnable exhibit(
      LabContext context,
      String id,
      String title,
      Supplier<ChartModel> model,
      Supplier<Optional<PanelPlan>> plan) {
    Exhibit exhibit =
        new Exhibit(
            id,
            () -> title,
            model,
            plan,
            context.shelf()::over,
            () -> context.files().write(context.state().get()));
    context.time().exhibits().add(exhibit);
    return () -> context.time().exhibits().show(exhibit);
  }

  /**
   * Lets the figure studio take a picture, also from a menu of its own.
   *
   * @param id stable name, used for files
   * @param title what it shows
   * @param picture on screen
   * @param paper what goes into a figure, such as the picture as it is then
   * @param plan what computes it
   * @return asks the studio to show it
   */
  public static Runnable exhibit(
      LabContext context,
      String id,
      String title,
      Region picture,
      Supplier<ChartModel> paper,
      Supplier<Optional<PanelPlan>> plan) {
    Runnable studio = exhibit(context, id, title, paper, plan);
    MenuItem save = new MenuItem("Save figure…");
    save.setOnAction(e -> studio.run());
    ContextMenu menu = new ContextMenu(save);
    picture.setOnContextMenuRequested(
        e -> {
          menu.show(picture, e.getScreenX(), e.getScreenY());
          e.consume();
        });
    return studio;
  }

  /** What computes the plot that is shown, so that its figure can be made again. */
  public final void setPlan(Supplier<Optional<PanelPlan>> now) {
    plan = now;
  }

  /** What goes on with numbers that were cancelled, so that a figure can be completed. */
  public final void setOnFinish(Runnable resume) {
    finish = resume;
  }

  /** The chart itself. */
  public final ChartPane chart() {
    return chart;
  }

  /** Lets go of a plot that will not be shown again. */
  public final void close() {
    chart.dispose();
    context.time().exhibits().remove(exhibit);
  }

  /** What a hall does not see: keys do the same. */
  private static <T extends Node> T asChrome(T tool) {
    tool.getStyleClass().add("chrome");
    return tool;
  }

  private ToggleButton lockButton() {
    ToggleButton button = new ToggleButton("", Icons.UNLOCK.node());
    button.getStyleClass().addAll("flat", "button-icon", "small", "tool");
    String what = "Lock the axes, or let them follow the numbers";
    Tip.on(button, what);
    button.setAccessibleText(what);
    button.setOnAction(e -> chart.toggleLock());
    chart
        .lockedProperty()
        .addListener(
            (o, was, is) -> {
              button.setSelected(is);
              button.setGraphic((is ? Icons.LOCK : Icons.UNLOCK).node());
            });
    String plot = exhibit.id();
    chart.setOnLock(
        lock -> context.state().edit("axes of " + plot, s -> AxisLocks.with(s, plot, lock)));
    return button;
  }

  private MenuButton figureMenu() {
    MenuButton button = new MenuButton("", Icons.EXPORT.node());
    button.getStyleClass().addAll("flat", "button-icon", "small", "tool", "no-arrow");
    Tip.on(button, "Save as a figure, with its data and configuration");
    button.setAccessibleText("Save as a figure");
    MenuItem studio = new MenuItem("Figure studio …");
    studio.setOnAction(e -> context.time().exhibits().show(exhibit));
    MenuItem full = new MenuItem("Across the page, 5.5 in …");
    full.setOnAction(e -> save(FigureSize.FULL_WIDTH));
    MenuItem half = new MenuItem("Half a page, 2.65 in …");
    half.setOnAction(e -> save(FigureSize.HALF_WIDTH));
    button.getItems().addAll(studio, full, half);
    return button;
  }

  /** Asks where to, and saves the chart across the page. */
  final void saveFigure() {
    save(FigureSize.FULL_WIDTH);
  }

  private void save(FigureSize size) {
    ChartModel model = source.getValue();
    if (model.mark().isEmpty()) {
      askPath().ifPresent(path -> write(size, path));
      return;
    }
    int finish = 0;
    context
        .dialogs()
        .choose(
            "The plot is not complete",
            "Its numbers are "
                + model.mark()
                + ". Finish them first, or save what is there, marked as unfinished?",
            List.of("Finish, then save", "Save as it is"))
        .ifPresent(
            way ->
                askPath()
                    .ifPresent(
                        path -> {
                          if (way == finish) {
                            writeWhenComplete(size, path);
                          } else {
                            write(size, path);
                          }
                        }));
  }

  private Optional<Path> askPath() {
    return context
        .dialogs()
        .save("Save the figure", exhibit.id() + ".png", FORMATS)
        .map(Path::toAbsolutePath)
        .filter(this::isFree);
  }

  private void writeWhenComplete(FigureSize size, Path path) {
    if (source.getValue().standing().isComplete()) {
      write(size, path);
      return;
    }
    ChangeListener<Object> wait =
        new ChangeListener<>() {
          @Override
          public void changed(ObservableValue<?> o, Object old, Object now) {
            ChartModel shown = source.getValue();
            String problem = problemProperty().get();
            if (shown.standing().isComplete()) {
              letGo();
              write(size, path);
            } else if (shown.standing().isFinal() || !problem.isEmpty()) {
              letGo();
              context
                  .notices()
                  .warn(
                      "The figure was not saved: "
                          + (problem.isEmpty()
                              ? "its numbers are " + shown.mark() + "."
                              : problem));
            }
          }

          private void letGo() {
            source.removeListener(this);
            problemProperty().removeListener(this);
          }
        };
    context.notices().info("The figure will be saved as soon as its numbers are complete.");
    finish.run();
    source.addListener(wait);
    problemProperty().addListener(wait);
    ChartModel shown = source.getValue();
    if (shown.standing().isComplete() || !problemProperty().get().isEmpty()) {
      wait.changed(source, shown, shown);
    }
  }

  private boolean isFree(Path path) {
    try {
      Wanted wanted = Wanted.of(path);
      return FileSet.mayBeWritten(
          context.dialogs(),
          path,
          FigureWriter.files(wanted.stem(), wanted.formats(), false, wanted.folder()),
          FigureWriter::hasWritten);
    } catch (IllegalArgumentException e) {
      return true; // such a figure is refused when it is to be written
    }
  }

  /** What the name of a file says of a figure. */
  private record Wanted(String stem, List<FigureFormat> formats, Path folder) {
    static Wanted of(Path path) {
      String name = path.getFileName().toString();
      int dot = name.lastIndexOf('.');
      return new Wanted(
          dot > 0 ? name.substring(0, dot) : name,
          dot > 0
              ? FigureFormat.parseList(name.substring(dot + 1).toLowerCase(Locale.ROOT))
              : List.of(FigureFormat.values()),
          Objects.requireNonNull(path.getParent()));
    }
  }

  private void write(FigureSize size, Path path) {
    long seed = context.state().get().seed();
    Exhibit.Taken taken = exhibit.take();
    Thread writer =
        new Thread(
            () ->
                context
                    .notices()
                    .attempt("The figure was not saved: ", () -> write(taken, seed, size, path)),
            "gmrl-figure");
    writer.setDaemon(true);
    writer.start();
  }

  private void write(Exhibit.Taken taken, long seed, FigureSize size, Path path)
      throws IOException {
    Wanted wanted = Wanted.of(path);
    FigureOrigin provenance =
        new FigureOrigin(taken.document(wanted.stem(), seed), seed, version());
    Figure figure = Figure.of(wanted.stem(), taken.chart().withTitle(taken.title()), provenance);
    List<Path> files =
        FigureWriter.write(figure, FigureOptions.of(size), wanted.formats(), wanted.folder());
    context.notices().info("Saved " + names(files) + " in " + wanted.folder() + ".");
  }

  /** Version of the laboratory, as figures record it. */
  public static String version() {
    String version = ChartPanel.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static String names(List<Path> files) {
    return String.join(", ", files.stream().map(f -> f.getFileName().toString()).toList());
  }
}
