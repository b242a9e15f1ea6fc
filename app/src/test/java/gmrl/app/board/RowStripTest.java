package gmrl.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Role;
import gmrl.app.shell.OnScreen;
import gmrl.app.ui.Await;
import gmrl.app.ui.Theme;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** What stands above a row of plots depends on what is drawn, not on what was drawn before. */
@OnScreen
class RowStripTest {
  private final ObjectProperty<ChartModel> plot =
      new SimpleObjectProperty<>(BoardCharts.empty(Column.ALPHA, BoardViewModel.FIRST_TOP));
  private final ObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.light());

  private SmallBoard small;
  private RowStrip strip;
  private Pane around;

  private static boolean isBefore(String key) {
    return key.startsWith("before");
  }

  @Start
  void open(Stage stage) {
    small = new SmallBoard();
    strip = new RowStrip(small.model, Row.HESSIAN);
    strip.follow(List.of(plot), theme);
    strip.setManaged(false);
    around = new Pane(strip);
    Scene scene = new Scene(around, 1400, 100);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static ChartModel with(String note) {
    ChartSeries before =
        ChartSeries.line(
                BoardCharts.GHOST, Role.PINNED, Row.HESSIAN.style(), List.of(ChartPoint.of(1, 1)))
            .withNote(note);
    return BoardCharts.empty(Column.ALPHA, BoardViewModel.FIRST_TOP).plus(List.of(before));
  }

  private void onFx(Runnable what) throws Exception {
    Callable<Boolean> once =
        () -> {
          what.run();
          return true;
        };
    Await.onFx(once);
    // What has room is known after a layout, and needs another.
    for (int i = 0; i < 2; i++) {
      Await.pulse(around.getScene());
    }
  }

  private List<String> keys() throws Exception {
    return Await.onFx(
        () ->
            strip.lookupAll(".board-key").stream().map(key -> ((Labeled) key).getText()).toList());
  }

  @Test
  void theLegendIsTheSameHoweverItCameAbout() throws Exception {
    for (int wide : new int[] {620, 790, 920}) {
      onFx(
          () -> {
            plot.set(BoardCharts.empty(Column.ALPHA, BoardViewModel.FIRST_TOP));
            strip.resize(wide, 60);
          });
      onFx(() -> plot.set(with("")));
      List<String> first = keys();
      onFx(() -> theme.set(ChartTheme.dark()));
      onFx(() -> theme.set(ChartTheme.light()));
      assertThat(keys()).as("at %d", wide).isEqualTo(first).anyMatch(RowStripTest::isBefore);
    }
  }

  @Test
  void curvesOfFewTrialsAreNotShownAsWhole() throws Exception {
    onFx(() -> strip.resize(1380, 60));
    onFx(() -> plot.set(with("at 2 % of its trials")));
    assertThat(keys()).contains("before the change, at 2 % of its trials");
    onFx(() -> plot.set(with("")));
    assertThat(keys()).contains("before the change");
  }

  @Test
  void noTwoLinesAreCalledAlike() throws Exception {
    onFx(
        () -> {
          small.model.noiseProperty(Row.HESSIAN).set(true);
          small.model.limitsProperty(Row.HESSIAN).set(true);
        });
    assertThat(keys()).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    for (int wide : new int[] {620, 680, 790, 920, 1060, 1200}) {
      onFx(() -> strip.resize(wide, 60));
      onFx(() -> plot.set(with("at 2 % of its trials")));
      assertThat(keys()).as("nothing drawn lacks a key").anyMatch(RowStripTest::isBefore);
      assertThat(Await.onFx(this::isWhole)).as("every key at %d", wide).isTrue();
    }
  }

  private boolean isWhole() {
    return strip.lookupAll(".board-key").stream()
        .map(Labeled.class::cast)
        .allMatch(
            key ->
                key.getWidth() >= key.prefWidth(-1) - 1
                    && key.localToScene(key.getLayoutBounds()).getMaxX() <= strip.getWidth() + 1);
  }

  @Test
  void howeverShortTheReasonIsSaid() {
    for (Row row : Row.values()) {
      assertThat(row.inFewerWords()).allMatch(words -> words.matches(reason(row)));
    }
    assertThat(Column.COEFFICIENT.names(SmallBoard.settings().setup()))
        .allMatch(words -> words.matches("(added (Hessian error|to H) ×|H [+]) [0-9.]+.*"));
    assertThat(Column.COEFFICIENT.units(SmallBoard.settings().setup()))
        .allMatch(words -> words.matches(".*adds [0-9.]+ c to .*(Hessian|H).*"));
  }

  private static String reason(Row row) {
    return row == Row.COMPOSITIONAL ? ".*nois[ye].*" : ".*wrong curvature.*";
  }
}
