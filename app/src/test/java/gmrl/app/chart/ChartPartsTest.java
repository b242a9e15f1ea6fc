package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChartPartsTest {

  static final ChartAxis X = ChartAxis.linear("x");

  private static Graphics2D graphics() {
    return new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB).createGraphics();
  }

  /** Ink that a picture can be searched for. */
  private static final Style BLUE =
      new Style(Colours.HESSIAN, Style.Dash.SOLID, Style.Marker.CIRCLE);

  static ChartModel model(ChartAxis y, ChartPoint... points) {
    return ChartModel.of("", X, y, List.of(ChartSeries.estimate("a", BLUE, List.of(points))));
  }

  @Test
  void dataSurvivesTheWayThroughCsv() {
    List<ChartPoint> points =
        List.of(
            new ChartPoint(1, -1.0 / 3, -2, 1e-300),
            ChartPoint.of(2, Double.NaN),
            new ChartPoint(0.1, 5, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    ChartModel odd =
        ChartModel.of(
            "",
            ChartAxis.categories("mask", List.of("e,l", "\"l\"", "ö")),
            ChartAxis.linear("y"),
            List.of(ChartSeries.bars("a, \"quoted\"\nname", Style.nth(0), points)));
    assertThat(ReadBack.of(ChartData.table(List.of(odd)).text())).isEqualTo(ChartData.rows(odd));
    for (ChartModel sample : SampleCharts.all()) {
      assertThat(ReadBack.of(ChartData.table(List.of(sample)).text()))
          .isEqualTo(ChartData.rows(sample));
    }
  }

  @Test
  void aSlopeIsFittedWhereTheIntervalClearsZero() {
    List<ChartPoint> points = new ArrayList<>();
    for (int n = 1; n <= 64; n *= 2) {
      double y = 3.0 / n;
      points.add(new ChartPoint(n, y, y / 2, 2 * y));
    }
    points.add(new ChartPoint(128, 1e-9, -1, 1));
    ChartSeries series = ChartSeries.estimate("a", Style.nth(0), points);
    assertThat(series.withSlope().note()).isEqualTo("slope −1.00");
    assertThat(ChartSeries.estimate("b", Style.nth(0), points.subList(0, 1)).withSlope().note())
        .isEmpty();
  }

  @Test
  void everyCategoryStyleDiffers() {
    Set<Style> styles = new HashSet<>();
    for (int i = 0; i < 21; i++) {
      styles.add(Style.nth(i));
    }
    assertThat(styles).hasSize(21);
  }

  @Test
  void allEstimatesAndIntervalsAreInsideTheFrame() {
    for (ChartModel sample : SampleCharts.all()) {
      ChartFrame frame = Limits.of(sample);
      for (ChartSeries s : sample.series()) {
        if (s.role() == Role.BOUND) {
          continue;
        }
        for (ChartPoint p : s.points()) {
          double y = frame.y().position(p.y());
          if (Double.isFinite(y)) {
            assertThat(y).isBetween(frame.y().from(), frame.y().to());
          }
          assertThat(frame.x().position(p.x())).isBetween(frame.x().from(), frame.x().to());
        }
      }
    }
  }

  @Test
  void aLooseBoundDoesNotCrushTheData() {
    ChartModel loose =
        model(ChartAxis.log("y"), ChartPoint.of(1, 1e-3), ChartPoint.of(2, 1e-2))
            .plus(
                List.of(
                    ChartSeries.line(
                        "bound",
                        Role.BOUND,
                        Style.neutral(Style.Dash.DASHED),
                        List.of(ChartPoint.of(1, 1e20), ChartPoint.of(2, 1e30)))));
    ChartFrame frame = Limits.of(loose);
    assertThat(frame.y().to()).isBetween(0.0, 1.0);
  }

  @Test
  void theThresholdOfASymmetricLogAxisIsAtTheNoise() {
    Scale scale =
        Limits.of(
                model(
                    ChartAxis.linear("y").on(new Scale.SymLog(0)),
                    new ChartPoint(1, 1, 0.9, 1.1),
                    new ChartPoint(2, -1e-4, -3e-3, 3e-3)))
            .y()
            .scale();
    assertThat(scale).isEqualTo(new Scale.SymLog(1e-3));
  }

  @Test
  void aFirstPointAtZeroHasAnAxisThatCounts() {
    Span across = Limits.of(model(ChartAxis.linear("y"), p(0, 3))).x();
    assertThat(Ticks.of(across, 6, Grain.WHOLE).exponent()).isZero();
    assertThat(across.size()).isEqualTo(2);
  }

  @Test
  void limitsStayWhileDataOnlyTremble() {
    ChartFrame first = Limits.of(model(ChartAxis.linear("y"), p(0, 0), p(1, 10)));
    ChartFrame near = Limits.of(model(ChartAxis.linear("y"), p(0, 0.1), p(1, 9.5)));
    ChartFrame far = Limits.of(model(ChartAxis.linear("y"), p(0, 0), p(1, 30)));
    assertThat(first.steady(near)).isSameAs(first);
    assertThat(first.steady(far)).isSameAs(far);
  }

  @Test
  void zoomingKeepsThePlaceUnderThePointer() {
    ChartFrame frame = Limits.of(SampleCharts.sampleSizes());
    ChartFrame closer = frame.zoomed(0.5, 0.25, 0.75);
    double before = frame.x().from() + 0.25 * (frame.x().to() - frame.x().from());
    double after = closer.x().from() + 0.25 * (closer.x().to() - closer.x().from());
    assertThat(after).isCloseTo(before, org.assertj.core.data.Offset.offset(1e-12));
    ChartFrame deep = frame;
    for (int i = 0; i < 500; i++) {
      deep = deep.zoomed(0.5, 0.5, 0.5);
    }
    assertThat(deep.x().to()).isGreaterThan(deep.x().from());
  }

  @Test
  void theNearestPointIsFoundInPixels() {
    ChartModel model = SampleCharts.sampleSizes();
    PlotGeometry geometry = placed(model, 600, 400).in(new Rectangle2D.Double(50, 20, 500, 300));
    PlotGeometry.Hit hit = geometry.hit(3, 2);
    assertThat(geometry.nearest(hit.px() + 4, hit.py() - 4)).isEqualTo(hit);
    assertThat(geometry.nearest(10, 10)).as("outside the plot").isNull();
    ChartFrame all = geometry.select(50, 20, 550, 320);
    assertThat(all.x().from()).isCloseTo(geometry.frame().x().from(), within());
    assertThat(all.y().to()).isCloseTo(geometry.frame().y().to(), within());
  }

  @Test
  void aLegendTakesFewRowsAndCountsWhatItLeavesOut() {
    List<ChartSeries> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(ChartSeries.estimate("condition " + i, Style.nth(i), List.of(p(0, i))));
    }
    ChartTheme theme = ChartTheme.light();
    double height = new FlowLegend(many, theme, 380, 230, FlowLegend.ON_PAPER).height();
    assertThat(height).isLessThan(0.4 * 230);
    assertThat(new FlowLegend(many, theme, 380, 230, FlowLegend.ON_SCREEN).height())
        .as("where a curve says its name when it is pointed at")
        .isLessThan(0.22 * 230);
    List<ChartSeries> few = many.subList(0, 6);
    assertThat(new FlowLegend(few, theme, 200, 150, FlowLegend.ON_SCREEN).height())
        .isEqualTo(new FlowLegend(few, theme, 200, 150, FlowLegend.ON_PAPER).height());
    assertThat(new FlowLegend(many, theme, 380).height()).isGreaterThan(height);
    assertThat(FlowLegend.entriesOf(SampleCharts.seeds().series(), null)).hasSize(2);
    List<ChartSeries> one = List.of(many.get(0).withName("longer than one row of a column"));
    assertThat(new FlowLegend(one, theme, 80).height())
        .as("what is longer than a row takes several")
        .isGreaterThan(2 * new FlowLegend(few.subList(0, 1), theme, 380).height());
  }

  @Test
  void oddDataDrawsWithoutComplaint() {
    Graphics2D g2 = graphics();
    List<ChartModel> odd =
        List.of(
            model(ChartAxis.log("y"), p(1, -1), p(2, 0)),
            model(ChartAxis.linear("y").on(new Scale.SymLog(0)), p(1, 0), p(2, 0)),
            model(ChartAxis.linear("y"), p(1, 5)),
            model(ChartAxis.linear("y"), ChartPoint.of(1, Double.NaN)),
            model(ChartAxis.log("y"), p(1, 1e-320), p(2, 1e308)),
            model(ChartAxis.linear("y"), p(-1e300, 1e300), p(1e300, -1e300)),
            model(ChartAxis.linear("y").between(0, 1), p(1, 50), p(2, -50)));
    for (ChartModel model : odd) {
      for (int size : new int[] {1, 40, 160, 800}) {
        ChartPainter.paint(
            model, ChartTheme.paper(), true, g2, new Rectangle2D.Double(0, 0, size, size * 0.7));
      }
    }
  }

  @Test
  void readOutsAreShort() {
    assertThat(Readout.number(0.036184)).isEqualTo("0.03618");
    assertThat(Readout.number(-3.2921e-7)).isEqualTo("−3.292e−7");
    assertThat(Readout.number(120)).isEqualTo("120");
    assertThat(Readout.summary(SampleCharts.sampleSizes()))
        .startsWith("Chart “Compositional bias”: bias²")
        .contains("lvc  slope −1.01, 8 points");
    assertThat(Readout.withoutBrackets("bias² (corrected for noise)")).isEqualTo("bias²");
    ChartModel small =
        ChartModel.of(
            "",
            ChartAxis.linear(""),
            ChartAxis.linear("").in(" %"),
            List.of(ChartSeries.estimate("LVC", Style.nth(0), List.of(p(16, 5.4)))));
    PlotGeometry plot = placed(small, 300, 200);
    assertThat(Readout.text(plot, plot.hit(0, 0))).isEqualTo("LVC\nat 16\n5.4 %");
  }

  @Test
  void theSignOfACurveAboveThePlotReadsOutWhereItGoes() {
    ChartModel model =
        model(ChartAxis.linear("").between(0, 80).in(" %"), p(0, 10), p(4, 90), p(5, 512.5));
    PlotGeometry plot = placed(model, 600, 200);
    double sign = plot.px(3.5);
    assertThat(sign).as("far from every point").isLessThan(plot.px(4) - 50);
    PlotGeometry.Hit hit = plot.nearest(sign, plot.area().getY() + 4);
    assertThat(hit).isEqualTo(plot.hit(0, 1));
    assertThat(Readout.text(plot, hit)).contains("90 %, beyond the axis");
    PlotGeometry.Hit last = plot.hit(0, 2);
    assertThat(last.py()).as("on the edge").isEqualTo(plot.area().getY());
    assertThat(plot.nearest(last.px() - 3, last.py() + 3)).isEqualTo(last);
  }

  @Test
  void aBandEndsBeforeAPointWhoseIntervalIsNotDrawn() {
    ChartPoint a = new ChartPoint(1, 4, 3, 5, 9);
    List<ChartPoint> points = List.of(a, a.withX(2), a.withX(3).bare(), a.withX(4));
    assertThat(ChartSeries.estimate("a", BLUE, points).bands())
        .containsExactly(List.of(a, a.withX(2)));
  }

  @Test
  void anIntervalThatIsNotDrawnIsReadOut() {
    PlotGeometry plot =
        placed(model(ChartAxis.linear("y"), new ChartPoint(1, 4, 3, 5, 9).bare()), 300, 200);
    assertThat(Readout.text(plot, plot.hit(0, 0))).contains("[3, 5]\n9 trials");
  }

  @Test
  void theLineOfACursorIsNoDottedCurve() {
    ChartTheme theme = ChartTheme.light();
    assertThat(Look.of(ReferenceLine.cursor(1, ""), theme).pen().getDashArray()).isNull();
    assertThat(Look.of(ReferenceLine.atX(1, ""), theme).pen().getDashArray()).isNotNull();
  }

  @Test
  void markupRaisesAndLowersOnlyInBraces() {
    assertThat(MathText.of("10^{−4} grad_mse").plain()).isEqualTo("10^−4 grad_mse");
    double raised = MathText.of("10^{44}").width(ChartFonts.at(12));
    double flat = MathText.of("1044").width(ChartFonts.at(12));
    assertThat(raised).isLessThan(flat);
    assertThat(MathText.of("10⁻¹³ bias²").plain()).isEqualTo("10⁻¹³ bias²");
    for (char exponent : "⁰¹²³⁴⁵⁶⁷⁸⁹".toCharArray()) {
      assertThat(MathText.of("θ" + exponent).width(ChartFonts.at(12)))
          .as("θ%s, as every other exponent", exponent)
          .isEqualTo(MathText.of("θ^{0}").width(ChartFonts.at(12)));
    }
  }

  @Test
  void impossibleModelsAreRefused() {
    assertThatThrownBy(() -> ChartPoint.of(Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new ChartPoint(1, 1, 2, 0)).hasMessageContaining("[2.0, 0.0]");
    assertThatThrownBy(() -> ChartAxis.log("y").between(-1, 1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> SampleCharts.empty().withProgress(2)).hasMessageContaining("2.0");
    assertThatThrownBy(() -> new Scale.SymLog(-1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> Style.ordered(3, 3)).hasMessageContaining("3");
  }

  static ChartPoint p(double x, double y) {
    return ChartPoint.of(x, y);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  @Test
  void singleRunsShareOneEntryOfALegendThatHasRoom() {
    List<ChartPoint> points = List.of(ChartPoint.of(0, 1), ChartPoint.of(1, 2));
    List<ChartSeries> series = new java.util.ArrayList<>();
    for (String learner : List.of("A2C", "MGRL")) {
      series.add(ChartSeries.estimate(learner, Style.nth(0), points));
      series.add(ChartSeries.singleSeeds(learner, Style.nth(0), points));
    }
    assertThat(FlowLegend.entriesOf(series, null))
        .extracting(ChartSeries::name)
        .containsExactly("A2C", "thin lines: single seeds", "MGRL, under A2C");
    series.add(ChartSeries.estimate("A2C conditioned", Style.nth(1), points));
    series.add(ChartSeries.estimate("MGRL-LVC", Style.nth(2), points));
    assertThat(FlowLegend.entriesOf(series, null))
        .hasSize(4)
        .noneMatch(s -> s.name().contains("seeds"));
  }

  @Test
  void aCurveThatLiesUnderAnotherSaysSo() {
    List<ChartPoint> points = List.of(ChartPoint.of(1, 0.25), ChartPoint.of(2, 0.5));
    List<ChartPoint> rounded = List.of(ChartPoint.of(1, 0.25 + 1e-12), ChartPoint.of(2, 0.5));
    List<ChartPoint> other = List.of(ChartPoint.of(1, 0.25), ChartPoint.of(2, 0.51));
    assertThat(
            FlowLegend.entriesOf(
                List.of(
                    ChartSeries.estimate("loaded DiCE", Style.nth(0), points),
                    ChartSeries.estimate("DiCE", Style.nth(1), rounded),
                    ChartSeries.estimate("MAML", Style.nth(2), other)),
                null))
        .extracting(ChartSeries::legendText)
        .containsExactly("loaded DiCE", "DiCE, under loaded DiCE", "MAML");
  }

  @Test
  void aCurveThatIsDrawnWhereAnotherIsSaysSoAlsoIfItsNumbersDiffer() {
    ChartSeries upper =
        ChartSeries.estimate(
            "LVC", Style.nth(0), List.of(ChartPoint.of(1, 0.1), ChartPoint.of(2, 1e-3)));
    List<ChartPoint> near = List.of(ChartPoint.of(1, 0.101), ChartPoint.of(2, 1.02e-3));
    List<ChartPoint> apart = List.of(ChartPoint.of(1, 0.101), ChartPoint.of(2, 1.6e-3));
    Span up = Limits.of(model(ChartAxis.log("y").between(1e-4, 1))).y();
    assertThat(ChartSeries.estimate("DiCE", Style.nth(1), near).isHiddenBy(upper, up)).isTrue();
    assertThat(ChartSeries.estimate("DiCE", Style.nth(1), apart).isHiddenBy(upper, up)).isFalse();
  }

  @Test
  void anAxisWithoutALabelKeepsItsOwnGrid() {
    ChartModel model =
        ChartModel.of(
            "",
            ChartAxis.linear("").between(0, 30),
            ChartAxis.linear("").between(0, 100),
            List.of(ChartSeries.estimate("a", Style.nth(0), List.of(p(1, 2), p(9, 90)))));
    ScaledAxis x = new ScaledAxis(placed(model, 300, 200), true, false);
    ScaledAxis y = new ScaledAxis(placed(model, 300, 200), false, false);
    assertThat(x).isNotEqualTo(y).isEqualTo(x);
  }

  /** A band whose curve lies above the plot says so by a sign; a crossing curve says where. */
  @Test
  void aCurveAboveThePlotIsToldByASignAtItsEdge() {
    ChartAxis y = ChartAxis.linear("y").between(0, 1);
    ChartModel above = model(y, new ChartPoint(0, 2, 0.7, 3), new ChartPoint(1, 2, 0.5, 3));
    EdgeSigns sign = EdgeSigns.ABOVE;
    ChartFrame frame = Limits.of(above);
    assertThat(sign.of(above.series().get(0), List.of(), frame))
        .containsExactly(ChartPoint.of(1, 1));
    assertThat(EdgeSigns.words(above)).hasSize(1);
    assertThat(EdgeSigns.listed(above, frame))
        .extracting(ChartSeries::name)
        .containsExactly("a", "goes on above");
    ChartModel within = model(y, p(0, 0.5));
    assertThat(EdgeSigns.listed(within, Limits.of(within))).isEqualTo(within.series());
    // A plot of which all lies above looks empty otherwise.
    ChartModel out = model(y, p(0, 3), p(1, 2));
    assertThat(sign.of(out.series().get(0), List.of(), Limits.of(out)))
        .containsExactly(ChartPoint.of(1, 1));
  }

  /** A chart in light colours and so much room. */
  static PlotGeometry placed(ChartModel model, double width, double height) {
    return new PlotGeometry(
        model, ChartTheme.light(), Limits.of(model), new Rectangle2D.Double(0, 0, width, height));
  }
}
