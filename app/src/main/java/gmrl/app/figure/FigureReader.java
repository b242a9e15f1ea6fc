package gmrl.app.figure;

import gmrl.experiment.file.FileProblem;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.LongReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Gets the document out of a file that says what made it: the PNG, SVG, PDF or TikZ of a figure,
 * the picture of a window, or the JSON itself. What the file is, its first bytes say, not its name.
 */
public final class FigureReader {
  /** Bytes that tell one kind of file from another. */
  private static final int HEAD = 512;

  /** No figure comes near this. */
  private static final long LARGEST = 256L << 20;

  private FigureReader() {}

  /** Finds the document in the bytes of a file of one kind. */
  private interface Finder {
    /**
     * The document as JSON text.
     *
     * @throws IOException in a few words if the bytes are no such file
     */
    Optional<String> find(byte[] file) throws IOException;
  }

  /**
   * Reads a file's document.
   *
   * @param file a picture that the laboratory wrote, or JSON
   * @return the document, which calls itself by the file's name
   * @throws IllegalArgumentException in one sentence if it is none of these, is damaged, carries no
   *     document, or comes from a later version
   */
  public static JsonView read(Path file) {
    return unstamped(document(file));
  }

  /**
   * What a figure's document says without what it says about its writer.
   *
   * @throws IllegalArgumentException in one sentence if a later version wrote it
   */
  public static JsonView unstamped(JsonView document) {
    JsonView json = FigureStamp.off(document);
    // How a picture of the window's state stood on paper is no part of that state.
    return json.isObject() && FigureDocument.of(json).isEmpty()
        ? json.without(FigureDocument.PAPER)
        : json;
  }

  /**
   * The document in a file as it stands there; as {@link #read}, of whatever version.
   *
   * @throws IllegalArgumentException in one sentence if there is none
   */
  public static JsonView document(Path file) {
    if (!Files.isRegularFile(file)) {
      return JsonView.read(file);
    }
    try {
      String head = head(file);
      if (head.startsWith(PngTexts.SIGNATURE)) {
        return picture(file, "PNG", png -> PngTexts.find(png, PngEncoder.DOCUMENT));
      }
      if (head.startsWith("%PDF-")) {
        return picture(file, "PDF", PdfEncoder::document);
      }
      if (head.startsWith("%")) { // TeX, ours or not, or what is left of ours
        return picture(file, "TikZ", TikzEncoder::document);
      }
      if (isMarkup(head)) {
        return picture(file, "SVG", SvgEncoder::document);
      }
      if (isForeign(head)) {
        throw new IllegalArgumentException(
            file
                + " is no experiment, result or figure of GMRL Lab, expected its JSON, or a PDF,"
                + " SVG, PNG or TeX file that it wrote");
      }
    } catch (IOException e) {
      throw FileProblem.cannotRead(file, e);
    }
    return JsonView.read(file);
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    }
  }

  private static boolean isMarkup(String head) {
    return text(head).startsWith("<");
  }

  /** Whether it cannot even be a damaged document. */
  private static boolean isForeign(String head) {
    String text = text(head);
    return !text.isEmpty() && text.charAt(0) != '{' && text.charAt(0) != '[';
  }

  private static String text(String head) {
    return (head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head).stripLeading();
  }

  private static JsonView picture(Path file, String kind, Finder finder) throws IOException {
    FileProblem.requireAtMost(file, LARGEST, "the " + kind + " of a figure with");
    byte[] bytes = LongReading.bytes(file);
    Optional<String> text;
    try {
      text = finder.find(bytes);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s is damaged, expected a whole %s file: %s".formatted(file, kind, e.getMessage()), e);
    }
    return JsonView.parse(
        file.toString(),
        text.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s carries no specification, expected a %s file that GMRL Lab wrote"
                        .formatted(file, kind))));
  }
}
