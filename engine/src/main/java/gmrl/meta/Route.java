package gmrl.meta;

/** How the mean of an estimate, hence its bias, was obtained. */
public enum Route {
  /** The means of all batches are known: no sampling error at all. */
  CLOSED_FORM("closed-form"),
  /** Mean over inner paths of the known mean given the path (Rao–Blackwell). */
  CONDITIONED("conditioned"),
  /** The same after a linear correction for the inner noise, whose mean is exactly zero. */
  CONTROLLED("controlled"),
  /** The mean of the trials themselves. */
  SAMPLED("sampled");

  private final String token;

  Route(String token) {
    this.token = token;
  }

  /** The name used on the command line and in files. */
  public String token() {
    return token;
  }
}
