package gmrl.autodiff.memory;

import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;

/** The numbers of one or several variables, outside the Java heap, counted by their holders. */
public final class Store {
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

  public final DataType type;
  public final int length;
  private final Block block;
  private final Arena arena;
  private int holders;

  Store(DataType type, int length, Block block, Arena arena) {
    this.type = type;
    this.length = length;
    this.block = block;
    this.arena = arena;
  }

  public boolean isFloat() {
    return type == DataType.FLOAT;
  }

  public FloatBuffer floats() {
    return live().floats;
  }

  public DoubleBuffer doubles() {
    return live().doubles;
  }

  /** The floats as their bit patterns. */
  public IntBuffer bits() {
    return live().bits;
  }

  public FloatPointer floatPointer() {
    return new FloatPointer(live().pointer);
  }

  public DoublePointer doublePointer() {
    return new DoublePointer(live().pointer);
  }

  /** The numbers as raw bytes. */
  public Pointer pointer() {
    return live().pointer;
  }

  public long bytes() {
    return bytes(type, length);
  }

  static long bytes(DataType type, int length) {
    return (long) Math.max(1, length) * (type == DataType.FLOAT ? Float.BYTES : Double.BYTES);
  }

  void hold() {
    holders++;
  }

  /** Gives one hold back; the last one returns the memory. */
  void release() {
    if (--holders == 0) {
      arena.recycle(block);
    }
  }

  private Block live() {
    if (holders <= 0) {
      throw new IllegalStateException(
          "this variable was used after its scope had been closed; keep it with Scope.keep");
    }
    return block;
  }

  public double get(int i) {
    return isFloat() ? floats().get(i) : doubles().get(i);
  }

  public void set(int i, double value) {
    if (isFloat()) {
      floats().put(i, (float) value);
    } else {
      doubles().put(i, value);
    }
  }

  public void fill(double value) {
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
  public void copy(int at, Store from, int fromAt, int count) {
    if (isFloat()) {
      floats().put(at, from.floats(), fromAt, count);
    } else {
      doubles().put(at, from.doubles(), fromAt, count);
    }
  }

  /** Adds {@code count} numbers of {@code from} to this store, which is modified. */
  public void add(int at, Store from, int fromAt, int count) {
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
