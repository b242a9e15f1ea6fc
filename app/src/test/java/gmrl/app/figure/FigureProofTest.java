package gmrl.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.Hue;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Style;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a reader of a figure sees, and what he could not tell. */
final class FigureProofTest {
  private static final FigureOrigin MADE = new FigureOrigin("{\"figure\":\"x\"}", 1, "test");

  private static ChartModel chart(String title, Style... styles) {
    List<ChartSeries> series = new ArrayList<>();
    for (int i = 0; i < styles.length; i++) {
      series.add(
          ChartSeries.estimate(
              "curve " + (i + 1),
              styles[i],
              List.of(ChartPoint.of(1, 1 + i), ChartPoint.of(2, 2 + i))));
    }
    return ChartModel.of(title, ChartAxis.linear("x"), ChartAxis.linear("y"), series)
        .withLines(List.of(ReferenceLine.cursor(1.5, "now"), ReferenceLine.atY(1, "exact")));
  }

  private static Figure figure(ChartModel... panels) {
    return new Figure("x", "Title", List.of(panels), 2, false, MADE);
  }

  private static FigureOptions options(Optional<Boolean> titles, boolean letters, boolean cursor) {
    return new FigureOptions(
        FigureSize.FULL_WIDTH,
        OptionalDouble.empty(),
        8,
        1.25,
        OptionalInt.empty(),
        Optional.empty(),
        titles,
        letters,
        cursor,
        ChartTheme.Tone.COLOUR);
  }

  private static List<String> headings(Figure figure, FigureOptions options) {
    return Layout.of(figure, options).panels().stream().map(ChartModel::title).toList();
  }

  @Test
  void headingsLettersAndCursorsAreAsAskedFor() {
    Figure one = figure(chart("Bias", Style.nth(0)));
    Figure two = figure(chart("(c) first", Style.nth(0)), chart("second", Style.nth(0)));
    assertThat(headings(one, FigureOptions.PAPER)).containsExactly("");
    assertThat(headings(one, options(Optional.of(true), true, false))).containsExactly("Bias");
    assertThat(headings(two, FigureOptions.PAPER)).containsExactly("(a) first", "(b) second");
    assertThat(headings(two, options(Optional.of(false), true, false)))
        .containsExactly("(a)", "(b)");
    assertThat(headings(two, options(Optional.of(true), false, false)))
        .containsExactly("first", "second");
    assertThat(Layout.of(one, FigureOptions.PAPER).panels().get(0).lines())
        .extracting(ReferenceLine::label)
        .containsExactly("exact");
    assertThat(Layout.of(one, options(Optional.empty(), true, true)).panels().get(0).lines())
        .hasSize(2);
  }

  @Test
  void curvesThatSomebodyCannotTellAreNamed() {
    Style blue = new Style(new Hue.Category(0), Style.Dash.SOLID, Style.Marker.CIRCLE);
    Style red = new Style(new Hue.Category(1), Style.Dash.SOLID, Style.Marker.CIRCLE);
    Style green = new Style(new Hue.Category(2), Style.Dash.SOLID, Style.Marker.CIRCLE);
    assertThat(new FigureProof(figure(chart("", blue, blue)), FigureOptions.PAPER).remarks())
        .contains("curve 1 and curve 2 look alike in all colours.");
    assertThat(new FigureProof(figure(chart("", red, green)), FigureOptions.PAPER).remarks())
        .contains("curve 1 and curve 2 look alike in grey print.")
        .doesNotContain("curve 1 and curve 2 look alike in all colours.");
    Style dashed = red.with(Style.Dash.DASHED);
    assertThat(new FigureProof(figure(chart("", green, dashed)), FigureOptions.PAPER).remarks())
        .isEmpty();
  }

  @Test
  void oneLegendForAllSaysWhereOneLookMeansTwoThings() {
    ChartModel first = chart("", Style.nth(0));
    ChartModel second =
        first.withSeries(
            List.of(ChartSeries.estimate("other", Style.nth(0), first.series().get(0).points())));
    Figure apart = figure(first, second);
    Figure shared = new Figure("f", "", apart.panels(), 2, true, apart.provenance());
    assertThat(new FigureProof(apart, FigureOptions.PAPER).remarks()).isEmpty();
    assertThat(new FigureProof(shared, FigureOptions.PAPER).remarks())
        .contains("curve 1 and other look alike in all colours.");
  }

