package gmrl.app.atari;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A game's cells as large squares. */
final class GameView extends Region {
  private static final double LEAST = 120;

  private final Canvas canvas = new Canvas();
  private final Label empty = new Label("Start the learner to see it play.");
  private final ObservableValue<Optional<Frame>> frame;

  GameView(ObservableValue<Optional<Frame>> frame) {
    this.frame = frame;
    empty.getStyleClass().add("muted");
    getChildren().addAll(canvas, empty);
    setMinSize(LEAST, LEAST);
    setAccessibleText("The game as the learner plays it");
    frame.addListener((o, old, now) -> draw());
  }

  @Override
  protected void layoutChildren() {
    double side = Math.max(1, Math.min(getWidth(), getHeight()));
    canvas.setWidth(side);
    canvas.setHeight(side);
    canvas.relocate((getWidth() - side) / 2, (getHeight() - side) / 2);
    empty.autosize();
    empty.relocate((getWidth() - empty.getWidth()) / 2, getHeight() / 2);
    draw();
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Optional<Frame> now = frame.getValue();
    empty.setVisible(now.isEmpty());
    now.ifPresent(
        shown -> {
          double cell = Math.floor(canvas.getWidth() / Math.max(shown.columns(), shown.rows()));
          for (int i = 0; i < shown.colours().size(); i++) {
            int rgb = shown.colours().get(i);
            g.setFill(Color.rgb((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff));
            int row = i / shown.columns();
            int column = i % shown.columns();
            g.fillRect(column * cell, row * cell, cell, cell);
          }
        });
  }
}
