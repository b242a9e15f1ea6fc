package gmrl.atari.learn;

import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Named arrays of floats on the Java heap: parameters or moments between two updates, as they are
 * stored and read back.
 */
public record Parameters(List<Tensor> tensors) {

  /**
   * One array.
   *
   * @param name unique within its set
   * @param shape outputs first
   * @param data row by row
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Tensor(String name, int[] shape, float[] data) {
    public Tensor {
      int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      if (size != data.length) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s of shape %s needs %d numbers, not %d",
                name,
                Arrays.toString(shape),
                size,
                data.length));
      }
    }

    Variable variable() {
      return Variable.of(data, shape);
    }
  }

  public Parameters {
    tensors = List.copyOf(tensors);
  }

  /** The arrays as variables of the innermost scope. */
  public List<Variable> variables() {
    return tensors.stream().map(Tensor::variable).toList();
  }

  /** Arrays of the same names and shapes with the numbers of {@code values}. */
  Parameters with(List<Variable> values) {
    List<Tensor> out = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      Tensor like = tensors.get(i);
      out.add(new Tensor(like.name(), like.shape(), values.get(i).toFloats()));
    }
    return new Parameters(out);
  }

  /** Zeros of the same names and shapes. */
  Parameters zeros() {
    return new Parameters(
        tensors.stream()
            .map(t -> new Tensor(t.name(), t.shape(), new float[t.data().length]))
            .toList());
  }

  /** Whether every entry is a number. */
  public boolean finite() {
    for (Tensor tensor : tensors) {
      for (float x : tensor.data()) {
        if (!Float.isFinite(x)) {
          return false;
        }
      }
    }
    return true;
  }

  /** How many numbers there are. */
  int size() {
    return tensors.stream().mapToInt(t -> t.data().length).sum();
  }
}
