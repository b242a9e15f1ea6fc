package gmrl.app.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import gmrl.app.chart.ChartFonts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One-page PDFs with the typeface embedded and what made them as document information and XMP. */
final class PdfEncoder {

  /** Key of the entry of the document information that holds what made a figure. */
  private static final String DOCUMENT = "Configuration";

  private PdfEncoder() {}

  static byte[] encode(FigurePainter painter, FigureOptions options, Figure figure)
      throws IOException {
    float width = (float) painter.width();
    float height = (float) painter.height();
    try (PDDocument document = new PDDocument();
        PdfBoxGraphics2DFontTextDrawer texts = new PdfBoxGraphics2DFontTextDrawer()) {
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      texts.registerFont(ChartFonts.FAMILY, typeface(document));
      PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, width, height);
      g2.setFontTextDrawer(texts);
      painter.paint(g2);
      g2.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(g2.getXFormObject());
      }
      describe(document, figure, figure.provenance().document(options));
      // A fixed identifier: the same figure gives the same file.
      document.setDocumentId(figure.provenance().seed());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** The subset of the typeface that the figure uses. */
  private static PDFont typeface(PDDocument document) throws IOException {
    try (InputStream in = ChartFonts.FILE.openStream()) {
      return PDType0Font.load(document, in, true);
    }
  }

  private static void describe(PDDocument document, Figure figure, String configuration)
      throws IOException {
    FigureOrigin made = figure.provenance();
    PDDocumentInformation info = document.getDocumentInformation();
    info.setTitle(figure.title());
    info.setCreator(made.software());
    info.setProducer("GMRL Lab with Apache PDFBox");
    info.setSubject("seed " + made.seed());
    info.setCustomMetadataValue(DOCUMENT, configuration);
    info.setCustomMetadataValue("Seed", Long.toString(made.seed()));
    PDMetadata xmp = new PDMetadata(document, new ByteArrayInputStream(xmp(figure, configuration)));
    document.getDocumentCatalog().setMetadata(xmp);
  }

  /** What {@link #describe} wrote. */
  static Optional<String> document(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return Optional.ofNullable(
          document.getDocumentInformation().getCustomMetadataValue(DOCUMENT));
    } catch (InvalidPasswordException e) {
      throw new IOException("it asks for a password", e);
    }
  }

  private static byte[] xmp(Figure figure, String configuration) {
    FigureOrigin made = figure.provenance();
    String packet =
        String.format(
            Locale.ROOT,
            """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:gmrl="urn:gmrl-lab:figure">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <xmp:CreatorTool>%s</xmp:CreatorTool>
            <gmrl:seed>%d</gmrl:seed>
            <gmrl:configuration>%s</gmrl:configuration>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """,
            escaped(figure.title()),
            escaped(made.software()),
            made.seed(),
            escaped(configuration));
    return packet.getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
