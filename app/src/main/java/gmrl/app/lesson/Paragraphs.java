package gmrl.app.lesson;

import gmrl.app.text.Prose;
import gmrl.app.text.TypesetFormula;
import java.util.ArrayList;
import java.util.List;
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
    for (String paragraph : GAP.split(text.strip(), -1)) {
      getChildren().addAll(nodes(paragraph.strip()));
    }
  }

  private static List<Node> nodes(String paragraph) {
    if (paragraph.startsWith("$$") && paragraph.endsWith("$$") && paragraph.length() > 4) {
      HBox line =
          new HBox(
              new TypesetFormula(paragraph.substring(2, paragraph.length() - 2).strip(), true));
      line.getStyleClass().add("lesson-formula");
      return List.of(line);
    }
    if (!ITEM.matcher(paragraph).lookingAt()) {
      return List.of(new Prose(joined(paragraph)));
    }
    List<Node> items = new ArrayList<>();
    for (String item : ITEM.split(paragraph, -1)) {
      if (!item.isBlank()) {
        Prose words = new Prose(joined(item.strip()));
        HBox.setHgrow(words, Priority.ALWAYS);
        Text dot = new Text("•");
        dot.getStyleClass().add("prose-word");
        HBox line = new HBox(dot, words);
        line.getStyleClass().add("lesson-item");
        items.add(line);
      }
    }
    return items;
  }

  private static String joined(String lines) {
    return BREAK.matcher(lines).replaceAll(" ");
  }
}
