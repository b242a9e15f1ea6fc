package gmrl.atari.learn;

import gmrl.atari.Episode;
import java.util.ArrayList;
import java.util.List;

/** Turns the reports of a run into a {@link LearningCurve}. */
public final class CurveRecorder {
  /** Of a stretch that has just begun. */
  private static final double[] NOTHING = new double[11];

  private final long stretch;
  private final List<LearningCurve.Point> points;
  private long next;
  private Sums sums;

  /**
   * @param stretch steps of one point, at least 1
   * @param sofar what a resumed run had recorded
   */
  public CurveRecorder(long stretch, LearningCurve sofar) {
    this(stretch, sofar, NOTHING);
  }

  /**
   * @param stretch steps of one point, at least 1
   * @param sofar what a resumed run had recorded
   * @param under what {@link #underWay} said then
   * @throws IllegalArgumentException if that is not as many numbers as it says
   */
  public CurveRecorder(long stretch, LearningCurve sofar, double[] under) {
    if (stretch < 1) {
      throw new IllegalArgumentException("stretch is " + stretch + ", expected 1 or more steps");
    }
    this.stretch = stretch;
    this.points = new ArrayList<>(sofar.points());
    long last = points.isEmpty() ? 0 : points.get(points.size() - 1).steps();
    this.next = (last / stretch + 1) * stretch;
    this.sums = new Sums(under);
  }

  /** Sums over the stretch under way, to go on with after a stop; nothing else depends on them. */
  public double[] underWay() {
    return sums.numbers();
  }

  /** Means of the stretch under way. */
  private static final class Sums {
    private int updates;
    private int episodes;
    private double score;
    private double length;
    private double value;
    private double entropy;
    private double norm;
    private int metas;
    private double outer;
    private int cosines;
    private double cosine;

    Sums(double[] from) {
      if (from.length != NOTHING.length) {
        throw new IllegalArgumentException(
            "a stretch under way has " + from.length + " numbers, expected " + NOTHING.length);
      }
      updates = (int) from[0];
      episodes = (int) from[1];
      score = from[2];
      length = from[3];
      value = from[4];
      entropy = from[5];
      norm = from[6];
      metas = (int) from[7];
      outer = from[8];
      cosines = (int) from[9];
      cosine = from[10];
    }

    double[] numbers() {
      return new double[] {
        updates, episodes, score, length, value, entropy, norm, metas, outer, cosines, cosine
      };
    }

    void add(UpdateReport report) {
      updates++;
      value += report.valueLoss();
      entropy += report.entropy();
      norm += report.gradientNorm();
      for (Episode episode : report.episodes()) {
        episodes++;
        score += episode.score();
        length += episode.length();
      }
      MetaReport meta = report.meta();
      if (meta != null) {
        metas++;
        outer += meta.outerLoss();
        Diagnosis diagnosis = meta.diagnosis();
        if (diagnosis != null) {
          cosines++;
          cosine += diagnosis.cosine();
        }
      }
    }

    LearningCurve.Point point(UpdateReport last) {
      return new LearningCurve.Point(
          last.steps(),
          episodes,
          mean(score, episodes),
          mean(length, episodes),
          mean(value, updates),
          mean(entropy, updates),
          mean(norm, updates),
          last.coefficients(),
          mean(outer, metas),
          mean(cosine, cosines));
    }

    private static double mean(double sum, int count) {
      return count == 0 ? Double.NaN : sum / count;
    }
  }

  /** Takes one more report; whether it completed a point. */
  public boolean add(UpdateReport report) {
    sums.add(report);
    if (report.steps() < next) {
      return false;
    }
    points.add(sums.point(report));
    sums = new Sums(NOTHING);
    next = (report.steps() / stretch + 1) * stretch;
    return true;
  }

  /** What has been recorded; the stretch under way is not in it. */
  public LearningCurve curve() {
    return new LearningCurve(points);
  }
}
