package gmrl.experiment.bias;

import gmrl.experiment.RunShare;
import gmrl.experiment.Setting;
import gmrl.experiment.file.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The relative bias of a run's points out of its table: the root of the mean of its square over
 * MDPs, with the interval from the finite number of trials, as the headline and the board say it.
 */
final class BiasShares {
  private final CsvTable table;
  private final Map<String, Point> points = new LinkedHashMap<>();

  private BiasShares(CsvTable table) {
    this.table = table;
  }

  /** What is known of one point. */
  private static final class Point {
    private final String curve;
    private final String place;
    private final RootMeanSquare bias = new RootMeanSquare();

    Point(String curve, String place) {
      this.curve = curve;
      this.place = place;
    }

    RunShare share() {
      String what = curve.isEmpty() ? "Relative bias" : curve;
      return new RunShare(
          place.isEmpty() ? what : what + " at " + place, bias.value(), bias.halfWidth());
    }
  }

  /** The points where nothing is swept; where all is swept, both ends of the first curve. */
  static List<RunShare> of(CsvTable table) {
    BiasShares read = new BiasShares(table);
    for (int row = 0; row < table.size(); row++) {
      read.row(row);
    }
    List<Point> known = List.copyOf(read.points.values());
    List<Point> single = known.stream().filter(p -> p.place.isEmpty()).toList();
    if (!single.isEmpty() || known.isEmpty()) {
      return single.stream().map(Point::share).toList();
    }
    List<Point> first = known.stream().filter(p -> p.curve.equals(known.get(0).curve)).toList();
    List<RunShare> ends = new ArrayList<>();
    ends.add(first.get(0).share());
    if (first.size() > 1) {
      ends.add(first.get(first.size() - 1).share());
    }
    return ends;
  }

  private void row(int row) {
    String curve = text(row, "curve");
    String variable = text(row, "variable");
    String place =
        variable.isEmpty()
            ? ""
            : SweepVariable.parse(variable).symbol() + " = " + Setting.number(number(row, "value"));
    double square = number(row, BiasMeasure.BIAS_SQUARED.key());
    double length = squaredLength(row, square);
    if (Double.isNaN(square) || !(length > 0)) {
      return;
    }
    Point point = points.computeIfAbsent(curve + '\u0000' + place, key -> new Point(curve, place));
    double low = number(row, BiasMeasure.BIAS_SQUARED.key() + "Low");
    double high = number(row, BiasMeasure.BIAS_SQUARED.key() + "High");
    double half = (high - low) / 2 / length;
    point.bias.add(square / length, Double.isNaN(half) ? 0 : half);
  }

  /** ‖g‖², which the bias and its limit are relative to; the root of a negative square is 0. */
  private double squaredLength(int row, double square) {
    double relative = number(row, BiasMeasure.RELATIVE_BIAS.key());
    if (square > 0 && relative > 0) {
      return square / (relative * relative);
    }
    double limit = number(row, BiasMeasure.LIMIT_BIAS_SQUARED.key());
    double share = number(row, BiasMeasure.LIMIT_RELATIVE_BIAS.key());
    return limit / (share * share);
  }

  private String text(int row, String column) {
    int at = table.header().indexOf(column);
    return at < 0 ? "" : table.text(row, at);
  }

  private double number(int row, String column) {
    int at = table.header().indexOf(column);
    return at < 0 ? Double.NaN : table.number(row, at);
  }
}
