package gmrl.app.ipd;

import gmrl.ipd.LolaUpdate;
import java.util.function.ToDoubleFunction;

/** What the gradient chart shows of each update. */
@SuppressWarnings("ImmutableEnumChecker") // method references hold no state
public enum GradientMeasure {
  /** Direction of the estimate. */
  CORRELATION("correlation with the exact gradient", LolaUpdate::meanCorrelation),
  /** What the lookahead's samples alone spoil. */
  OUTER_EXACT("the same with an exact outer gradient", LolaUpdate::meanOuterExactCorrelation),
  /** Size of the error. */
  RELATIVE_ERROR("relative error of the gradient", LolaUpdate::meanRelativeError);

  private final String label;
  private final ToDoubleFunction<LolaUpdate> number;

  GradientMeasure(String label, ToDoubleFunction<LolaUpdate> number) {
    this.label = label;
    this.number = number;
  }

  String label() {
    return label;
  }

  double of(LolaUpdate update) {
    return number.applyAsDouble(update);
  }
}
