package gmrl.app.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** A page in Markdown as one HTML file that needs nothing else: pictures stand inside it. */
public final class HtmlPage {
  private static final List<TablesExtension> TABLES =
      List.of((TablesExtension) TablesExtension.create());

  /** What names a part of a drawing, or speaks of one. */
  private static final Pattern NAMED = Pattern.compile("(\\bid=\"|url\\(#|href=\"#)");

  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:16px/1.5 system-ui,Helvetica,Arial,sans-serif;max-width:62rem;margin:2rem auto;\
      padding:0 1rem;color:#1d2430;background:#fff}
      h1,h2{line-height:1.2}h2{margin-top:2.5rem;border-top:1px solid #d8dce3;padding-top:1rem}
      table{border-collapse:collapse;width:100%;font-size:.92rem;margin:1rem 0}
      th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #e3e6eb}
      code{font-size:.92em;background:#f2f4f7;padding:.05em .3em;overflow-wrap:anywhere}
      figure{margin:1rem 0;background:#fff}figure svg{max-width:100%;height:auto}
      img{max-width:100%}
      @media(prefers-color-scheme:dark){body{color:#dfe3ea;background:#14181f}
      h2,th,td{border-color:#333b47}code{background:#232a34}a{color:#8ab4f8}
      figure{padding:.5rem;border-radius:4px}}
      """;

  private HtmlPage() {}

  /**
   * Renders a page.
   *
   * @param title of the window
   * @param markdown with tables
   * @param drawings SVG by the name that the text calls a picture by; other pictures stay links
   */
  public static String of(String title, String markdown, Map<String, String> drawings) {
    Node document = Parser.builder().extensions(TABLES).build().parse(markdown);
    String body =
        HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .attributeProviderFactory(context -> HtmlPage::name)
            .nodeRendererFactory(context -> new Drawings(context, drawings))
            .build()
            .render(document);
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + escaped(title)
        + "</title><style>\n"
        + STYLE
        + "</style></head><body>\n"
        + body
        + "</body></html>\n";
  }

  /** Headings can be linked to. */
  private static void name(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Heading) {
      attributes.put("id", anchor(words(node)));
    }
  }

  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }
        });
    return words.toString();
  }

  /**
   * What a link to a heading says after #, as repositories on the web have it, too.
   *
   * @param heading its words
   */
  public static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /**
   * Text that Markdown takes as it is, also within a table.
   *
   * @param text one line
   */
  public static String plain(String text) {
    return text.replaceAll("([\\\\|*_`<\\[\\]])", "\\\\$1");
  }

  /** A drawing inside a page: without its head, and its names apart from those of others. */
  private static String inline(String svg, String name) {
    String body = svg.substring(svg.indexOf("<svg"));
    return NAMED.matcher(body).replaceAll("$1" + name + "-");
  }

  /** Draws pictures where they stand. */
  private record Drawings(HtmlNodeRendererContext context, Map<String, String> drawings)
      implements NodeRenderer {
    @Override
    public java.util.Set<Class<? extends Node>> getNodeTypes() {
      return java.util.Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      Image image = (Image) node;
      String svg = drawings.get(image.getDestination());
      if (svg == null) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("src", image.getDestination());
        attributes.put("alt", words(image));
        context.getWriter().tag("img", attributes, true);
      } else {
        String name = image.getDestination().replaceAll("\\W", "-");
        context.getWriter().raw("<figure>" + inline(svg, name) + "</figure>");
      }
    }
  }
}
