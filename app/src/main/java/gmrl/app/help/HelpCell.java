package gmrl.app.help;

import gmrl.app.ui.PageParts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A page in the list of pages; the first of a group has the group's name above it. */
final class HelpCell extends ListCell<HelpViewModel.Page> {
  /** Room for the bar that a long list scrolls by. */
  private static final double BAR = 12;

  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

  private final Label group = new Label();
  private final Label title = new Label();
  private final VBox box = new VBox(group, title);

  HelpCell() {
    group.getStyleClass().add("help-group");
    title.setWrapText(true);
  }

  @Override
  protected void updateItem(HelpViewModel.@Nullable Page page, boolean empty) {
    super.updateItem(page, empty);
    boolean first = page != null && !empty && !page.group().equals(groupBefore());
    pseudoClassStateChanged(FIRST, first);
    if (empty || page == null) {
      setGraphic(null);
      return;
    }
    title.setText(page.title());
    group.setText(page.group());
    PageParts.show(group, first);
    box.setAccessibleText(page.title());
    setGraphic(box);
  }

  private String groupBefore() {
    List<HelpViewModel.Page> pages = getListView().getItems();
    return getIndex() > 0 ? pages.get(getIndex() - 1).group() : "";
  }

  /** Long titles wrap instead of being cut off. */
  @Override
  protected double computePrefHeight(double width) {
    double whole = width > 0 ? width : getListView().getWidth() - BAR;
    double room = whole - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + box.prefHeight(Math.max(80, room)) + snappedBottomInset();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }
}
