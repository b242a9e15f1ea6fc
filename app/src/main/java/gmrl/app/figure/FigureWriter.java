package gmrl.app.figure;

import gmrl.app.chart.ChartData;
import gmrl.app.chart.ChartFonts;
import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a figure with its data and configuration: all of its files, or none. */
public final class FigureWriter {

  private static final List<FigureFormat> PRINT =
      List.of(FigureFormat.PDF, FigureFormat.TIKZ, FigureFormat.PNG);

  private static final List<FigureFormat> SCREEN = List.of(FigureFormat.SVG, FigureFormat.PNG);

  private FigureWriter() {}

  /** What a paper includes of the formats that are written. */
  public static FigureFormat printed(Collection<FigureFormat> written) {
    return preferred(written, PRINT);
  }

  /** What a page on the web shows of the formats that are written. */
  public static FigureFormat shown(Collection<FigureFormat> written) {
    return preferred(written, SCREEN);
  }

  /** The first of some formats that is written, else the first. */
  private static FigureFormat preferred(
      Collection<FigureFormat> written, List<FigureFormat> order) {
    return order.stream().filter(written::contains).findFirst().orElse(order.get(0));
  }

  /** The files that a figure becomes, in their order. */
  public static List<Path> files(
      String id, Collection<FigureFormat> formats, boolean captions, Path folder) {
    List<String> names = new ArrayList<>();
    formats.forEach(format -> names.add(id + "." + format.extension()));
    names.add(id + ".csv");
    names.add(id + ".json");
    if (captions) {
      names.add(id + "-caption.tex");
      names.add(id + "-caption.md");
    }
    return names.stream().map(folder::resolve).toList();
  }

  /** Whether a document is that of a figure of the laboratory. */
  public static boolean hasWritten(JsonView document) {
    return FigureStamp.isOn(document);
  }

  /**
   * Writes {@code ID.png}, {@code ID.svg}, {@code ID.pdf}, {@code ID.tex} (those asked for), {@code
   * ID.csv} and {@code ID.json}.
   *
   * @param figure what to draw
   * @param options how it stands on paper
   * @param formats which pictures
   * @param folder where; made if it does not exist
   * @return the files written
   * @throws IOException with one sentence that says which file could not be written and why
   */
  public static List<Path> write(
      Figure figure, FigureOptions options, Collection<FigureFormat> formats, Path folder)
      throws IOException {
    return write(figure, options, formats, false, folder);
  }

  /**
   * Writes the same and, if asked for, {@code ID-caption.tex} and {@code ID-caption.md}.
   *
   * @param captions whether the figure's words are written too, for LaTeX and for Markdown
   * @return the files written
   * @throws IOException with one sentence that says which file could not be written and why
   */
  public static List<Path> write(
      Figure figure,
      FigureOptions options,
      Collection<FigureFormat> formats,
      boolean captions,
      Path folder)
      throws IOException {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    for (FigureFormat format : formats) {
      contents.put(
          folder.resolve(figure.id() + "." + format.extension()), encode(figure, options, format));
    }
    contents.put(folder.resolve(figure.id() + ".csv"), utf8(data(figure)));
    contents.put(
        folder.resolve(figure.id() + ".json"), utf8(figure.provenance().document(options) + "\n"));
    if (captions) {
      Caption words = Caption.of(figure, options);
      String name = figure.id() + "-caption";
      contents.put(folder.resolve(name + ".tex"), utf8(words.latex(printed(formats), options)));
      contents.put(folder.resolve(name + ".md"), utf8(words.markdown(shown(formats))));
    }
    AtomicFile.writeAll(contents);
    return List.copyOf(contents.keySet());
  }

  /**
   * Finds out before anything is computed whether figures can be drawn here.
   *
   * @throws IllegalStateException in one sentence if the typeface cannot be used
   */
  public static void requireTools() {
    try {
      ChartFonts.at(10);
    } catch (UncheckedIOException | LinkageError | InternalError e) {
      throw new IllegalStateException(
          "figures cannot be drawn here, their typeface does not load ("
              + rootMessage(e)
              + "); it needs a folder for temporary files, now "
              + System.getProperty("java.io.tmpdir"),
          e);
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  /**
   * One picture as bytes.
   *
   * @param figure what to draw
   * @param options how it stands on paper
   * @param format of the picture
   * @return the file's content
   * @throws IOException if the encoder fails
   */
  public static byte[] encode(Figure figure, FigureOptions options, FigureFormat format)
      throws IOException {
    FigurePainter painter = new FigurePainter(figure, options);
    return switch (format) {
      case PNG -> PngEncoder.encode(painter, options, figure);
      case SVG -> SvgEncoder.encode(painter, options, figure);
      case PDF -> PdfEncoder.encode(painter, options, figure);
      case TIKZ -> TikzEncoder.encode(painter, options, figure);
    };
  }

  /** The numbers of all panels; with several panels each row starts with its panel's number. */
  static String data(Figure figure) {
    return ChartData.table(figure.panels()).text();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
