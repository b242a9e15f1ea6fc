package gmrl.optim;

import java.util.List;

/** A number that changes with the count of updates made before: 0, 1, 2, … */
public interface Schedule {

  /** The value for the update number {@code count}, counted from 0. */
  double at(int count);

  /** A fixed value. */
  static Schedule constant(double value) {
    return new Constant(value);
  }

  /** Always the same. */
  record Constant(double value) implements Schedule {
    public Constant {
      Hyperparameters.finite("value", value);
    }

    @Override
    public double at(int count) {
      return value;
    }
  }

  /**
   * (start − end)(1 − c/T)ᵖ + end with c = count − begin, limited to [0, T].
   *
   * @param power p
   * @param steps T
   * @param begin updates before the change sets in
   */
  record Polynomial(double start, double end, double power, int steps, int begin)
      implements Schedule {
    public Polynomial {
      Hyperparameters.finite("start", start);
      Hyperparameters.finite("end", end);
      Hyperparameters.notNegative("power", power);
      Hyperparameters.require(steps > 0, "steps", "> 0", steps);
      Hyperparameters.require(begin >= 0, "begin", "≥ 0", begin);
    }

    /** Straight from start to end. */
    public static Polynomial linear(double start, double end, int steps) {
      return new Polynomial(start, end, 1, steps, 0);
    }

    @Override
    public double at(int count) {
      double c = Math.min(Math.max(count - begin, 0), steps);
      return (start - end) * Math.pow(1 - c / steps, power) + end;
    }
  }

  /**
   * start·qᶜᐟᵀ with c = count − begin, and start while c ≤ 0.
   *
   * @param decayRate q; above 1 the value grows
   * @param steps T
   * @param staircase whether c/T is rounded down
   * @param limit never below this (never above, if q ≥ 1); NaN for no limit
   */
  record Exponential(
      double start, double decayRate, int steps, int begin, boolean staircase, double limit)
      implements Schedule {
    public Exponential {
      Hyperparameters.finite("start", start);
      Hyperparameters.positive("decay rate", decayRate);
      Hyperparameters.require(steps > 0, "steps", "> 0", steps);
      Hyperparameters.require(begin >= 0, "begin", "≥ 0", begin);
    }

    /** Times q every T updates, smoothly and without limit. */
    public static Exponential of(double start, double decayRate, int steps) {
      return new Exponential(start, decayRate, steps, 0, false, Double.NaN);
    }

    @Override
    public double at(int count) {
      int c = count - begin;
      double power = staircase ? Math.floor((double) c / steps) : (double) c / steps;
      double value = c <= 0 ? start : start * Math.pow(decayRate, power);
      if (Double.isNaN(limit)) {
        return value;
      }
      return decayRate < 1 ? Math.max(value, limit) : Math.min(value, limit);
    }
  }

  /** Half a cosine wave: end + (start − end)(1 + cos(π c/T))/2 with c = min(count, T). */
  record Cosine(double start, double end, int steps) implements Schedule {
    public Cosine {
      Hyperparameters.finite("start", start);
      Hyperparameters.finite("end", end);
      Hyperparameters.require(steps > 0, "steps", "> 0", steps);
    }

    @Override
    public double at(int count) {
      double c = Math.min(count, steps);
      return end + (start - end) * (1 + Math.cos(Math.PI * c / steps)) / 2;
    }
  }

  /** Straight from {@code start} to {@code after.at(0)} in some steps, then {@code after}. */
  record WarmUp(double start, int steps, Schedule after) implements Schedule {
    public WarmUp {
      Hyperparameters.finite("start", start);
      Hyperparameters.require(steps > 0, "steps", "> 0", steps);
    }

    @Override
    public double at(int count) {
      return count < steps
          ? start + (after.at(0) - start) * count / steps
          : after.at(count - steps);
    }
  }

  /**
   * Schedules one after the other; each counts from its own beginning.
   *
   * @param boundaries counts at which the second, third, … piece begins, ascending
   * @param pieces one more than boundaries
   */
  record Piecewise(List<Integer> boundaries, List<Schedule> pieces) implements Schedule {
    public Piecewise {
      boundaries = List.copyOf(boundaries);
      pieces = List.copyOf(pieces);
      Hyperparameters.require(
          pieces.size() == boundaries.size() + 1,
          "pieces",
          "one more than the " + boundaries.size() + " boundaries",
          pieces.size());
      for (int i = 0; i < boundaries.size(); i++) {
        int before = i == 0 ? 0 : boundaries.get(i - 1);
        Hyperparameters.require(
            boundaries.get(i) > before, "boundaries", "ascending and > 0", boundaries);
      }
    }

    @Override
    public double at(int count) {
      int piece = 0;
      while (piece < boundaries.size() && count >= boundaries.get(piece)) {
        piece++;
      }
      return pieces.get(piece).at(piece == 0 ? count : count - boundaries.get(piece - 1));
    }
  }
}
