package gmrl.app.chart;

import gmrl.LibraryApi;
import gmrl.app.live.LatestSlot;
import gmrl.app.live.Standing;
import gmrl.app.ui.KeyHint;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.FontSmoothingType;
import javafx.util.Duration;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jspecify.annotations.Nullable;

/**
 * A live chart. Hand it models from any thread with {@link #show}; the newest wins and at most one
 * redraw happens in 25 ms. Pointing at a curve reads it out; dragging or Ctrl+wheel zooms, dragging
 * with Shift or another button moves, double-click resets; the context menu and the keys do the
 * same and more (see {@link #KEYS}).
 */
public final class ChartPane extends StackPane {

  /** What the keys do while the chart has the focus. */
  public static final List<KeyHint> KEYS =
      List.of(
          new KeyHint("arrows", "read out points and curves"),
          new KeyHint("Shift+arrows", "move the picture"),
          new KeyHint("+, −, Ctrl+wheel", "zoom"),
          new KeyHint("0, Home, double click", "show everything again"),
          new KeyHint("L", "lock the axes, or let them follow the numbers"),
          new KeyHint("Enter", "fill the window, or the grid again"),
          new KeyHint("T", "the numbers as a table"),
          new KeyHint("Ctrl+C", "copy the picture"),
          new KeyHint("S", "make a figure of it"));

  private final RedrawTimer timer = new RedrawTimer();
  private final LatestSlot<ChartModel> incoming = new LatestSlot<>(timer, this::showSoon);
  private final ReadOnlyObjectWrapper<ChartModel> model =
      new ReadOnlyObjectWrapper<>(
          this, "model", ChartModel.empty("", ChartAxis.linear(""), ChartAxis.linear("")));
  private final ObjectProperty<ChartTheme> theme =
      new SimpleObjectProperty<>(this, "theme", ChartTheme.light());
  final ChartView view = new ChartView(model.get());

  private final ChartCanvas canvas;
  final HoverLayer hover = new HoverLayer();
  private final Region progress = new Region();

  Optional<Runnable> onMaximise = Optional.empty();
  Optional<Runnable> onSaveFigure = Optional.empty();
  private boolean disposed;

  /** A drag changes what numbers are worth many times a second: only what stays so is marked. */
  private final PauseTransition patience = new PauseTransition(Duration.millis(400));

  private boolean overdue;

  /** Whether the picture is older than the model, since nobody could see it. */
  private boolean outdated;

  private @Nullable Edges edges;

  /** Creates an empty chart. */
  public ChartPane() {
    FxTypeface.load();
    canvas = new ChartCanvas(chart());
    canvas.setTooltipEnabled(false);
    canvas.getGraphicsContext2D().setFontSmoothingType(FontSmoothingType.GRAY);
    canvas.getChart().removeChangeListener(canvas);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    progress.setManaged(false);
    progress.setMouseTransparent(true);
    progress.getStyleClass().add("chart-progress");
    getStyleClass().add("chart-pane");
    getChildren().addAll(canvas, progress, hover);
    setMinSize(160, 80);
    setPrefSize(480, 300);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(KeyHint.sentence(KEYS));
    theme.addListener((o, before, now) -> redraw());
    patience.setOnFinished(
        e -> {
          overdue = true;
          redrawIf(isStale());
          hint();
        });
    sceneProperty().addListener((o, was, is) -> redrawIf(is != null && outdated));
    new ChartGestures(this).install();
  }

  /**
   * Shows a model soon; an older one still waiting is dropped. Safe to call from any thread.
   *
   * @param next the model
   */
  public void show(ChartModel next) {
    incoming.publish(next);
  }

  /** What is hidden waits until it is seen, and what looks the same is not drawn again. */
  private void showSoon(ChartModel next) {
    if (disposed) {
      return;
    }
    boolean same = next.looksLike(model.get()) && !(overdue && isStale());
    ChartFrame before = view.visible();
    apply(next);
    outdated = getScene() == null;
    if (outdated || (same && view.visible().equals(before))) {
      hint();
    } else {
      redraw();
    }
  }

  private boolean isStale() {
    return model.get().standing() == Standing.STALE;
  }

  /**
   * The model on screen.
   *
   * @return a read-only property
   */
  @LibraryApi
  public ReadOnlyObjectProperty<ChartModel> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /**
   * Colours and sizes.
   *
   * @return the property
   */
  public ObjectProperty<ChartTheme> themeProperty() {
    return theme;
  }

  /**
   * Whether the view differs from the one that shows all data.
   *
   * @return a read-only property
   */
  public ReadOnlyBooleanProperty zoomedProperty() {
    return view.zoomed.getReadOnlyProperty();
  }

  /**
   * Whether the axes stand still.
   *
   * @return a read-only property
   */
  public ReadOnlyBooleanProperty lockedProperty() {
    return view.locked.getReadOnlyProperty();
  }

