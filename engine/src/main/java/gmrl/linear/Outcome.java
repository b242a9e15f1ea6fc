package gmrl.linear;

/** How an iteration ended. */
public enum Outcome {
  /** The residual is as small as was asked for. */
  SOLVED("solved"),
  /** The allowed number of iterations was used up first. */
  UNFINISHED("not solved within the allowed number of iterations"),
  /** A direction p with pᵀAp &lt; 0 was met: the matrix is not positive definite. */
  INDEFINITE("stopped, because the matrix is not positive definite"),
  /** A direction p with pᵀAp = 0 to rounding was met: there the matrix decides nothing. */
  SINGULAR("stopped, because the matrix is singular"),
  /** A number was infinite or undefined. */
  NOT_FINITE("stopped, because a number was infinite or undefined");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** In words, to be put behind "the linear system was". */
  public String words() {
    return words;
  }
}
