package gmrl.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.shell.OnScreen;
import gmrl.app.ui.Await;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@OnScreen
final class ScreenshotTest {

  @TempDir Path folder;
  private Scene scene;

  private Stage own;

  @Start
  void start(Stage shared) {
    // All tests of a process share one stage: whoever had it may have given it a size.
    own = new Stage();
    scene = new Scene(new StackPane(new Rectangle(50, 30, Color.RED)), 200, 120);
    own.setScene(scene);
    own.show();
  }

  @Stop
  void stop() {
    own.hide();
  }

  @Test
  void theWholeWindowIsSavedAtItsScaleWithWhatMadeIt() throws Exception {
    WritableImage taken = Await.onFx(() -> Screenshot.take(scene, 2));
    Path file = folder.resolve("window.png");
    Screenshot.write(taken, 2, "window", new FigureOrigin("{\"α\":3}", 7, "test"), file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(400);
    assertThat(image.getHeight()).isEqualTo(240);
    assertThat(image.getRGB(200, 120) & 0xFFFFFF).isEqualTo(0xFF0000);
    assertThat(image.getRGB(140, 120) & 0xFFFFFF)
        .as("left of the rectangle")
        .isNotEqualTo(0xFF0000);
    assertThat(FigureReader.read(file).value()).hasToString("{\"α\":3}");
  }
}
