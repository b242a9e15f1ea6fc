package gmrl.experiment;

import gmrl.numpy.StateArrays;
import java.util.function.Consumer;

/**
 * Keeps how far an experiment has come, so that another process goes on from there to the same
 * numbers. Belongs to the thread that runs the experiment.
 */
public interface Keeper {
  /** Keeps nothing: what is cut short begins anew. */
  Keeper NONE =
      new Keeper() {
        @Override
        public boolean takeUp(Consumer<StateArrays> state) {
          return false;
        }

        @Override
        public void putDown(Consumer<StateArrays> state) {
          // nobody asks for it
        }
      };

  /**
   * Hands back what an earlier process has put down, if there is something.
   *
   * @param state takes it up; called once or never
   * @return whether it was called
   * @throws IllegalArgumentException in one sentence if what is there cannot be used
   */
  boolean takeUp(Consumer<StateArrays> state);

  /**
   * Keeps the present state if it is time for it. To be called between two strides, while no worker
   * changes anything.
   *
   * @param state puts down everything that what follows depends on
   */
  void putDown(Consumer<StateArrays> state);
}
