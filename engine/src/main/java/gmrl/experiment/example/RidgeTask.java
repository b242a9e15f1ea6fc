package gmrl.experiment.example;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.optim.bilevel.BilevelObjective;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Linear regression from few points, held near a learned prior mean φ with a learned strength e^ρ:
 * inner ½ mean (Xθ − y)² + ½ e^ρ ‖θ − φ‖², outer ½ mean (X′θ − y′)² on fresh points.
 *
 * @param x features [points][d]
 * @param y targets [points][1]
 * @param xq fresh features
 * @param yq fresh targets
 */
record RidgeTask(Variable x, Variable y, Variable xq, Variable yq) implements BilevelObjective {

  /** True weights at distance about {@code spread} from {@code centre}; noise of deviation .5. */
  static RidgeTask draw(RandomGenerator random, double[] centre, double spread, int points) {
    int d = centre.length;
    double[] weights = new double[d];
    for (int j = 0; j < d; j++) {
      weights[j] = centre[j] + spread * random.nextGaussian();
    }
    double[][] in = new double[2][points * d];
    double[][] out = new double[2][points];
    for (int half = 0; half < 2; half++) {
      for (int i = 0; i < points; i++) {
        for (int j = 0; j < d; j++) {
          double value = random.nextGaussian();
          in[half][i * d + j] = value;
          out[half][i] += value * weights[j];
        }
        out[half][i] += 0.5 * random.nextGaussian();
      }
    }
    return new RidgeTask(
        Variable.of(in[0], points, d),
        Variable.of(out[0], points, 1),
        Variable.of(in[1], points, d),
        Variable.of(out[1], points, 1));
  }

  @Override
  public List<Variable> start(List<Variable> meta) {
    return List.of(meta.get(0));
  }

  @Override
  public Variable inner(List<Variable> meta, List<Variable> params, int step) {
    Variable theta = params.get(0);
    Variable fit = x.matmul(theta).minus(y).square().mean();
    Variable stay = theta.minus(meta.get(0)).square().sum();
    return fit.plus(meta.get(1).exp().times(stay)).times(0.5);
  }

  @Override
  public Variable outer(List<Variable> meta, List<Variable> params) {
    return xq.matmul(params.get(0)).minus(yq).square().mean().times(0.5);
  }

  /** The inner minimum (XᵀX/N + e^ρ I)⁻¹ (Xᵀy/N + e^ρ φ), a differentiable closed form. */
  Variable minimum(List<Variable> meta) {
    int points = x.dim(0);
    int d = x.dim(1);
    double[] eye = new double[d * d];
    for (int j = 0; j < d; j++) {
      eye[j * d + j] = 1;
    }
    Variable strength = meta.get(1).exp();
    Variable transposed = x.transpose().times(1.0 / points);
    Variable hessian = transposed.matmul(x).plus(Variable.of(eye, d, d).times(strength));
    return Ops.solve(hessian, transposed.matmul(y).plus(meta.get(0).times(strength)));
  }
}
