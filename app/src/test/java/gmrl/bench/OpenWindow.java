package gmrl.bench;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;

/** The real window of a benchmark, seen from a thread beside it. */
final class OpenWindow {
  /** How long a machine may be busy with something else before a run is given up. */
  static final long PATIENCE_MS = 60_000;

  private OpenWindow() {}

  static double millis(long since) {
    return (System.nanoTime() - since) * 1e-6;
  }

  static Scene awaitScene() throws Exception {
    return await(
        () ->
            Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(Window::getScene)
                .findFirst()
                .orElse(null));
  }

  /** Waits until everything that is set now has been drawn. */
  static void awaitFrame(Scene scene) throws Exception {
    CompletableFuture<Void> drawn = new CompletableFuture<>();
    onFx(
        () -> {
          new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
              // The first is laid out and handed to the renderer; the next waits for that picture.
              pulses++;
              if (pulses == 2) {
                stop();
                drawn.complete(null);
              }
            }
          }.start();
          Platform.requestNextPulse();
          return scene;
        });
    drawn.join();
  }

  static <T> T await(Callable<T> wanted) throws Exception {
    long begin = System.nanoTime();
    while (millis(begin) < PATIENCE_MS) {
      T value = wanted.call();
      if (value != null) {
        return value;
      }
      Thread.sleep(5);
    }
    throw new TimeoutException("The window did not get so far within " + PATIENCE_MS + " ms");
  }

  static <T> T onFx(Callable<T> task) throws IOException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(task.call());
          } catch (Exception e) {
            answer.completeExceptionally(e);
          }
        });
    return answer.join();
  }

  static Node find(Node node, Predicate<Node> wanted) {
    if (wanted.test(node)) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable().toArray(new Node[0])) {
        Node found = find(child, wanted);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
