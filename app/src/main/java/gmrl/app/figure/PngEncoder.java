package gmrl.app.figure;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Bitmaps with their resolution (pHYs) and what made them (iTXt). */
final class PngEncoder {

  /** Keyword of the text that holds what made a figure. */
  static final String DOCUMENT = "Configuration";

  private static final double METRES_PER_INCH = 0.0254;

  /** Largest bitmap drawn, in pixels. */
  private static final long LARGEST = 200_000_000;

  private PngEncoder() {}

  static byte[] encode(FigurePainter painter, FigureOptions options, Figure figure)
      throws IOException {
    FigureSize size = options.size();
    double zoom = size.dpi() / FigureSize.POINTS;
    long width = Math.round(painter.width() * zoom);
    long height = Math.round(painter.height() * zoom);
    if (width * height > LARGEST) {
      throw new IllegalArgumentException(
          "Figure "
              + figure.id()
              + " would have "
              + width
              + " × "
              + height
              + " pixels; choose a smaller width or resolution.");
    }
    BufferedImage image = painter.pixels((int) width, (int) height, zoom);
    return encode(
        image,
        size.dpi(),
        figure.title(),
        figure.provenance(),
        figure.provenance().document(options));
  }

  static byte[] encode(
      RenderedImage image, double dpi, String title, FigureOrigin provenance, String document)
      throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("Title", title);
    texts.put("Software", provenance.software());
    texts.put("Seed", Long.toString(provenance.seed()));
    texts.put(DOCUMENT, document);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try {
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
      metadata.mergeTree("javax_imageio_png_1.0", chunks(dpi, texts));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(new IIOImage(image, null, metadata));
      }
      return bytes.toByteArray();
    } finally {
      writer.dispose();
    }
  }

  private static IIOMetadataNode chunks(double dpi, Map<String, String> texts) {
    String perMetre = Long.toString(Math.round(dpi / METRES_PER_INCH));
    IIOMetadataNode resolution = new IIOMetadataNode("pHYs");
    resolution.setAttribute("pixelsPerUnitXAxis", perMetre);
    resolution.setAttribute("pixelsPerUnitYAxis", perMetre);
    resolution.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode international = new IIOMetadataNode("iTXt");
    texts.forEach(
        (keyword, text) -> {
          IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
          entry.setAttribute("keyword", keyword);
          entry.setAttribute("compressionFlag", "FALSE");
          entry.setAttribute("compressionMethod", "0");
          entry.setAttribute("languageTag", "");
          entry.setAttribute("translatedKeyword", "");
          entry.setAttribute("text", text);
          international.appendChild(entry);
        });
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
    root.appendChild(resolution);
    root.appendChild(international);
    return root;
  }
}
