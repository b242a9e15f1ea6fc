package gmrl.app.bias.headline;

import gmrl.app.live.Standing;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.ParameterSlider;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
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

  /** Lines below the sentence. */
  private static final int WIDE_LINES = 2;

  private static final int NARROW_LINES = 3;

  /** Between parts that can be left out. */
  private static final String PART = " · ";

  private final TextFlow sentence = new TextFlow();
  private final Text reading = new Text();
  private final Text place = new Text();
  private final TextFlow below = new TextFlow(reading, place);
  private final Tooltip more = ParameterSlider.tooltip("");

  private final Text ruler = new Text();

  /** Which setup the words are about, in full. */
  private String where = "";

  /** A view of the headline. */
  public HeadlineView(HeadlineViewModel model) {
    getStyleClass().add("headline");
    HelpMark.mark(this, "board-headline");
    sentence.getStyleClass().add("headline-text");
    sentence.setAccessibleRole(AccessibleRole.TEXT);
    sentence.setMinHeight(USE_PREF_SIZE);
    reading.getStyleClass().add("headline-reading");
    place.getStyleClass().add("headline-detail");
    Tooltip.install(this, more);
    getChildren().addAll(sentence, below);
    setMinHeight(USE_PREF_SIZE);
    widthProperty()
        .addListener((o, was, is) -> pseudoClassStateChanged(NARROW, is.doubleValue() < WIDE));
    model.headlineProperty().addListener((o, old, now) -> show(now));
    show(model.headlineProperty().get());
  }

  /**
   * What lies below must not jump while the words change: at one width there is room for as many
   * lines as ever, and what would need one more loses its last parts, which the tooltip has.
   */
  @Override
  protected double computePrefHeight(double width) {
    double room = width - snappedLeftInset() - snappedRightInset();
    if (width > 0) {
      fit(room, room < WIDE ? NARROW_LINES : WIDE_LINES);
    }
    return super.computePrefHeight(width);
  }

  private void fit(double room, int lines) {
    ruler.setFont(reading.getFont());
    ruler.setText("X" + "\nX".repeat(lines - 1));
    double most = Math.ceil(ruler.getLayoutBounds().getHeight());
    String words = where;
    place.setText(words);
    while (below.prefHeight(room) > most + 1 && words.contains(PART)) {
      words = words.substring(0, words.lastIndexOf(PART));
      place.setText(words);
    }
    below.setMinHeight(Math.max(most, below.prefHeight(room)));
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
    where = "    " + headline.place();
    place.setText(where);
    below.setVisible(!headline.reading().isEmpty());
    more.setText(headline.detail());
    pseudoClassStateChanged(STALE, headline.standing() == Standing.STALE);
    requestLayout();
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    return text;
  }
}
