package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Where the parts of a drawn chart stand. */
class PlotWordsTest {
  private static ChartPoint p(double x, double y) {
    return ChartPoint.of(x, y);
  }

  private static Corner corner(ReferenceLine line, ChartPoint... points) {
    ChartModel model =
        ChartModel.of(
            "",
            ChartAxis.linear("x"),
            ChartAxis.linear("y").between(0, 2),
            List.of(ChartSeries.estimate("a", Style.nth(0), List.of(points))));
    return Corner.of(line, ChartPartsTest.placed(model, 200, 80));
  }

  @Test
  void wordsOfALineStandWhereNoCurveCrossesThem() {
    ReferenceLine level = ReferenceLine.atY(1, "start");
    assertThat(corner(level, p(0, 0.1), p(10, 0.1))).matches(c -> c.right() && c.upper());
    assertThat(corner(level, p(0, 0.1), p(5, 0.1), p(10, 1.4)))
        .matches(c -> !c.right() && c.upper());
    assertThat(corner(level, p(0, 1.2), p(10, 1.2))).matches(c -> c.right() && !c.upper());
    ReferenceLine upright = ReferenceLine.atX(5, "now");
    assertThat(corner(upright, p(0, 0.1), p(10, 0.1))).matches(c -> c.right() && c.upper());
    assertThat(corner(upright, p(0, 1.9), p(10, 1.9)))
        .as("a curve crosses both upper places")
        .matches(c -> c.right() && !c.upper() && c.box().getY() > 30);
    ChartPoint[] around = {p(0, 0), p(0.5, 2), p(9.5, 2), p(10, 0)};
    assertThat(corner(level, around)).as("both ends").matches(c -> isWithin(c.box().getCenterX()));
    ChartPoint[] beside = {p(0, 1.9), p(6, 1.9), p(6, 0.1), p(0, 0.1)};
    assertThat(corner(ReferenceLine.atX(6, "now"), beside))
        .as("along it and over both ends")
        .matches(c -> !c.right() && c.upper() && c.box().getY() > 10 && c.box().getMaxY() < 70);
  }

  private static boolean isWithin(double x) {
    return x > 30 && x < 170;
  }

  /** A heading is above it. */
  @Test
  void wordsOfTheHighestLineStayInANarrowPlot() {
    ChartModel model =
        ChartModel.of(
                "",
                ChartAxis.linear("x"),
                ChartAxis.linear("y").between(-2, -1),
                List.of(ChartSeries.estimate("a", Style.nth(0), List.of(p(0, -1.1), p(9, -1.2)))))
            .withLines(List.of(ReferenceLine.atY(-1, "both cooperate")));
    PlotGeometry plot = ChartPartsTest.placed(model, 70, 110);
    Corner corner = Corner.of(model.lines().get(0), plot);
    assertThat(corner.upper()).isFalse();
    assertThat(corner.box().getWidth()).isLessThanOrEqualTo(plot.area().getWidth());
    PgfAxis latex =
        new PgfAxis(
            model, ChartTheme.paper(), 70, 110, java.util.function.UnaryOperator.identity());
    assertThat(latex.content()).as("is clipped").doesNotContain("both cooperate");
    assertThat(latex.options()).containsPattern("node\\[below left.*cs:1,1(\\.0)?\\).*both coop");
  }

  /** Words that have no room would stand over the axis. */
  @Test
  void aNarrowPlotSaysOnlyTheFirstPhraseOfALineOrNothing() {
    ReferenceLine line = ReferenceLine.atY(0, "unbiased; below: noise");
    ChartModel model =
        ChartModel.of("", ChartAxis.linear("x"), ChartAxis.linear("y").between(-1, 1), List.of());
    assertThat(
            IntStream.of(200, 70, 20)
                .mapToObj(width -> ChartPartsTest.placed(model, width, 80))
                .map(plot -> Corner.fitting(line, plot).label()))
        .containsExactly(line.label(), "unbiased", "");
  }

  @Test
  void aNumberAndItsPerCentSignStayInOneRow() {
    assertThat(MathText.lines("half a 95 % interval", 9, String::length))
        .containsExactly("half a", "95 %", "interval");
  }

