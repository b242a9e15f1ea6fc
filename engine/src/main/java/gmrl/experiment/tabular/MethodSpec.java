package gmrl.experiment.tabular;

import gmrl.Digits;
import gmrl.experiment.Counted;
import gmrl.experiment.PlainNumber;
import gmrl.experiment.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * How the meta-gradient is taken out of the inner loop.
 *
 * <p>Written as a token, and where it has a number, that number: {@code truncated:1}, {@code
 * mixture:0.5}, {@code implicit:10}, {@code es:8}.
 */
public sealed interface MethodSpec {
  /** How methods are written. */
  String FORMS =
      "unrolled, truncated:STEPS, mixture:WEIGHT, implicit:ITERATIONS, es:PAIRS, pes:PAIRS or"
          + " pre-adaptation";

  /** What it is called where people read it, without its number. */
  String name();

  /** The same with its number, as a legend says it. */
  default String title() {
    return name();
  }

  /** Differentiation through all K inner steps, the method of the paper. */
  record Unrolled() implements MethodSpec {
    @Override
    public String name() {
      return "unrolled";
    }

    @Override
    public String toString() {
      return "unrolled";
    }
  }

  /**
   * Differentiation through the last inner steps only.
   *
   * @param steps number of steps, 0 or more; 0 is the first-order gradient
   */
  record Truncated(int steps) implements MethodSpec {
    /** Checks the range. */
    public Truncated {
      Ranges.range("truncated", steps, 0, TabularSetup.MOST_STEPS);
    }

    @Override
    public String name() {
      return "truncated";
    }

    @Override
    public String title() {
      return steps == 0
          ? "first-order"
          : name() + " to the last " + (steps == 1 ? "step" : steps + " steps");
    }

    @Override
    public String toString() {
      return "truncated:" + steps;
    }
  }

  /**
   * Differentiation through all inner steps of the outer objective at every step, step k weighed as
   * λ^{K−k}: one estimate of a mixture over the number of inner steps.
   *
   * @param keep λ in [0, 1]; 1 weighs all alike, 0 is the last alone
   */
  record Mixture(double keep) implements MethodSpec {
    /** Checks the range. */
    public Mixture {
      if (!(keep >= 0 && keep <= 1)) {
        throw new IllegalArgumentException("mixture is " + keep + ", expected a value in [0, 1]");
      }
    }

    @Override
    public String name() {
      return "mixture over K";
    }

    @Override
    public String title() {
      return name() + ", λ = " + Digits.of(keep);
    }

    @Override
    public String toString() {
      return "mixture:" + keep;
    }
  }

  /**
   * The optimality condition of the proximal problem with λ = 1/(αK).
   *
   * @param iterations most conjugate-gradient iterations, 1 or more
   */
  record Implicit(int iterations) implements MethodSpec {
    /** Checks the range. */
    public Implicit {
      Ranges.range("implicit", iterations, 1, 1000);
    }

    @Override
    public String name() {
      return "implicit";
    }

    @Override
    public String title() {
      return name() + ", " + Counted.of(iterations, "iteration");
    }

    @Override
    public String toString() {
      return "implicit:" + iterations;
    }
  }

  /**
   * Evolution strategies on the whole inner loop, antithetic pairs with σ = {@value #SIGMA}.
   *
   * @param pairs pairs a trial, 1 or more
   */
  record EvolutionStrategies(int pairs) implements MethodSpec {
    /** Standard deviation of the perturbation of φ. */
    public static final double SIGMA = 0.1;

    /** Checks the range. */
    public EvolutionStrategies {
      Ranges.range("es", pairs, 1, 100_000);
    }

    @Override
    public String name() {
      return "evolution strategies";
    }

    @Override
    public String title() {
      return name() + ", " + Counted.of(pairs, "pair");
    }

    @Override
    public String toString() {
      return "es:" + pairs;
    }
  }

  /**
   * Persistent evolution strategies: as above with a perturbation of its own for every inner step,
   * so that an unroll can be cut into windows of one step.
   *
   * @param pairs pairs a trial, 1 or more
   */
  record PersistentStrategies(int pairs) implements MethodSpec {
    /** Checks the range. */
    public PersistentStrategies {
      Ranges.range("pes", pairs, 1, 100_000);
    }

    @Override
    public String name() {
      return "persistent strategies";
    }

    @Override
    public String title() {
      return name() + ", " + Counted.of(pairs, "pair");
    }

    @Override
    public String toString() {
      return "pes:" + pairs;
    }
  }

  /** Antithetic pairs that a trial evaluates; 0 where nothing is perturbed. */
  default int pairsOfTrial() {
    return this instanceof EvolutionStrategies es
        ? es.pairs()
        : this instanceof PersistentStrategies pes ? pes.pairs() : 0;
  }

  /**
   * Differentiation of what sampled adaptation is worth, with the pre-adaptation term of E-MAML and
   * SG-MRL: each sampled inner batch serves as its own Hessian batch, so the Hessian slot is used
   * only where the inner slot is exact and there is no such term.
   */
  record PreAdaptation() implements MethodSpec {
    @Override
    public String name() {
      return "pre-adaptation";
    }

    @Override
    public String toString() {
      return "pre-adaptation";
    }
  }

  /**
   * Reads a method; the inverse of {@code toString}. A missing number is {@code truncated:1},
   * {@code mixture:1}, {@code implicit:10}, {@code es:8}, {@code pes:8}.
   *
   * @throws IllegalArgumentException quoting what is none
   */
  static MethodSpec parse(String text) {
    int colon = text.indexOf(':');
    String token = colon < 0 ? text : text.substring(0, colon);
    try {
      String number = colon < 0 ? "" : text.substring(colon + 1);
      switch (token) {
        case "unrolled" -> {
          if (colon < 0) {
            return new Unrolled();
          }
        }
        case "pre-adaptation" -> {
          if (colon < 0) {
            return new PreAdaptation();
          }
        }
        case "truncated" -> {
          return new Truncated(colon < 0 ? 1 : Integer.parseInt(number));
        }
        case "mixture" -> {
          return new Mixture(colon < 0 ? 1 : PlainNumber.parse(number));
        }
        case "implicit" -> {
          return new Implicit(colon < 0 ? 10 : Integer.parseInt(number));
        }
        case "es" -> {
          return new EvolutionStrategies(colon < 0 ? 8 : Integer.parseInt(number));
        }
        case "pes" -> {
          return new PersistentStrategies(colon < 0 ? 8 : Integer.parseInt(number));
        }
        default -> {}
      }
    } catch (NumberFormatException e) {
      throw unknown(text, e);
    }
    throw unknown(text, null);
  }

  private static IllegalArgumentException unknown(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "method is \"%s\", expected %s".formatted(text, FORMS), cause);
  }
}
