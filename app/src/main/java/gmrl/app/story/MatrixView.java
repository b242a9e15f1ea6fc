package gmrl.app.story;

import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Hue;
import gmrl.app.state.Symbols;
import gmrl.app.text.Spotlight;
import gmrl.experiment.inspect.PlaneCurvature;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The curvature on two states and what three estimators take for it, side by side. */
final class MatrixView extends Drawing {
  private static final double GAP = 18;
  private static final double TALLEST = 92;

  private final CurvatureViewModel model;
  private final Spotlight spotlight;

  /** One small table. */
  @SuppressWarnings("ArrayRecordComponent") // made here and compared by nobody
  private record Table(String title, String key, double[][] entries) {}

  MatrixView(
      CurvatureViewModel model, ReadOnlyObjectProperty<ChartTheme> theme, Spotlight spotlight) {
    super(theme);
    this.model = model;
    this.spotlight = spotlight;
    setMinHeight(130);
    setPrefHeight(180);
    setMaxHeight(240);
    model.curvatureProperty().addListener((o, old, now) -> show());
    spotlight.litProperty().addListener((o, old, now) -> redraw());
    setOnMouseMoved(
        e -> {
          List<Table> tables = tables();
          int index = (int) (e.getX() / getWidth() * tables.size());
          if (index >= 0 && index < tables.size() && !tables.get(index).key().isEmpty()) {
            spotlight.light(tables.get(index).key());
          } else {
            spotlight.leave(spotlight.litProperty().get());
          }
        });
    setOnMouseExited(e -> spotlight.leave(spotlight.litProperty().get()));
    show();
  }

  private void show() {
    StringBuilder spoken = new StringBuilder("Curvature on two states.");
    for (Table table : tables()) {
      spoken.append(
          String.format(
              Locale.ROOT,
              " %s: %.2f, %.2f; %.2f, %.2f.",
              table.title(),
              table.entries()[0][0],
              table.entries()[0][1],
              table.entries()[1][0],
              table.entries()[1][1]));
    }
    setAccessibleText(spoken.toString());
    redraw();
  }

  private List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    model
        .curvatureProperty()
        .get()
        .ifPresent(
            curvature -> {
              tables.add(new Table("exact H", "", curvature.exact()));
              for (PlaneCurvature.Limit limit : curvature.limits()) {
                String name =
                    limit.estimator() == Estimator.MAML
                        ? "plain (MAML)"
                        : Symbols.of(limit.estimator());
                tables.add(new Table(name, limit.estimator().token(), limit.matrix()));
              }
            });
    return tables;
  }

  @Override
  protected void draw(GraphicsContext g, double w, double h) {
    List<Table> tables = tables();
    double most =
        tables.stream()
            .flatMap(t -> java.util.Arrays.stream(t.entries()))
            .flatMapToDouble(java.util.Arrays::stream)
            .map(Math::abs)
            .max()
            .orElse(1);
    double share = w / Math.max(1, tables.size());
    for (int i = 0; i < tables.size(); i++) {
      draw(g, tables.get(i), i * share, share, h, most);
    }
  }

  private void draw(
      GraphicsContext g, Table table, double left, double width, double h, double most) {
    double head = theme().fontSize() * 2;
    double size =
        Math.min(
            Math.min(TALLEST * theme().fontSize() / 11.5, (width - GAP) / 2), (h - head - 4) / 2);
    double x0 = left + (width - 2 * size) / 2;
    String lit = spotlight.litProperty().get();
    boolean back =
        !lit.equals(table.key())
            && CurvatureViewModel.ESTIMATORS.stream().anyMatch(e -> e.token().equals(lit));
    g.setGlobalAlpha(back ? 0.3 : 1);
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.setFill(ink());
    g.setFont(bold(1.1));
    g.fillText(table.title(), left + width / 2, head / 2, width - 4);
    g.setFont(font(1.15));
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 2; column++) {
        double value = table.entries()[row][column];
        double strength = 0.75 * Math.abs(value) / most;
        // Sign by hue and number, size by strength.
        Color hue = value < 0 ? colour(new Hue.Category(6)) : quiet();
        g.setFill(ground().interpolate(hue, strength));
        g.fillRect(x0 + column * size, head + row * size, size - 2, size - 2);
        g.setStroke(quiet().deriveColor(0, 1, 1, 0.4));
        g.setLineWidth(1);
        g.strokeRect(x0 + column * size, head + row * size, size - 2, size - 2);
        g.setFill(ink());
        String number = String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
        g.fillText(
            number.equals("−0.00") ? "0.00" : number,
            x0 + (column + 0.5) * size - 1,
            head + (row + 0.5) * size - 1,
            size - 4);
      }
    }
    g.setGlobalAlpha(1);
  }
}
