package gmrl.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A paragraph in a little mark-up: {@code **strong**}, {@code *emphasis*}, {@code $formula$}, and
 * {@code [words](key)} for words that light up with their key.
 */
public final class Prose extends TextFlow {
  private static final Pattern MARK =
      Pattern.compile("\\*\\*(.+?)\\*\\*|\\*(.+?)\\*|\\$(.+?)\\$|\\[(.+?)\\]\\(([\\w-]+)\\)");

  /** One piece of a paragraph. */
  sealed interface Piece {
    /** Plain words. */
    record Words(String text) implements Piece {}

    /** Words in bold. */
    record Strong(String text) implements Piece {}

    /** Words in italics. */
    record Emphasis(String text) implements Piece {}

    /** A formula between words. */
    record Maths(String tex) implements Piece {}

    /** Words that light up. */
    record Keyed(String text, String key) implements Piece {}
  }

  /**
   * A paragraph.
   *
   * @param markup as described above
   * @param spotlight lights up what has a key
   */
  public Prose(String markup, Spotlight spotlight) {
    getStyleClass().add("prose");
    for (Piece piece : pieces(markup)) {
      getChildren().add(node(piece, spotlight));
    }
  }

  /** A paragraph nothing of which lights up. */
  public Prose(String markup) {
    this(markup, new Spotlight());
  }

  private static Node node(Piece piece, Spotlight spotlight) {
    if (piece instanceof Piece.Maths maths) {
      return new TypesetFormula(maths.tex(), false, spotlight);
    }
    if (piece instanceof Piece.Keyed keyed) {
      Text text = text(keyed.text(), "prose-keyed");
      spotlight.attach(text, keyed.key());
      return text;
    }
    if (piece instanceof Piece.Strong strong) {
      return text(strong.text(), "prose-strong");
    }
    if (piece instanceof Piece.Emphasis emphasis) {
      return text(emphasis.text(), "prose-emphasis");
    }
    return text(((Piece.Words) piece).text(), "prose-word");
  }

  private static Text text(String words, String style) {
    Text text = new Text(gmrl.app.ui.Words.typeset(words));
    text.getStyleClass().add(style);
    return text;
  }

  /** Takes a paragraph apart. */
  static List<Piece> pieces(String markup) {
    List<Piece> pieces = new ArrayList<>();
    Matcher mark = MARK.matcher(markup);
    int end = 0;
    while (mark.find()) {
      if (mark.start() > end) {
        pieces.add(new Piece.Words(markup.substring(end, mark.start())));
      }
      if (mark.group(1) != null) {
        pieces.add(new Piece.Strong(mark.group(1)));
      } else if (mark.group(2) != null) {
        pieces.add(new Piece.Emphasis(mark.group(2)));
      } else if (mark.group(3) != null) {
        pieces.add(new Piece.Maths(mark.group(3)));
      } else {
        pieces.add(new Piece.Keyed(mark.group(4), mark.group(5)));
      }
      end = mark.end();
    }
    if (end < markup.length()) {
      pieces.add(new Piece.Words(markup.substring(end)));
    }
    return pieces;
  }
}
