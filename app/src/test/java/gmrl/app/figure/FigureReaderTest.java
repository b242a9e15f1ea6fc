package gmrl.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.app.chart.SampleCharts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What made a figure can be had from any of its files. */
final class FigureReaderTest {
  private static final String CONFIGURATION = "{\"figure\":\"x\",\"τ\":\"<&>]]> — \\\" \\n 日本\"}";
  private static final FigureOrigin MADE = new FigureOrigin(CONFIGURATION, 42, "0.1.0");

  @TempDir Path folder;

  private static byte[] encode(FigureFormat format) throws IOException {
    return FigureWriter.encode(
        Figure.of("x", SampleCharts.sampleSizes(), MADE),
        FigureOptions.of(new FigureSize(2, 72)),
        format);
  }

  /** Under a name that says nothing. */
  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("picture"), content);
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatGivesBackWhatMadeIt(FigureFormat format) throws Exception {
    assertThat(FigureReader.read(file(encode(format))).value()).hasToString(CONFIGURATION);
  }

  @Test
  void theJsonBesideThemGivesTheSame() throws Exception {
    FigureWriter.write(
        Figure.of("x", SampleCharts.sampleSizes(), MADE),
        FigureOptions.of(FigureSize.HALF_WIDTH),
        List.of(),
        folder);
    assertThat(FigureReader.read(folder.resolve("x.json")).value()).hasToString(CONFIGURATION);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCutOffIsRefusedInOneSentenceThatNamesTheFile(FigureFormat format) throws Exception {
    byte[] whole = encode(format);
    for (int length : new int[] {200, 60, 9}) {
      Path file = file(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> FigureReader.read(file))
          .as("%s of %d bytes", format, length)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(file.toString())
          .hasMessageContaining("expected")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aChangedByteOfAPngIsFound() throws Exception {
    byte[] png = encode(FigureFormat.PNG);
    String text = new String(png, StandardCharsets.ISO_8859_1);
    png[text.indexOf("figure")] ^= 1;
    Path file = file(png);
    assertThatThrownBy(() -> FigureReader.read(file))
        .hasMessageContaining("is damaged")
        .hasMessageContaining("iTXt");
  }

  @Test
  void aTextThatAnotherProgramFoldedAndMovedBehindThePixelsIsRead() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
    byte[] png = bytes.toByteArray();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write("Configuration\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream out = new DeflaterOutputStream(data)) {
      out.write(CONFIGURATION.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream moved = new ByteArrayOutputStream();
    moved.write(png, 0, png.length - 12);
    moved.write(chunk("iTXt", data.toByteArray()));
    moved.write(png, png.length - 12, 12);
    assertThat(FigureReader.read(file(moved.toByteArray())).value()).hasToString(CONFIGURATION);
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    return ByteBuffer.allocate(data.length + 12)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) sum.getValue())
        .array();
  }

  @Test
  void foreignPicturesAreRefused() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", png);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(pdf);
    }
    for (byte[] foreign :
        List.of(
            png.toByteArray(),
            pdf.toByteArray(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><desc>{}</desc></svg>"
                .getBytes(StandardCharsets.UTF_8))) {
      Path file = file(foreign);
      assertThatThrownBy(() -> FigureReader.read(file))
          .hasMessageStartingWith(file + " carries no specification, expected a ")
          .hasMessageEndingWith("file that GMRL Lab wrote");
    }
    Path words = file("once upon a time".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> FigureReader.read(words))
        .hasMessageStartingWith(words + " is no experiment, result or figure of GMRL Lab");
    Path damaged = file("{\"schema\": 1,".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> FigureReader.read(damaged)).hasMessageContaining("is not valid JSON");
    assertThatThrownBy(() -> FigureReader.read(folder.resolve("nowhere.pdf")))
        .hasMessageContaining("nowhere.pdf does not exist");
  }

  @Test
  void aDrawingCannotReachForOtherFiles() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "{\"secret\":1}");
    Path file =
        file(
            ("<!DOCTYPE svg [<!ENTITY e SYSTEM \""
                    + secret.toUri()
                    + "\">]><svg><desc data-software=\"GMRL Lab\">&e;</desc></svg>")
                .getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> FigureReader.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret\"");
  }

  @Test
  void aLaterFormatIsNotGuessedAt() throws Exception {
    Path file =
        file(
            "{\"figure\":\"x\",\"made\":{\"by\":\"GMRL Lab\",\"version\":\"9.1\",\"format\":2}}"
                .getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> FigureReader.read(file))
        .hasMessageContaining("is in format 2, written by GMRL Lab 9.1, expected format 1 or less");
  }
}
