package gmrl.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Pen;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import java.awt.Color;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawings that are no plots stand on paper, and come back from every file of their figure. */
class DrawingTest {
  private static final ChartModel GRAPH =
      ChartModel.drawing(
          396,
          220,
          8,
          pen -> {
            pen.disc(Pen.tint(new Hue.Category(2), 0.5), 100, 110, 40);
            pen.ring(Pen.INK, 1, 100, 110, 40);
            pen.line(
                Pen.clear(new Hue.Neutral(), 0.5),
                1,
                Pen.corners(new QuadCurve2D.Double(0, 0, 90, 5, 9, 9)));
            pen.arrow(Pen.of(new Hue.Category(1)), 1.4, 150, 110, 300, 110);
            pen.dashes(Pen.QUIET, 1, 150, 150, 300, 150);
            pen.label(Pen.INK, 1, "state θ⁰", 100, 110, 60);
            pen.upwards(Pen.QUIET, "agent 1", 10, 110, 0);
          });

  private static final RecordedChart PANEL = new RecordedChart("", 42, GRAPH);
  private static final FigurePlan PLAN =
      new FigurePlan("graph", "A graph", "", List.of(PANEL), 1, false);

  @TempDir Path folder;

  private static Figure made(FigurePlan plan) {
    try (Workers workers = new Workers(1)) {
      return FigureRun.make(plan, "1", workers, new CancellationToken(), work -> {});
    }
  }

  @Test
  void everyFileOfADrawingMakesItAgainBitForBit() throws Exception {
    List<FigureFormat> formats = List.of(FigureFormat.PNG, FigureFormat.SVG, FigureFormat.PDF);
    List<Path> files = FigureWriter.write(made(PLAN), FigureOptions.PAPER, formats, folder);
    for (Path file : files) {
      if (file.toString().endsWith(".csv")) {
        continue;
      }
      FigureDocument document = FigureDocument.read(file);
      FigurePlan again = document.plan(Map.of(RecordedChart.FAMILY, RecordedChart::read));
      assertThat(again.panels()).as(file.toString()).containsExactly(PANEL);
      for (FigureFormat format : formats) {
        assertThat(FigureWriter.encode(made(again), document.options(), format))
            .isEqualTo(Files.readAllBytes(folder.resolve("graph." + format.extension())));
      }
    }
    BufferedImage image = ImageIO.read(folder.resolve("graph.png").toFile());
    Color node =
        new Color(image.getRGB(image.getWidth() * 75 / 396, image.getHeight() * 110 / 220));
    assertThat(node.getGreen()).as("the green state").isGreaterThan(node.getRed() + 40);
  }

  @Test
  void wordsKeepTheirSizeHoweverLargeTheDrawing() throws Exception {
    for (double width : new double[] {2.65, 5.5}) {
      String svg =
          new String(
              FigureWriter.encode(
                  made(PLAN), FigureOptions.of(new FigureSize(width, 72)), FigureFormat.SVG),
              StandardCharsets.UTF_8);
      assertThat(svg).contains("agent 1").contains("state θ");
      assertThat(svg).as(width + " inches").contains("font-size=\"8px\"");
    }
  }

  @Test
  void aDrawingStandsInLatexAsPathsAndNodes() throws Exception {
    FigurePlan two = PLAN.with(List.of(PANEL, PANEL));
    String tex =
        new String(
            FigureWriter.encode(made(two), FigureOptions.PAPER, FigureFormat.TIKZ),
            StandardCharsets.UTF_8);
    assertThat(tex.split("hide axis", -1)).hasSize(3);
    assertThat(tex).contains("group c1r1.south west").contains("{state~$\\theta ^{0}$}");
    assertThat(tex).containsPattern("node\\[.*rotate=90.*\\{agent 1}");
    Matcher disc =
        Pattern.compile("fill\\[.*] \\(([0-9.]+),([0-9.]+)\\) ellipse \\[x radius=([0-9.]+)")
            .matcher(tex);
    assertThat(disc.find()).isTrue();
    double radius = Double.parseDouble(disc.group(3));
    Matcher tip = Pattern.compile("fill\\[.*] \\(([0-9.]+),([0-9.]+)\\) -- ").matcher(tex);
    assertThat(tip.find()).isTrue();
    // The arrow ends two hundred points right of the middle of the disc, which is forty wide.
    double across = Double.parseDouble(tip.group(1)) - Double.parseDouble(disc.group(1));
    assertThat(across / radius).isCloseTo(5, within(0.01));
    assertThat(tip.group(2)).isEqualTo(disc.group(2));
    assertThat(tex).contains("dash pattern=on").contains("opacity=0.5");
    Path file = folder.resolve("graph.tex");
    Files.writeString(file, tex);
    assertThat(
            FigureDocument.read(file)
                .plan(Map.of(RecordedChart.FAMILY, RecordedChart::read))
                .panels())
        .containsExactly(PANEL, PANEL);
  }
}
