package gmrl.app.ui;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Holds what changes many times a second, so that what is around it is laid out anew only where its
 * height becomes another.
 */
public final class Island extends Region {
  private final Region content;
  private double height = Double.NaN;

  private Island(Region content) {
    this.content = content;
    // Of what is not managed nobody above is told that it wants to be laid out.
    content.setManaged(false);
    getChildren().add(content);
  }

  /** A place for what changes in a place that it gets whatever it would like. */
  public static Island filled(Region content) {
    return new Island(content);
  }

  /** A place as high as what is in it. */
  public static Island of(Region content) {
    Island island = new Island(content);
    content
        .needsLayoutProperty()
        .addListener(
            (o, was, is) -> {
              if (!is) {
                island.compare();
              }
            });
    return island;
  }

  private void compare() {
    double now = content.prefHeight(content.getWidth());
    if (now != height) {
      height = now;
      // What is around it is being laid out now and would not hear it.
      Platform.runLater(this::requestLayout);
    }
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  public Orientation getContentBias() {
    return content.getContentBias();
  }

  @Override
  protected double computeMinWidth(double forHeight) {
    return content.minWidth(forHeight);
  }

  @Override
  protected double computeMinHeight(double forWidth) {
    return content.minHeight(forWidth);
  }

  @Override
  protected double computePrefWidth(double forHeight) {
    return content.prefWidth(forHeight);
  }

  @Override
  protected double computePrefHeight(double forWidth) {
    return content.prefHeight(forWidth);
  }

  @Override
  protected double computeMaxWidth(double forHeight) {
    return content.maxWidth(forHeight);
  }

  @Override
  protected double computeMaxHeight(double forWidth) {
    return content.maxHeight(forWidth);
  }
}