  @Test
  void noRowIsLeftEmptyAboveTheWordsOfANarrowAxis() {
    Rectangle2D area = new Rectangle2D.Double(0, 0, 95, 110);
    List<ChartSeries> curves =
        List.of(ChartSeries.estimate("a", Style.nth(0), List.of(p(0, 0), p(1, 50))));
    double[] ends =
        List.of("α", "inner step size α").stream()
            .map(
                x -> ChartModel.of("", ChartAxis.linear(x), ChartAxis.linear("y").in(" %"), curves))
            .mapToDouble(model -> ChartPainter.plot(model, ChartTheme.paper(), area).getMaxY())
            .toArray();
    assertThat(ends[1]).isCloseTo(ends[0], within(0.1));
  }

  @Test
  void theSymbolOfAPointAtTheEdgeIsWhole() {
    ChartModel model =
        ChartModel.of(
            "",
            ChartAxis.linear("x").between(0, 1),
            ChartAxis.linear("y").between(0, 1),
            List.of(
                ChartSeries.estimate("a", Style.nth(0), List.of(p(1, 0.5))).withMark(Mark.POINTS)));
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Rectangle2D plot =
        new ChartPainter(ChartPartsTest.placed(model, 300, 200))
            .live(image.createGraphics(), false, null);
    int y = (int) plot.getCenterY();
    int[] colours =
        IntStream.of(-1, 1).map(by -> image.getRGB((int) plot.getMaxX() + by, y)).toArray();
    assertThat(colours[1]).as("beyond the edge as before it").isEqualTo(colours[0]);
    assertThat(colours[0]).isNotEqualTo(image.getRGB((int) plot.getMaxX() - 20, y));
  }

  @Test
  void axesThatCountTheSameMakeASquare() {
    ChartAxis share = ChartAxis.linear("share").between(0, 1);
    ChartModel model =
        ChartModel.of(
            "",
            share,
            share,
            List.of(ChartSeries.estimate("path", Style.nth(0), List.of(p(0, 0), p(1, 1)))));
    for (double height : List.of(150.0, 600.0)) {
      Rectangle2D plot =
          new ChartPainter(ChartPartsTest.placed(model, 400, height))
              .live(
                  new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(),
                  false,
                  null);
      assertThat(plot.getWidth()).isCloseTo(plot.getHeight(), within(1.5));
      assertThat(plot.getWidth()).isGreaterThan(60);
    }
  }

  /** Curves that end at a level line leave its word no room there. */
  @Test
  void theWordOfALevelLineGivesWayToCurves() {
    assertThat(placeOfWord(p(0, 0.5), p(1, 0.02))).as("a curve comes down to it").isLessThan(300);
    assertThat(placeOfWord(p(0, 0.5), p(1, 0.5))).as("no curve is near").isGreaterThan(300);
    assertThat(placeOfWord(p(0, 0.02), p(1, 0.02))).as("all along").isGreaterThan(300);
  }

  private static double placeOfWord(ChartPoint... points) {
    Document document =
        GenericDOMImplementation.getDOMImplementation()
            .createDocument("http://www.w3.org/2000/svg", "svg", null);
    SVGGraphics2D g2 = new SVGGraphics2D(document);
    ChartModel drawn =
        new ChartModel(
            "",
            ChartAxis.linear("x"),
            ChartAxis.linear("y").between(-0.1, 1.1),
            List.of(ChartSeries.estimate("a", Style.nth(0), List.of(points))),
            List.of(ReferenceLine.atY(0, "level of them all")),
            1);
    ChartPainter.paint(drawn, ChartTheme.paper(), true, g2, new Rectangle2D.Double(0, 0, 600, 400));
    NodeList words = g2.getRoot().getElementsByTagName("text");
    for (int i = 0; i < words.getLength(); i++) {
      Element word = (Element) words.item(i);
      if (word.getTextContent().equals("level of them all")) {
        return Double.parseDouble(word.getAttribute("x"));
      }
    }
    throw new AssertionError("the word is not drawn");
  }
}
