package gmrl.mdp;

/** LIRPG's sampled derivatives step by step from their formulas, with the reference's constant. */
final class DirectLirpg {
  private final Mdp mdp;
  private final PolicyPoint point;
  private final TrajectoryBatch batch;
  private final double[] critic;
  private final double[] phi;
  private final double lambda;
  private final double[] direction;

  DirectLirpg(
      Mdp mdp,
      PolicyPoint point,
      TrajectoryBatch batch,
      double[] critic,
      double[] phi,
      double lambda,
      double[] direction) {
    this.mdp = mdp;
    this.point = point;
    this.batch = batch;
    this.critic = critic;
    this.phi = phi;
    this.lambda = lambda;
    this.direction = direction;
  }

  /**
   * Gradient, Hessian-vector product and mixed product of a surrogate with π/(μ + ε), log(π + ε).
   */
  double[][] derivatives(Estimator estimator, boolean keep, double epsilon) {
    int actions = mdp.actions();
    double[] pi = point.policy();
    double[][] out = new double[3][mdp.cells()];
    for (int n = 0; n < batch.count(); n++) {
      double[] advantages = advantages(n, critic, phi, true);
      for (int t = 0; t < batch.horizon(); t++) {
        int cell = batch.cells()[t * batch.count() + n];
        int row = cell / actions * actions;
        double shrink = pi[cell] / (pi[cell] + epsilon);
        double weight = Math.pow(mdp.gamma(), t) * advantages[t] / batch.count() * shrink;
        double mean = 0;
        for (int a = 0; a < actions; a++) {
          mean += pi[row + a] * direction[row + a];
        }
        double z = direction[cell] - mean;
        // π''/(π+ε) for the ratio; minus (π'/(π+ε))² for the logarithm.
        double outer = estimator == Estimator.LVC ? 1 : 1 - shrink;
        for (int a = 0; a < actions; a++) {
          int other = row + a;
          double score = (other == cell ? 1 : 0) - pi[other];
          out[0][other] += weight * score;
          out[1][other] += weight * (outer * score * z - pi[other] * (direction[other] - mean));
        }
      }
    }
    // Advantages are linear in φ: differences over one unit are derivatives.
    for (int cell = 0; cell < mdp.cells(); cell++) {
      double[] unit = new double[mdp.cells()];
      unit[cell] = 1;
      double[] criticChange = keep ? values(unit) : new double[mdp.states()];
      out[2][cell] = projected(criticChange, unit, epsilon);
    }
    return out;
  }

  private double projected(double[] criticChange, double[] rewardChange, double epsilon) {
    int actions = mdp.actions();
    double[] pi = point.policy();
    double sum = 0;
    for (int n = 0; n < batch.count(); n++) {
      double[] changes = advantages(n, criticChange, rewardChange, false);
      for (int t = 0; t < batch.horizon(); t++) {
        int cell = batch.cells()[t * batch.count() + n];
        int row = cell / actions * actions;
        double mean = 0;
        for (int a = 0; a < actions; a++) {
          mean += pi[row + a] * direction[row + a];
        }
        double shrink = pi[cell] / (pi[cell] + epsilon);
        sum +=
            Math.pow(mdp.gamma(), t)
                * changes[t]
                / batch.count()
                * shrink
                * (direction[cell] - mean);
      }
    }
    return sum;
  }

  private double[] advantages(int n, double[] values, double[] bonus, boolean withRewards) {
    int actions = mdp.actions();
    int count = batch.count();
    double[] advantages = new double[batch.horizon() + 1];
    for (int t = batch.horizon() - 1; t >= 0; t--) {
      int cell = batch.cells()[t * count + n];
      int next =
          t + 1 < batch.horizon()
              ? batch.cells()[(t + 1) * count + n] / actions
              : batch.finalStates()[n];
      double reward = withRewards ? batch.recordedRewards()[t * count + n] : 0;
      double delta = reward + bonus[cell] + mdp.gamma() * values[next] - values[cell / actions];
      advantages[t] = delta + mdp.gamma() * lambda * advantages[t + 1];
    }
    return advantages;
  }

  private double[] values(double[] reward) {
    ReturnEvaluation evaluation = new ReturnEvaluation(point);
    evaluation.reset(reward);
    return evaluation.value();
  }
}
