package gmrl.app.chart;

import gmrl.LibraryApi;
import gmrl.app.live.LatestSlot;
import gmrl.app.live.Standing;
import gmrl.app.ui.Aside;
import gmrl.app.ui.KeyHint;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * A live chart. Hand it models from any thread with {@link #show}; the newest wins and at most one
 * redraw happens in 25 ms. Pointing at a curve reads it out; dragging or Ctrl+wheel zooms, dragging
 * with Shift or another button moves, double-click resets; the context menu and the keys do the
 * same and more (see {@link #KEYS}).
 */
public final class ChartPane extends Sheet<ChartCanvas> {

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
  final ChartView view = new ChartView(model.get());

  private Rectangle2D plot = new Rectangle2D.Double();
  final HoverLayer hover = new HoverLayer();
  private final Region progress = new Region();

  /** What keys do that stand in the menu, too. */
  final Map<KeyCode, Runnable> actions = new EnumMap<>(KeyCode.class);

  private boolean disposed;

  /** A drag changes what numbers are worth many times a second: only what stays so is marked. */
  final PauseTransition patience = new PauseTransition(Duration.millis(400));

  private boolean overdue;

  /** What the picture shows: the model is newer where nobody could see it, or it is stale. */
  private ChartModel drawn = model.get();

  private @Nullable Edges edges;

  /** Creates an empty chart. */
  public ChartPane() {
    super(new ChartCanvas(new JFreeChart(new XYPlot())));
    canvas.setTooltipEnabled(false);
    progress.setManaged(false);
    progress.setMouseTransparent(true);
    progress.getStyleClass().add("chart-progress");
    getStyleClass().add("chart-pane");
    getChildren().addAll(progress, hover);
    setMinSize(160, 80);
    setPrefSize(480, 300);
    setFocusTraversable(true);
    setAccessibleHelp(KeyHint.sentence(KEYS));
    patience.setOnFinished(
        e -> {
          overdue = true;
          redrawIf(isStale());
        });
    sceneProperty().addListener((o, was, is) -> redrawIf(is != null && !drawn.equals(model.get())));
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

  /**
   * What is hidden waits until it is seen, what looks the same is not drawn again, and nor is what
   * newer numbers are about to replace, unless they take long.
   */
  private void showSoon(ChartModel next) {
    if (disposed) {
      return;
    }
    ChartFrame before = view.visible();
    boolean marked = overdue && isStale();
    apply(next);
    boolean same = next.looksLike(drawn) || (isStale() && !drawn.isEmpty());
    if (getScene() == null || (same && !marked && view.visible().equals(before))) {
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
   * @return follows the pointer
   */
  public ObservableValue<String> pointedProperty() {
    return hover.hitProperty().map(hit -> hit.series().name()).orElse("");
  }

  /**
   * What "Maximise" does; without it the entry is hidden.
   *
   * @param action called on the FX thread
   */
  public void setOnMaximise(Runnable action) {
    actions.put(KeyCode.ENTER, action);
  }

  /**
   * What "Save figure" does; without it the entry is hidden.
   *
   * @param action called on the FX thread
   */
  public void setOnSaveFigure(Runnable action) {
    actions.put(KeyCode.S, action);
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

  /** Shows the numbers as a table in place of the picture, or over it, or the picture again. */
  public void toggleTable() {
    if (getChildren().removeIf(ChartTable.class::isInstance)) {
      requestFocus();
      return;
    }
    Color ground = HoverLayer.fx(theme.get().background());
    if (Aside.isNeeded(this)) {
      Aside.show(this, close -> new ChartTable(model.getReadOnlyProperty(), ground, close));
      return;
    }
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

  /** Shows all data again. */
  public void showAll() {
    setZoom(null);
  }

  void setZoom(@Nullable ChartFrame next) {
    view.zoom(next);
    redraw();
  }

  /** Geometry of the picture on screen. */
  PlotGeometry geometry() {
    return place().in(plot);
  }

  /** The picture with all that belongs to it. */
  PlotGeometry place() {
    return new PlotGeometry(model.get(), theme.get(), view.visible(), area());
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
    if (canvas.getWidth() != Math.floor(getWidth())
        || canvas.getHeight() != Math.floor(getHeight())) {
      // Without a chart the canvas does not draw once for the width and again for the height.
      canvas.setChart(null);
    }
    super.layoutChildren();
    advance(model.get());
  }

  private void advance(ChartModel now) {
    progress.resizeRelocate(0, 0, Math.rint(getWidth() * now.progress()), 2);
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
    double share = next.standing().isFinal() ? 1 : next.progress();
    progress.setVisible(edges == null && share > 0 && share < 1);
    advance(next);
  }

  /** Says what the picture does not: that it is not all there is. */
  private void hint() {
    hover.hint(view.isZoomed() ? zoomed() + ": double-click shows all" : "", geometry());
  }

  /** Beside another plot there are no numbers at the value axis: they no longer hold for it. */
  private String zoomed() {
    Span up = view.visible().y();
    return edges == null || edges.leads()
        ? "zoomed"
        : Readout.number(up.at(0)) + " … " + Readout.number(up.at(1)) + model.get().y().unit();
  }

  private void redrawIf(boolean needed) {
    if (needed) {
      redraw();
    }
  }

  @Override
  public void redraw() {
    if (!disposed) {
      drawn = model.get();
      timer.drawn();
      super.redraw();
      hover.refresh(geometry());
      hint();
    }
  }

  @Override
  void paint(GraphicsContext context, Graphics2D g2, Rectangle2D area) {
    JFreeChart chart =
        new JFreeChart(new XYPlot()) {
          /** With legend and words over the plot, in type of any size. */
          @Override
          public void draw(
              Graphics2D whole, Rectangle2D all, Point2D anchor, ChartRenderingInfo info) {
            plot = new ChartPainter(place()).live(g2, overdue && isStale(), edges);
          }
        };
    canvas.setChart(chart);
    // Nothing but this method draws.
    chart.removeChangeListener(canvas);
  }
}
