package gmrl.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
  private final ChartModel chart =
      ChartModel.of(
          "",
          ChartAxis.linear("K"),
          ChartAxis.linear("bias"),
          List.of(
              ChartSeries.estimate(
                  "LVC",
                  Style.nth(0),
                  List.of(
                      new ChartPoint(1, 10, 8, 12),
                      new ChartPoint(2, 20, 19, 22),
                      new ChartPoint(4, 40, 36, 45))),
              ChartSeries.line(
                  "single seeds, a + b",
                  Role.SINGLE_RUN,
                  Style.nth(1),
                  List.of(
                      ChartPoint.of(0, 0),
                      ChartPoint.of(5, -1),
                      ChartPoint.of(5, Double.NaN),
                      ChartPoint.of(0, 0.5),
                      ChartPoint.of(5, -2)))));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "LVC at 4 > 3 * LVC at 1; true",
        "LVC at 4 > 4.1 * LVC at 1; false",
        "LVC at end = 2 * LVC at 2; true",
        "LVC at start < low LVC at 2 - 8; true",
        "high LVC at 1 - low LVC at 1 = 4; true",
        "(LVC at 1 + LVC at 2) / 3 = 10; true",
        "slope LVC = 1; true",
        "slope LVC > 1.1; false",
        "largest LVC = 40; true",
        "3 * mean LVC = 70; true",
        "mean \"single seeds, a + b\" at 5 = -1.5; true",
        "smallest \"single seeds, a + b\" at end = -2; true",
        "largest \"single seeds, a + b\" at 5 = -1; true",
        "\"single seeds, a + b\" at end = -1.5; true",
        "-LVC at 1 < 2e1; true",
      })
  void comparesTheNumbersOfCurves(String claim, boolean holds) {
    assertThat(ClaimParser.parse(claim).in(chart).holds()).as(claim).isEqualTo(holds);
  }

  @Test
  void showsBothSidesOfTheComparison() {
    assertThat(ClaimParser.parse("LVC at 4 > LVC at 1").in(chart).numbers()).isEqualTo("40 > 10");
    assertThat(ClaimParser.parse("LVC at 4 < LVC at 1").in(chart).numbers())
        .isEqualTo("40 not < 10");
  }

  @Test
  void isReadWithTypographicSigns() {
    assertThat(ClaimParser.parse("2 * \"a b\" at -1 - LVC at 1 > -3").words())
        .isEqualTo("2 × “a b” at −1 − LVC at 1 is more than −3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "LVC at 4; ends, expected <, > or =",
        "LVC 4 > 1; has '4', expected 'at'",
        "LVC at K > 1; has 'K', expected a number, start or end",
        "LVC at 1 > 2 3; has '3', expected nothing more",
        "(LVC at 1 > 2; has '>', expected ')'",
        "low > 2; has '>', expected a number or the name of a curve",
        "\"LVC at 1 > 2; has an open quotation mark, expected it closed",
      })
  void saysWhatIsWrongWithACondition(String claim, String sentence) {
    assertThatThrownBy(() -> ClaimParser.parse(claim))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the condition '" + claim + "' " + sentence);
  }

  @Test
  void namesTheCurvesAndPlacesThatThereAre() {
    assertThatThrownBy(() -> ClaimParser.parse("MAML at 1 > 0").in(chart))
        .hasMessage(
            "the plot has no curve \"MAML\", expected one of \"LVC\", \"single seeds, a + b\"");
    assertThatThrownBy(() -> ClaimParser.parse("LVC at 3 > 0").in(chart))
        .hasMessage("the curve \"LVC\" has no point at 3, expected one of 1, 2, 4");
  }
}
