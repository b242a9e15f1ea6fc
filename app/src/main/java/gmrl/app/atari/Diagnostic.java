package gmrl.app.atari;

import gmrl.atari.learn.LearningCurve;
import java.util.function.ToDoubleFunction;

/** What else a run says of its learning. */
@SuppressWarnings("ImmutableEnumChecker") // method references hold no state
enum Diagnostic {
  VALUE_LOSS("value loss", LearningCurve.Point::valueLoss),
  ENTROPY("entropy of the policy (nats)", LearningCurve.Point::entropy),
  GRADIENT_NORM("gradient norm (before the clip)", LearningCurve.Point::gradientNorm),
  OUTER_LOSS("outer loss", LearningCurve.Point::outerLoss),
  COSINE("cosine of plain and LVC meta-gradient", LearningCurve.Point::cosine),
  LENGTH("decisions a game", LearningCurve.Point::length);

  private final String label;
  private final ToDoubleFunction<LearningCurve.Point> value;

  Diagnostic(String label, ToDoubleFunction<LearningCurve.Point> value) {
    this.label = label;
    this.value = value;
  }

  /** What an axis says. */
  String label() {
    return label;
  }

  /** The number of one row; NaN where it was not measured. */
  ToDoubleFunction<LearningCurve.Point> value() {
    return value;
  }
}
