package gmrl.experiment.inspect;

import java.util.List;
import java.util.Optional;

/**
 * Where the inner loop leads: the exact path of θ and many sampled ones, seen in one plane.
 *
 * @param exact θ^0 … θ^K of the exact path in the plane [K+1]
 * @param paths one sampled path each, θ̂^0 … θ̂^K in the plane [trials][K+1]
 * @param axes what the two directions are; empty for the plane of the exact path
 * @param seen share of the squared distance of the sampled ends from the exact end that lies in the
 *     plane, 0 to 1; 1 where nothing is sampled
 */
public record PathCloud(
    List<Place> exact, List<List<Place>> paths, Optional<Axes> axes, double seen) {

  /** Freezes the lists. */
  public PathCloud {
    exact = List.copyOf(exact);
    paths = List.copyOf(paths);
  }

  /**
   * Two coordinates that say all about θ: how much an action is preferred to the other one in each
   * of two states.
   *
   * @param x name of the horizontal one
   * @param y name of the vertical one
   */
  public record Axes(String x, String y) {}

  /**
   * A place in the plane, in units of θ, with θ^0 at the origin.
   *
   * @param x along the first exact step
   * @param y across it: towards the end of the exact path, or where the sampled ends spread most if
   *     that path is straight
   */
  public record Place(double x, double y) {}
}
