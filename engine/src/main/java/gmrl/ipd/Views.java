package gmrl.ipd;

/** The two agents' numberings of the five states: swapping the two mixed outcomes swaps views. */
final class Views {
  /** Number of states: the start and the four joint outcomes. */
  static final int STATES = 5;

  private static final int[] SWAP = {0, 1, 3, 2, 4};

  private Views() {}

  /** The other agent's number of a state. */
  static int swap(int state) {
    return SWAP[state];
  }

  /** A five-entry vector in the other agent's view, as a new array. */
  static double[] swap(double[] byState) {
    double[] swapped = new double[STATES];
    for (int s = 0; s < STATES; s++) {
      swapped[s] = byState[SWAP[s]];
    }
    return swapped;
  }

  /** An agent's own view turned into agent 1's view, or back, as a new array. */
  static double[] joint(int agent, double[] byState) {
    return agent == 0 ? byState.clone() : swap(byState);
  }

  static double[] checked(String what, double[] theta) {
    if (theta.length != STATES) {
      throw new IllegalArgumentException(
          what + " has " + theta.length + " entries, expected 5 (start and four outcomes)");
    }
    for (double value : theta) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(what + " holds " + value + ", expected finite");
      }
    }
    return theta;
  }
}
