package gmrl.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartData;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ReadBack;
import gmrl.app.chart.SampleCharts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

final class FigureWriterTest {

  private static final String CONFIGURATION = "{\"problem\":\"maml\",\"alpha\":3.0,\"τ\":\"<&>\"}";
  private static final FigureOrigin MADE = new FigureOrigin(CONFIGURATION, 42, "0.1.0");

  /** What a file carries at a size. */
  private static String document(FigureSize size) {
    return MADE.document(FigureOptions.of(size));
  }

  @TempDir Path folder;

  private static Figure single() {
    return Figure.of("bias-samples", SampleCharts.sampleSizes(), MADE);
  }

  private static Figure panels() {
    return new Figure(
        "two-panels",
        "Two panels",
        List.of(SampleCharts.sampleSizes(), SampleCharts.belowZero()),
        2,
        true,
        MADE);
  }

  @Test
  void writesEveryFormatWithDataAndConfigurationBeside() throws Exception {
    List<Path> files =
        FigureWriter.write(
            single(),
            FigureOptions.of(FigureSize.FULL_WIDTH),
            List.of(FigureFormat.values()),
            folder.resolve("a/b"));
    assertThat(files)
        .extracting(f -> f.getFileName().toString())
        .containsExactly(
            "bias-samples.png",
            "bias-samples.svg",
            "bias-samples.pdf",
            "bias-samples.tex",
            "bias-samples.csv",
            "bias-samples.json");
    assertThat(files).allSatisfy(f -> assertThat(f).isNotEmptyFile());
    assertThat(folder.resolve("a/b").toFile().list()).hasSize(6);
    assertThat(ReadBack.of(Files.readString(files.get(4))))
        .isEqualTo(ChartData.rows(SampleCharts.sampleSizes()));
    assertThat(Files.readString(files.get(3)))
        .as("no words of it are as large as those of the page")
        .contains("\\begin{tikzpicture}[every node/.append style={font=");
    assertThat(Files.readString(files.get(5)).strip()).isEqualTo(document(FigureSize.FULL_WIDTH));
  }

