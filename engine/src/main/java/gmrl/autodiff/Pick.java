package gmrl.autodiff;

import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One element of each row of a matrix: y[i] = x[i][column[i]], with column numbers that are an
 * array themselves; they have no derivative.
 */
record Pick() implements Kernel {

  @Override
  public String label() {
    return "pick";
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] x = inputs[0].dims();
    int[] columns = inputs[1].dims();
    if (x.length != 2 || columns.length != 1 || x[0] != columns[0]) {
      throw new IllegalArgumentException(
          "pick needs a matrix and a vector with one column number per row, but got shapes "
              + Arrays.toString(x)
              + " and "
              + Arrays.toString(columns));
    }
    return columns;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    Store x = inputs[0].store();
    Store columns = inputs[1].store();
    int width = inputs[0].dims()[1];
    return () -> {
      for (int i = 0; i < columns.length; i++) {
        out.set(i, x.get(i * width + column(columns, i, width)));
      }
    };
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable g) {
    Place place = new Place(call.input(0).dims()[1]);
    return new Variable[] {Variable.apply(place, g, call.input(1)), null};
  }

  /** Column number {@code i}, which must be a whole number from 0 to width − 1. */
  static int column(Store columns, int i, int width) {
    double given = columns.get(i);
    int column = (int) given;
    if (column != given || column < 0 || column >= width) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "column %s of row %d does not exist in a matrix with %d columns",
              given,
              i,
              width));
    }
    return column;
  }
}
