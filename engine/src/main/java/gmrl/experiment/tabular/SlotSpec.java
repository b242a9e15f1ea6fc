package gmrl.experiment.tabular;

import gmrl.mdp.Estimator;
import java.util.Locale;

/** What fills one of the three slots of a meta-gradient. */
public sealed interface SlotSpec {
  /** Trajectories per batch where none are given. */
  int DEFAULT_SAMPLES = 32;

  /** Most trajectories a batch may have. */
  int MOST_SAMPLES = 1 << 20;

  /** The exact slot. */
  static SlotSpec exact() {
    return new Exact();
  }

  /** Whether the slot draws samples. */
  default boolean isSampled() {
    return this instanceof Sampled;
  }

  /** The same slot with another sample size; an exact slot has none and stays as it is. */
  default SlotSpec withSamples(int samples) {
    return this instanceof Sampled sampled ? new Sampled(sampled.estimator(), samples) : this;
  }

  /** The true value, computed by solves. */
  record Exact() implements SlotSpec {
    @Override
    public String toString() {
      return "exact";
    }
  }

  /**
   * An estimate from a batch of its own.
   *
   * @param estimator who estimates
   * @param samples |τ|, trajectories per batch, 1 or more
   */
  record Sampled(Estimator estimator, int samples) implements SlotSpec {

    /** Checks the sample size. */
    public Sampled {
      if (samples < 1 || samples > MOST_SAMPLES) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the sample size is %d, expected 1 to %d trajectories",
                samples,
                MOST_SAMPLES));
      }
    }

    @Override
    public String toString() {
      return estimator.token() + ":" + samples;
    }
  }

  /**
   * Reads {@code exact}, {@code lvc} or {@code lvc:32}; the inverse of {@code toString}.
   *
   * @throws IllegalArgumentException quoting what is neither
   */
  static SlotSpec parse(String text) {
    if (text.equals("exact")) {
      return exact();
    }
    int colon = text.indexOf(':');
    Estimator estimator = Estimator.parse(colon < 0 ? text : text.substring(0, colon));
    if (colon < 0) {
      return new Sampled(estimator, DEFAULT_SAMPLES);
    }
    try {
      return new Sampled(estimator, Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"%s\" is not a slot, expected exact or an estimator and its sample size like %s:32"
              .formatted(text, estimator.token()),
          e);
    }
  }
}