  @Test
  void theUsualStylesCanBeToldByEverybody() {
    Style[] usual = new Style[7];
    for (int i = 0; i < usual.length; i++) {
      usual[i] = Style.nth(i);
    }
    ChartModel lines = chart("", usual);
    ChartModel bars =
        lines.withSeries(
            lines.series().stream()
                .map(s -> ChartSeries.bars(s.name(), s.style(), s.points()))
                .toList());
    assertThat(new FigureProof(figure(lines, bars), FigureOptions.PAPER).remarks()).isEmpty();
    for (int count = 2; count <= 8; count++) {
      Style[] ordered = new Style[count];
      for (int i = 0; i < count; i++) {
        ordered[i] = Style.ordered(i, count);
      }
      ChartModel values = chart("", ordered);
      assertThat(new FigureProof(figure(values), FigureOptions.PAPER).remarks()).isEmpty();
    }
  }

  @Test
  void otherEyesSeeOtherColours() {
    assertThat(ColourVision.NORMAL.of(Color.RED)).isEqualTo(Color.RED);
    Color grey = ColourVision.GREY.of(Color.GREEN);
    assertThat(grey.getRed()).isEqualTo(grey.getGreen()).isEqualTo(grey.getBlue());
    // Luminance .7152 of light is .863 of full brightness in sRGB.
    assertThat(grey.getRed()).isCloseTo(220, within(1));
    for (ColourVision eyes : ColourVision.values()) {
      assertThat(eyes.of(Color.WHITE)).as(eyes.title()).isEqualTo(Color.WHITE);
      assertThat(eyes.of(Color.BLACK)).as(eyes.title()).isEqualTo(Color.BLACK);
    }
    Color red = ColourVision.DEUTERANOPIA.of(Color.RED);
    Color green = ColourVision.DEUTERANOPIA.of(new Color(0, 140, 0));
    assertThat(Math.abs(red.getRed() - green.getRed())).as("both are olive").isLessThan(50);
    assertThat(red.getBlue()).isLessThan(60);
  }

  @Test
  void aGreyFigureHasNoColour() {
    FigureOptions grey =
        new FigureOptions(
            new FigureSize(2, 72),
            OptionalDouble.empty(),
            8,
            1.25,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            false,
            ChartTheme.Tone.GREY);
    BufferedImage image =
        new FigureProof(figure(chart("", Style.nth(0), Style.ordered(1, 3))), grey)
            .picture(72, ColourVision.NORMAL);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color c = new Color(image.getRGB(x, y));
        int most = Math.max(c.getRed(), Math.max(c.getGreen(), c.getBlue()));
        int least = Math.min(c.getRed(), Math.min(c.getGreen(), c.getBlue()));
        // Text is a very dark blue grey.
        assertThat(most - least).isLessThan(14);
      }
    }
  }

  @Test
  void theHeightThatIsAskedForIsKeptOrRefused() {
    FigureOptions high =
        new FigureOptions(
            FigureSize.FULL_WIDTH,
            OptionalDouble.of(4),
            8,
            1.25,
            OptionalInt.of(1),
            Optional.of(true),
            Optional.empty(),
            true,
            false,
            ChartTheme.Tone.COLOUR);
    Figure two = figure(chart("a", Style.nth(0)), chart("b", Style.nth(0)));
    assertThat(new FigureProof(two, high).heightInches()).isCloseTo(4, within(1e-9));
    assertThat(new FigureProof(two, FigureOptions.PAPER).widthInches()).isEqualTo(5.5);
    FigureOptions flat =
        new FigureOptions(
            FigureSize.FULL_WIDTH,
            OptionalDouble.of(0.6),
            8,
            1.25,
            OptionalInt.of(1),
            Optional.of(true),
            Optional.empty(),
            true,
            false,
            ChartTheme.Tone.COLOUR);
    assertThatThrownBy(() -> new FigureProof(two, flat))
        .hasMessageContaining("x is to be 0.60 inches high, expected")
        .hasMessageContaining("or more for its rows and legends");
  }

  @Test
  void aFigureWithoutRoomSaysHowWideItShouldBe() {
    ChartModel panel = chart("", Style.nth(0), Style.nth(1));
    Figure two = figure(panel, panel);
    assertThat(new FigureProof(two, FigureOptions.of(new FigureSize(1, 72))).remarks())
        .anyMatch(remark -> remark.startsWith("1.00 in leave no room"));
    assertThat(new FigureProof(two, FigureOptions.of(FigureSize.HALF_WIDTH)).remarks())
        .noneMatch(remark -> remark.contains("leave no room"));
  }
}
