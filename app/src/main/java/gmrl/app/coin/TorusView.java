package gmrl.app.coin;

import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Drawing;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Pen;
import gmrl.app.chart.Picture;
import gmrl.ipd.coin.CoinScene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The torus from above: agents are discs with a letter, coins are rings with a dot. What was just
 * taken is marked by the taker's colour around the cell; pale copies beyond the edge say that it
 * goes on there.
 */
final class TorusView extends Drawing {
  private static final double LEAST = 160;

  /** How much of a cell is seen of what lies beyond the edge. */
  private static final double BEYOND = .32;

  private static final double PALE = .3;

  private static final String[] LETTERS = {"1", "2"};

  private final ObservableValue<Optional<CoinScene>> scene;

  TorusView(ObservableValue<Optional<CoinScene>> scene, ReadOnlyObjectProperty<ChartTheme> theme) {
    super(theme);
    this.scene = scene;
    setMinSize(LEAST, LEAST);
    setAccessibleText("The board of the Coin Game");
    scene.addListener((o, old, now) -> redraw());
  }

  /** Where the cells lie. */
  private record Grid(double left, double top, double cell, int size) {
    static Grid of(Pen pen, int size) {
      double side = Math.min(pen.width(), pen.height());
      double cell = side / (size + 2 * BEYOND);
      return new Grid(
          (pen.width() - size * cell) / 2, (pen.height() - size * cell) / 2, cell, size);
    }

    double x(int at, int beyond) {
      return left + (at % size + beyond * size + .5) * cell;
    }

    double y(int at, int beyond) {
      return top + (at / size + beyond * size + .5) * cell;
    }

    /** Whether a copy is at least partly seen. */
    boolean shows(double x, double y) {
      double reach = BEYOND * cell;
      double side = size * cell;
      return x > left - reach
          && x < left + side + reach
          && y > top - reach
          && y < top + side + reach;
    }
  }

  @Override
  protected void draw(Pen pen) {
    scene
        .getValue()
        .ifPresentOrElse(
            now -> draw(pen, now, Grid.of(pen, now.size())),
            () ->
                pen.label(
                    Pen.QUIET,
                    1,
                    "The agents play as soon as they have begun to learn.",
                    pen.width() / 2,
                    pen.height() / 2,
                    pen.width() - 8));
  }

  private static void draw(Pen pen, CoinScene now, Grid grid) {
    double side = grid.size() * grid.cell();
    double reach = BEYOND * grid.cell();
    pen.box(Pen.tint(new Hue.Muted(), .05), grid.left(), grid.top(), side, side);
    for (int agent = 0; agent < 2; agent++) {
      int taker = agent;
      mark(pen, now.takes().stream().filter(take -> take.agent() == taker).toList(), grid);
    }
    Picture.Ink line = Pen.tint(new Hue.Muted(), .35);
    for (int i = 0; i <= grid.size(); i++) {
      double x = grid.left() + i * grid.cell();
      double y = grid.top() + i * grid.cell();
      pen.line(line, .5, x, grid.top() - reach, x, grid.top() + side + reach);
      pen.line(line, .5, grid.left() - reach, y, grid.left() + side + reach, y);
    }
    List<Piece> pieces = Piece.all(now);
    // Once on the board, and paler wherever the edge cuts through a copy.
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        double strength = row == 0 && column == 0 ? 1 : PALE;
        for (Piece piece : pieces) {
          piece.draw(pen, strength, grid, grid.x(piece.at(), column), grid.y(piece.at(), row));
        }
      }
    }
  }

  /**
   * A coin or an agent; those that share a cell stand around its middle, none behind another.
   *
   * @param coin whether it is a coin
   * @param which of both
   * @param at its cell
   * @param share how many are on that cell
   * @param turn how many of them come before it
   */
  private record Piece(boolean coin, int which, int at, int share, int turn) {
    /** From the middle, in cells. */
    private static final double APART = .23;

    static List<Piece> all(CoinScene now) {
      List<Integer> cells = new ArrayList<>(now.coins());
      cells.addAll(now.agents());
      List<Piece> all = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        int at = cells.get(i);
        int turn = Collections.frequency(cells.subList(0, i), at);
        all.add(new Piece(i < 2, i % 2, at, Collections.frequency(cells, at), turn));
      }
      return all;
    }

    void draw(Pen pen, double strength, Grid grid, double x, double y) {
      double angle = Math.PI * (1 + 2. * turn / share);
      double apart = share == 1 ? 0 : APART * grid.cell();
      double scale = share == 1 ? 1 : share == 2 ? .72 : .54;
      double across = x + apart * Math.cos(angle);
      double down = y + apart * Math.sin(angle);
      if (!grid.shows(across, down)) {
        return;
      }
      if (coin) {
        TorusView.coin(pen, which, strength, scale * grid.cell(), across, down);
      } else {
        agent(pen, which, strength, scale * grid.cell(), across, down);
      }
    }
  }

  /** What an agent has taken on its cell, one coin or both. */
  private static void mark(Pen pen, List<CoinScene.Take> takes, Grid grid) {
    if (takes.isEmpty()) {
      return;
    }
    CoinScene.Take first = takes.get(0);
    double cell = grid.cell();
    double x = grid.x(first.cell(), 0);
    double y = grid.y(first.cell(), 0);
    Hue hue = Colours.AGENTS.get(first.agent());
    String lost =
        takes.stream()
            .filter(take -> !take.isOwn())
            .map(take -> ", " + LETTERS[take.coin()] + " −2")
            .collect(Collectors.joining());
    pen.box(Pen.tint(hue, .18), x - cell / 2, y - cell / 2, cell, cell);
    pen.words(
        Pen.of(hue),
        Math.max(0.8, cell * .13 / pen.em()),
        "+" + takes.size() + lost,
        x,
        y + cell * (first.agent() == 0 ? -.34 : .49),
        0.5,
        1,
        cell);
  }

  private static void coin(Pen pen, int which, double strength, double cell, double x, double y) {
    Picture.Ink ink = Pen.clear(Colours.AGENTS.get(which), strength);
    pen.ring(ink, .06 * cell / 2, x, y, .2 * cell);
    String letter = LETTERS[which].toLowerCase(Locale.ROOT);
    pen.label(ink, .2 * cell / pen.em(), letter, x, y, 0);
  }

  private static void agent(Pen pen, int which, double strength, double cell, double x, double y) {
    pen.disc(Pen.clear(Colours.AGENTS.get(which), strength), x, y, .3 * cell);
    pen.label(Pen.GROUND, .32 * cell / pen.em(), LETTERS[which], x, y, 0);
  }
}
