package gmrl.experiment.bias;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.EstimateJson;
import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.experiment.file.Json;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import gmrl.meta.Measures;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How a measure is read and written: as a number, with an interval, or as a mean of trials. */
sealed interface MeasureForm {

  static MeasureForm number(ToDoubleFunction<Measures> number) {
    return new OfNumber(number);
  }

  static MeasureForm squaredBias() {
    return new Routed(Measures::biasSquared, false);
  }

  static MeasureForm rootOfBias() {
    return new Routed(Measures::relativeBias, true);
  }

  static MeasureForm limit(ToDoubleFunction<BiasResult.Limits> limit) {
    return new OfLimit(limit);
  }

  static MeasureForm mean(Function<Measures, MeanEstimate> mean) {
    return new OfMean(mean);
  }

  /** The value with what trials say about it. */
  Interval interval(PointResult point, int mdp);

  /** What an average over MDPs takes from this one's interval below its value. */
  default double below(PointResult point, int mdp) {
    Interval one = interval(point, mdp);
    return one.value() - one.low();
  }

  /** Whether this value is too large on average, so that averaging does not shrink its error. */
  default boolean errsUpwards(PointResult point, int mdp) {
    return false;
  }

  JsonNode json(PointResult point, int mdp);

  /** What columns add to the key. */
  List<String> suffixes();

  List<Double> cells(PointResult point, int mdp);

  private static Measures measures(PointResult point, int mdp) {
    return point.mdps().get(mdp).measures();
  }

  /** A number that trials give no interval for. */
  record OfNumber(ToDoubleFunction<Measures> of) implements MeasureForm {
    @Override
    public Interval interval(PointResult point, int mdp) {
      return new Interval(of.applyAsDouble(measures(point, mdp)), Double.NaN, Double.NaN);
    }

    @Override
    public JsonNode json(PointResult point, int mdp) {
      return Json.number(of.applyAsDouble(measures(point, mdp)));
    }

    @Override
    public List<String> suffixes() {
      return List.of("");
    }

    @Override
    public List<Double> cells(PointResult point, int mdp) {
      return List.of(of.applyAsDouble(measures(point, mdp)));
    }
  }

  /** A number that needs no trials. */
  record OfLimit(ToDoubleFunction<BiasResult.Limits> of) implements MeasureForm {
    private double value(PointResult point, int mdp) {
      return of.applyAsDouble(point.mdps().get(mdp).limits());
    }

    @Override
    public Interval interval(PointResult point, int mdp) {
      double value = value(point, mdp);
      return new Interval(value, value, value);
    }

    @Override
    public JsonNode json(PointResult point, int mdp) {
      return Json.number(value(point, mdp));
    }

    @Override
    public List<String> suffixes() {
      return List.of("");
    }

    @Override
    public List<Double> cells(PointResult point, int mdp) {
      return List.of(value(point, mdp));
    }
  }

  /**
   * A bias with its interval, which says by which route it came.
   *
   * @param root whether it is the root of a square that may be noise
   */
  record Routed(Function<Measures, Interval> of, boolean root) implements MeasureForm {
    @Override
    public double below(PointResult point, int mdp) {
      if (root) {
        return MeasureForm.super.below(point, mdp);
      }
      // The interval on one MDP counts on less noise where the bias is smaller, which pays where it
      // decides about zero; averages of it would cover too seldom.
      Measures m = measures(point, mdp);
      return m.biasSquaredError() == 0
          ? 0
          : m.biasSquaredError() * MeanEstimate.quantile95(m.trials());
    }

    /** Where zero is hardly rejected the root is mostly noise, and noise has no negative roots. */
    @Override
    public boolean errsUpwards(PointResult point, int mdp) {
      Interval one = interval(point, mdp);
      return root && one.low() < one.value() / 2;
    }

    @Override
    public Interval interval(PointResult point, int mdp) {
      return of.apply(measures(point, mdp));
    }

    @Override
    public JsonNode json(PointResult point, int mdp) {
      ObjectNode node =
          EstimateJson.interval(interval(point, mdp))
              .put("route", measures(point, mdp).route().token());
      if (!root) {
        node.set("standardError", Json.number(measures(point, mdp).biasSquaredError()));
      }
      return node;
    }

    @Override
    public List<String> suffixes() {
      return List.of("", "Low", "High");
    }

    @Override
    public List<Double> cells(PointResult point, int mdp) {
      Interval i = interval(point, mdp);
      return List.of(i.value(), i.low(), i.high());
    }
  }

  /** A mean over trials with its standard error. */
  record OfMean(Function<Measures, MeanEstimate> of) implements MeasureForm {
    @Override
    public Interval interval(PointResult point, int mdp) {
      return of.apply(measures(point, mdp)).interval();
    }

    @Override
    public JsonNode json(PointResult point, int mdp) {
      return EstimateJson.counted(of.apply(measures(point, mdp)));
    }

    @Override
    public List<String> suffixes() {
      return List.of("", "StandardError");
    }

    @Override
    public List<Double> cells(PointResult point, int mdp) {
      MeanEstimate mean = of.apply(measures(point, mdp));
      return List.of(mean.mean(), mean.standardError());
    }
  }

  /** Belongs to the setup and not to the trials; not known of trials that others have made. */
  record Cost() implements MeasureForm {
    private static double steps(PointResult point) {
      boolean ours =
          !point.setup().equals(point.setup().withoutSampling())
              || point.mdps().stream().noneMatch(mdp -> mdp.measures().variance() > 0);
      return ours ? point.setup().environmentStepsPerTrial() : Double.NaN;
    }

    @Override
    public Interval interval(PointResult point, int mdp) {
      return new Interval(steps(point), Double.NaN, Double.NaN);
    }

    @Override
    public JsonNode json(PointResult point, int mdp) {
      return Json.number(steps(point));
    }

    @Override
    public List<String> suffixes() {
      return List.of("");
    }

    @Override
    public List<Double> cells(PointResult point, int mdp) {
      return List.of(steps(point));
    }
  }
}
