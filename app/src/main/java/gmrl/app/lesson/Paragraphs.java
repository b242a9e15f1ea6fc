package gmrl.app.lesson;

import gmrl.app.text.Prose;
import gmrl.app.text.TypesetFormula;
import gmrl.app.text.Typesetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/**
 * Text of several paragraphs, which empty lines part: prose, a formula in a line of its own between
 * {@code $$}, or a list whose items begin with a dash.
 */
final class Paragraphs extends VBox {
  private static final Pattern GAP = Pattern.compile("\\n\\s*\\n");
  private static final Pattern ITEM = Pattern.compile("(?m)^\\s*[-•]\\s+");
  private static final Pattern BREAK = Pattern.compile("\\s*\\n\\s*");

  Paragraphs(String text) {
    getStyleClass().add("lesson-paragraphs");
    apart(text).forEach(paragraph -> getChildren().addAll(nodes(paragraph)));
  }

  /**
   * Sets every formula of a text, so that none is refused when it is shown.
   *
   * @throws IllegalArgumentException naming the formula that is not TeX
   */
  static void check(String text) {
    for (String paragraph : apart(text)) {
      formula(paragraph)
          .ifPresentOrElse(Typesetting::setLine, () -> items(paragraph).forEach(Typesetting::set));
    }
  }

  private static List<String> apart(String text) {
    return GAP.splitAsStream(text.strip()).map(String::strip).toList();
  }

  /** The formula that a paragraph is. */
  private static Optional<String> formula(String paragraph) {
    return paragraph.startsWith("$$") && paragraph.endsWith("$$") && paragraph.length() > 4
        ? Optional.of(paragraph.substring(2, paragraph.length() - 2).strip())
        : Optional.empty();
  }

  private static boolean isList(String paragraph) {
    return ITEM.matcher(paragraph).lookingAt();
  }

  /** The items of a list; of another paragraph its words. */
  private static List<String> items(String paragraph) {
    return isList(paragraph)
        ? ITEM.splitAsStream(paragraph)
            .filter(item -> !item.isBlank())
            .map(item -> joined(item.strip()))
            .toList()
        : List.of(joined(paragraph));
  }

  private static List<Node> nodes(String paragraph) {
    Optional<String> formula = formula(paragraph);
    if (formula.isPresent()) {
      HBox line = new HBox(new TypesetFormula(formula.get(), true));
      line.getStyleClass().add("lesson-formula");
      return List.of(line);
    }
    boolean list = isList(paragraph);
    List<Node> nodes = new ArrayList<>();
    for (String item : items(paragraph)) {
      Prose words = new Prose(item);
      nodes.add(list ? item(words) : words);
    }
    return nodes;
  }

  private static HBox item(Prose words) {
    HBox.setHgrow(words, Priority.ALWAYS);
    Text dot = new Text("•");
    dot.getStyleClass().add("prose-word");
    HBox line = new HBox(dot, words);
    line.getStyleClass().add("lesson-item");
    return line;
  }

  private static String joined(String lines) {
    return BREAK.matcher(lines).replaceAll(" ");
  }
}
