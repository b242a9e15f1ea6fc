package gmrl.experiment.inspect;

import java.util.ArrayList;
import java.util.List;

/** The plane of an exact inner path: its first step, and where the path bends to. */
final class Plane {
  private static final int POWER_ROUNDS = 30;

  /** An exact path that bends less than this share of its length is taken for straight. */
  private static final double STRAIGHT = 1e-3;

  private final double[] origin;
  private final double[] x;
  private final double[] y;

  private Plane(double[] origin, double[] x, double[] y) {
    this.origin = origin;
    this.x = x;
    this.y = y;
  }

  /**
   * The plane through an exact path.
   *
   * @param exact θ^0 … θ^K
   * @param sampled paths whose ends say where to look if the exact path is straight
   */
  static Plane of(double[][] exact, double[][][] sampled) {
    double[] origin = exact[0];
    double[] end = minus(exact[exact.length - 1], origin);
    double[] first = exact.length > 1 ? minus(exact[1], origin) : spread(exact, sampled, end);
    double[] x = unit(first);
    double[] across = without(end, x);
    boolean bends = exact.length > 2 && norm(across) > STRAIGHT * norm(end);
    return new Plane(origin, x, unit(without(bends ? across : spread(exact, sampled, x), x)));
  }

  /** What the directions of {@link #ofPreferences} are. */
  static final PathCloud.Axes PREFERENCES =
      new PathCloud.Axes(
          "first action preferred in state 0 →", "first action preferred in state 1 →");

  /** With two actions a policy depends on θ[s,0] − θ[s,1] alone: two states, two coordinates. */
  static Plane ofPreferences() {
    double half = Math.sqrt(0.5);
    return new Plane(
        new double[4], new double[] {half, -half, 0, 0}, new double[] {0, 0, half, -half});
  }

  /** Where θ is seen. */
  PathCloud.Place place(double[] theta) {
    double[] from = minus(theta, origin);
    return new PathCloud.Place(dot(from, x), dot(from, y));
  }

  /** Where a path is seen. */
  List<PathCloud.Place> places(double[][] path) {
    List<PathCloud.Place> places = new ArrayList<>();
    for (double[] theta : path) {
      places.add(place(theta));
    }
    return places;
  }

  /** Squared length of the part of a vector that lies in the plane. */
  double inside(double[] vector) {
    return dot(vector, x) * dot(vector, x) + dot(vector, y) * dot(vector, y);
  }

  /** The direction across x in which the sampled ends spread most, by power iteration. */
  private static double[] spread(double[][] exact, double[][][] sampled, double[] x) {
    int d = exact[0].length;
    double[] direction = new double[d];
    for (int i = 0; i < d; i++) {
      direction[i] = 1 + 0.01 * i;
    }
    direction = unit(without(direction, unit(x)));
    for (int round = 0; round < POWER_ROUNDS && sampled.length > 0; round++) {
      double[] next = new double[d];
      for (double[][] path : sampled) {
        double[] off = without(minus(path[path.length - 1], exact[exact.length - 1]), unit(x));
        double along = dot(off, direction);
        for (int i = 0; i < d; i++) {
          next[i] += along * off[i];
        }
      }
      if (!(norm(next) > 0)) {
        break;
      }
      direction = unit(next);
    }
    return direction;
  }

  static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  /** The part of a vector across a unit vector. */
  private static double[] without(double[] vector, double[] unit) {
    double along = dot(vector, unit);
    double[] rest = new double[vector.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = vector[i] - along * unit[i];
    }
    return rest;
  }

  private static double[] unit(double[] vector) {
    double norm = norm(vector);
    double[] unit = vector.clone();
    for (int i = 0; i < unit.length; i++) {
      unit[i] = norm > 0 ? unit[i] / norm : 0;
    }
    return unit;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
