package gmrl.experiment.bias;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Several bias experiments side by side, one curve each.
 *
 * @param id stable identifier, lower-case words with hyphens
 * @param title a few words
 * @param sentence what it shows
 * @param curves at least one, with distinct labels
 */
public record BiasStudy(String id, String title, String sentence, List<Curve> curves) {

  /** Checks and copies the curves. */
  public BiasStudy {
    curves = List.copyOf(curves);
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("the study " + id + " has no curves, expected 1 or more");
    }
    if (curves.stream().map(Curve::label).collect(Collectors.toSet()).size() < curves.size()) {
      throw new IllegalArgumentException(
          "two curves of the study " + id + " have the same label, expected distinct ones");
    }
  }

  /** A study of one curve. */
  public static BiasStudy of(BiasSpec spec) {
    return new BiasStudy("custom", "Bias", "", List.of(new Curve("bias", spec)));
  }

  /** The same curves with changed specifications. */
  public BiasStudy map(UnaryOperator<BiasSpec> change) {
    return new BiasStudy(
        id,
        title,
        sentence,
        curves.stream()
            .map(curve -> new Curve(curve.label(), change.apply(curve.spec())))
            .toList());
  }

  /** The same study with other curves. */
  public BiasStudy withCurves(List<Curve> curves) {
    return new BiasStudy(id, title, sentence, curves);
  }

  /** The specifications of the curves. */
  public List<BiasSpec> specs() {
    return curves.stream().map(Curve::spec).toList();
  }

  /**
   * One curve.
   *
   * @param label what the legend says
   * @param spec what it shows
   */
  public record Curve(String label, BiasSpec spec) {}
}
