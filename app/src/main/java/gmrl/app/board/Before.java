package gmrl.app.board;

import gmrl.experiment.bias.BiasResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the board showed before the last change: curves that the change leaves the same go on from
 * where they were, the others stay behind as ghosts until the new ones are there.
 */
final class Before {
  /** A curve is worth a ghost from this share of its trials on. */
  private static final double TELLING = 0.02;

  private @Nullable BiasResult left;
  private @Nullable BiasResult ghost;
  private @Nullable Readings ghostly;

  /** Takes what is shown when something changes; while a slider is dragged it has hardly begun. */
  void leave(BiasResult shown) {
    left = shown;
    if (shown.curves().stream().allMatch(Before::tells)) {
      ghost = shown;
      ghostly = null;
    }
  }

  /** Whether a curve is whole and looks like what it becomes; what is known needs no trials. */
  private static boolean tells(BiasResult.CurveResult curve) {
    return curve.points().size() == curve.spec().pointCount() && Readings.share(curve) >= TELLING;
  }

  /** Lets go of the ghosts: what is new is whole. */
  void settle() {
    ghost = null;
    ghostly = null;
  }

  /** Lets go of everything: all is computed again from the start. */
  void forget() {
    settle();
    left = null;
  }

  /**
   * A new result, in which every curve that is the same estimate as before has as many trials as it
   * had.
   */
  BiasResult continued(BiasResult now) {
    BiasResult earlier = left;
    return earlier == null
        ? now
        : new BiasResult(
            now.curves().stream()
                .map(
                    curve ->
                        BoardStudy.curve(earlier, curve.label())
                            .filter(old -> old.spec().equals(curve.spec()))
                            .filter(old -> isFurther(old, curve))
                            .orElse(curve))
                .toList(),
            now.timing());
  }

  private static boolean isFurther(BiasResult.CurveResult one, BiasResult.CurveResult other) {
    return (one.points().size() >= other.points().size()
            && Readings.trials(one) > Readings.trials(other))
        || one.points().size() > other.points().size();
  }

  /** What stood in a small plot before; null where the change has left it the same. */
  @Nullable Readings ghost(Row row, Column column, BiasResult now) {
    BiasResult earlier = ghost;
    if (earlier == null || same(earlier, now, BoardStudy.source(row, column))) {
      return null;
    }
    if (ghostly == null) {
      ghostly = new Readings(earlier);
    }
    return ghostly;
  }

  private static boolean same(BiasResult earlier, BiasResult now, String label) {
    Optional<BiasResult.CurveResult> one = BoardStudy.curve(earlier, label);
    Optional<BiasResult.CurveResult> other = BoardStudy.curve(now, label);
    return one.isPresent() && other.isPresent() && one.get().spec().equals(other.get().spec());
  }
}
