package gmrl.experiment.bias;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.EstimateJson;
import gmrl.experiment.bias.BiasResult.Limits;
import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import gmrl.meta.Measures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a bias experiment measures at one point of a sweep: the one list that documents, tables,
 * plots and their selectors go through. The order is that of documents and columns.
 */
@SuppressWarnings("ImmutableEnumChecker") // readers hold method references only
public enum BiasMeasure {
  /** The paper's mean_j (ḡ_j − g_j)², which still contains variance / M. */
  GRAD_MSE(
      "gradMse",
      "grad MSE",
      "grad_mse as in the paper",
      true,
      MeasureForm.number(Measures::gradMse)),
  /** ‖ḡ − g‖² − tr(Ĉov)/M. */
  BIAS_SQUARED("biasSquared", "bias²", "bias²", true, MeasureForm.squaredBias()),
  /**
   * √max(0, bias²) / ‖g‖. The root of a noisy square: on average some percent off where the
   * interval of bias² is about as wide as its value, and too large where bias² is not told from
   * zero.
   */
  RELATIVE_BIAS(
      "relativeBias", "rel. bias", "bias relative to ‖g‖", true, MeasureForm.rootOfBias()),
  /** tr(Ĉov) of one estimate. */
  VARIANCE(
      "variance",
      "variance",
      "variance of one estimate",
      true,
      MeasureForm.number(Measures::variance)),
  /** The authors' "var". */
  SUM_OF_STANDARD_DEVIATIONS(
      "sumOfStandardDeviations",
      "Σ std",
      "sum of standard deviations",
      true,
      MeasureForm.number(Measures::sumOfStandardDeviations)),
  /** Pearson correlation with the exact meta-gradient, the paper's accuracy. */
  CORRELATION(
      "correlation",
      "corr.",
      "correlation with the exact meta-gradient",
      false,
      MeasureForm.mean(Measures::correlation)),
  /** Cosine similarity with the exact meta-gradient. */
  COSINE("cosine", "cosine", "cosine similarity", false, MeasureForm.mean(Measures::cosine)),
  /** ‖ĝ − g‖² / ‖g‖², averaged over trials. */
  RELATIVE_MSE(
      "relativeMse",
      "rel. MSE",
      "relative mean squared error",
      true,
      MeasureForm.number(Measures::relativeMse)),
  /** ‖θ̂^K − θ^K‖², averaged over trials. */
  LAST_INNER_ERROR(
      "lastInnerError",
      "inner error",
      "squared error of the last inner step",
      true,
      MeasureForm.number(BiasMeasure::lastInnerError)),
  /** Degrees between the mean estimate and the exact meta-gradient. */
  ANGLE(
      "angle",
      "angle",
      "angle of the mean estimate in degrees",
      false,
      MeasureForm.number(Measures::angle)),
  /** Degrees between one estimate and the exact meta-gradient. */
  TRIAL_ANGLE(
      "trialAngle",
      "trial angle",
      "angle of one estimate in degrees",
      false,
      MeasureForm.mean(Measures::trialAngle)),
  /** What an estimate costs, whatever it is worth. */
  COST(
      "environmentStepsPerTrial",
      "env. steps",
      "environment steps of one estimate",
      true,
      new MeasureForm.Cost()),
  /** ‖m_∞ − g‖², what infinitely many trajectories in every slot would leave of bias². */
  LIMIT_BIAS_SQUARED(
      "limitBiasSquared",
      "limit of bias²",
      "bias² as |τ| → ∞",
      true,
      MeasureForm.limit(Limits::biasSquared)),
  /** ‖m_∞ − g‖ / ‖g‖. */
  LIMIT_RELATIVE_BIAS(
      "limitRelativeBias",
      "limit of rel. bias",
      "relative bias as |τ| → ∞",
      true,
      MeasureForm.limit(Limits::relativeBias)),
  /** The part of the limit that is owed to trajectories of T steps, relative to ‖g‖. */
  HORIZON_BIAS(
      "horizonBias",
      "horizon bias",
      "horizon bias relative to ‖g‖",
      true,
      MeasureForm.limit(Limits::horizonBias));

  private final String key;
  private final String title;
  private final String label;
  private final boolean log;
  private final MeasureForm reader;

  BiasMeasure(String key, String title, String label, boolean log, MeasureForm reader) {
    this.key = key;
    this.title = title;
    this.label = label;
    this.log = log;
    this.reader = reader;
  }

  private static double lastInnerError(Measures measures) {
    double[] errors = measures.innerError();
    return errors.length == 0 ? Double.NaN : errors[errors.length - 1];
  }

  /** Field of documents and first column of tables. */
  public String key() {
    return key;
  }

  /** A word or two, for the head of a column. */
  public String title() {
    return title;
  }

  /** Text of an axis. */
  public String label() {
    return label;
  }

  /** Whether it spans orders of magnitude. */
  public boolean isNaturallyLog() {
    return log;
  }

  /**
   * The measure on one MDP with its 95 % interval from the finite number of trials, whose ends are
   * NaN where the trials tell nothing about it.
   *
   * @param mdp index of the MDP
   */
  public Interval on(PointResult point, int mdp) {
    return reader.interval(point, mdp);
  }

  /** The measure over MDPs as documents hold it; null where it is undefined. */
  JsonNode json(PointResult point) {
    ObjectNode node = EstimateJson.mean(overMdps(point));
    if (reader instanceof MeasureForm.Routed) {
      node.put("route", point.route().token());
    }
    return node;
  }

  /** Mean and standard error over the MDPs of a point where it is defined. */
  public MeanEstimate overMdps(PointResult point) {
    return MeanEstimate.of(
        IntStream.range(0, point.mdps().size())
            .mapToDouble(mdp -> on(point, mdp).value())
            .toArray());
  }

  /** The error below the value on one MDP, for averages. */
  double below(PointResult point, int mdp) {
    return reader.below(point, mdp);
  }

  /** Whether the value on one MDP is too large on average. */
  boolean errsUpwards(PointResult point, int mdp) {
    return reader.errsUpwards(point, mdp);
  }

  /**
   * The mean over the MDPs of a point with a 95 % interval.
   *
   * @param spread what the interval speaks of; where trials tell nothing about the measure, MDPs do
   */
  public Interval at(PointResult point, Spread spread) {
    return point.mdps().size() == 1 ? on(point, 0) : spread.interval(this, point);
  }

  /** The measure on one MDP as documents hold it; null where it is undefined. */
  JsonNode json(PointResult point, int mdp) {
    return reader.json(point, mdp);
  }

  /** Columns of a table. */
  List<String> columns() {
    return reader.suffixes().stream().map(suffix -> key + suffix).toList();
  }

  /** The cells of one MDP, as many as there are columns. */
  List<Double> cells(PointResult point, int mdp) {
    return new ArrayList<>(reader.cells(point, mdp));
  }

  /**
   * Finds a measure by its key.
   *
   * @throws IllegalArgumentException quoting what is none and naming the known ones
   */
  public static BiasMeasure parse(String key) {
    for (BiasMeasure measure : values()) {
      if (measure.key.equals(key)) {
        return measure;
      }
    }
    throw new IllegalArgumentException(
        "the measure is \"%s\", expected one of %s"
            .formatted(
                key,
                Arrays.stream(values()).map(BiasMeasure::key).collect(Collectors.joining(", "))));
  }
}
