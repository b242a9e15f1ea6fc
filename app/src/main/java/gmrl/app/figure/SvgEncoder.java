package gmrl.app.figure;

import gmrl.app.chart.ChartFonts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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

  /** Attribute by which the element that holds the document is known. */
  private static final String SOFTWARE = "data-software";

  private SvgEncoder() {}

  static byte[] encode(FigurePainter painter, FigureOptions options, Figure figure)
      throws IOException {
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
    root.insertBefore(metadata(document, figure.provenance(), options), first);
    namesFallbacks(root);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      g2.stream(root, writer, false, false);
    }
    return bytes.toByteArray();
  }

  private static Element metadata(
      Document document, FigureOrigin provenance, FigureOptions options) {
    Element metadata = document.createElementNS(SVG, "metadata");
    metadata.setAttributeNS(null, "id", "provenance");
    metadata.appendChild(text(document, "desc", provenance.document(options)));
    Element desc = (Element) metadata.getFirstChild();
    desc.setAttributeNS(null, SOFTWARE, provenance.software());
    desc.setAttributeNS(null, "data-seed", Long.toString(provenance.seed()));
    return metadata;
  }

  /** What {@link #metadata} wrote, out of a file that may have passed through other programs. */
  static Optional<String> document(byte[] svg) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(svg));
      Optional<String> found = Optional.empty();
      while (in.hasNext()) {
        if (in.next() == XMLStreamConstants.START_ELEMENT
            && in.getLocalName().equals("desc")
            && in.getAttributeValue(null, SOFTWARE) != null) {
          found = Optional.of(in.getElementText());
        }
      }
      return found;
    } catch (XMLStreamException e) {
      throw new IOException(
          String.format(
              Locale.ROOT, "line %d is not what XML has there", e.getLocation().getLineNumber()),
          e);
    }
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
