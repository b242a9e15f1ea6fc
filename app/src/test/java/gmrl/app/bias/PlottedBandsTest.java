package gmrl.app.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.Mark;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bands as they are drawn, against the arithmetic done by hand from the single MDPs. */
class PlottedBandsTest {
  private static final int MDPS = 5;

  private static final BiasResult RESULT =
      new BiasExperiment(
              BiasStudy.of(
                  BiasSpec.paper()
                      .withSetup(
                          s ->
                              s.withMdps(new MdpSource.Generated(4, 3, 0.5, 1, MDPS))
                                  .withHorizon(6)
                                  .withAlpha(1)
                                  .withSlots(
                                      SlotSpec.parse("lvc:4"), SlotSpec.exact(), SlotSpec.exact()))
                      .withTrials(40)
                      .withSweep(Sweep.parse("alpha=1,2"))))
          .run(new Workers(1), new CancellationToken(), (done, snapshot) -> {});

  private static BiasResult.PointResult point() {
    return RESULT.curves().get(0).points().get(1);
  }

  @Test
  void theBandOfFiniteTrialsAddsTheMdpsErrorsInSquaresAndDividesByTheirNumber() {
    ChartPoint drawn = MeasureReader.read(point(), BiasMeasure.BIAS_SQUARED, Bands.TRIALS, 2);
    double mean = 0;
    double above = 0;
    for (BiasResult.MdpResult mdp : point().mdps()) {
      var interval = mdp.measures().biasSquared();
      mean += interval.value() / MDPS;
      above += Math.pow(interval.high() - interval.value(), 2);
    }
    assertThat(drawn.y()).isCloseTo(mean, within(1e-12));
    assertThat(drawn.low()).isLessThan(drawn.y());
    assertThat(drawn.high() - drawn.y()).isCloseTo(Math.sqrt(above) / MDPS, within(1e-12));
    assertThat(drawn.trials()).isEqualTo(40L * MDPS);
  }

  @Test
  void theBandOfFiniteMdpsIsAboutTwoStandardErrorsOfTheirMean() {
    ChartPoint drawn = MeasureReader.read(point(), BiasMeasure.VARIANCE, Bands.MDPS, 2);
    List<Double> values = point().mdps().stream().map(m -> m.measures().variance()).toList();
    double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / (MDPS - 1) / MDPS);
    assertThat(drawn.y()).isCloseTo(mean, within(1e-12));
    double widths = (drawn.high() - drawn.y()) / error;
    // 1.96 of a normal distribution, 2.78 of a t distribution with four degrees of freedom.
    assertThat(widths).isBetween(1.95, 2.79);
    assertThat(drawn.y() - drawn.low()).isCloseTo(drawn.high() - drawn.y(), within(1e-12));
  }

  @Test
  void withoutBandsThereIsNone() {
    assertThat(MeasureReader.read(point(), BiasMeasure.BIAS_SQUARED, Bands.NONE, 2).hasInterval())
        .isFalse();
  }

  @Test
  void aSavedFigureHasTheBandsOfTheWindow() {
    BiasStudy study = BiasStudy.of(RESULT.curves().get(0).spec());
    SweepPanel panel =
        SweepPanel.of("(a)", study, BiasMeasure.BIAS_SQUARED, Looks.CATEGORIES, false, false);
    var saved =
        panel.chart(
            new gmrl.app.figure.PanelPlan.Results() {
              @Override
              @SuppressWarnings("unchecked")
              public <T> T of(gmrl.app.figure.PanelPlan.Part<T> part) {
                return (T) RESULT;
              }
            });
    var plot =
        BiasPlot.compositional()
            .withX(gmrl.experiment.bias.SweepVariable.ALPHA)
            .withOverlays(Bands.TRIALS, false, false);
    var live = BiasCharts.of(plot, RESULT, 1, point().setup(), List.of());
    assertThat(saved.series()).isEqualTo(live.series());
    assertThat(saved.y()).isEqualTo(live.y());
  }

  @Test
  void aPathInThePlaneGoesThroughVarianceAndBiasAndTheBestPointLiesOnTheLineOfEqualError() {
    var plane = PlaneChart.of("", PlaneChart.View.ESTIMATE, RESULT);
    var path = plane.series().get(0).points();
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < path.size(); i++) {
      var at = RESULT.curves().get(0).points().get(i);
      double variance = MeasureReader.read(at, BiasMeasure.VARIANCE, Bands.NONE, 0).y();
      double bias = MeasureReader.read(at, BiasMeasure.BIAS_SQUARED, Bands.NONE, 0).y();
      assertThat(path.get(i).x()).isEqualTo(variance);
      assertThat(path.get(i).y()).isEqualTo(bias);
      best = Math.min(best, variance + Math.max(0, bias));
    }
    double error = best;
    assertThat(plane.series().get(plane.series().size() - 1).points())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.x() + p.y()).isCloseTo(error, within(1e-12 * error)));
  }

  @Test
  void aBarStandsOnZeroOfAnAxisOfEqualStepsOrIsAPoint() {
    BiasStudy.Curve curve =
        new BiasStudy.Curve("here", RESULT.curves().get(0).spec().withoutSweep());
    BiasStudy one = new BiasStudy("one", "One", "", List.of(curve));
    BiasStudy two =
        one.withCurves(List.of(curve, new BiasStudy.Curve("again", curve.spec().withSeed(1))));
    assertThat(mark(two, BiasMeasure.CORRELATION)).isEqualTo(Mark.BARS);
    assertThat(mark(two, BiasMeasure.VARIANCE)).isEqualTo(Mark.POINTS);
    assertThat(mark(one, BiasMeasure.CORRELATION)).isEqualTo(Mark.POINTS);
  }

  private static Mark mark(BiasStudy study, BiasMeasure measure) {
    BiasResult result =
        new BiasExperiment(study.map(spec -> spec.withTrials(3)))
            .run(new Workers(1), new CancellationToken(), (done, snapshot) -> {});
    BarPanel panel = new BarPanel("", "", List.of(study), measure);
    return BiasCharts.bars(panel, List.of(result)).series().get(0).mark();
  }
}
