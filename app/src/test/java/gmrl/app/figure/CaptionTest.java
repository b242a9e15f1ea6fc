package gmrl.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import gmrl.app.rooms.Catalogue;
import gmrl.experiment.file.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands under a figure in a paper. */
class CaptionTest {
  private static final String ABOVE = "goes on above";

  private static Caption caption(FigurePlan plan, ChartModel chart) {
    FigureOrigin origin = new FigureOrigin(Json.pretty(FigureRun.configuration(plan)), 1, "0.1.0");
    return Caption.of(
        new Figure(
            plan.id(),
            plan.title(),
            plan.panels().stream().map(panel -> chart).toList(),
            plan.columns(),
            false,
            origin),
        FigureOptions.PAPER);
  }

  private static ChartModel chart(double top, double... heights) {
    ChartPoint[] points = new ChartPoint[heights.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = new ChartPoint(i, heights[i], heights[i] - 0.1, heights[i]);
    }
    return ChartModel.of(
        "",
        ChartAxis.linear("x"),
        ChartAxis.linear("y").between(0, top),
        List.of(ChartSeries.estimate("LVC", Style.nth(0), List.of(points))));
  }

  private static String text(String figure) {
    return caption(Catalogue.named(figure), chart(1, 0, 1)).text();
  }

  @Test
  void itSaysOnceWhatPanelsShareAndOfEachWhatIsItsOwn() {
    Caption caption = caption(Catalogue.named("compositional-bias").quick(), chart(1, 0, 1));
    assertThat(caption.text())
        .startsWith(
            "Compositional bias of MAML-RL over α, K and |τ|. (a) step size: bias² (K = 1, 2, 3 or"
                + " 5 by curve, |τ| = 32); (b) inner steps: bias² (α = 1, 3 or 10 by curve, |τ| ="
                + " 32); (c) sample size: bias² (α = 3, K = 1, 2, 3 or 5 by curve); ")
        .contains(
            "Settings of all panels: MAML-RL on 3 random MDPs of 20 states and 5 actions; γ = 0.8,"
                + " T = 20, noise 1 on the critic; differentiated through all inner steps, inner"
                + " gradient sampled by LVC, Hessian and outer gradient exact; 20 trials for each"
                + " MDP and point, expectations in closed form where they are known, seed 42."
                + " Uncertainty: 95 % interval");
    assertThat(caption.latex(FigureFormat.PDF, FigureOptions.PAPER))
        .contains("over $\\alpha$, $K$ and $|\\tau|$.", "($\\alpha=3$, $K=1$, 2, 3 or 5 by curve)")
        .contains("$\\gamma=0.8$, $T=20$, noise 1 on the critic", "95~\\% interval");
  }

  @Test
  void intervalsAreSaidWhereTheyAreDrawn() {
    FigurePlan plan = Catalogue.named("compositional-bias");
    ChartModel banded = chart(1, 0.3, 0.5);
    List<ChartPoint> points = banded.series().get(0).points();
    ChartModel whiskered =
        banded.withSeries(List.of(ChartSeries.bars("bars", Style.nth(0), points)));
    ChartModel bare =
        banded.withSeries(
            List.of(
                ChartSeries.estimate(
                    "LVC", Style.nth(0), points.stream().map(ChartPoint::bare).toList())));
    assertThat(caption(plan, banded).text()).contains(" Uncertainty: 95 %");
    assertThat(caption(plan, whiskered).text()).contains(" Uncertainty: 95 %");
    assertThat(caption(plan, bare).text()).doesNotContain("Uncertainty");
  }

  @Test
  void everyFamilySaysItsSettings() {
    assertThat(text("ipd-inner"))
        .contains("Settings: iterated prisoner’s dilemma; 1 lookahead, α = 0.3", "seeds 0 to");
    assertThat(text("meta-training")).contains("outer step size 1", "learners for each MDP");
    assertThat(text("shaping-dilemma")).contains("starting points of spread", "gradient exact");
    assertThat(text("atari-returns")).contains("seeds 11 to 15", "in rollouts of 16 steps");
    assertThat(text("atari-bias")).contains("MGRL-LVC on miniature Breakout", "initial γ = 0.99");
    assertThat(text("atari-outer-critic")).contains("exact expectations · outer discount 1");
    assertThat(text("bias-surface")).contains("bias in closed form, seed 42");
  }

  @Test
  void noFigureIsWithoutSettingsAndNoneHasHolesInItsWords() {
    for (FigurePlan plan : Catalogue.all()) {
      assertThat(caption(plan, chart(1, 0, 1)).text())
          .as(plan.id())
          .containsPattern("Settings(?: of all panels)?: ")
          .containsPattern("\\bseeds? \\d|exact expectations")
          .doesNotContainPattern("  |\\(\\)|[;,:] ?[;,.)]|\\.\\.|\\?\\.| ,");
    }
  }

