package gmrl.app.ui;

import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Glyphs drawn on a 16 × 16 grid; they take the colour of the text around them. */
public enum Icons {
  /** Start or continue. */
  PLAY("M4 2.5 L13 8 L4 13.5 Z", true),
  /** Hold. */
  PAUSE("M4 3 H6.5 V13 H4 Z M9.5 3 H12 V13 H9.5 Z", true),
  /** One step. */
  STEP("M3 2.5 L10.5 8 L3 13.5 Z M11.5 3 H13.5 V13 H11.5 Z", true),
  /** One step back. */
  BACK("M13 2.5 L5.5 8 L13 13.5 Z M2.5 3 H4.5 V13 H2.5 Z", true),
  /** From the start. */
  RESET("M12.8 8 A4.8 4.8 0 1 1 10.6 4 M10.6 1.2 V4.2 H7.6", false),
  /** Another. */
  NEXT("M3 8 H13 M9 4 L13 8 L9 12", false),
  /** What opens to the right. */
  CHEVRON("M6 3.5 L10.5 8 L6 12.5", false),
  /** One place up. */
  UP("M8 13 V3 M4 7 L8 3 L12 7", false),
  /** One place down. */
  DOWN("M8 3 V13 M4 9 L8 13 L12 9", false),
  /** Undo. */
  UNDO("M3 6.5 H9.5 A3.5 3.5 0 0 1 9.5 13.5 H6 M6 3.5 L3 6.5 L6 9.5", false),
  /** Redo. */
  REDO("M13 6.5 H6.5 A3.5 3.5 0 0 0 6.5 13.5 H10 M10 3.5 L13 6.5 L10 9.5", false),
  /** Seen, or drawn. */
  EYE("M1.5 8 C4 3.5 12 3.5 14.5 8 C12 12.5 4 12.5 1.5 8 Z M8 6 A2 2 0 1 1 7.99 6 Z", false),
  /** Take away. */
  BIN("M2.5 4 H13.5 M6 4 V2.5 H10 V4 M4 4 L4.7 13.5 H11.3 L12 4 M6.7 6.5 V11 M9.3 6.5 V11", false),
  /** Two beside each other. */
  COMPARE("M2.5 3 H6.5 V13 H2.5 Z M9.5 3 H13.5 V13 H9.5 Z", false),
  /** A text. */
  NOTE("M3 2.5 H10 L13 5.5 V13.5 H3 Z M5.5 6.5 H10.5 M5.5 9 H10.5 M5.5 11.5 H8.5", false),
  /** Things that were put away in order. */
  SHELF("M2.5 3 H13.5 M2.5 8 H13.5 M2.5 13 H13.5 M4.5 3 V8 M7 3 V8 M9 8 V13 M11.5 8 V13", false),
  /** Keep for comparison. */
  PIN("M5 2.5 H11 M6 2.5 V7 L4 9.5 H12 L10 7 V2.5 M8 9.5 V14", false),
  /** Save a figure. */
  EXPORT("M8 10 V2 M5 5 L8 2 L11 5 M3 9 V13.5 H13 V9", false),
  /** Fill the window. */
  MAXIMISE("M9.5 2.5 H13.5 V6.5 M13.5 2.5 L9.5 6.5 M6.5 13.5 H2.5 V9.5 M2.5 13.5 L6.5 9.5", false),
  /** Back to the grid. */
  RESTORE("M13.5 6.5 H9.5 V2.5 M9.5 6.5 L13.5 2.5 M2.5 9.5 H6.5 V13.5 M6.5 9.5 L2.5 13.5", false),
  /** Lines of a plot. */
  CURVES("M2.5 2.5 V13.5 H13.5 M4.5 11 C8.5 10.5 9 5.5 13 4 M4.5 7 H7 M9 7 H11.5", false),
  /** Numbers instead of curves. */
  TABLE("M2.5 3 H13.5 V13 H2.5 Z M2.5 6.3 H13.5 M2.5 9.7 H13.5 M6.5 3 V13", false),
  /** Locked. */
  LOCK("M4 7.5 H12 V13.5 H4 Z M5.5 7.5 V5 A2.5 2.5 0 0 1 10.5 5 V7.5", false),
  /** Unlocked. */
  UNLOCK("M4 7.5 H12 V13.5 H4 Z M5.5 7.5 V4.5 A2.5 2.5 0 0 1 10.3 3.6", false),
  /** A new random seed. */
  DICE(
      "M3 3 H13 V13 H3 Z M5.4 5.4 H5.6 V5.6 H5.4 Z M10.4 5.4 H10.6 V5.6 H10.4 Z"
          + " M5.4 10.4 H5.6 V10.6 H5.4 Z M10.4 10.4 H10.6 V10.6 H10.4 Z M7.9 7.9 H8.1 V8.1 H7.9 Z",
      false),
  /** Copy. */
  COPY("M5.5 5.5 H13.5 V13.5 H5.5 Z M3 10.5 H2.5 V2.5 H10.5 V3", false),
  /** Open a file. */
  OPEN("M2 13 V3.5 H6 L7.5 5.5 H13 V7 M2 13 L4.2 7 H15 L12.8 13 Z", false),
  /** Save a file. */
  SAVE("M2.5 2.5 H11 L13.5 5 V13.5 H2.5 Z M5 2.5 V6 H10 V2.5 M5 13.5 V9.5 H11 V13.5", false),
  /** The light theme. */
  SUN(
      "M8 5.2 A2.8 2.8 0 1 1 7.99 5.2 Z M8 1 V2.6 M8 13.4 V15 M1 8 H2.6 M13.4 8 H15"
          + " M3 3 L4.2 4.2 M11.8 11.8 L13 13 M3 13 L4.2 11.8 M11.8 4.2 L13 3",
      false),
  /** The dark theme. */
  MOON("M13.2 9.6 A5.6 5.6 0 1 1 6.4 2.8 A4.4 4.4 0 0 0 13.2 9.6 Z", false),
  /** More commands. */
  MORE("M3 8 H3.1 M8 8 H8.1 M13 8 H13.1", false),
  /** Close or cancel. */
  CLOSE("M4 4 L12 12 M12 4 L4 12", false),
  /** A lesson. */
  LESSON(
      "M8 4 C6 2.6 3.6 2.6 2 3.2 V12.6 C3.6 12 6 12 8 13.4 C10 12 12.4 12 14 12.6 V3.2"
          + " C12.4 2.6 10 2.6 8 4 Z M8 4 V13.4",
      false),
  /** A picture of the window. */
  CAMERA("M2 5 H5 L6.2 3 H9.8 L11 5 H14 V13 H2 Z M8 6.6 A2.3 2.3 0 1 1 7.99 6.6 Z", false);

  private final String path;
  private final boolean filled;

  Icons(String path, boolean filled) {
    this.path = path;
    this.filled = filled;
  }

  /**
   * The glyph upon what opens and closes something: it points to where that opens, and back.
   *
   * @param button is selected while it is open
   * @param closed degrees clockwise from what {@link #CHEVRON} points to
   */
  public static Node chevron(Toggle button, double closed) {
    Node chevron = CHEVRON.node();
    button
        .selectedProperty()
        .subscribe(open -> chevron.setRotate(Boolean.TRUE.equals(open) ? closed + 180 : closed));
    return chevron;
  }

  /** A new node with this glyph. */
  public Node node() {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add(filled ? "glyph-filled" : "glyph");
    StackPane box = new StackPane(shape);
    box.getStyleClass().add("glyph-box");
    box.setMinSize(16, 16);
    box.setPrefSize(16, 16);
    box.setMaxSize(16, 16);
    return box;
  }
}
