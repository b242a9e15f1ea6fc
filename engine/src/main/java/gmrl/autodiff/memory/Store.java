package gmrl.autodiff.memory;

import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/** The numbers of one or several variables, outside the Java heap, counted by their holders. */
public final class Store {
  /** Memory that is used again after its store has been released. */
  static final class Block {
    /** Blocks begin with a line of the cache: vectors that straddle two cost twice. */
    private static final int LINE = 64;

    /** What is given back to the system. */
    private final BytePointer owner;

    final BytePointer pointer;
    final long bytes;
    final FloatBuffer floats;
    final DoubleBuffer doubles;
    final IntBuffer bits;
    final FloatPointer floatPointer;
    final DoublePointer doublePointer;

    Block(long bytes) {
      if (bytes > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "one array may hold at most 2 GB, but " + bytes + " bytes were asked for");
      }
      this.bytes = bytes;
      this.owner = new BytePointer(bytes + LINE);
      this.pointer = owner.getPointer(-owner.address() & (LINE - 1)).capacity(bytes);
      var view = pointer.asByteBuffer().order(ByteOrder.nativeOrder());
      this.floats = view.asFloatBuffer();
      this.doubles = view.asDoubleBuffer();
      this.bits = view.asIntBuffer();
      this.floatPointer = new FloatPointer(pointer);
      this.doublePointer = new DoublePointer(pointer);
    }

    void free() {
      owner.deallocate();
    }
  }

  public final DataType type;
  public final int length;
  private final @Nullable Block block;
  private final @Nullable Arena arena;
  private int holders;
  private @Nullable Store target;

  Store(DataType type, int length, @Nullable Block block, @Nullable Arena arena) {
    this.type = type;
    this.length = length;
    this.block = block;
    this.arena = arena;
  }

  /** A store that stands for another one, which {@link #stand} names before each use. */
  public static Store standIn(DataType type, int length) {
    return new Store(type, length, null, null);
  }

  /** From now on this stand-in is {@code store}, of its type and length; null: none. */
  public void stand(@Nullable Store store) {
    target = store;
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

  /** The address of float number {@code at}. */
  public FloatPointer floatPointer(long at) {
    FloatPointer first = live().floatPointer;
    return at == 0 ? first : new FloatPointer(first).position(at);
  }

  /** The address of double number {@code at}. */
  public DoublePointer doublePointer(long at) {
    DoublePointer first = live().doublePointer;
    return at == 0 ? first : new DoublePointer(first).position(at);
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
    if (--holders == 0 && arena != null && block != null) {
      arena.recycle(block);
    }
  }

  private Block live() {
    if (target != null) {
      return target.live();
    }
    if (holders <= 0 || block == null) {
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
