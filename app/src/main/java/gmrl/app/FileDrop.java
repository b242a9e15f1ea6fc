package gmrl.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;

/** Files that are dropped onto the window are opened. */
final class FileDrop {
  private FileDrop() {}

  static void install(Scene scene, Consumer<Path> open) {
    scene.setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
          }
        });
    scene.setOnDragDropped(
        e -> {
          boolean files = e.getDragboard().hasFiles();
          if (files) {
            e.getDragboard().getFiles().forEach(file -> open.accept(file.toPath()));
          }
          e.setDropCompleted(files);
          e.consume();
        });
  }
}
