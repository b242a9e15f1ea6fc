package gmrl.app.bias.headline;

import gmrl.app.live.Standing;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.Tip;
import gmrl.app.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The headline with its numbers set off, and the detail below it. */
public final class HeadlineView extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /** From this width on there is room for large letters. */
  private static final double WIDE = 1250;

  /** Words from this size on are read across a hall. */
  private static final double LARGE = 16;

  /** Lines below the sentence; one before a hall. */
  private static final int LINES = 2;

  /** Between parts that can be left out. */
  private static final String PART = " · ";

  private static final String WIDE_GAP = "    ";

  private final TextFlow sentence = new TextFlow();
  private final TextFlow brief = new TextFlow();
  private final Text reading = new Text();
  private final Text place = new Text();
  private final TextFlow below = new TextFlow(reading, place);

  private final Text ruler = new Text();

  private Headline shown;

  /** What is laid out now; a page asks for its height several times a frame. */
  private Fit fitted;

  private double fittedHeight;

  /** What the height depends on. */
  private record Fit(Headline shown, double width, List<Font> fonts, Insets insets) {}

  /** A view of the headline. */
  public HeadlineView(HeadlineViewModel model) {
    getStyleClass().add("headline");
    HelpMark.mark(this, "board-headline");
    for (TextFlow words : List.of(sentence, brief)) {
      words.getStyleClass().add("headline-text");
      words.setAccessibleRole(AccessibleRole.TEXT);
      words.setMinHeight(USE_PREF_SIZE);
    }
    PageParts.show(brief, false);
    reading.getStyleClass().add("headline-reading");
    place.getStyleClass().add("headline-detail");
    getChildren().addAll(sentence, brief, below);
    setMinHeight(USE_PREF_SIZE);
    widthProperty()
        .addListener((o, was, is) -> pseudoClassStateChanged(NARROW, is.doubleValue() < WIDE));
    shown = model.headlineProperty().get();
    fitted = new Fit(shown, 0, List.of(), Insets.EMPTY);
    model.headlineProperty().addListener((o, old, now) -> show(now));
    show(shown);
  }

  /**
   * What lies below must not jump while the words change: at one width there is room for as many
   * lines as ever, and what would need one more loses its last parts, which the tooltip has.
   */
  @Override
  protected double computePrefHeight(double width) {
    if (width <= 0) {
      return super.computePrefHeight(width);
    }
    Fit now = new Fit(shown, width, fonts(), getInsets());
    if (!now.equals(fitted)) {
      double room = width - snappedLeftInset() - snappedRightInset();
      boolean whole = sentence.prefWidth(-1) <= room || shown.brief().equals(shown.sentence());
      if (whole != sentence.isVisible()) {
        PageParts.show(sentence, whole);
        PageParts.show(brief, !whole);
      }
      fit(room, reading.getFont().getSize() < LARGE ? LINES : 1);
      fittedHeight = super.computePrefHeight(width);
      fitted = now;
    }
    return fittedHeight;
  }

  private List<Font> fonts() {
    return Stream.of(sentence, brief, below)
        .flatMap(flow -> flow.getChildren().stream())
        .map(text -> ((Text) text).getFont())
        .toList();
  }

  private void fit(double room, int lines) {
    ruler.setFont(reading.getFont());
    ruler.setText("X" + "\nX".repeat(lines - 1));
    double most = Math.ceil(ruler.getLayoutBounds().getHeight());
    for (String words : shorter(shown)) {
      int end = words.indexOf(WIDE_GAP);
      reading.setText(Words.typeset(end < 0 ? words : words.substring(0, end)));
      place.setText(end < 0 ? "" : Words.typeset(words.substring(end)));
      if (below.prefHeight(room) <= most + 1) {
        break;
      }
    }
    below.setMinHeight(Math.max(most, below.prefHeight(room)));
  }

  /** All of it, and what is left where there is room for less and less; the unit always is. */
  static List<String> shorter(Headline headline) {
    List<String> all = new ArrayList<>();
    String reading = headline.reading();
    for (String place = headline.place(); !place.isEmpty(); place = without(place)) {
      for (String unit : headline.unit()) {
        all.add(reading + WIDE_GAP + place + PART + unit);
      }
    }
    for (String words : clauses(reading)) {
      for (String unit : headline.unit()) {
        all.add(words + WIDE_GAP + unit);
      }
      if (headline.unit().isEmpty()) {
        all.add(words);
      }
    }
    return all;
  }

  /** Without the last part. */
  private static String without(String place) {
    return place.substring(0, Math.max(0, place.lastIndexOf(PART)));
  }

  /** Fewer and fewer sentences, at last the first half of the first. */
  private static List<String> clauses(String reading) {
    List<String> all = new ArrayList<>(List.of(reading));
    String rest = reading;
    while (rest.lastIndexOf(". ") > 0) {
      rest = rest.substring(0, rest.lastIndexOf(". "));
      all.add(rest + ".");
    }
    int clause = rest.indexOf("; ");
    if (clause > 0) {
      all.add(rest.substring(0, clause) + ".");
    }
    return all;
  }

  private void show(Headline headline) {
    shown = headline;
    speak(sentence, headline, headline.sentence());
    speak(brief, headline, headline.brief());
    below.setVisible(!headline.reading().isEmpty());
    Tip.on(this, headline.below() + (headline.detail().isEmpty() ? "" : ".\n" + headline.detail()));
    pseudoClassStateChanged(STALE, headline.standing() == Standing.STALE);
    requestLayout();
  }

  private static void speak(TextFlow flow, Headline headline, List<Headline.Span> spans) {
    List<Text> words = new ArrayList<>();
    if (!headline.mark().isEmpty()) {
      words.add(text(headline.mark(), "headline-mark"));
    }
    for (Headline.Span span : headline.afterMark(spans)) {
      words.add(text(span.text(), span.strong() ? "headline-strong" : "headline-word"));
    }
    flow.getChildren().setAll(words);
    flow.setAccessibleText(headline.text());
  }

  private static Text text(String words, String style) {
    Text text = new Text(Words.typeset(words));
    text.getStyleClass().add(style);
    return text;
  }
}
