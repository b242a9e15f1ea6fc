package gmrl.atari.learn;

/**
 * What meta-gradient RL may learn of an actor-critic loss, named as in the published code. Those
 * that are learnt must lie inside (0, 1).
 *
 * @param gamma γ, in [0, 1]
 * @param gaeLambda λ, in [0, 1]
 * @param valueLossCoef weight of the value loss, in [0, 1]
 * @param entropyCoef weight of the entropy, in [0, 1]
 */
public record MetaParameters(
    double gamma, double gaeLambda, double valueLossCoef, double entropyCoef) {

  /** One of the four, in the order in which they are stored. */
  public enum Name {
    GAMMA(0),
    GAE_LAMBDA(1),
    VALUE_LOSS_COEF(2),
    ENTROPY_COEF(3);

    private final int position;

    Name(int position) {
      this.position = position;
    }

    /** Where it stands in arrays of all four. */
    public int position() {
      return position;
    }

    /** The published name. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How many there are. */
  public static final int SIZE = Name.values().length;

  public MetaParameters {
    inside("gamma", gamma);
    inside("gae_lambda", gaeLambda);
    inside("value_loss_coef", valueLossCoef);
    inside("entropy_coef", entropyCoef);
  }

  private static void inside(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 0 … 1");
    }
  }

  /** One of the four. */
  public double get(Name name) {
    return switch (name) {
      case GAMMA -> gamma;
      case GAE_LAMBDA -> gaeLambda;
      case VALUE_LOSS_COEF -> valueLossCoef;
      case ENTROPY_COEF -> entropyCoef;
    };
  }

  /** Raw numbers whose logistic functions are these four; infinite for 0 and 1. */
  public double[] raw() {
    double[] values = {gamma, gaeLambda, valueLossCoef, entropyCoef};
    double[] raw = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      raw[i] = Math.log(values[i]) - Math.log1p(-values[i]);
    }
    return raw;
  }

  /** The logistic functions of four raw numbers. */
  public static MetaParameters ofRaw(double[] raw) {
    return new MetaParameters(sigmoid(raw[0]), sigmoid(raw[1]), sigmoid(raw[2]), sigmoid(raw[3]));
  }

  private static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }
}
