package gmrl.optim.zeroorder;

import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** Constants made of plain numbers. */
final class Shaped {

  private Shaped() {}

  /** Numbers in the shape and type of {@code like}. */
  static Variable like(Variable like, double[] values) {
    if (like.type() == DataType.DOUBLE) {
      return Variable.of(values, like.shape());
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return Variable.of(floats, like.shape());
  }

  /** The arguments with one of them replaced. */
  static List<Variable> with(List<Variable> x, int position, double[] values) {
    List<Variable> moved = new ArrayList<>(x);
    moved.set(position, like(x.get(position), values));
    return moved;
  }

  /** x + step · direction, argument by argument. */
  static List<Variable> moved(List<Variable> x, List<Variable> direction, double step) {
    List<Variable> moved = new ArrayList<>();
    for (int k = 0; k < x.size(); k++) {
      moved.add(x.get(k).plus(direction.get(k).times(step)));
    }
    return moved;
  }
}