  @Test
  void curvesThatLieOnOneAnotherInOnePanelOfASharedLegendAreNamed() {
    List<ChartPoint> low = List.of(ChartPoint.of(1, 2), ChartPoint.of(2, 3));
    List<ChartPoint> high = List.of(ChartPoint.of(1, 4), ChartPoint.of(2, 5));
    Figure figure =
        new Figure(
            "two",
            "Two",
            List.of(two(low, low), two(low, high)),
            2,
            true,
            new FigureOrigin("{}", 1, "0.1.0"));
    assertThat(Caption.of(figure, FigureOptions.PAPER).text()).contains(" In (a) B lies on A.");
    assertThat(names(figure.legend())).containsExactly("A", "B");
    Figure hidden = new Figure("f", "F", List.of(two(low, low)), 1, true, figure.provenance());
    assertThat(names(hidden.legend())).containsExactly("A", "B, under A");
  }

  @Test
  void aSharedLegendSaysInWhichPanelANameHasWhichLook() {
    ChartModel first = two(List.of(ChartPoint.of(1, 2), ChartPoint.of(2, 3)), List.of());
    ChartModel second =
        first.withSeries(
            List.of(
                ChartSeries.estimate("A", Style.nth(2), first.series().get(0).points()),
                ChartSeries.estimate("C", Style.nth(3), first.series().get(0).points())));
    List<ChartModel> panels = List.of(first, second, second);
    Figure figure = new Figure("f", "F", panels, 2, true, new FigureOrigin("{}", 1, "0.1.0"));
    assertThat(names(figure.legend())).containsExactly("A (a)", "A (b, c)", "C, under A");
    Figure apart = new Figure("f", "F", List.of(first, first), 2, true, figure.provenance());
    assertThat(names(apart.legend())).as("of one look").containsExactly("A");
  }

  /** As the legend on paper says them. */
  private static List<String> names(List<ChartSeries> legend) {
    return legend.stream().map(ChartSeries::name).toList();
  }

  private static ChartModel two(List<ChartPoint> a, List<ChartPoint> b) {
    return ChartModel.of(
        "",
        ChartAxis.linear("x"),
        ChartAxis.linear("y"),
        List.of(
            ChartSeries.estimate("A", Style.nth(0), a),
            ChartSeries.estimate("B", Style.nth(1), b)));
  }

  @Test
  void plotsOfOneFigureAreAsHighAsOneAnother() {
    ChartModel plain = chart(1, 0, 1);
    List<ChartSeries> many = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      many.add(ChartSeries.estimate("a curve " + i, Style.nth(i), plain.series().get(0).points()));
    }
    assertThat(left(plain, plain.withSeries(many))).isEqualTo(left(plain, plain));
  }

  /** The left plot of two, without its legend. */
  private static int[] left(ChartModel left, ChartModel right) {
    FigurePainter painter =
        new FigurePainter(
            new Figure(
                "f", "F", List.of(left, right), 2, false, new FigureOrigin("{}", 1, "0.1.0")),
            FigureOptions.PAPER);
    int across = (int) painter.width();
    int down = (int) painter.plotHeight();
    return painter
        .pixels(across, (int) Math.ceil(painter.height()), 1)
        .getRGB(0, 0, across / 2 - 1, down, null, 0, across);
  }

  @Test
  void signsAtTheEdgesAreExplainedWhereTheyAreDrawn() {
    FigurePlan plan = Catalogue.named("bias-surface");
    assertThat(caption(plan, chart(1, 0, 1)).text()).doesNotContain("riangle");
    assertThat(caption(plan, chart(1, 0, 2)).text())
        .contains("Triangle at the upper edge: the curve goes on above it.");
  }

  /** In each panel's legend or the one for all, in LaTeX too, with the room that it takes. */
  @Test
  void everyLegendExplainsTheTriangleOfACurveThatGoesOn() throws Exception {
    List<ChartModel> panels = List.of(chart(1, 0, 2), chart(1, 0, 1));
    FigureOrigin made = new FigureOrigin("{}", 1, "0.1.0");
    Figure each = new Figure("f", "F", panels, 2, false, made);
    assertThat(each.legends().stream().map(CaptionTest::names).map(all -> all.contains(ABOVE)))
        .containsExactly(true, false);
    Figure shared = new Figure("f", "F", panels, 2, true, made);
    assertThat(shared.legends()).singleElement().matches(all -> names(all).contains(ABOVE));
    for (Figure figure : List.of(each, shared)) {
      byte[] tex = FigureWriter.encode(figure, FigureOptions.PAPER, FigureFormat.TIKZ);
      assertThat(new String(tex, StandardCharsets.UTF_8)).contains(ABOVE);
    }
  }
}
