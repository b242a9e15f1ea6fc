package gmrl.ipd;

import gmrl.numpy.StateArrays;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest trajectories, each batch with the joint probabilities it was drawn with.
 *
 * <p>Batches are never written to again, so a list of blocks stays what it was when later batches
 * push the oldest out. Belongs to one learner.
 */
final class ReplayBuffer {
  private final int capacity;
  private final ArrayDeque<Block> blocks = new ArrayDeque<>();
  private int held;

  /**
   * An empty buffer.
   *
   * @param capacity trajectories kept
   */
  ReplayBuffer(int capacity) {
    this.capacity = capacity;
  }

  void add(Block block) {
    blocks.addLast(block);
    held += block.batch.size();
    while (held > capacity) {
      held -= blocks.removeFirst().batch.size();
    }
  }

  /** Whether another batch of this size would push something out. */
  boolean isFull(int size) {
    return held + size > capacity;
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  void clear() {
    blocks.clear();
    held = 0;
  }

  /** Puts the batches down, or takes them up. */
  void carry(StateArrays state) {
    int count = state.count("batches", blocks.size());
    List<Block> present = blocks();
    if (state.takes()) {
      clear();
    }
    for (int i = 0; i < count; i++) {
      Block known = state.takes() ? null : present.get(i);
      Block carried = Block.carry(state.part("batch" + i), known);
      if (state.takes()) {
        add(carried);
      }
    }
  }

  /** What the buffer holds now. */
  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /**
   * A batch and the policies that drew it.
   *
   * @param batch not to be filled again
   * @param probability π₁π₂ at collection by cell [CELLS]
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, shared on purpose
  record Block(Batch batch, double[] probability) {
    private static Block carry(StateArrays state, @Nullable Block known) {
      Batch batch = Batch.carry(state, known == null ? null : known.batch);
      double[] probability = known == null ? new double[Scores.CELLS] : known.probability;
      state.fill("probability", probability);
      return new Block(batch, probability);
    }
  }
}