  @Test
  void pngKnowsItsResolutionAndWhatMadeIt() throws Exception {
    byte[] png =
        FigureWriter.encode(single(), FigureOptions.of(new FigureSize(5.5, 200)), FigureFormat.PNG);
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1100);
    Map<String, byte[]> chunks = chunks(png);
    ByteBuffer resolution = ByteBuffer.wrap(chunks.get("pHYs"));
    assertThat(resolution.getInt()).isEqualTo(7874);
    assertThat(resolution.getInt()).isEqualTo(7874);
    assertThat(resolution.get()).as("unit: metre").isEqualTo((byte) 1);
    assertThat(new String(chunks.get("iTXt Configuration"), StandardCharsets.UTF_8))
        .endsWith(document(new FigureSize(5.5, 200)));
    assertThat(new String(chunks.get("iTXt Seed"), StandardCharsets.UTF_8)).endsWith("42");
    assertThat(new String(chunks.get("iTXt Software"), StandardCharsets.UTF_8))
        .endsWith("GMRL Lab 0.1.0");
  }

  @Test
  void svgParsesWithItsSizeTextAndMetadata() throws Exception {
    byte[] svg =
        FigureWriter.encode(single(), FigureOptions.of(FigureSize.HALF_WIDTH), FigureFormat.SVG);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Element root =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg)).getDocumentElement();
    assertThat(root.getLocalName()).isEqualTo("svg");
    assertThat(root.getAttribute("width")).isEqualTo("190.8pt");
    assertThat(root.getAttribute("viewBox")).startsWith("0 0 190.8 ");
    assertThat(root.getElementsByTagNameNS("*", "metadata").item(0).getTextContent())
        .isEqualTo(document(FigureSize.HALF_WIDTH));
    assertThat(root.getElementsByTagNameNS("*", "text").getLength()).isGreaterThan(10);
    String text = root.getTextContent();
    assertThat(text).contains("bias2", "lvc", "loaded", "slope −0.97");
    assertThat(root.getElementsByTagNameNS("*", "image").getLength()).as("bitmaps").isZero();
  }

  /** Inches are of 72.27 of TeX's points; its own type is not measured here, so the box is set. */
  @Test
  void latexHasTheWidthThatWasAskedFor() throws Exception {
    for (boolean shared : List.of(true, false)) {
      String tex = latex(panels(), shared);
      assertThat(tex)
          .as("no space of a line's end is beside it, no power of ten above it")
          .endsWith("\\end{tikzpicture}%\n")
          .contains("scaled ticks=false");
      double wide = 2.65 * 72.27;
      double left = number(tex, "bounding box\\] \\(\\[xshift=-([0-9.]+)pt");
      assertThat(left + number(tex, "rectangle \\(\\[xshift=([0-9.]+)pt"))
          .isCloseTo(wide, within(0.1));
      double plot = number(tex, "scale only axis, width=([0-9.]+)pt");
      assertThat(left).as("room beside a plot").isLessThan(0.3 * wide);
      assertThat(2 * plot + number(tex, "horizontal sep=([0-9.]+)pt") + left).isLessThan(wide);
      for (String width : tex.split("text width=", -1)) {
        if (width.matches("(?s)[0-9.]+pt, align.*") && !width.contains("ylabel")) {
          double room = shared && width.contains("pgfresetboundingbox") ? wide : wide / 2;
          assertThat(Double.parseDouble(width.split("pt", 2)[0])).isBetween(0.9 * room, room);
        }
      }
    }
  }

  private static String latex(Figure figure, boolean shared) throws IOException {
    Figure other =
        new Figure(figure.id(), figure.title(), figure.panels(), 2, shared, figure.provenance());
    return new String(
        FigureWriter.encode(other, FigureOptions.of(FigureSize.HALF_WIDTH), FigureFormat.TIKZ),
        StandardCharsets.UTF_8);
  }

  private static double number(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return Double.parseDouble(found.group(1));
  }

  /** A heading of two rows pushes down the plot beside it, too. */
  @Test
  void plotsOfARowBeginAndEndAlike() {
    ChartModel plain =
        ChartModel.empty(
            "", ChartAxis.linear("x").between(0, 1), ChartAxis.linear("y").between(0, 2));
    Figure figure =
        new Figure(
            "row",
            "Row",
            List.of(plain.withTitle("short"), plain.withTitle("long words ".repeat(3).strip())),
            2,
            true,
            MADE);
    FigureOptions options = FigureOptions.of(FigureSize.HALF_WIDTH);
    BufferedImage image = new FigurePainter(figure, options).pixels(1908, 1300, 10);
    List<Integer> ends = new ArrayList<>();
    for (int half : List.of(0, 954)) {
      // The vertical axis is the longest upright line of its half.
      int longest = 0;
      int end = 0;
      for (int x = half; x < half + 954; x++) {
        int run = 0;
        for (int y = 0; y < 1100; y++) {
          run = (image.getRGB(x, y) & 0xff) < 0xc8 ? run + 1 : 0;
          if (run > longest) {
            longest = run;
            end = y;
          }
        }
      }
      ends.add(longest);
      ends.add(end);
    }
    assertThat(ends.get(0)).isGreaterThan(200).isCloseTo(ends.get(2), within(12));
    assertThat(ends.get(1)).isCloseTo(ends.get(3), within(12));
  }

  @Test
  void pdfEmbedsItsTypefaceAndItsTextCanBeCopied() throws Exception {
    byte[] pdf =
        FigureWriter.encode(single(), FigureOptions.of(FigureSize.FULL_WIDTH), FigureFormat.PDF);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(396f);
      // Upright letters of a rotated label come out on lines of their own.
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
          .contains("bias2", "trajectories|τ|", "loaded", "slope−0.97");
      List<PDFont> fonts = new java.util.ArrayList<>();
      collectFonts(document.getPage(0).getResources(), fonts);
      assertThat(fonts).isNotEmpty();
      assertThat(fonts).allMatch(PDFont::isEmbedded);
      assertThat(document.getDocumentInformation().getCustomMetadataValue("Configuration"))
          .isEqualTo(document(FigureSize.FULL_WIDTH));
      String xmp =
          new String(
              document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(xmp).contains("<gmrl:seed>42</gmrl:seed>").contains("&lt;&amp;&gt;");
    }
  }

  @Test
  void pgfplotsHoldsEveryNumberAsItIs() throws Exception {
    String tex =
        new String(
            FigureWriter.encode(
                single(), FigureOptions.of(FigureSize.FULL_WIDTH), FigureFormat.TIKZ),
            StandardCharsets.UTF_8);
    for (ChartData.Row row : ChartData.rows(SampleCharts.sampleSizes())) {
      assertThat(tex)
          .containsPattern("\\(" + digits(row.point().x()) + "," + digits(row.point().y()) + "\\)");
    }
    assertThat(tex)
        .contains("xmode=log", "ymode=log", "trajectories $| \\tau |$", ",lvc  slope")
        .doesNotContain("title={");
  }

  private static String digits(double value) {
    return Pattern.quote(Double.toString(value).replaceFirst("\\.0$", "").toLowerCase(Locale.ROOT));
  }

  @Test
  void aCaptionSaysWhatMadeTheFigureAndNothingElse() {
    String made =
        """
        {"figure":"two-panels","title":"Two panels","source":"Liu et al.","panels":[
        {"title":"(a) first","family":"bias","measure":"bias²","bands":"95 % interval","curves":[
        {"config":{"alpha":3.0,"steps":2,"trials":20,"mdp":{"generated":{"mdps":1}},"seed":7,
        "inner":"lvc:32","sweep":{"variable":"alpha","values":[1,2]}}}]},
        {"title":"(b) second","family":"bias","measure":"variance","bands":"none","curves":[
        {"config":{"alpha":3.0,"steps":5,"trials":20,"mdp":{"generated":{"mdps":1}},"seed":7,
        "inner":"lvc:32","sweep":{"variable":"samples","values":[2,4]}}}]}]}\
        """;
    Figure figure =
        new Figure(
            "two panels",
            "Two panels",
            panels().panels(),
            2,
            true,
            new FigureOrigin(made, 7, "0.1.0"));
    Caption caption = Caption.of(figure, FigureOptions.PAPER);
    assertThat(caption.text())
        .isEqualTo(
            "Two panels. (a) first: bias² (K = 2, |τ| = 32); (b) second: variance (α = 3, K = 5)."
                + " Settings of all panels: MAML-RL on 1 random MDP of 20 states and 5 actions; γ ="
                + " 0.8, T = 20, noise 1 on the critic; differentiated through all inner steps,"
                + " inner gradient and Hessian sampled by LVC, outer gradient exact; 20 trials for"
                + " each point, expectations in closed form where they are known, seed 7. Uncertainty: 95 %"
                + " interval. After Liu et al. Made with GMRL Lab 0.1.0. Unfinished: refining, 60 %"
                + " of the work.");
    assertThat(caption.latex(FigureFormat.PDF, FigureOptions.PAPER))
        .contains("\\includegraphics[width=5.5in]{two panels.pdf}", "bias$^{2}$", "95~\\% ");
    assertThat(caption.markdown(FigureFormat.SVG)).startsWith("![Two panels](two%20panels.svg)");
  }

  @Test
  void theSameFigureGivesTheSameFiles() throws Exception {
    for (FigureFormat format : FigureFormat.values()) {
      assertThat(FigureWriter.encode(panels(), FigureOptions.of(FigureSize.HALF_WIDTH), format))
          .as("%s", format)
          .isEqualTo(
              FigureWriter.encode(panels(), FigureOptions.of(FigureSize.HALF_WIDTH), format));
    }
  }

  @Test
  void panelsAreNumberedInTheData() {
    List<String> lines = FigureWriter.data(panels()).lines().toList();
    assertThat(lines.get(0)).startsWith("panel,series,");
    assertThat(lines.get(1)).startsWith("1,lvc,ESTIMATE,2.0,");
    assertThat(lines.get(lines.size() - 1)).startsWith("2,loaded,");
  }

  @Test
  void anUnusableFolderGivesOneSentenceAndNothingHalfWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "a file");
    assertThatThrownBy(
            () ->
                FigureWriter.write(
                    single(),
                    FigureOptions.of(FigureSize.HALF_WIDTH),
                    List.of(FigureFormat.SVG),
                    file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("taken");
    assertThat(folder.toFile().list()).containsExactly("taken");

    Path partly = Files.createDirectory(folder.resolve("partly"));
    Files.createDirectories(partly.resolve("bias-samples.csv/in-the-way"));
    assertThatThrownBy(
            () ->
                FigureWriter.write(
                    single(),
                    FigureOptions.of(FigureSize.HALF_WIDTH),
                    List.of(FigureFormat.SVG),
                    partly))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bias-samples.csv");
    assertThat(partly.toFile().list()).containsExactly("bias-samples.csv");
  }

  @Test
  void widthsComeInUsualUnits() {
    assertThat(FigureSize.parse("5.5in", 300)).isEqualTo(FigureSize.FULL_WIDTH);
    assertThat(FigureSize.parse("396 pt", 300)).isEqualTo(FigureSize.FULL_WIDTH);
    assertThat(FigureSize.parse("12.7cm", 72).widthInches()).isEqualTo(5);
    for (String wrong : List.of("wide", "1.2.3in", "0in", "90in", "-2in")) {
      assertThatThrownBy(() -> FigureSize.parse(wrong, 300))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> FigureFormat.parseList("png,jpeg"))
        .hasMessageContaining("jpeg")
        .hasMessageContaining("png, svg, pdf or tex");
  }

  private static Map<String, byte[]> chunks(byte[] png) {
    Map<String, byte[]> chunks = new TreeMap<>();
    ByteBuffer in = ByteBuffer.wrap(png);
    in.position(8);
    while (in.remaining() > 0) {
      byte[] data = new byte[in.getInt()];
      byte[] type = new byte[4];
      in.get(type).get(data);
      in.getInt();
      String name = new String(type, StandardCharsets.US_ASCII);
      if (name.equals("iTXt")) {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        name += " " + text.substring(0, text.indexOf('\0'));
      }
      chunks.put(name, data);
    }
    return chunks;
  }

  private static void collectFonts(PDResources resources, List<PDFont> fonts) throws IOException {
    for (COSName name : resources.getFontNames()) {
      fonts.add(resources.getFont(name));
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDFormXObject form) {
        collectFonts(form.getResources(), fonts);
      }
    }
  }
}
