package gmrl.autodiff;

import gmrl.autodiff.memory.Store;
import org.jspecify.annotations.Nullable;

/**
 * One operation on arrays, with the rule of its derivative beside it.
 *
 * <p>The rule is written with operations on variables, so it can itself be differentiated.
 */
sealed interface Primitive permits Kernel, Reshape, Identity, Checkpoint, Custom, Root {

  /** Name for drawings and messages. */
  String label();

  /** Computes the value; inputs have been checked. */
  Value evaluate(Variable[] inputs);

  /**
   * Cotangents of the inputs.
   *
   * @param call this operation's inputs and output
   * @param cotangent cotangent of the output, of its shape
   * @return one entry per input; null means zero. Entries that are not {@link Call#needs needed}
   *     are ignored.
   */
  @Nullable Variable[] pullback(Call call, Variable cotangent);

  /** Numbers and their shape. */
  @SuppressWarnings("ArrayRecordComponent")
  record Value(Store store, int[] shape) {}

  /** A recorded application of a primitive. */
  @SuppressWarnings("ArrayRecordComponent")
  record Call(Variable[] inputs, Variable output, boolean[] needed) {
    Variable input(int i) {
      return inputs[i];
    }

    /** Whether anything that is asked for depends on input {@code i}. */
    boolean needs(int i) {
      return needed[i];
    }
  }
}
