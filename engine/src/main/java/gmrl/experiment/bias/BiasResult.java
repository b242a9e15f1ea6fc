package gmrl.experiment.bias;

import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.meta.MeanEstimate;
import gmrl.meta.Measures;
import gmrl.meta.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a bias experiment knows so far; also its final result.
 *
 * @param curves one for each curve of the study, in its order
 * @param timing what it has cost so far
 */
public record BiasResult(List<CurveResult> curves, Timing timing) {

  /** Freezes the list. */
  public BiasResult {
    curves = List.copyOf(curves);
  }

  /** The same result with more curves behind its own. */
  public BiasResult with(List<CurveResult> more) {
    List<CurveResult> all = new ArrayList<>(curves);
    all.addAll(more);
    return new BiasResult(all, timing);
  }

  /**
   * One curve.
   *
   * @param label of the curve
   * @param spec what was run
   * @param points one for each value of the sweep, in its order; while a run has just begun, those
   *     that have trials
   */
  public record CurveResult(String label, BiasSpec spec, List<PointResult> points) {

    /** Freezes the list. */
    public CurveResult {
      points = List.copyOf(points);
    }
  }

  /**
   * One value of the sweep.
   *
   * @param setup the setup at this value
   * @param sweepValue the value; absent if nothing is swept
   * @param mdps one for each MDP, at least one
   */
  public record PointResult(TabularSetup setup, Optional<Double> sweepValue, List<MdpResult> mdps) {

    /** Freezes the list. */
    public PointResult {
      mdps = List.copyOf(mdps);
      if (mdps.isEmpty()) {
        throw new IllegalArgumentException("a point has no MDPs, expected 1 or more");
      }
    }

    /** Trials that count, over all MDPs. */
    public long trials() {
      return mdps.stream().mapToLong(mdp -> mdp.measures().trials()).sum();
    }

    /** Trials that overflowed and are left out, over all MDPs. */
    public long nonFiniteTrials() {
      return mdps.stream().mapToLong(mdp -> mdp.measures().nonFiniteTrials()).sum();
    }

    /** How the bias was obtained; where MDPs differ, the least sharp way. */
    public Route route() {
      return mdps.stream()
          .map(mdp -> mdp.measures().route())
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }

    /** ‖θ̂^k − θ^k‖² over MDPs for k = 1 … K. */
    public List<MeanEstimate> innerErrors() {
      double[][] errors =
          mdps.stream().map(mdp -> mdp.measures().innerError()).toArray(double[][]::new);
      return IntStream.range(0, errors[0].length)
          .mapToObj(k -> MeanEstimate.of(Arrays.stream(errors).mapToDouble(e -> e[k]).toArray()))
          .toList();
    }
  }

  /**
   * One MDP at one value of the sweep.
   *
   * @param exact the truth
   * @param measures what the trials say about it
   * @param limits what infinitely many trajectories would leave of the bias
   */
  public record MdpResult(Exact exact, Measures measures, Limits limits) {}

  /**
   * The exact K-step solution on one MDP.
   *
   * @param objective J_out(φ, θ^K)
   * @param metaGradient ∇_φ J [S][A]
   * @param horizonDiscount γ^T, the discount of what lies beyond the horizon
   */
  public record Exact(double objective, Table metaGradient, double horizonDiscount) {}

  /**
   * The bias of an estimate as |τ| → ∞ in every slot, by closed forms: NaN for a method that is not
   * differentiation through the inner loop.
   *
   * <p>The horizon bias is the third bias: trajectories of T steps do not see how the return beyond
   * T depends on the policy, with or without a critic. It is what is left when, besides, every
   * sampled Hessian has the right second derivative of the return to the horizon; the rest of the
   * limit is Hessian bias, and what sampling adds to the limit is compositional bias.
   *
   * @param horizonBias ‖m_T − m‖ / ‖g‖, with m_T the meta-gradient of the T-step returns that the
   *     sampled slots see and m that of the method with exact slots
   * @param biasSquared ‖m_∞ − g‖²
   * @param relativeBias ‖m_∞ − g‖ / ‖g‖
   */
  public record Limits(double horizonBias, double biasSquared, double relativeBias) {}

  /**
   * What a run has cost.
   *
   * @param elapsed wall-clock time
   * @param environmentSteps steps of the environment that were sampled
   */
  public record Timing(Duration elapsed, long environmentSteps) {

    /** Seconds of wall-clock time. */
    public double seconds() {
      return elapsed.toNanos() * 1e-9;
    }

    /** Sampled steps per second of wall-clock time. */
    public double stepsPerSecond() {
      return elapsed.isZero() ? 0 : environmentSteps / seconds();
    }
  }
}
