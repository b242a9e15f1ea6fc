package gmrl.atari.learn;

import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Bias, variance and direction of the published meta-gradients at one checkpoint.
 *
 * <p>The functional that the reference differentiates: the expected {@linkplain #objective return}
 * per step of the T steps that follow the K updates of a window, cut at the end of the episode,
 * bootstrapped with the checkpoint's critic at the outer γ; in infinitely many copies of the
 * environments, where each update sees the expectation of its gradient. All actions of the window
 * but those of its given first batch are drawn anew, so the derivative has a part through what the
 * policies θ¹ … θᴷ⁻¹ do, which the estimates can only have through their Hessians; and nothing is
 * stopped. What a finite number of environments changes shows between studies with few copies and
 * with many.
 *
 * @param trials windows
 * @param environments of each window
 * @param objective the functional's value at the checkpoint
 * @param reference its derivative by the four raw meta-parameters
 * @param chance that a reference of 0 looks as far from it, by Hotelling's test; not a number if
 *     there are no more trials than meta-parameters
 * @param plain automatic differentiation with the outer loss as published
 * @param lvc low-variance curvature with the outer loss as published
 * @param plainInner automatic differentiation with the reference's outer gradient: what is left is
 *     the bias of the inner part
 * @param lvcInner likewise low-variance curvature
 * @param between cosine between the means of {@code plain} and {@code lvc}
 */
public record MetaBias(
    int trials,
    int environments,
    MeanEstimate objective,
    List<MeanEstimate> reference,
    double chance,
    Estimate plain,
    Estimate lvc,
    Estimate plainInner,
    Estimate lvcInner,
    Interval between) {

  public MetaBias {
    reference = List.copyOf(reference);
  }

  /** Whether the reference can be told apart from 0 at all; without that no angle means much. */
  public boolean resolved() {
    return chance < Hotelling.LEVEL;
  }

  /**
   * One estimate against the reference.
   *
   * @param mean [4]
   * @param bias mean difference from the reference of the same trials [4]
   * @param variance trace of the covariance of one trial's estimate
   * @param referenceVariance the same of the reference
   * @param biasSquared ‖bias‖² without what its own noise adds; may be negative
   * @param relative ‖bias‖ over the norm of the mean reference; without an interval where that may
   *     be 0
   * @param cosine between the mean and the mean reference, from −1 to 1 where that may be 0
   * @param mixed [K][4] mean share of each inner step without curvature, empty if not split
   * @param transported [K][4] mean share that curvature carried
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Estimate(
      List<MeanEstimate> mean,
      List<MeanEstimate> bias,
      double variance,
      double referenceVariance,
      double biasSquared,
      Interval relative,
      Interval cosine,
      double[][] mixed,
      double[][] transported) {}

  static MetaBias of(List<BiasTrial> trials, int environments) {
    List<double[]> references = trials.stream().map(BiasTrial::reference).toList();
    List<double[]> plain = trials.stream().map(BiasTrial::plain).toList();
    List<double[]> lvc = trials.stream().map(BiasTrial::lvc).toList();
    return new MetaBias(
        trials.size(),
        environments,
        MeanEstimate.of(trials.stream().mapToDouble(BiasTrial::objective).toArray()),
        means(references),
        JointRegion.chance(references),
        estimate(trials, BiasTrial::plain, references, BiasTrial::plainSplit),
        estimate(trials, BiasTrial::lvc, references, BiasTrial::lvcSplit),
        estimate(trials, BiasTrial::plainInner, references, null),
        estimate(trials, BiasTrial::lvcInner, references, null),
        JointRegion.interval(plain, lvc, JointRegion::cosine, -1, 1));
  }

  private static Estimate estimate(
      List<BiasTrial> trials,
      Function<BiasTrial, double[]> of,
      List<double[]> references,
      @Nullable Function<BiasTrial, Diagnosis.Split> split) {
    List<double[]> values = trials.stream().map(of).toList();
    List<double[]> differences = new ArrayList<>();
    for (int j = 0; j < values.size(); j++) {
      double[] d = values.get(j).clone();
      for (int i = 0; i < d.length; i++) {
        d[i] -= references.get(j)[i];
      }
      differences.add(d);
    }
    List<MeanEstimate> mean = means(values);
    List<MeanEstimate> bias = means(differences);
    double squared = 0;
    for (MeanEstimate b : bias) {
      squared += b.mean() * b.mean() - b.standardError() * b.standardError();
    }
    return new Estimate(
        mean,
        bias,
        variance(mean),
        variance(means(references)),
        squared,
        JointRegion.interval(
            values, references, JointRegion::relativeDistance, Double.NaN, Double.NaN),
        JointRegion.interval(values, references, JointRegion::cosine, -1, 1),
        split == null ? new double[0][] : rows(trials, t -> split.apply(t).mixed()),
        split == null ? new double[0][] : rows(trials, t -> split.apply(t).transported()));
  }

  private static List<MeanEstimate> means(List<double[]> rows) {
    List<MeanEstimate> out = new ArrayList<>();
    for (int i = 0; i < MetaParameters.SIZE; i++) {
      int column = i;
      out.add(MeanEstimate.of(rows.stream().mapToDouble(r -> r[column]).toArray()));
    }
    return out;
  }

  private static double variance(List<MeanEstimate> mean) {
    double sum = 0;
    for (MeanEstimate m : mean) {
      sum += m.standardError() * m.standardError() * m.count();
    }
    return sum;
  }

  private static double[][] rows(List<BiasTrial> trials, Function<BiasTrial, double[][]> of) {
    double[][] out = of.apply(trials.get(0)).clone();
    for (int k = 0; k < out.length; k++) {
      out[k] = new double[MetaParameters.SIZE];
      for (BiasTrial trial : trials) {
        for (int i = 0; i < out[k].length; i++) {
          out[k][i] += of.apply(trial)[k][i] / trials.size();
        }
      }
    }
    return out;
  }
}
