package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
  /** Relative luminance of WCAG 2. */
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double contrast(Color a, Color b) {
    double high = Math.max(luminance(a), luminance(b));
    double low = Math.min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void orderedColoursRiseInBrightness(boolean dark) {
    double before = -1;
    for (int i = 0; i <= 10; i++) {
      double now = luminance(Palette.ordered(i / 10.0, dark, false));
      assertThat(now).isGreaterThan(before);
      before = now;
    }
  }

  /** WCAG 2.2, 1.4.11: what is needed to understand graphics. */
  @Test
  void everyOrderedColourStandsOutFromItsBackground() {
    for (ChartTheme screen : List.of(ChartTheme.light(), ChartTheme.dark())) {
      for (ChartTheme theme : List.of(screen, screen.projected(), grey(screen))) {
        for (int i = 0; i <= 20; i++) {
          assertStandsOut(new Hue.Ordered(i / 20.0), theme);
        }
      }
    }
  }

  @Test
  void everyCategoryStandsOutFromItsBackgroundAsALineOrAWord() {
    for (ChartTheme screen : List.of(ChartTheme.light(), ChartTheme.dark(), ChartTheme.paper())) {
      for (ChartTheme theme : List.of(screen, screen.projected(), grey(screen))) {
        for (int i = 0; i < Palette.CATEGORIES; i++) {
          assertStandsOut(new Hue.Category(i), theme);
        }
      }
    }
  }

  private static void assertStandsOut(Hue hue, ChartTheme theme) {
    assertThat(contrast(theme.color(hue), theme.background()))
        .as("%s on %s", hue, theme.background())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void agentsAreNamedInColoursThatAreRead() {
    for (ChartTheme theme : List.of(ChartTheme.light(), ChartTheme.dark(), ChartTheme.paper())) {
      for (Hue agent : Colours.AGENTS) {
        assertThat(contrast(theme.color(agent), theme.background()))
            .as("%s on %s", agent, theme.background())
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  private static ChartTheme grey(ChartTheme theme) {
    return new ChartTheme(
        theme.onDark(),
        ChartTheme.Tone.GREY,
        theme.background(),
        theme.foreground(),
        theme.muted(),
        theme.grid(),
        theme.fontSize(),
        theme.labelSize(),
        theme.titleSize(),
        theme.lineWidth(),
        theme.markerSize());
  }

  @Test
  void everyCategoryStandsOutMoreFromItsOwnBackgroundThanItsCounterpartWould() {
    for (int i = 0; i < Palette.CATEGORIES; i++) {
      Color onLight = Palette.category(i, false, false);
      Color onDark = Palette.category(i, true, false);
      assertThat(contrast(onLight, ChartTheme.light().background()))
          .as("category %d on light", i)
          .isGreaterThan(contrast(onDark, ChartTheme.light().background()));
      assertThat(contrast(onDark, ChartTheme.dark().background()))
          .as("category %d on dark", i)
          .isGreaterThan(contrast(onLight, ChartTheme.dark().background()))
          .isGreaterThan(4.5);
    }
  }

  @Test
  void coloursThatCarryMeaningAreTheOnesOfOkabeAndIto() {
    assertThat(Palette.category(0, false, false)).isEqualTo(new Color(0x0072B2));
    assertThat(Palette.category(1, false, false)).isEqualTo(new Color(0xD55E00));
  }
}