  /**
   * What locking and unlocking the axes does; without it the entry is hidden.
   *
   * @param action receives the axes on screen, or nothing where they are to follow the numbers
   */
  public void setOnLock(Consumer<Optional<AxisLock>> action) {
    view.onLock = action;
  }

  /**
   * Lets the axes stand still as long as they mean the same, or follow the numbers.
   *
   * @param axes where they stand
   */
  public void setLock(Optional<AxisLock> axes) {
    redrawIf(view.lock(axes, model.get()));
  }

  /** Locks the axes as they are on screen, or lets them follow the numbers again. */
  public void toggleLock() {
    view.toggleLock(model.get());
  }

  /**
   * Name of the series that is pointed at; empty while none is.
   *
   * @return a read-only property
   */
  public ReadOnlyStringProperty pointedProperty() {
    return hover.pointedProperty();
  }

  /**
   * What "Maximise" does; without it the entry is hidden.
   *
   * @param action called on the FX thread
   */
  public void setOnMaximise(Runnable action) {
    onMaximise = Optional.of(action);
  }

  /**
   * What "Save figure" does; without it the entry is hidden.
   *
   * @param action called on the FX thread
   */
  public void setOnSaveFigure(Runnable action) {
    onSaveFigure = Optional.of(action);
  }

  /**
   * Gives the plot fixed edges in place of a legend and fitted labels.
   *
   * @param fixed the edges
   */
  public void setEdges(Edges fixed) {
    edges = fixed;
    redraw();
  }

  /**
   * Lets a person draw a curve wherever the sketch has columns.
   *
   * @param sketch takes what is drawn
   */
  public void setSketch(Sketch sketch) {
    new SketchGestures(this, sketch).install();
  }

  /** Shows the numbers as a table in place of the picture, or the picture again. */
  public void toggleTable() {
    if (getChildren().removeIf(ChartTable.class::isInstance)) {
      requestFocus();
      return;
    }
    Color ground = HoverLayer.fx(theme.get().background());
    ChartTable table = new ChartTable(model.getReadOnlyProperty(), ground, this::toggleTable);
    getChildren().add(table);
    table.requestFocus();
  }

  /** Stops drawing and lets go of the chart; the pane cannot be used again. */
  public void dispose() {
    disposed = true;
    timer.stop();
    patience.stop();
    canvas.setChart(null);
    getChildren().clear();
  }

  ChartModel model() {
    return model.get();
  }

  void setZoom(@Nullable ChartFrame next) {
    view.zoom(next);
    redraw();
  }

  /** Geometry of the picture on screen. */
  PlotGeometry geometry() {
    ChartRenderingInfo drawn = canvas.getRenderingInfo();
    return place().in(drawn == null ? new Rectangle2D.Double() : drawn.getPlotInfo().getDataArea());
  }

  /** The picture with all that belongs to it. */
  PlotGeometry place() {
    Rectangle2D all = new Rectangle2D.Double(0, 0, getWidth(), getHeight());
    return new PlotGeometry(model.get(), theme.get(), view.visible(), all);
  }

  /** What is pointed at, or else the plot in a sentence: written only when somebody listens. */
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT && getAccessibleText() == null
        ? Readout.summary(model.get())
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (!disposed && (canvas.getWidth() != width || canvas.getHeight() != height)) {
      // Without a chart the canvas does not draw once for the width and again for the height.
      canvas.setChart(null);
      canvas.setWidth(width);
      canvas.setHeight(height);
      redraw();
    }
    progress.resizeRelocate(0, 0, Math.rint(width * model.get().progress()), 2);
  }

  private void apply(ChartModel next) {
    view.follow(model.get(), next);
    if (next.standing() != model.get().standing() || model.get().isEmpty()) {
      overdue = false;
      patience.stop();
      if (!next.standing().isFinal()) {
        patience.playFromStart();
      }
    }
    model.set(next);
    setAccessibleText(null);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    progress.setVisible(edges == null && next.progress() > 0 && next.progress() < 1);
    progress.resizeRelocate(0, 0, Math.rint(getWidth() * next.progress()), 2);
  }

  /** Says what neither the picture nor the bar above it says. */
  private void hint() {
    boolean refines = overdue && model.get().standing() == Standing.REFINING;
    String words = refines && edges != null && edges.leads() ? model.get().stage() : "";
    hover.hint(view.zoomed.get() ? "zoomed: double-click shows all" : words, geometry());
  }

  private void redrawIf(boolean needed) {
    if (needed) {
      redraw();
    }
  }

  private void redraw() {
    if (disposed) {
      return;
    }
    outdated = false;
    timer.drawn();
    JFreeChart chart = chart();
    canvas.setChart(chart);
    // From here on nothing but this method draws.
    chart.removeChangeListener(canvas);
    hover.refresh(geometry());
    hint();
  }

  private JFreeChart chart() {
    return new ChartPainter(place()).live(overdue && isStale(), edges);
  }
}
