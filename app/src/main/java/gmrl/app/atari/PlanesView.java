package gmrl.app.atari;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** What a learner is given to see: one small picture for each channel, with its name. */
final class PlanesView extends FlowPane {
  private static final double SIDE = 50;
  private static final double LEAST = 60;

  PlanesView(ObservableValue<Optional<Frame>> frame) {
    super(4, 4);
    setAlignment(Pos.CENTER);
    setAccessibleText("What the learner sees, channel by channel");
    frame.addListener((o, old, now) -> show(now.map(Frame::planes).orElse(List.of()), now));
    show(frame.getValue().map(Frame::planes).orElse(List.of()), frame.getValue());
  }

  private void show(List<Frame.Plane> planes, Optional<Frame> frame) {
    int columns = frame.map(Frame::columns).orElse(1);
    while (getChildren().size() > planes.size()) {
      getChildren().remove(getChildren().size() - 1);
    }
    while (getChildren().size() < planes.size()) {
      getChildren().add(new Cell());
    }
    for (int i = 0; i < planes.size(); i++) {
      ((Cell) getChildren().get(i)).show(planes.get(i), columns);
    }
  }

  /** {@code friendlyBullet} as two words. */
  static String words(String name) {
    return name.replaceAll("([A-Z0-9])", " $1").toLowerCase(Locale.ROOT);
  }

  /** One channel. */
  private static final class Cell extends VBox {
    private final Canvas canvas = new Canvas(SIDE, SIDE);
    private final Label name = new Label();

    Cell() {
      super(1);
      setAlignment(Pos.CENTER);
      setMinWidth(LEAST);
      name.getStyleClass().add("parameter-name");
      getChildren().addAll(canvas, name);
    }

    void show(Frame.Plane plane, int columns) {
      name.setText(words(plane.name()));
      GraphicsContext g = canvas.getGraphicsContext2D();
      g.setFill(Color.BLACK);
      g.fillRect(0, 0, SIDE, SIDE);
      g.setFill(Color.WHITE);
      double cell = SIDE / columns;
      for (int i = 0; i < plane.cells().size(); i++) {
        int row = i / columns;
        if (plane.cells().get(i)) {
          g.fillRect(i % columns * cell, row * cell, cell, cell);
        }
      }
    }
  }
}
