package gmrl.app.bias.headline;

import gmrl.app.live.Standing;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.ParameterSlider;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The headline with its numbers set off, and the detail below it. */
public final class HeadlineView extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /** From this width on there is room for large letters. */
  private static final double WIDE = 1250;

  private final TextFlow sentence = new TextFlow();
  private final Text reading = new Text();
  private final Text place = new Text();
  private final TextFlow below = new TextFlow(reading, place);
  private final Tooltip more = ParameterSlider.tooltip("");

  private double tallest;
  private double measuredAt = Double.NaN;
  private boolean fresh;

  /** A view of the headline. */
  public HeadlineView(HeadlineViewModel model) {
    getStyleClass().add("headline");
    HelpMark.mark(this, "board-headline");
    sentence.getStyleClass().add("headline-text");
    sentence.setAccessibleRole(AccessibleRole.TEXT);
    sentence.setMinHeight(USE_PREF_SIZE);
    reading.getStyleClass().add("headline-reading");
    place.getStyleClass().add("headline-detail");
    below.setMinHeight(USE_PREF_SIZE);
    Tooltip.install(this, more);
    getChildren().addAll(sentence, below);
    setMinHeight(USE_PREF_SIZE);
    widthProperty()
        .addListener((o, was, is) -> pseudoClassStateChanged(NARROW, is.doubleValue() < WIDE));
    ChangeListener<Boolean> leaving = (o, was, is) -> settle();
    parentProperty()
        .addListener(
            (o, was, is) -> {
              if (was != null) {
                was.hoverProperty().removeListener(leaving);
              }
              if (is != null) {
                is.hoverProperty().addListener(leaving);
              }
            });
    model.headlineProperty().addListener((o, old, now) -> show(now));
    show(model.headlineProperty().get());
  }

  /** What lies below must not jump while the words change: at one width it only grows. */
  @Override
  protected double computePrefHeight(double width) {
    double height = super.computePrefHeight(width);
    tallest = width == measuredAt ? Math.max(tallest, height) : height;
    measuredAt = width;
    return tallest;
  }

  /** Room that nothing fills goes when the numbers rest and no pointer would miss its aim. */
  private void settle() {
    Parent page = getParent();
    if (fresh && page != null && !page.isHover()) {
      measuredAt = Double.NaN;
      requestLayout();
    }
  }

  private void show(Headline headline) {
    List<Text> words = new ArrayList<>();
    if (!headline.mark().isEmpty()) {
      words.add(text(headline.mark(), "headline-mark"));
    }
    for (Headline.Span span : headline.sentence()) {
      words.add(text(span.text(), span.strong() ? "headline-strong" : "headline-word"));
    }
    sentence.getChildren().setAll(words);
    sentence.setAccessibleText(headline.text());
    reading.setText(headline.reading());
    place.setText("    " + headline.place());
    below.setVisible(!headline.reading().isEmpty());
    below.setManaged(below.isVisible());
    more.setText(headline.detail());
    pseudoClassStateChanged(STALE, headline.standing() == Standing.STALE);
    fresh = headline.standing() == Standing.FRESH;
    settle();
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    return text;
  }
}
