package gmrl.meta;

/**
 * Where a meta-learner stands after some updates of φ.
 *
 * @param update number of updates made
 * @param phi φ [phiSize]
 * @param objective J_out(φ, θ^K) after exact adaptation: what this φ is worth
 * @param exactGradient the exact ∇_φ J at this φ [phiSize]
 * @param stepNorm ‖ĝ‖ of the gradient that led here; 0 at the start
 * @param stepCosine cosine of that gradient with the exact one at the φ it was taken at; NaN at the
 *     start and where either is zero
 * @param stopped whether the learner has stopped because φ or its gradient left the finite numbers;
 *     φ and the objective then stay the last finite ones
 */
@SuppressWarnings("ArrayRecordComponent") // cloned at the door; compared by nobody
public record TrainingState(
    int update,
    double[] phi,
    double objective,
    double[] exactGradient,
    double stepNorm,
    double stepCosine,
    boolean stopped) {

  /** Clones the arrays. */
  public TrainingState {
    phi = phi.clone();
    exactGradient = exactGradient.clone();
  }

  @Override
  public double[] phi() {
    return phi.clone();
  }

  @Override
  public double[] exactGradient() {
    return exactGradient.clone();
  }
}
