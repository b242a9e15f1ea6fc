package gmrl.app.help;

import gmrl.app.ui.Icons;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Words;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown as nodes of the window. */
final class MarkdownView extends VBox {
  private static final String HATS = "(?<=\\p{M})(?!\\p{M})|(?=\\P{M}\\p{M})";
  private static final double WIDEST_PICTURE = 640;
  private static final double LONG_CELL = 260;

  private final Consumer<String> link;
  private final Consumer<String> copy;

  /**
   * A text.
   *
   * @param markdown what to show
   * @param link follows a link
   * @param copy puts a piece of code on the clipboard
   */
  MarkdownView(String markdown, Consumer<String> link, Consumer<String> copy) {
    this.link = link;
    this.copy = copy;
    getStyleClass().add("markdown");
    Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    blocks(parser.parse(markdown), this);
  }

  private void blocks(org.commonmark.node.Node parent, VBox into) {
    for (org.commonmark.node.Node n = parent.getFirstChild(); n != null; n = n.getNext()) {
      into.getChildren().add(block(n));
    }
  }

  private Node block(org.commonmark.node.Node n) {
    if (n instanceof Heading heading) {
      TextFlow line = flow(n, "");
      line.getStyleClass().add("markdown-h" + Math.min(3, heading.getLevel()));
      return line;
    }
    if (n instanceof FencedCodeBlock code) {
      return code(code.getLiteral());
    }
    if (n instanceof IndentedCodeBlock code) {
      return code(code.getLiteral());
    }
    if (n instanceof BulletList) {
      return list(n, -1);
    }
    if (n instanceof OrderedList ordered) {
      return list(n, Objects.requireNonNullElse(ordered.getMarkerStartNumber(), 1));
    }
    if (n instanceof BlockQuote) {
      VBox quote = new VBox();
      quote.getStyleClass().add("markdown-quote");
      blocks(n, quote);
      return quote;
    }
    if (n instanceof TableBlock table) {
      return table(table);
    }
    if (n instanceof ThematicBreak) {
      return new Separator();
    }
    return flow(n, "");
  }

  private TextFlow flow(org.commonmark.node.Node parent, String style) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().addAll("prose", "markdown-text");
    inline(parent, flow, style);
    return flow;
  }

  private void inline(org.commonmark.node.Node parent, TextFlow into, String style) {
    for (org.commonmark.node.Node n = parent.getFirstChild(); n != null; n = n.getNext()) {
      if (n instanceof org.commonmark.node.Text text) {
        // A letter with a hat is measured wrongly inside a longer text, which would then be cut
        // off.
        for (String run : text.getLiteral().split(HATS, -1)) {
          into.getChildren().add(text(run, style));
        }
      } else if (n instanceof Code code) {
        into.getChildren().add(styled(new Text(code.getLiteral()), "markdown-code"));
      } else if (n instanceof Emphasis) {
        inline(n, into, "prose-emphasis");
      } else if (n instanceof StrongEmphasis) {
        inline(n, into, "prose-strong");
      } else if (n instanceof Link target) {
        into.getChildren().add(hyperlink(target));
      } else if (n instanceof Image image) {
        into.getChildren().add(picture(image));
      } else if (n.getFirstChild() != null) {
        inline(n, into, style);
      } else {
        into.getChildren().add(text(" ", style));
      }
    }
  }

  private static Text text(String words, String style) {
    return styled(new Text(Words.typeset(words)), style);
  }

  private static Text styled(Text text, String style) {
    if (!style.isEmpty()) {
      text.getStyleClass().add(style);
    }
    return text;
  }

  private Hyperlink hyperlink(Link target) {
    Hyperlink hyperlink = new Hyperlink(Words.typeset(plain(target)));
    hyperlink.setOnAction(e -> link.accept(target.getDestination()));
    hyperlink.setAccessibleHelp(target.getDestination());
    return hyperlink;
  }

  private static Node picture(Image image) {
    String name = image.getDestination().replaceFirst("^.*/", "");
    var url = HelpFiles.picture(name);
    if (url == null) {
      return text(plain(image), "prose-emphasis");
    }
    ImageView view = new ImageView(url.toExternalForm());
    view.setPreserveRatio(true);
    view.setFitWidth(Math.min(WIDEST_PICTURE, view.getImage().getWidth()));
    view.setAccessibleText(plain(image));
    return view;
  }

  /** The words of a node without any mark. */
  static String plain(org.commonmark.node.Node parent) {
    StringBuilder words = new StringBuilder();
    for (org.commonmark.node.Node n = parent.getFirstChild(); n != null; n = n.getNext()) {
      if (n instanceof org.commonmark.node.Text text) {
        words.append(text.getLiteral());
      } else if (n instanceof Code code) {
        words.append(code.getLiteral());
      } else if (n.getFirstChild() != null) {
        words.append(plain(n));
      } else {
        words.append(' ');
      }
    }
    return words.toString();
  }

  private Node code(String literal) {
    Label lines = new Label(literal.stripTrailing());
    lines.getStyleClass().add("markdown-block");
    lines.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    ScrollPane wide = new ScrollPane(lines);
    wide.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    wide.getStyleClass().addAll("markdown-scroll", "edge-to-edge");
    wide.setFocusTraversable(false);
    wide.setMinHeight(USE_PREF_SIZE);
    Button take = PanelFrame.toolButton(Icons.COPY, "Copy this piece", () -> copy.accept(literal));
    StackPane.setAlignment(take, Pos.TOP_RIGHT);
    StackPane box = new StackPane(wide, take);
    box.getStyleClass().add("markdown-box");
    return box;
  }

  private Node list(org.commonmark.node.Node list, int first) {
    VBox items = new VBox();
    items.getStyleClass().add("markdown-list");
    int number = first;
    for (org.commonmark.node.Node item = list.getFirstChild();
        item != null;
        item = item.getNext()) {
      Label mark = new Label(first < 0 ? "•" : number++ + ".");
      mark.setMinWidth(USE_PREF_SIZE);
      mark.getStyleClass().add("markdown-mark");
      VBox body = new VBox();
      body.getStyleClass().add("markdown-item");
      blocks(item, body);
      HBox.setHgrow(body, Priority.ALWAYS);
      HBox line = new HBox(mark, body);
      line.getStyleClass().add("markdown-line");
      items.getChildren().add(line);
    }
    return items;
  }

  private Node table(TableBlock table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("markdown-table");
    int row = 0;
    int columns = 0;
    for (org.commonmark.node.Node part = table.getFirstChild();
        part != null;
        part = part.getNext()) {
      for (org.commonmark.node.Node line = part.getFirstChild();
          line != null;
          line = line.getNext()) {
        int column = 0;
        for (org.commonmark.node.Node cell = line.getFirstChild();
            cell != null;
            cell = cell.getNext()) {
          if (cell instanceof TableCell) {
            grid.add(flow(cell, part instanceof TableHead ? "prose-strong" : ""), column++, row);
          }
        }
        columns = Math.max(columns, column);
        row++;
      }
    }
    for (int i = 0; i < columns; i++) {
      ColumnConstraints share = new ColumnConstraints();
      share.setHgrow(Priority.ALWAYS);
      share.setMinWidth(60);
      share.setPrefWidth(LONG_CELL);
      grid.getColumnConstraints().add(share);
    }
    return grid;
  }
}
