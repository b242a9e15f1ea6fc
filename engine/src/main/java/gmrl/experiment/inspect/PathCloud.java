package gmrl.experiment.inspect;

import java.util.List;

/**
 * Where the inner loop leads: the exact path of θ and many sampled ones, seen in one plane.
 *
 * @param exact θ^0 … θ^K of the exact path in the plane [K+1]
 * @param paths one sampled path each, θ̂^0 … θ̂^K in the plane [trials][K+1]
 * @param seen share of the squared distance of the sampled ends from the exact end that lies in the
 *     plane, 0 to 1; 1 where nothing is sampled
 */
public record PathCloud(List<Place> exact, List<List<Place>> paths, double seen) {

  /** Freezes the lists. */
  public PathCloud {
    exact = List.copyOf(exact);
    paths = List.copyOf(paths);
  }

  /**
   * A place in the plane, in units of θ, with θ^0 at the origin.
   *
   * @param x along the first exact step
   * @param y across it: towards the end of the exact path, or where the sampled ends spread most if
   *     that path is straight
   */
  public record Place(double x, double y) {}
}
