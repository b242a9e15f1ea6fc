package gmrl.app.figure;

import gmrl.app.chart.ChartFonts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Vector drawings whose text stays text, with what made them in {@code <metadata>}. */
final class SvgEncoder {

  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Arial and Helvetica have the same widths, so the layout holds where the typeface is absent. */
  private static final String FAMILIES =
      "'" + ChartFonts.FAMILY + "', Arial, Helvetica, sans-serif";

  private SvgEncoder() {}

  static byte[] encode(FigurePainter painter, Figure figure) throws IOException {
    Document document =
        GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment("Drawn by " + figure.provenance().software());
    context.setPrecision(3);
    SVGGraphics2D g2 = new SVGGraphics2D(context, false);
    painter.paint(g2);
    Element root = g2.getRoot();
    root.setAttributeNS(null, "width", number(painter.width()) + "pt");
    root.setAttributeNS(null, "height", number(painter.height()) + "pt");
    root.setAttributeNS(
        null, "viewBox", "0 0 " + number(painter.width()) + " " + number(painter.height()));
    Node first = root.getFirstChild();
    root.insertBefore(text(document, "title", figure.title()), first);
    root.insertBefore(metadata(document, figure.provenance()), first);
    namesFallbacks(root);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      g2.stream(root, writer, false, false);
    }
    return bytes.toByteArray();
  }

  private static Element metadata(Document document, FigureOrigin provenance) {
    Element metadata = document.createElementNS(SVG, "metadata");
    metadata.setAttributeNS(null, "id", "provenance");
    metadata.appendChild(text(document, "desc", provenance.configuration()));
    Element desc = (Element) metadata.getFirstChild();
    desc.setAttributeNS(null, "data-software", provenance.software());
    desc.setAttributeNS(null, "data-seed", Long.toString(provenance.seed()));
    return metadata;
  }

  private static Element text(Document document, String name, String content) {
    Element element = document.createElementNS(SVG, name);
    element.appendChild(document.createTextNode(content));
    return element;
  }

  private static void namesFallbacks(Element element) {
    if (element.hasAttribute("font-family")) {
      element.setAttributeNS(null, "font-family", FAMILIES);
    }
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        namesFallbacks(child);
      }
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
  }
}
