package gmrl.atari.learn;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * The cotangent of a {@link Learner} on its way back through a window, and what each step took from
 * it.
 */
final class LearnerCotangent {
  private final boolean curvature;
  private final List<double[]> shares = new ArrayList<>();
  private List<Variable> arrays;

  /**
   * Nothing yet.
   *
   * @param curvature whether second derivatives by θ take part; without them only what does not
   *     pass through them is handed on
   */
  LearnerCotangent(Learner like, boolean curvature) {
    this.arrays = like.all().stream().map(Ops::zerosLike).toList();
    this.curvature = curvature;
  }

  boolean curvature() {
    return curvature;
  }

  /** Of parameters, means and means of squares, see {@link Learner#all}. */
  List<Variable> arrays() {
    return arrays;
  }

  void replace(List<Variable> others) {
    arrays = List.copyOf(others);
  }

  /** Adds the gradient of a function of the parameters. */
  void add(List<Variable> ofParameters) {
    List<Variable> out = new ArrayList<>(arrays);
    for (int i = 0; i < ofParameters.size(); i++) {
      out.set(i, out.get(i).plus(ofParameters.get(i)));
    }
    arrays = List.copyOf(out);
  }

  /** Adds one step's share to the meta-gradient and remembers it. */
  void share(double[] share, double[] meta) {
    shares.add(0, share);
    for (int i = 0; i < meta.length; i++) {
      meta[i] += share[i];
    }
  }

  /** The shares, in the order of the steps. */
  double[][] shares() {
    return shares.toArray(new double[0][]);
  }
}
