package gmrl.app.bias;

/** What the band around a curve means. */
public enum Bands {
  /** No band. */
  NONE("No bands"),
  /**
   * 95 % interval of the mean over these MDPs, from the finite number of trials. The points of a
   * sweep share random numbers, so a sampled curve errs as a whole inside its bands.
   */
  TRIALS("95 % interval: finite trials (points share random numbers: a curve errs as a whole)"),
  /** 95 % interval of the mean over all such MDPs, from the finite number of MDPs. */
  MDPS("95 % interval: finite MDPs");

  private final String title;

  Bands(String title) {
    this.title = title;
  }

  /** Name in the menu. */
  public String title() {
    return title;
  }
}
