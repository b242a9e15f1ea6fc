package gmrl.autodiff;

import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;

/** The numbers of one or several variables, outside the Java heap, counted by their holders. */
final class Store {
  /** Memory that is used again after its store has been released. */
  static final class Block {
    final BytePointer pointer;
    final long bytes;
    final FloatBuffer floats;
    final DoubleBuffer doubles;
    final IntBuffer bits;

    Block(long bytes) {
      if (bytes > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "one array may hold at most 2 GB, but " + bytes + " bytes were asked for");
      }
      this.bytes = bytes;
      this.pointer = new BytePointer(bytes);
      var view = pointer.asByteBuffer().order(ByteOrder.nativeOrder());
      this.floats = view.asFloatBuffer();
      this.doubles = view.asDoubleBuffer();
      this.bits = view.asIntBuffer();
    }
  }

  final DataType type;
  final int length;
  private final Block block;
  private final Scope scope;
  private int holders;

  Store(DataType type, int length, Block block, Scope scope) {
    this.type = type;
    this.length = length;
    this.block = block;
    this.scope = scope;
  }

  boolean isFloat() {
    return type == DataType.FLOAT;
  }

  FloatBuffer floats() {
    return live().floats;
  }

  DoubleBuffer doubles() {
    return live().doubles;
  }

  /** The floats as their bit patterns. */
  IntBuffer bits() {
    return live().bits;
  }

  FloatPointer floatPointer() {
    return new FloatPointer(live().pointer);
  }

  DoublePointer doublePointer() {
    return new DoublePointer(live().pointer);
  }

  Block block() {
    return block;
  }

  void hold() {
    holders++;
  }

  /** Gives one hold back; the last one returns the memory. */
  void release() {
    if (--holders == 0) {
      scope.recycle(block);
    }
  }

  private Block live() {
    if (holders <= 0) {
      throw new IllegalStateException(
          "this variable was used after its scope had been closed; keep it with Scope.keep");
    }
    return block;
  }

  double get(int i) {
    return isFloat() ? floats().get(i) : doubles().get(i);
  }

  void set(int i, double value) {
    if (isFloat()) {
      floats().put(i, (float) value);
    } else {
      doubles().put(i, value);
    }
  }

  void fill(double value) {
    if (isFloat()) {
      FloatBuffer b = floats();
      float x = (float) value;
      for (int i = 0; i < length; i++) {
        b.put(i, x);
      }
    } else {
      DoubleBuffer b = doubles();
      for (int i = 0; i < length; i++) {
        b.put(i, value);
      }
    }
  }

  /** Copies {@code count} numbers of {@code from} into this store, which is modified. */
  void copy(int at, Store from, int fromAt, int count) {
    if (isFloat()) {
      floats().put(at, from.floats(), fromAt, count);
    } else {
      doubles().put(at, from.doubles(), fromAt, count);
    }
  }

  /** Adds {@code count} numbers of {@code from} to this store, which is modified. */
  void add(int at, Store from, int fromAt, int count) {
    if (isFloat()) {
      FloatBuffer a = floats();
      FloatBuffer b = from.floats();
      for (int i = 0; i < count; i++) {
        a.put(at + i, a.get(at + i) + b.get(fromAt + i));
      }
    } else {
      DoubleBuffer a = doubles();
      DoubleBuffer b = from.doubles();
      for (int i = 0; i < count; i++) {
        a.put(at + i, a.get(at + i) + b.get(fromAt + i));
      }
    }
  }
}
