package gmrl.experiment.bias;

import gmrl.experiment.Ranges;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.TabularSetup;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a sweep varies. */
public enum SweepVariable {
  /** Inner step size α. */
  ALPHA("alpha", "α"),
  /** Number of inner steps K. */
  STEPS("steps", "K"),
  /** |τ|, the sample size of every sampled slot. */
  SAMPLES("samples", "|τ|"),
  /** Coefficient c of the controlled Hessian error. */
  HESSIAN_COEF("hessian-coef", "c"),
  /** λ, what {@code loaded} keeps of a dependency for each step that it spans. */
  LOADED_DISCOUNT("loaded-discount", "λ");

  private final String token;
  private final String symbol;

  SweepVariable(String token, String symbol) {
    this.token = token;
    this.symbol = symbol;
  }

  /** As the paper writes it. */
  public String symbol() {
    return symbol;
  }

  /** The name used on the command line and in files. */
  public String token() {
    return token;
  }

  /** Whether only whole numbers make sense. */
  public boolean isWhole() {
    return this == STEPS || this == SAMPLES;
  }

  /**
   * Finds a variable by its token.
   *
   * @throws IllegalArgumentException naming the token and the known ones
   */
  public static SweepVariable parse(String token) {
    for (SweepVariable variable : values()) {
      if (variable.token.equals(token)) {
        return variable;
      }
    }
    throw new IllegalArgumentException(
        "the swept variable is \"%s\", expected one of %s"
            .formatted(
                token,
                Arrays.stream(values())
                    .map(SweepVariable::token)
                    .collect(Collectors.joining(", "))));
  }

  /**
   * The setup at one value of the sweep.
   *
   * @throws IllegalArgumentException if the value is out of the variable's range
   */
  public TabularSetup apply(TabularSetup setup, double value) {
    Ranges.finite(token, value);
    if (isWhole() && value != (int) value) {
      throw new IllegalArgumentException(token + " is " + value + ", expected a whole number");
    }
    return switch (this) {
      case ALPHA -> setup.withAlpha(value);
      case STEPS -> setup.withSteps((int) value);
      case SAMPLES -> setup.withSamples((int) value);
      case HESSIAN_COEF ->
          setup.withHessianError(new HessianError(value, setup.hessianError().noise()));
      case LOADED_DISCOUNT -> setup.withLoadedDiscount(Optional.of(value));
    };
  }

  /** The value of this variable in a setup; for the sample size, the first sampled slot's. */
  public double read(TabularSetup setup) {
    return switch (this) {
      case ALPHA -> setup.alpha();
      case STEPS -> setup.steps();
      case SAMPLES -> setup.samples();
      case HESSIAN_COEF -> setup.hessianError().coefficient();
      case LOADED_DISCOUNT -> setup.loadedDiscount().orElse(1.0);
    };
  }
}
