package gmrl.app.coin;

import gmrl.ipd.coin.CoinScene;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * The torus from above: agents are discs with a letter, coins are rings with a dot. What was just
 * taken is marked by the taker's colour around the cell; pale copies beyond the edge say that it
 * goes on there.
 */
final class TorusView extends Region {
  private static final double LEAST = 160;

  /** How much of a cell is seen of what lies beyond the edge. */
  private static final double BEYOND = .32;

  private static final String[] LETTERS = {"R", "B"};
  private static final Color[] ON_LIGHT = {Color.web("#b3123d"), Color.web("#27408b")};
  private static final Color[] ON_DARK = {Color.web("#ff6b81"), Color.web("#8fa8ff")};

  private final Canvas canvas = new Canvas();
  private final Label empty = new Label("The agents play as soon as they have begun to learn.");
  private final ObservableValue<Optional<CoinScene>> scene;
  private final ObservableValue<Boolean> dark;

  TorusView(ObservableValue<Optional<CoinScene>> scene, ObservableValue<Boolean> dark) {
    this.scene = scene;
    this.dark = dark;
    empty.getStyleClass().add("muted");
    empty.setWrapText(true);
    getChildren().addAll(canvas, empty);
    setMinSize(LEAST, LEAST);
    setAccessibleText("The board of the Coin Game");
    scene.addListener((o, old, now) -> draw());
    dark.addListener((o, old, now) -> draw());
  }

  @Override
  protected void layoutChildren() {
    double side = Math.max(1, Math.min(getWidth(), getHeight()));
    canvas.setWidth(side);
    canvas.setHeight(side);
    canvas.relocate((getWidth() - side) / 2, (getHeight() - side) / 2);
    empty.setMaxWidth(getWidth());
    empty.autosize();
    empty.relocate(Math.max(0, (getWidth() - empty.getWidth()) / 2), getHeight() / 2);
    draw();
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    empty.setVisible(scene.getValue().isEmpty());
    scene.getValue().ifPresent(now -> draw(g, now));
  }

  private void draw(GraphicsContext g, CoinScene now) {
    double cell = canvas.getWidth() / (now.size() + 2 * BEYOND);
    double edge = BEYOND * cell;
    double side = now.size() * cell;
    Color line = dark.getValue() ? Color.web("#3a424c") : Color.web("#c9d1d9");
    g.setFill(dark.getValue() ? Color.web("#161b22") : Color.web("#f6f8fa"));
    g.fillRect(edge, edge, side, side);
    for (CoinScene.Take take : now.takes()) {
      mark(g, take, now.size(), cell, edge);
    }
    g.setStroke(line);
    g.setLineWidth(1);
    for (int i = 0; i <= now.size(); i++) {
      g.strokeLine(edge + i * cell, 0, edge + i * cell, canvas.getHeight());
      g.strokeLine(0, edge + i * cell, canvas.getWidth(), edge + i * cell);
    }
    // Once on the board, and paler wherever the edge cuts through a copy.
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        g.setGlobalAlpha(row == 0 && column == 0 ? 1 : .3);
        for (int i = 0; i < 2; i++) {
          coin(g, i, place(now.coins().get(i), now.size(), row, column, cell, edge), cell);
        }
        for (int i = 0; i < 2; i++) {
          agent(g, i, place(now.agents().get(i), now.size(), row, column, cell, edge), cell);
        }
      }
    }
    g.setGlobalAlpha(1);
  }

  private static double[] place(int at, int size, int row, int column, double cell, double edge) {
    return new double[] {
      edge + (at % size + column * size + .5) * cell, edge + (at / size + row * size + .5) * cell
    };
  }

  private void mark(GraphicsContext g, CoinScene.Take take, int size, double cell, double edge) {
    double[] at = place(take.cell(), size, 0, 0, cell, edge);
    g.setFill(colour(take.agent()).deriveColor(0, 1, 1, .18));
    g.fillRect(at[0] - cell / 2, at[1] - cell / 2, cell, cell);
    g.setFill(colour(take.agent()));
    g.setFont(Font.font(Font.getDefault().getFamily(), Math.max(9, cell * .13)));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.BOTTOM);
    g.fillText(
        take.isOwn() ? "+1" : "+1, " + LETTERS[take.coin()] + " −2",
        at[0],
        at[1] + cell * (take.agent() == 0 ? -.34 : .49));
  }

  private void coin(GraphicsContext g, int colour, double[] at, double cell) {
    double r = cell * .2;
    g.setStroke(colour(colour));
    g.setLineWidth(cell * .06);
    g.strokeOval(at[0] - r, at[1] - r, 2 * r, 2 * r);
    g.setFill(colour(colour));
    letter(g, LETTERS[colour].toLowerCase(java.util.Locale.ROOT), at, cell * .2);
  }

  private void agent(GraphicsContext g, int colour, double[] at, double cell) {
    double r = cell * .3;
    g.setFill(colour(colour));
    g.fillOval(at[0] - r, at[1] - r, 2 * r, 2 * r);
    g.setFill(dark.getValue() ? Color.web("#0d1117") : Color.WHITE);
    letter(g, LETTERS[colour], at, cell * .32);
  }

  private static void letter(GraphicsContext g, String text, double[] at, double size) {
    g.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, size));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(text, at[0], at[1]);
  }

  private Color colour(int which) {
    return (dark.getValue() ? ON_DARK : ON_LIGHT)[which];
  }
}
