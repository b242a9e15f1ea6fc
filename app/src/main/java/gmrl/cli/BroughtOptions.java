package gmrl.cli;

import gmrl.app.bias.EstimatePlane;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigureWriter;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.BroughtGradients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Meta-gradients that another program has estimated, beside ours. */
final class BroughtOptions {
  @Option(
      names = "--gradients",
      paramLabel = "FILE",
      description =
          "measure meta-gradients that another program has estimated on the one MDP there is (mdp"
              + " --out writes it): {\"gradients\":[m][s][a]} or NumPy's archive of them; may be"
              + " given several times")
  List<Path> files = new ArrayList<>();

  @Option(
      names = "--plane",
      paramLabel = "FILE",
      description = "draw all estimates in the plane of bias and variance (.svg, .pdf or .png)")
  @Nullable Path plane;

  private List<BiasResult.CurveResult> measured = List.of();

  /**
   * Reads and measures what was brought, before anything is computed.
   *
   * @throws IllegalArgumentException in one sentence
   */
  void read(BiasStudy study) {
    if (plane != null) {
      format(plane);
    }
    List<BiasResult.CurveResult> curves = new ArrayList<>();
    for (Path file : files) {
      try {
        curves.add(BroughtGradients.read(file).measure(study.specs().get(0)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("--gradients: " + e.getMessage(), e);
      }
    }
    measured = curves;
  }

  /** Our result with what was brought behind it. */
  BiasResult beside(BiasResult ours) {
    return measured.isEmpty() ? ours : ours.with(measured);
  }

  /**
   * Draws the plane if that was asked for.
   *
   * @throws IOException in one sentence if the file cannot be written
   */
  void draw(BiasStudy study, BiasResult all) throws IOException {
    Path file = plane;
    if (file != null) {
      String name = FigureFormat.bare(String.valueOf(file.getFileName()));
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      FigureWriter.write(
          EstimatePlane.of(name, study, all), FigureOptions.PAPER, List.of(format(file)), folder);
    }
  }

  private static FigureFormat format(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    Optional<FigureFormat> format =
        dot < 0
            ? Optional.empty()
            : List.of(FigureFormat.values()).stream()
                .filter(f -> f.extension().equals(name.substring(dot + 1).toLowerCase(Locale.ROOT)))
                .findFirst();
    return format.orElseThrow(
        () ->
            new IllegalArgumentException(
                "--plane is %s, expected a name that ends in .svg, .pdf or .png".formatted(file)));
  }
}
