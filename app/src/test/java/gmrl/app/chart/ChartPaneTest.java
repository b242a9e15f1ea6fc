package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.live.Standing;
import gmrl.app.shell.OnScreen;
import gmrl.app.ui.Await;
import gmrl.app.window.Forgotten;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@OnScreen
final class ChartPaneTest {

  private ChartPane pane;
  private StackPane root;

  @Start
  void start(Stage stage) {
    pane = new ChartPane();
    root = new StackPane(pane);
    ScrollPane page = new ScrollPane(root);
    page.setFitToWidth(true);
    page.setFitToHeight(true);
    stage.setScene(new Scene(page, 640, 420));
    stage.show();
  }

  @Test
  void showsTheNewestOfManyModelsFromAnotherThread(FxRobot robot) throws Exception {
    List<ChartModel> shown = new ArrayList<>();
    onFx(() -> pane.modelProperty().addListener((o, before, now) -> shown.add(now)));
    List<ChartModel> snapshots =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> SampleCharts.sampleSizes().withTitle("snapshot " + i))
            .toList();
    snapshots.forEach(pane::show);
    Await.until(() -> pane.model().title().equals("snapshot 200"));
    assertThat(shown.size()).as("snapshots drawn out of 200 sent at once").isLessThan(50);
    assertThat(inkedPixels()).as("coloured pixels on screen").isGreaterThan(1000);
  }

  @Test
  void whatNewerNumbersReplaceIsDrawnOnlyWhenTheyTakeLong() throws Exception {
    ChartAxis x = ChartAxis.linear("x").between(0, 4);
    ChartAxis y = ChartAxis.linear("y").between(0, 10);
    ChartModel first =
        ChartModel.of("", x, y, List.of(wide("a", 4), wide("b", 6)))
            .with()
            .standing(Standing.REFINING)
            .build();
    show(first);
    long ink = inkedPixels();
    onFx(() -> pane.patience.setDuration(Duration.hours(1)));
    ChartModel fewer = first.with().series(first.series().subList(0, 1)).build();
    ChartModel stale = fewer.with().standing(Standing.STALE).build();
    show(stale);
    assertThat(inkedPixels()).as("while they are on their way").isEqualTo(ink);
    onFx(() -> pane.patience.getOnFinished().handle(new ActionEvent()));
    assertThat(inkedPixels()).as("what is stale").isLessThan(ink);
    show(first);
    assertThat(inkedPixels()).as("the newer numbers").isEqualTo(ink);
    show(stale);
    show(fewer);
    assertThat(inkedPixels()).as("those that look like what was not drawn").isLessThan(ink);
  }

  @Test
  void readsOutTheNearestPoint(FxRobot robot) throws Exception {
    show(SampleCharts.sampleSizes());
    PlotGeometry.Hit target = pane.geometry().hit(3, 4);
    robot.moveTo(pane.localToScreen(target.px() + 3, target.py() - 2));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pane.hover.hit()).isNotNull();
    assertThat(pane.hover.hit().series().name()).isEqualTo("dice");
    assertThat(pane.hover.hit().point().x()).isEqualTo(32);
  }

  @Test
  void theCurveUnderThePointerShowsItsWholeBandWhereOthersWouldHideIt(FxRobot robot)
      throws Exception {
    ChartSeries a = wide("a", 4);
    ChartSeries b = wide("b", 6);
    ChartAxis y = ChartAxis.linear("y").between(0, 10);
    show(ChartModel.of("", ChartAxis.linear("x"), y, List.of(a, b)));
    robot.moveTo(pane.localToScreen(5, 5));
    assertThat(pane.hover.lookup(".chart-band").isVisible()).isFalse();
    PlotGeometry.Hit target = pane.geometry().hit(1, 2);
    robot.moveTo(pane.localToScreen(target.px(), target.py()));
    WaitForAsyncUtils.waitForFxEvents();
    Node band = pane.hover.lookup(".chart-band");
    assertThat(band.isVisible()).isTrue();
    PlotGeometry geometry = pane.geometry();
    assertThat(band.getLayoutBounds().getMinY()).isCloseTo(geometry.py(9), within(1.0));
    assertThat(band.getLayoutBounds().getMaxY()).isCloseTo(geometry.py(3), within(1.0));
    ChartSeries run = ChartSeries.singleSeeds("a", Style.nth(0), List.of(p(1, 1), p(2, 1)));
    show(ChartModel.of("", ChartAxis.linear("x"), y, List.of(a, b, run)));
    PlotGeometry.Hit single = pane.geometry().hit(2, 1);
    robot.moveTo(pane.localToScreen(single.px(), single.py()));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(band.isVisible()).as("that of its mean").isTrue();
    assertThat(band.getLayoutBounds().getMinY()).isCloseTo(geometry.py(7), within(1.0));
    show(ChartModel.of("", ChartAxis.linear("x"), y, List.of(b)));
    robot.moveTo(pane.localToScreen(target.px() + 2, target.py()));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(band.isVisible()).as("a band alone is there in any case").isFalse();
  }

  @Test
  void theReadOutLiesInsideThePlotHoweverLongItIs() throws Exception {
    ChartAxis y = ChartAxis.linear("").between(0, 1);
    List<ChartPoint> corners = new ArrayList<>();
    for (double at : List.of(0.0, 1.0)) {
      corners.add(new ChartPoint(at, at, at, at + 0.123, 123_456));
      corners.add(new ChartPoint(at, 1 - at, 1 - at, 1.123, 123_456));
    }
    String name = "what infinitely many samples would leave of the compositional bias";
    show(
        ChartModel.of(
            "",
            ChartAxis.linear("x"),
            y,
            List.of(ChartSeries.estimate(name, Style.nth(0), corners))));
    String large = "data:text/css,.chart-readout{-fx-font-size:17.25px;-fx-padding:4 8 4 8}";
    onFx(() -> pane.getScene().getStylesheets().add(large));
    for (double high : List.of(300.0, 132.0)) {
      onFx(
          () -> {
            pane.setMaxSize(230, high);
            root.layout();
          });
      for (int i = 0; i < corners.size(); i++) {
        int corner = i;
        onFx(() -> pane.hover.show(pane.geometry(), pane.geometry().hit(0, corner)));
        Label text = (Label) pane.hover.lookup(".chart-readout");
        assertThat(pane.hover.getLayoutBounds().contains(text.getBoundsInParent()))
            .as("%s high, corner %d: %s", high, i, text.getBoundsInParent())
            .isTrue();
        assertThat(text.getText().replace("\n", " · ")).as("whole").endsWith("123456 trials");
        assertThat(text.lookup(".text"))
            .isInstanceOfSatisfying(
                javafx.scene.text.Text.class,
                drawn -> assertThat(drawn.getText()).isEqualTo(text.getText()));
      }
    }
  }

  @Test
  void aZoomedPlotWithoutNumbersAtItsAxisSaysBetweenWhichItIs() throws Exception {
    show(SampleCharts.sampleSizes());
    assertThat(hint()).isEmpty();
    onFx(
        () -> {
          pane.setEdges(new Edges(40, 20, 10, 10, false));
          ChartFrame all = pane.view.visible();
          pane.setZoom(new ChartFrame(all.x(), all.y().within(-1, 0)));
        });
    assertThat(hint()).as("without numbers at its axis").startsWith("0.1 … 1:");
  }

  /** What stands in a corner of the picture. */
  private String hint() {
    return pane.hover.lookup(".chart-hint") instanceof Label label ? label.getText() : "";
  }

  private static ChartPoint p(double x, double y) {
    return ChartPoint.of(x, y);
  }

  private static ChartSeries wide(String name, double y) {
    List<ChartPoint> points = new ArrayList<>();
    for (int x = 0; x < 5; x++) {
      points.add(new ChartPoint(x, y, y - 3, y + 3));
    }
    return ChartSeries.estimate(name, Style.nth(0), points);
  }

  @Test
  void dragsAndScrollsToZoomAndDoubleClicksBack(FxRobot robot) throws Exception {
    show(SampleCharts.sampleSizes());
    ChartFrame whole = pane.view.visible();
    robot
        .moveTo(pane.localToScreen(200, 80))
        .press(MouseButton.PRIMARY)
        .moveTo(pane.localToScreen(400, 220))
        .release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    ChartFrame zoomed = pane.view.visible();
    assertThat(zoomed.x().size()).isLessThan(0.5 * whole.x().size());
    assertThat(pane.view.isZoomed()).isTrue();

    pane.show(SampleCharts.sampleSizes().withProgress(0.5));
    Await.until(() -> pane.model().progress() == 0.5);
    assertThat(pane.view.visible()).as("new data keeps the zoom").isEqualTo(zoomed);

    robot.moveTo(pane.localToScreen(300, 150)).doubleClickOn(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pane.view.isZoomed()).isFalse();

    robot.moveTo(pane.localToScreen(300, 150)).scroll(3, VerticalDirection.UP);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pane.view.isZoomed()).as("the bare wheel belongs to the page").isFalse();
    robot.press(KeyCode.CONTROL).scroll(3, VerticalDirection.UP).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pane.view.isZoomed()).isTrue();
  }

  @Test
  void lockedAxesStandStillUntilTheyMeanSomethingElse() throws Exception {
    ChartModel first = SampleCharts.sampleSizes();
    onFx(() -> pane.setOnLock(pane::setLock));
    show(first);
    ChartFrame fitting = pane.view.visible();
    onFx(() -> pane.setZoom(fitting.zoomed(0.5, 0.5, 0.5)));
    ChartFrame wanted = pane.view.visible();
    onFx(() -> pane.toggleLock());
    show(first.withSeries(first.series().subList(0, 1)));
    assertThat(pane.view.visible().y().to()).isCloseTo(wanted.y().to(), within(1e-9));
    assertThat(pane.view.visible().x().from()).isCloseTo(wanted.x().from(), within(1e-9));
    show(first.with().y(ChartAxis.linear("something else")).build());
    assertThat(pane.lockedProperty().get()).isFalse();
    show(first);
    assertThat(pane.lockedProperty().get()).isTrue();
    onFx(() -> pane.toggleLock());
    assertThat(pane.view.visible()).isEqualTo(fitting);
  }

  @Test
  void keysReadOutPointsAndOpenTheTable(FxRobot robot) throws Exception {
    show(SampleCharts.sampleSizes());
    robot.clickOn(pane);
    assertThat(pane.isFocused()).as("a click gives the keys to the plot").isTrue();
    robot.moveTo(pane.localToScreen(5, 5));
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pane.hover.hit().series().name()).isEqualTo("maml");
    assertThat(pane.hover.hit().point().x()).isEqualTo(4);
    assertThat(pane.queryAccessibleAttribute(AccessibleAttribute.TEXT)).asString().contains("maml");

    AtomicInteger figures = new AtomicInteger();
    onFx(() -> pane.setOnSaveFigure(figures::incrementAndGet));
    robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(figures).as("that key is the menu’s, whatever has the focus").hasValue(0);
    robot.type(KeyCode.S);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(figures).hasValue(1);

    robot.type(KeyCode.T);
    WaitForAsyncUtils.waitForFxEvents();
    ChartTable table = (ChartTable) pane.getChildren().get(pane.getChildren().size() - 1);
    assertThat(table.table().getItems()).isEqualTo(ChartData.rows(SampleCharts.sampleSizes()));
    robot.type(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pane.getChildren()).noneMatch(n -> n instanceof ChartTable);
  }

  @Test
  void aPressOnThePlotClosesItsMenu(FxRobot robot) throws Exception {
    show(SampleCharts.sampleSizes());
    Point2D place = pane.localToScreen(300, 150);
    onFx(
        () ->
            pane.fireEvent(
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    300,
                    150,
                    place.getX(),
                    place.getY(),
                    false,
                    null)));
    assertThat(Window.getWindows()).hasAtLeastOneElementOfType(ContextMenu.class);
    robot.clickOn(pane.localToScreen(100, 60));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(Window.getWindows()).doesNotHaveAnyElementsOfTypes(ContextMenu.class);
  }

  @Test
  void theNumbersOfASmallPlotAreReadOverThePage(FxRobot robot) throws Exception {
    show(SampleCharts.sampleSizes());
    onFx(
        () -> {
          pane.setMaxSize(170, 90);
          pane.getParent().layout();
          pane.toggleTable();
        });
    WaitForAsyncUtils.waitForFxEvents();
    ChartTable table = robot.lookup(ChartTable.class::isInstance).query();
    assertThat(table.getScene()).isNotSameAs(pane.getScene());
    for (Node cell : robot.from(table).lookup(".table-cell").queryAll()) {
      Labeled words = (Labeled) cell;
      if (words.getText() != null && !words.getText().isEmpty()) {
        assertThat(words.lookup(".text"))
            .isInstanceOfSatisfying(
                javafx.scene.text.Text.class,
                drawn -> assertThat(drawn.getText()).isEqualTo(words.getText()));
      }
    }
    robot.type(KeyCode.ESCAPE);
    Await.until(() -> robot.lookup(ChartTable.class::isInstance).tryQuery().isEmpty());
  }

  @Test
  void aDiscardedChartIsCollected(FxRobot robot) throws Exception {
    show(SampleCharts.sampleSizes());
    WeakReference<ChartPane> gone = new WeakReference<>(pane);
    onFx(
        () -> {
          root.getChildren().clear();
          pane.dispose();
        });
    pane = null;
    assertThat(Forgotten.within(gone)).isTrue();
  }

  @Test
  void aChartOnlyRemovedIsCollectedToo(FxRobot robot) throws Exception {
    show(SampleCharts.sampleSizes());
    WeakReference<ChartPane> gone = new WeakReference<>(pane);
    onFx(() -> root.getChildren().clear());
    pane = null;
    assertThat(Forgotten.within(gone)).isTrue();
  }

  private void show(ChartModel model) throws Exception {
    pane.show(model);
    Await.until(() -> pane.model().equals(model));
  }

  private long inkedPixels() throws Exception {
    WritableImage[] image = new WritableImage[1];
    onFx(() -> image[0] = pane.snapshot(null, null));
    long inked = 0;
    for (int y = 0; y < image[0].getHeight(); y++) {
      for (int x = 0; x < image[0].getWidth(); x++) {
        if (image[0].getPixelReader().getColor(x, y).getSaturation() > 0.3) {
          inked++;
        }
      }
    }
    return inked;
  }

  private static void onFx(Runnable action) throws Exception {
    Await.onFx(Executors.callable(action));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
