package gmrl.linear;

/** A square matrix seen through its products with vectors. */
@FunctionalInterface
public interface MatrixVector {

  /**
   * Computes A v.
   *
   * @param vector v [n], not modified
   * @param product [n], overwritten; never the same array as {@code vector}
   */
  void apply(double[] vector, double[] product);
}
