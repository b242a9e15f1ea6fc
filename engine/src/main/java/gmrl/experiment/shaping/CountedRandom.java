package gmrl.experiment.shaping;

import gmrl.numpy.StateArrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A generator that knows how far it has come, so that another one can be brought there. */
final class CountedRandom implements RandomGenerator {
  private final SplittableRandom source;
  private long drawn;

  CountedRandom(SplittableRandom source) {
    this.source = source;
  }

  @Override
  public long nextLong() {
    drawn++;
    return source.nextLong();
  }

  /** Puts the place down, or goes there. */
  void carry(StateArrays state, String name) {
    for (long there = state.whole(name, drawn); drawn < there; ) {
      nextLong();
    }
  }
}
