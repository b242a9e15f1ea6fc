package gmrl.autodiff;

import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies numbers from and to ND4J; the only class here that makes ND4J start. */
final class Nd4jDoor {
  private Nd4jDoor() {}

  static Variable in(INDArray array) {
    DataType type = array.dataType() == DataType.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
    INDArray dense = array.dataType() == type ? array.dup('c') : array.castTo(type).dup('c');
    int[] shape = Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
    Store store = Arena.allocate(type, Math.toIntExact(array.length()));
    copy(store.pointer(), dense.data().pointer(), store.bytes());
    return Variable.constant(store, shape);
  }

  static INDArray out(Variable variable) {
    long[] shape = Arrays.stream(variable.dims()).mapToLong(d -> d).toArray();
    INDArray array = Nd4j.createUninitialized(variable.type(), shape, 'c');
    Store store = variable.store();
    copy(array.data().pointer(), store.pointer(), store.bytes());
    return array;
  }

  private static void copy(Pointer to, Pointer from, long bytes) {
    Pointer.memcpy(to, from, bytes);
  }
}
