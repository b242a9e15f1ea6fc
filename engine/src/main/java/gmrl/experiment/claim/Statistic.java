package gmrl.experiment.claim;

import gmrl.meta.LogLogFit;
import java.util.List;
import java.util.stream.IntStream;

/** A number that is computed from the samples of experiments, with its standard error. */
sealed interface Statistic {

  /** Computes it from the tables of the claim's experiments. */
  Estimate of(Tables tables);

  /** The experiments that it needs. */
  List<String> studies();

  /**
   * The exponent of a power law along a curve: the slope of log over log by least squares, with its
   * standard error by bootstrap over the samples.
   *
   * @param curve without a position
   * @param from first position that counts
   * @param to last position that counts
   */
  record Exponent(Place curve, double from, double to, Over over) implements Statistic {
    @Override
    public List<String> studies() {
      return List.of(curve.study());
    }

    @Override
    public Estimate of(Tables tables) {
      double[] x = tables.positions(curve, from, to);
      return Resampling.of(
          tables.along(curve, x), true, false, rows -> LogLogFit.of(x, overs(over, rows)).slope());
    }
  }

  /**
   * The factor by which a measure grows for one more unit of the position: the exponential of the
   * slope of its logarithm.
   */
  record Growth(Place curve, double from, double to, Over over) implements Statistic {
    @Override
    public List<String> studies() {
      return List.of(curve.study());
    }

    @Override
    public Estimate of(Tables tables) {
      double[] x = tables.positions(curve, from, to);
      // A power law in e^x is an exponential in x.
      double[] powers = IntStream.range(0, x.length).mapToDouble(i -> Math.exp(x[i])).toArray();
      return Resampling.of(
          tables.along(curve, x),
          true,
          true,
          rows -> Math.exp(LogLogFit.of(powers, overs(over, rows)).slope()));
    }
  }

  /** A measure itself. */
  record Value(Place place, Over over) implements Statistic {
    @Override
    public List<String> studies() {
      return List.of(place.study());
    }

    @Override
    public Estimate of(Tables tables) {
      return over.estimate(tables.along(place).get(0));
    }
  }

  /**
   * First minus second, sample by sample where both have the same ones.
   *
   * @param paired whether samples of equal names belong together
   */
  record Difference(Place first, Place second, boolean paired, Over over) implements Statistic {
    @Override
    public List<String> studies() {
      return List.of(first.study(), second.study());
    }

    @Override
    public Estimate of(Tables tables) {
      return Resampling.of(
          tables.along(first, second), paired, false, rows -> over.of(rows[0]) - over.of(rows[1]));
    }
  }

  /**
   * First over second, sample by sample where both have the same ones.
   *
   * @param paired whether samples of equal names belong together
   */
  record Ratio(Place first, Place second, boolean paired, Over over) implements Statistic {
    @Override
    public List<String> studies() {
      return List.of(first.study(), second.study());
    }

    @Override
    public Estimate of(Tables tables) {
      return Resampling.of(
          tables.along(first, second), paired, true, rows -> over.of(rows[0]) / over.of(rows[1]));
    }
  }

  private static double[] overs(Over over, double[][] rows) {
    return java.util.Arrays.stream(rows).mapToDouble(over::of).toArray();
  }
}
