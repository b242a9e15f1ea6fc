package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TicksTest {

  private static Ticks ticks(Scale scale, double from, double to, double room, Grain grain) {
    return Ticks.of(new Span(scale, from, to), room, grain);
  }

  private static List<String> labels(Ticks ticks) {
    return ticks.majors().stream().map(Ticks.Tick::getText).toList();
  }

  @Test
  void linearStepsAreOneTwoOrFive() {
    assertThat(labels(ticks(new Scale.Linear(), 0, 10, 6, Grain.REAL)))
        .containsExactly("0", "2", "4", "6", "8", "10");
    assertThat(labels(ticks(new Scale.Linear(), -1, 1, 5, Grain.REAL)))
        .containsExactly("−1.0", "−0.5", "0", "0.5", "1.0");
  }

  @Test
  void aLowAxisHasItsOutermostNumbersWhereOneWouldStandAlone() {
    assertThat(labels(ticks(new Scale.Linear(), 0.9485, 0.9518, 1, Grain.REAL)))
        .containsExactly("0.949", "0.951");
  }

  @Test
  void smallNumbersShareOnePowerOfTen() {
    Ticks ticks = ticks(new Scale.Linear(), 0, 3.5e-4, 4, Grain.REAL);
    assertThat(ticks.exponent()).isEqualTo(-4);
    assertThat(labels(ticks)).containsExactly("0", "1", "2", "3");
  }

  @Test
  void sampleSizesGetOneTwoFive() {
    assertThat(labels(ticks(new Scale.Log(), Math.log10(2), Math.log10(256), 12, Grain.REAL)))
        .containsExactly("2", "5", "10", "20", "50", "100", "200");
  }

  @Test
  void powersOfTwoKeepTheirOwnTicks() {
    Ticks ticks = ticks(new Scale.Log(), Math.log10(1.8), Math.log10(280), 4, Grain.BINARY);
    assertThat(labels(ticks)).containsExactly("2", "8", "32", "128");
    assertThat(ticks.list()).hasSize(8);
  }

  @Test
  void bothEndsHaveNumbersWhereTheseAreRound() {
    assertThat(labels(ticks(new Scale.Linear(), -8, 8, 6, Grain.WHOLE)))
        .containsExactly("−8", "−4", "0", "4", "8");
    assertThat(labels(ticks(new Scale.Linear(), 0, 80, 3, Grain.REAL)))
        .containsExactly("0", "40", "80");
    assertThat(labels(ticks(new Scale.Log(), -1, Math.log10(30), 6, Grain.REAL)))
        .containsExactly("0.1", "1", "10", "30");
    Span sizes = new Span(new Scale.Log(), Math.log10(2), Math.log10(256));
    assertThat(labels(Ticks.of(sizes, 6, Grain.BINARY)))
        .containsExactly("2", "8", "32", "128", "256");
    assertThat(labels(Ticks.of(sizes, 4, Grain.BINARY))).containsExactly("2", "8", "32", "256");
  }

  @Test
  void aValueBetweenPowersOfTwoDoesNotMoveTheTicks() {
    assertThat(grain(2, 4, 8, 16, 32, 64, 128, 256)).isEqualTo(Grain.BINARY);
    assertThat(grain(2, 8, 30, 32, 128)).isEqualTo(Grain.BINARY);
    assertThat(grain(1, 2, 3, 4, 5)).isEqualTo(Grain.WHOLE);
    assertThat(grain(2, 4, 8, 8.5)).isEqualTo(Grain.REAL);
    ChartAxis sizes = ChartAxis.log("x").between(2, 256);
    assertThat(Grain.of(ChartModel.empty("", sizes, ChartAxis.linear("y"))))
        .as("nor does it when the first of them comes")
        .isEqualTo(Grain.BINARY);
    assertThat(Grain.of(ChartModel.empty("", ChartAxis.log("x"), ChartAxis.linear("y"))))
        .isEqualTo(Grain.REAL);
  }

  private static Grain grain(double... places) {
    List<ChartPoint> points = Arrays.stream(places).mapToObj(x -> ChartPoint.of(x, 1)).toList();
    ChartSeries curve = ChartSeries.estimate("curve", Style.nth(0), points);
    return Grain.of(
        ChartModel.of("", ChartAxis.log("x"), ChartAxis.linear("y"), List.of(curve, curve)));
  }

  @Test
  void wholeNumbersHaveNoTicksInBetween() {
    assertThat(labels(ticks(new Scale.Linear(), 0.9, 3.1, 10, Grain.WHOLE)))
        .containsExactly("1", "2", "3");
    assertThat(Grain.of(SampleCharts.sampleSizes())).isEqualTo(Grain.BINARY);
    assertThat(Grain.of(SampleCharts.belowZero())).isEqualTo(Grain.WHOLE);
    assertThat(Grain.of(SampleCharts.orderedSteps())).isEqualTo(Grain.REAL);
  }

  @Test
  void manyDecadesAreLabelledAsPowers() {
    assertThat(labels(ticks(new Scale.Log(), -8, 0, 5, Grain.REAL)))
        .containsExactly("10^{−8}", "10^{−6}", "10^{−4}", "10^{−2}", "10^{0}");
  }

  @Test
  void aLowAxisOfManyDecadesHasNoMoreLabelsThanHaveRoom() {
    assertThat(labels(ticks(new Scale.Log(), -9.3, -0.2, 2, Grain.REAL)))
        .containsExactly("10^{−9}", "10^{−4}");
    assertThat(labels(ticks(new Scale.Log(), -1.2, 1.3, 2, Grain.REAL)))
        .containsExactly("0.1", "10");
  }

  @Test
  void aNarrowLogAxisStillHasTwoLabels() {
    assertThat(labels(ticks(new Scale.Log(), Math.log10(3.1), Math.log10(3.9), 6, Grain.REAL)))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void aLogAxisBelowADecadeIsLabelledEvenlyWhereThatTellsMore() {
    Span span = new Span(new Scale.Log(), Math.log10(0.9), Math.log10(2.4));
    assertThat(labels(Ticks.of(span, 6, Grain.REAL))).containsExactly("1.0", "1.5", "2.0");
  }

  @Test
  void symmetricLogHasZeroAndPowersOnBothSidesWithoutCrowding() {
    Scale.SymLog scale = new Scale.SymLog(1e-4);
    double from = scale.position(-1e-3);
    double to = scale.position(1e-1);
    Ticks ticks = ticks(scale, from, to, 8, Grain.REAL);
    assertThat(labels(ticks)).contains("0", "10^{−1}", "−10^{−3}");
    double gap = (to - from) / 8;
    for (int i = 1; i < ticks.list().size(); i++) {
      double step =
          scale.position(ticks.list().get(i).getValue())
              - scale.position(ticks.list().get(i - 1).getValue());
      assertThat(step).isGreaterThanOrEqualTo(gap - 1e-9);
    }
  }

  @Test
  void scalesInvertTheirPositions() {
    for (Scale scale : List.of(new Scale.Linear(), new Scale.Log(), new Scale.SymLog(1e-3))) {
      for (double value : new double[] {1e-6, 0.3, 7, 4e5}) {
        assertThat(scale.value(scale.position(value)))
            .isCloseTo(value, org.assertj.core.data.Percentage.withPercentage(1e-6));
      }
    }
    Scale symLog = new Scale.SymLog(1e-3);
    assertThat(symLog.position(-5)).isEqualTo(-symLog.position(5));
  }
}
