package gmrl.experiment.example;

import gmrl.numpy.StateArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The present state of an example: one sentence and some plots.
 *
 * @param headline what the plots say, with numbers
 * @param panels at least one
 */
public record ExampleSnapshot(String headline, List<Panel> panels) {

  public ExampleSnapshot {
    panels = List.copyOf(panels);
  }

  /**
   * One plot.
   *
   * @param logY whether the vertical axis is logarithmic
   */
  public record Panel(String title, String x, String y, boolean logY, List<Curve> curves) {
    public Panel {
      curves = List.copyOf(curves);
    }
  }

  /** A named line through points; x and y have one length. */
  public record Curve(String name, List<Double> x, List<Double> y) {
    public Curve {
      x = List.copyOf(x);
      y = List.copyOf(y);
      if (x.size() != y.size()) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "Curve %s has %d x but %d y", name, x.size(), y.size()));
      }
    }

    /** A curve over given numbers. */
    static Curve of(String name, double[] x, double[] y) {
      return new Curve(
          name,
          java.util.Arrays.stream(x).boxed().toList(),
          java.util.Arrays.stream(y).boxed().toList());
    }
  }

  /** A curve that grows during a run. */
  static final class Growing {
    private final String name;
    private final List<Double> x = new ArrayList<>();
    private final List<Double> y = new ArrayList<>();

    Growing(String name) {
      this.name = name;
    }

    void add(double atX, double atY) {
      x.add(atX);
      y.add(atY);
    }

    void carry(StateArrays state) {
      replace(x, state.doubles("x", plain(x)));
      replace(y, state.doubles("y", plain(y)));
      if (x.size() != y.size()) {
        throw new IllegalArgumentException("its curve " + name + " is cut short");
      }
    }

    private static double[] plain(List<Double> list) {
      return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void replace(List<Double> list, double[] values) {
      list.clear();
      for (double value : values) {
        list.add(value);
      }
    }

    /** How many points it has. */
    int size() {
      return x.size();
    }

    double last() {
      return y.get(y.size() - 1);
    }

    Curve curve() {
      return new Curve(name, x, y);
    }
  }
}
