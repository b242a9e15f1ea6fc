package gmrl.optim.implicit;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** Several arrays as one vector and back. */
public final class Packing {

  private Packing() {}

  /** The elements of all arrays, one array after the other. */
  public static Variable pack(List<Variable> arrays) {
    return Ops.concatenate(0, arrays.stream().map(x -> x.reshape(x.size())).toList());
  }

  /** Arrays of the shapes of {@code like}, from a vector. */
  public static List<Variable> unpack(Variable vector, List<Variable> like) {
    List<Variable> arrays = new ArrayList<>();
    int at = 0;
    for (Variable x : like) {
      arrays.add(Ops.slice(vector, 0, at, at + x.size()).reshape(x.shape()));
      at += x.size();
    }
    return arrays;
  }

  /** The unit vector along {@code axis}, of the length and type of {@code like}. */
  static Variable unit(Variable like, int axis) {
    double[] unit = new double[like.size()];
    unit[axis] = 1;
    return vector(like, unit);
  }

  /** A constant vector of the type of {@code like}. */
  static Variable vector(Variable like, double[] numbers) {
    if (like.type() == DataType.DOUBLE) {
      return Variable.of(numbers, numbers.length);
    }
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return Variable.of(floats, floats.length);
  }
}
