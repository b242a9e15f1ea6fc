package gmrl.ipd;

import java.util.ArrayDeque;
import java.util.List;

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
  record Block(Batch batch, double[] probability) {}
}
