package gmrl.atari.learn;

/**
 * Plain and LVC meta-gradients on the same experience, each split by inner step.
 *
 * @param plain automatic differentiation
 * @param lvc low-variance curvature
 */
public record Diagnosis(Split plain, Split lvc) {

  /**
   * One meta-gradient and where it comes from.
   *
   * @param total [4] derivative by the raw meta-parameters
   * @param mixed [K][4] the mixed derivative of each inner step, handed on without curvature
   * @param transported [K][4] what the curvature of the later steps adds to each
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Split(double[] total, double[][] mixed, double[][] transported) {}

  /** Cosine of the angle between the two; 1 where both are 0. */
  public double cosine() {
    return JointRegion.cosine(plain.total(), lvc.total());
  }
}
