package gmrl.app.window;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Files that somebody drags over a window and drops there, as another program hands them over. */
final class Dropped {
  private final Dragboard board;

  /** On the interface thread. */
  Dropped(List<File> files) {
    TKClipboard local = Toolkit.getToolkit().createLocalClipboard();
    // What another program offers may be copied; a board of one's own says nothing about that.
    InvocationHandler offered =
        (proxy, method, arguments) ->
            method.getName().equals("getTransferModes")
                ? Set.of(TransferMode.COPY)
                : method.invoke(local, arguments);
    board =
        DragboardHelper.createDragboard(
            (TKClipboard)
                Proxy.newProxyInstance(
                    TKClipboard.class.getClassLoader(),
                    new Class<?>[] {TKClipboard.class},
                    offered));
    board.setContent(Map.of(DataFormat.FILES, files));
  }

  /** Drags them over a scene and lets go. */
  boolean on(Scene scene) {
    DragEvent over = event(DragEvent.DRAG_OVER);
    Event.fireEvent(scene, over);
    DragEvent drop = event(DragEvent.DRAG_DROPPED);
    Event.fireEvent(scene, drop);
    return drop.isDropCompleted();
  }

  private DragEvent event(EventType<DragEvent> type) {
    return new DragEvent(type, board, 9, 9, 9, 9, TransferMode.COPY, null, null, null);
  }
}
