package gmrl.ipd;

import java.util.Locale;

/** Where a slot's estimate comes from. */
public sealed interface Samples {

  /** The closed form; no samples. */
  record Exact() implements Samples {
    @Override
    public String toString() {
      return "exact";
    }
  }

  /** The inner slot's own batch (or closed form): LOLA-DiCE as published. */
  record AsInner() implements Samples {
    @Override
    public String toString() {
      return "shared";
    }
  }

  /**
   * An independent batch of rollouts at every step.
   *
   * @param trajectories batch size, 1 … 1 048 576
   */
  record Fresh(int trajectories) implements Samples {
    /** Largest batch accepted: about half a gigabyte of cells at a thousand steps. */
    public static final int MOST = 1 << 20;

    /** Checks the size. */
    public Fresh {
      if (trajectories < 1 || trajectories > MOST) {
        throw new IllegalArgumentException(
            "batch size is " + trajectories + ", expected 1 to " + MOST);
      }
    }

    @Override
    public String toString() {
      return Integer.toString(trajectories);
    }
  }

  /**
   * A fresh batch put into a replay buffer, and then the whole buffer with importance ratios.
   *
   * @param fresh trajectories drawn at every step
   * @param capacity trajectories kept, a multiple of {@code fresh}
   */
  record Replay(int fresh, int capacity) implements Samples {
    /** Checks the sizes. */
    public Replay {
      new Fresh(fresh);
      if (capacity < fresh || capacity > Fresh.MOST || capacity % fresh != 0) {
        throw new IllegalArgumentException(
            "replay buffer is "
                + capacity
                + " trajectories, expected a multiple of the batch size "
                + fresh
                + " and at most "
                + Fresh.MOST);
      }
    }

    @Override
    public String toString() {
      return "replay:" + fresh + "/" + capacity;
    }
  }

  /** Whether trajectories of its own are drawn or replayed. */
  default boolean isSampled() {
    return this instanceof Fresh || this instanceof Replay;
  }

  /** Where the estimate comes from, as the end of a sentence on it. */
  default String words() {
    if (this instanceof Fresh fresh) {
      return "from " + fresh + " rollouts";
    }
    if (this instanceof Replay replay) {
      int kept = replay.capacity() - replay.fresh();
      return "from " + replay.fresh() + " new and up to " + kept + " replayed rollouts";
    }
    return this instanceof AsInner ? "from the inner gradient’s rollouts" : "exact";
  }

  /**
   * Reads a batch size, {@code exact} or {@code shared}.
   *
   * @param slot name of the slot, for the message
   * @param isHessian whether it is one that may share the inner slot's samples
   * @throws IllegalArgumentException if it is none of these
   */
  static Samples parse(String slot, String text, boolean isHessian) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "exact" -> new Exact();
      case "shared" -> new AsInner();
      default -> {
        try {
          yield new Fresh(Integer.parseInt(text));
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException(
              slot
                  + " is '"
                  + text
                  + "', expected a number of trajectories"
                  + (isHessian ? ", 'exact' or 'shared'" : " or 'exact'"),
              e);
        }
      }
    };
  }
}
