package gmrl.app.story;

import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Pen;
import gmrl.app.chart.Picture;
import gmrl.app.state.Symbols;
import gmrl.app.text.Spotlight;
import gmrl.experiment.inspect.PlaneCurvature;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The curvature on two states and what three estimators take for it, side by side. */
final class MatrixView extends Drawing {
  /** In sizes of type. */
  private static final double GAP = 1.6;

  private static final double TALLEST = 8;

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
                Estimator estimator = limit.estimator();
                tables.add(new Table(Symbols.of(estimator), estimator.token(), limit.matrix()));
              }
            });
    return tables;
  }

  @Override
  protected void draw(Pen pen) {
    List<Table> tables = tables();
    double most =
        tables.stream()
            .flatMap(t -> java.util.Arrays.stream(t.entries()))
            .flatMapToDouble(java.util.Arrays::stream)
            .map(Math::abs)
            .max()
            .orElse(1);
    double share = pen.width() / Math.max(1, tables.size());
    for (int i = 0; i < tables.size(); i++) {
      draw(pen, tables.get(i), i * share, share, most);
    }
  }

  private void draw(Pen pen, Table table, double left, double width, double most) {
    double head = pen.em() * 2;
    double gap = GAP * pen.em();
    double size =
        Math.min(Math.min(TALLEST * pen.em(), (width - gap) / 2), (pen.height() - head - 4) / 2);
    double x0 = left + (width - 2 * size) / 2;
    String lit = spotlight.litProperty().get();
    boolean back =
        !lit.equals(table.key())
            && CurvatureViewModel.ESTIMATORS.stream().anyMatch(e -> e.token().equals(lit));
    double seen = back ? 0.3 : 1;
    Picture.Ink ink = Pen.tint(new Hue.Neutral(), seen);
    pen.label(ink, 1.15, table.title(), left + width / 2, head / 2, width - 4);
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 2; column++) {
        double value = table.entries()[row][column];
        double strength = 0.75 * seen * Math.abs(value) / most;
        // Sign by hue and number, size by strength.
        Hue hue = value < 0 ? Colours.NEGATIVE : new Hue.Muted();
        double x = x0 + column * size;
        double y = head + row * size;
        pen.box(Pen.tint(hue, strength), x, y, size - 2, size - 2);
        pen.frame(Pen.tint(new Hue.Muted(), 0.4 * seen), 0.5, x, y, size - 2, size - 2);
        String number = String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
        pen.label(
            ink,
            1.15,
            number.equals("−0.00") ? "0.00" : number,
            x + size / 2 - 1,
            y + size / 2 - 1,
            size - 4);
      }
    }
  }
}
