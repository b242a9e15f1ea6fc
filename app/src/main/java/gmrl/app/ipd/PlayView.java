package gmrl.app.ipd;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Pen;
import gmrl.app.ui.Percent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The payoff matrix as it is played: a dark cell is an outcome that is often played, its arrow says
 * what mostly follows on it. One arrow for each outcome: all twelve would be a tangle.
 */
final class PlayView extends Drawing {
  private static final double LARGE = 1e5;

  private static final double SMALL = 0.005;

  private static final MathContext THREE_DIGITS = new MathContext(3);

  private static final Hue PLAYED = new Hue.Muted();

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
  protected void draw(Pen pen) {
    play.getValue().ifPresent(now -> draw(pen, now));
  }

  /** The matrix on paper. */
  static ChartModel onPaper(Play play) {
    return ChartModel.drawing(pen -> draw(pen, play));
  }

  private static void draw(Pen pen, Play now) {
    double size = pen.em();
    Cells cells =
        new Cells(
            2.4 * size,
            2.6 * size,
            (pen.width() - 2.8 * size) / 2,
            (pen.height() - 5.8 * size) / 2);
    double[] visits = now.visits();
    for (int o = 0; o < Play.OUTCOMES; o++) {
      cell(pen, now, cells, o, visits[o]);
    }
    names(pen, now, cells);
    for (int from = 0; from < Play.OUTCOMES; from++) {
      int to = now.likeliest(from);
      if (to != from) {
        move(pen, cells, from, to, now.next(from, to), visits[from]);
      }
    }
  }

  private static void names(Pen pen, Play now, Cells cells) {
    double size = pen.em();
    pen.label(Pen.QUIET, 1, "agent 2", cells.left() + cells.width(), 0.75 * size, 0);
    for (int action = 0; action < 2; action++) {
      String name = now.game().actions().get(action);
      pen.label(Pen.QUIET, 1, name, cells.x(action), 1.95 * size, cells.width() - 4);
      pen.upwards(Pen.QUIET, name, 1.9 * size, cells.y(2 * action), cells.height() - 4);
    }
    double middle = cells.top() + cells.height();
    pen.upwards(Pen.QUIET, "agent 1", 0.7 * size, middle, 2 * cells.height());
    key(pen, 2, "shade: how often it is played", "shade: how often");
    key(
        pen,
        0.8,
        "arrow: what mostly follows, if not the same again; wide: likely",
        "arrow: what mostly follows",
        "arrow: what follows");
  }

  /** In as many words as there is room for. */
  private static void key(Pen pen, double rows, String... words) {
    double y = pen.height() - rows * pen.em();
    double room = pen.width() - 8;
    pen.label(Pen.QUIET, 1, pen.fitting(1, room, words), pen.width() / 2, y, room);
  }

  private static void cell(Pen pen, Play now, Cells cells, int outcome, double visits) {
    double x = cells.x(outcome) - cells.width() / 2 + 1;
    double y = cells.y(outcome) - cells.height() / 2 + 1;
    double w = cells.width() - 2;
    double h = cells.height() - 2;
    pen.box(Pen.tint(PLAYED, 0.05 + 0.45 * visits), x, y, w, h);
    pen.frame(Pen.tint(new Hue.Muted(), 0.5), 0.5, x, y, w, h);
    String payoffs = number(now.payoff(0, outcome)) + ", " + number(now.payoff(1, outcome));
    double up = cells.y(outcome) - 0.75 * pen.em();
    pen.label(Pen.INK, 1.3, payoffs, cells.x(outcome), up, w - 6);
    double low = cells.y(outcome) + 0.75 * pen.em();
    pen.label(Pen.INK, 1, Percent.of(visits), cells.x(outcome), low, 0);
  }

  private static void move(Pen pen, Cells cells, int from, int to, double chance, double visits) {
    double dx = cells.x(to) - cells.x(from);
    double dy = cells.y(to) - cells.y(from);
    double length = Math.hypot(dx, dy);
    // Each direction keeps to its own side.
    double side = 0.13 * Math.min(cells.width(), cells.height());
    double nx = -dy / length * side;
    double ny = dx / length * side;
    // Beside the payoffs, which are large in a narrow cell.
    double reach = dy == 0 ? Math.max(0.30, Math.min(0.42, 2.35 * pen.em() / length)) : 0.30;
    pen.arrow(
        Pen.clear(new Hue.Neutral(), 0.25 + 0.6 * Math.sqrt(visits)),
        0.4 + 1.3 * chance,
        cells.x(from) + reach * dx + nx,
        cells.y(from) + reach * dy + ny,
        cells.x(to) - reach * dx + nx,
        cells.y(to) - reach * dy + ny);
  }

  /** A payoff in few letters: a cell has room for two of them. */
  static String number(double value) {
    double size = Math.abs(value);
    String text =
        size >= LARGE || (size > 0 && size < SMALL)
            ? new BigDecimal(value)
                .round(THREE_DIGITS)
                .stripTrailingZeros()
                .toString()
                .replace("E", "e")
                .replace("+", "")
            : value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    return text.replace('-', '−');
  }
}
