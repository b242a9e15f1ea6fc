package gmrl.app.atari;

import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.MetaParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What lessons call the measures of a learning curve. */
final class Measured {
  static final String RETURNS = "returns";

  private Measured() {}

  /** All of them, returns first. */
  static List<String> views() {
    List<String> views = new ArrayList<>(List.of(RETURNS));
    Arrays.stream(MetaParameters.Name.values()).map(n -> token(n.name())).forEach(views::add);
    Arrays.stream(Diagnostic.values()).map(d -> token(d.name())).forEach(views::add);
    return views;
  }

  /** The meta-parameter of a name, if it is one. */
  static Optional<MetaParameters.Name> coefficient(String view) {
    return Arrays.stream(MetaParameters.Name.values())
        .filter(name -> token(name.name()).equals(view))
        .findFirst();
  }

  /** The diagnostic of a name, if it is one. */
  static Optional<Diagnostic> diagnostic(String view) {
    return Arrays.stream(Diagnostic.values()).filter(d -> token(d.name()).equals(view)).findFirst();
  }

  /** What an axis says. */
  static String label(String view) {
    return coefficient(view)
        .map(AtariCharts::label)
        .or(() -> diagnostic(view).map(Diagnostic::label))
        .orElse(AtariCharts.RETURNS);
  }

  /** The number of a row of a curve; NaN where it was not measured. */
  static ToDoubleFunction<LearningCurve.Point> of(String view) {
    return coefficient(view)
        .<ToDoubleFunction<LearningCurve.Point>>map(name -> point -> point.coefficients().get(name))
        .or(() -> diagnostic(view).map(Diagnostic::value))
        .orElse(LearningCurve.Point::score);
  }

  private static String token(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
