package gmrl.app.ipd;

import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Hue;
import gmrl.app.ui.Percent;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * The payoff matrix as it is played: a dark cell is an outcome that is often played, an arrow says
 * what follows on what.
 */
final class PlayView extends Drawing {
  private static final double LEAST = 0.08;
  private static final Hue PLAYED = new Hue.Category(2);

  private final ObservableValue<Optional<Play>> play;

  PlayView(ObservableValue<Optional<Play>> play, ReadOnlyObjectProperty<ChartTheme> theme) {
    super(theme);
    this.play = play;
    setMinSize(150, 110);
    play.addListener((o, old, now) -> show());
    show();
  }

  private void show() {
    StringBuilder spoken = new StringBuilder("Payoff matrix.");
    play.getValue()
        .ifPresent(
            now -> {
              double[] visits = now.visits();
              for (int o = 0; o < Play.OUTCOMES; o++) {
                spoken.append(
                    String.format(
                        Locale.ROOT,
                        " %s and %s: payoffs %s and %s, %s of the play.",
                        now.game().actions().get(o >> 1),
                        now.game().actions().get(o & 1),
                        number(now.payoff(0, o)),
                        number(now.payoff(1, o)),
                        Percent.of(visits[o])));
              }
            });
    setAccessibleText(spoken.toString());
    redraw();
  }

  /** Where the cells lie. */
  private record Cells(double left, double top, double width, double height) {
    double x(int outcome) {
      return left + width * (0.5 + (outcome & 1));
    }

    double y(int outcome) {
      return top + height * (0.5 + (outcome >> 1));
    }
  }

  @Override
  protected void draw(GraphicsContext g, double w, double h) {
    Optional<Play> now = play.getValue();
    if (now.isEmpty()) {
      return;
    }
    double size = theme().fontSize();
    Cells cells = new Cells(2.4 * size, 2.6 * size, (w - 2.8 * size) / 2, (h - 4.6 * size) / 2);
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    names(g, now.get(), cells, w, h);
    double[] visits = now.get().visits();
    for (int o = 0; o < Play.OUTCOMES; o++) {
      cell(g, now.get(), cells, o, visits[o]);
    }
    for (int from = 0; from < Play.OUTCOMES; from++) {
      for (int to = 0; to < Play.OUTCOMES; to++) {
        double chance = now.get().next(from, to);
        if (from != to && chance >= LEAST) {
          move(g, cells, from, to, chance, visits[from]);
        }
      }
    }
  }

  private void names(GraphicsContext g, Play now, Cells cells, double w, double h) {
    double size = theme().fontSize();
    g.setFill(quiet());
    g.setFont(font(1));
    g.fillText("agent 2", cells.left() + cells.width(), 0.75 * size);
    for (int action = 0; action < 2; action++) {
      String name = now.game().actions().get(action);
      g.fillText(name, cells.x(action), 1.95 * size, cells.width() - 4);
      g.save();
      g.translate(1.9 * size, cells.y(2 * action));
      g.rotate(-90);
      g.fillText(name, 0, 0, cells.height() - 4);
      g.restore();
    }
    g.save();
    g.translate(0.7 * size, cells.top() + cells.height());
    g.rotate(-90);
    g.fillText("agent 1", 0, 0, 2 * cells.height());
    g.restore();
    g.fillText("shade: how often · arrows: what follows", w / 2, h - 0.8 * size, w - 8);
  }

  private void cell(GraphicsContext g, Play now, Cells cells, int outcome, double visits) {
    double x = cells.x(outcome) - cells.width() / 2;
    double y = cells.y(outcome) - cells.height() / 2;
    g.setFill(ground().interpolate(colour(PLAYED), 0.05 + 0.75 * visits));
    g.fillRect(x + 1, y + 1, cells.width() - 2, cells.height() - 2);
    g.setStroke(quiet().deriveColor(0, 1, 1, 0.5));
    g.setLineWidth(1);
    g.strokeRect(x + 1, y + 1, cells.width() - 2, cells.height() - 2);
    g.setFill(ink());
    g.setFont(bold(1.2));
    double size = theme().fontSize();
    g.fillText(
        number(now.payoff(0, outcome)) + ", " + number(now.payoff(1, outcome)),
        cells.x(outcome),
        cells.y(outcome) - 0.75 * size,
        cells.width() - 8);
    g.setFont(font(1));
    g.fillText(Percent.of(visits), cells.x(outcome), cells.y(outcome) + 0.75 * size);
  }

  private void move(
      GraphicsContext g, Cells cells, int from, int to, double chance, double visits) {
    double dx = cells.x(to) - cells.x(from);
    double dy = cells.y(to) - cells.y(from);
    double length = Math.hypot(dx, dy);
    // Each direction keeps to its own side.
    double side = 0.13 * Math.min(cells.width(), cells.height());
    double nx = -dy / length * side;
    double ny = dx / length * side;
    double reach = 0.30;
    Color colour = ink().deriveColor(0, 1, 1, 0.25 + 0.6 * Math.sqrt(visits));
    arrow(
        g,
        cells.x(from) + reach * dx + nx,
        cells.y(from) + reach * dy + ny,
        cells.x(to) - reach * dx + nx,
        cells.y(to) - reach * dy + ny,
        colour,
        theme().lineWidth() * (0.4 + 1.3 * chance));
  }

  private static String number(double value) {
    String text =
        value == Math.rint(value)
            ? String.format(Locale.ROOT, "%.0f", value)
            : String.format(Locale.ROOT, "%.2f", value);
    return text.replace('-', '−');
  }
}
