package gmrl.app.runs;

import gmrl.app.ui.PageParts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** All that is known about the run that is chosen. */
final class RunDetail extends VBox {
  private static final String HINT =
      "Two chosen runs of one family can be compared (Ctrl+click). A right click on the head of a"
          + " column filters by its values. Of the settings those are said that differ from the"
          + " defaults: for what a window has kept from those of its first start, for what a"
          + " command has run from those of its family.";

  private final Label words = PageParts.sentence(HINT);
  private final Label place = PageParts.remark("");

  RunDetail() {
    super(4);
    getStyleClass().add("run-detail");
    getChildren().addAll(words, place);
    show(List.of());
  }

  /** Says what is known about a run; without one, or with several, what can be done here. */
  void show(List<RunRow> chosen) {
    boolean one = chosen.size() == 1;
    words.setText(one ? about(chosen.get(0)) : HINT);
    place.setText(one ? chosen.get(0).path().toString() : "");
    PageParts.show(place, one);
  }

  private static String about(RunRow row) {
    String head = row.name() + (row.family().isEmpty() ? "" : " · " + row.family());
    if (row.run().isEmpty()) {
      return head + " · " + row.state() + ": " + row.differs();
    }
    String keeper =
        switch (row.keeperProperty().get()) {
          case PERSON -> "kept by hand";
          case WINDOW -> "kept by the window for a while";
          case COMMAND -> "stored by a command";
          case NOBODY -> "";
        };
    String came = row.headlineProperty().get().words();
    return head
        + " · "
        + keeper
        + ", "
        + row.when()
        + " · "
        + row.state()
        + "\nSettings unlike the defaults: "
        + row.differs()
        + (came.isEmpty() ? "" : "\nCame to: " + came)
        + (row.notes().isBlank() ? "" : "\nNote: " + row.notes());
  }
}
