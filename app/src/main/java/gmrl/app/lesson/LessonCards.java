package gmrl.app.lesson;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Cards of one size: as many side by side as have room in their least width, which then share all
 * of it, and each as high as the longest words need.
 */
final class LessonCards extends Pane {
  /** Between two cards, as a share of the least width of one. */
  private static final double GAP = 0.04;

  /** No cards yet. */
  LessonCards() {
    getStyleClass().add("lesson-cards");
  }

  /** Adds a card that is full of words. */
  void add(Button card, Region words) {
    card.setGraphic(new StackPane(words));
    card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getChildren().add(card);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double gap() {
    return snapSpaceX(GAP * least());
  }

  private double least() {
    return getChildren().stream().mapToDouble(card -> card.minWidth(-1)).max().orElse(0);
  }

  private int columns(double inside) {
    double gap = gap();
    return Math.max(1, (int) ((inside + gap) / Math.max(1, least() + gap)));
  }

  private double cardWidth(double inside) {
    int columns = columns(inside);
    return Math.floor((inside - (columns - 1) * gap()) / columns);
  }

  private double cardHeight(double width) {
    return Math.ceil(
        getManagedChildren().stream()
            .map(Button.class::cast)
            .mapToDouble(
                card -> {
                  Insets around = card.getInsets();
                  double inside = width - around.getLeft() - around.getRight();
                  return around.getTop() + words(card).prefHeight(inside) + around.getBottom();
                })
            .max()
            .orElse(0));
  }

  private static Region words(Button card) {
    return (Region) ((StackPane) card.getGraphic()).getChildren().get(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return getInsets().getLeft() + least() + getInsets().getRight();
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets around = getInsets();
    double inside = (width < 0 ? prefWidth(-1) : width) - around.getLeft() - around.getRight();
    int columns = columns(inside);
    int rows = (getChildren().size() + columns - 1) / columns;
    double cards = rows * cardHeight(cardWidth(inside)) + Math.max(0, rows - 1) * gap();
    return around.getTop() + cards + around.getBottom();
  }

  @Override
  protected void layoutChildren() {
    Insets around = getInsets();
    double inside = getWidth() - around.getLeft() - around.getRight();
    int columns = columns(inside);
    double width = cardWidth(inside);
    double height = cardHeight(width);
    for (int i = 0; i < getChildren().size(); i++) {
      int row = i / columns;
      Button card = (Button) getChildren().get(i);
      // A button shows what is on it in the size that this asks for.
      Insets edge = card.getInsets();
      Region all = (Region) card.getGraphic();
      all.setPrefSize(
          width - edge.getLeft() - edge.getRight(), height - edge.getTop() - edge.getBottom());
      card.resizeRelocate(
          around.getLeft() + (i - row * columns) * (width + gap()),
          around.getTop() + row * (height + gap()),
          width,
          height);
    }
  }
}
