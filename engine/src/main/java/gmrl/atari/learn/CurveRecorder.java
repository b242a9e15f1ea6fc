package gmrl.atari.learn;

import gmrl.atari.Episode;
import java.util.ArrayList;
import java.util.List;

/** Turns the reports of a run into a {@link LearningCurve}. */
public final class CurveRecorder {
  private final long stretch;
  private final List<LearningCurve.Point> points;
  private long next;
  private Sums sums = new Sums();

  /**
   * @param stretch steps of one point, at least 1
   * @param sofar what a resumed run had recorded
   */
  public CurveRecorder(long stretch, LearningCurve sofar) {
    if (stretch < 1) {
      throw new IllegalArgumentException("stretch is " + stretch + ", expected 1 or more steps");
    }
    this.stretch = stretch;
    this.points = new ArrayList<>(sofar.points());
    long last = points.isEmpty() ? 0 : points.get(points.size() - 1).steps();
    this.next = (last / stretch + 1) * stretch;
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
    sums = new Sums();
    next = (report.steps() / stretch + 1) * stretch;
    return true;
  }

  /** What has been recorded; the stretch under way is not in it. */
  public LearningCurve curve() {
    return new LearningCurve(points);
  }
}
