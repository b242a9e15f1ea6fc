package gmrl.app.figure;

import gmrl.experiment.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/** Pictures of the whole window. */
public final class Screenshot {

  /** Pixels per inch of a window at scale 1. */
  private static final double SCREEN_DPI = 96;

  private Screenshot() {}

  /**
   * Takes a picture of a scene; call on the FX thread.
   *
   * @param scene the window's content
   * @param scale pixels per pixel on screen, such as the window's output scale
   * @return the picture
   */
  public static WritableImage take(Scene scene, double scale) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setViewport(
        new Rectangle2D(0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
    parameters.setFill(scene.getFill());
    return scene.getRoot().snapshot(parameters, null);
  }

  /**
   * Writes a picture; not on the FX thread.
   *
   * @param image what {@link #take} returned
   * @param scale the scale it was taken at
   * @param title what it shows
   * @param provenance what made the numbers in it
   * @param file where
   * @throws IOException with one sentence that says why it could not be written
   */
  public static void write(
      WritableImage image, double scale, String title, FigureOrigin provenance, Path file)
      throws IOException {
    AtomicFile.write(
        file,
        PngEncoder.encode(
            SwingFXUtils.fromFXImage(image, null),
            SCREEN_DPI * scale,
            title,
            provenance,
            provenance.document()));
  }
}
