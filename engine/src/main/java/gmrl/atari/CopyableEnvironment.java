package gmrl.atari;

import java.util.random.RandomGenerator;

/** An environment whose present state can be played on from more than once. */
public interface CopyableEnvironment extends Environment {
  /** An independent environment in the same state that draws the same numbers from here on. */
  CopyableEnvironment copy();

  /** An independent environment in the same state that draws from {@code random} from here on. */
  CopyableEnvironment copy(RandomGenerator random);
}
