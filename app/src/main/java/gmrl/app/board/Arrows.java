package gmrl.app.board;

import gmrl.experiment.bias.BiasResult;
import java.util.Optional;

/**
 * Meta-gradients of the first MDP in the plane of the true one and the mean estimate, in units of
 * the true one: it is (1, 0).
 *
 * @param mean the mean estimate with every slot as it is set
 * @param compositional what sampled inner gradients alone add to the truth, on average
 * @param hessian what the estimated Hessian alone adds to the truth, on average
 * @param angle degrees between the mean and the truth
 * @param compositionalLength that part in all directions, without noise
 * @param hessianLength that part in all directions, without noise
 */
record Arrows(
    Point mean,
    Point compositional,
    Point hessian,
    double angle,
    RelativeBias compositionalLength,
    RelativeBias hessianLength) {

  /** A vector in the plane. */
  record Point(double x, double y) {
    double length() {
      return Math.hypot(x, y);
    }
  }

  /** The arrows of a board's result, once every part has trials. */
  static Optional<Arrows> of(BiasResult result) {
    Optional<BiasResult.MdpResult> all = first(result, BoardStudy.ALL_NOW);
    Optional<BiasResult.MdpResult> inner = first(result, BoardStudy.now(Row.COMPOSITIONAL));
    Optional<BiasResult.MdpResult> hessian = first(result, BoardStudy.now(Row.HESSIAN));
    boolean estimated = BoardStudy.curve(result, BoardStudy.ALL_NOW).isPresent();
    if (inner.isEmpty() || hessian.isEmpty() || (estimated && all.isEmpty())) {
      return Optional.empty();
    }
    double[] truth = inner.get().exact().metaGradient().flat();
    double scale = norm(truth);
    if (!(scale > 0)) {
      return Optional.empty();
    }
    double[] mean = all.map(m -> m.measures().mean()).orElse(truth);
    double[] part1 = minus(inner.get().measures().mean(), truth);
    double[] part2 = minus(hessian.get().measures().mean(), truth);
    double[] x = scaled(truth, 1 / scale);
    double[] off = minus(mean, truth);
    double[] across = minus(off, scaled(x, dot(off, x)));
    // Without a sideways error any direction will do: take that of a part.
    if (!(norm(across) > 1e-9 * scale)) {
      double[] parts = norm(part2) > norm(part1) ? part2 : part1;
      across = minus(parts, scaled(x, dot(parts, x)));
    }
    double[] y = norm(across) > 0 ? scaled(across, 1 / norm(across)) : new double[x.length];
    Point there = in(mean, x, y, scale);
    double angle = Math.toDegrees(Math.atan2(Math.abs(there.y()), there.x()));
    return Optional.of(
        new Arrows(
            there,
            in(part1, x, y, scale),
            in(part2, x, y, scale),
            angle,
            RelativeBias.of(inner.get()),
            RelativeBias.of(hessian.get())));
  }

  private static Optional<BiasResult.MdpResult> first(BiasResult result, String label) {
    return BoardStudy.curve(result, label)
        .filter(curve -> !curve.points().isEmpty())
        .map(curve -> curve.points().get(0).mdps().get(0))
        .filter(mdp -> mdp.measures().trials() >= 2);
  }

  private static Point in(double[] vector, double[] x, double[] y, double scale) {
    return new Point(dot(vector, x) / scale, dot(vector, y) / scale);
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static double[] scaled(double[] a, double factor) {
    double[] scaled = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      scaled[i] = factor * a[i];
    }
    return scaled;
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
