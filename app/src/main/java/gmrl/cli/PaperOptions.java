package gmrl.cli;

import gmrl.app.chart.ChartTheme;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigureSize;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How figures stand on paper; what is not given stays as the figure has it, or as usual. */
final class PaperOptions {
  private static final String LENGTH = "LENGTH";

  @Option(
      names = "--width",
      paramLabel = LENGTH,
      description =
          "Width on paper, such as 5.5in, 2.65in, 14cm; inches without a unit (default: 5.5in).")
  Optional<String> width = Optional.empty();

  @Option(
      names = "--height",
      paramLabel = LENGTH,
      description = "Height on paper (default: what the panels ask for).")
  Optional<String> height = Optional.empty();

  @Option(
      names = "--dpi",
      paramLabel = "N",
      description = "Resolution of PNG files (default: " + FigureSize.PRINT_DPI + ").")
  Optional<Integer> dpi = Optional.empty();

  @Option(
      names = "--font-size",
      paramLabel = "POINTS",
      description = "Ticks and legend; labels are an eighth larger (default: 8).")
  Optional<Double> fontSize = Optional.empty();

  @Option(
      names = "--line-width",
      paramLabel = "POINTS",
      description = "Curves; markers grow with it (default: 1.25).")
  Optional<Double> lineWidth = Optional.empty();

  @Option(
      names = "--columns",
      paramLabel = "N",
      description = "Panels per row (default: the figure's own).")
  Optional<Integer> columns = Optional.empty();

  @Option(
      names = "--shared-legend",
      negatable = true,
      description = "One legend under all panels, or one each (default: the figure's own).")
  Optional<Boolean> sharedLegend = Optional.empty();

  @Option(
      names = "--title",
      negatable = true,
      description = "Words above the panels (default: where there are several).")
  Optional<Boolean> title = Optional.empty();

  @Option(
      names = "--letters",
      negatable = true,
      description = "(a), (b) … above several panels (default: on).")
  Optional<Boolean> letters = Optional.empty();

  @Option(
      names = "--grey",
      negatable = true,
      description = "Shades of grey instead of colours (default: colours).")
  Optional<Boolean> grey = Optional.empty();

  /**
   * The options on top of others.
   *
   * @throws IllegalArgumentException in one sentence that names the value and what was expected
   */
  FigureOptions over(FigureOptions base) {
    int resolution = dpi.orElse(base.size().dpi());
    return new FigureOptions(
        width
            .map(text -> FigureSize.parse(text, resolution))
            .orElseGet(() -> new FigureSize(base.size().widthInches(), resolution)),
        height.map(text -> OptionalDouble.of(FigureSize.inches(text))).orElse(base.heightInches()),
        fontSize.orElse(base.fontSize()),
        lineWidth.orElse(base.lineWidth()),
        columns.map(OptionalInt::of).orElse(base.columns()),
        sharedLegend.or(base::sharedLegend),
        title.or(base::titles),
        letters.orElse(base.letters()),
        base.cursor(),
        grey.map(on -> on ? ChartTheme.Tone.GREY : ChartTheme.Tone.COLOUR).orElse(base.tone()));
  }
}
