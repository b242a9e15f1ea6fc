package gmrl.app.bias;

import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.SweepVariable;
import gmrl.mdp.Estimator;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * What one bias plot shows.
 *
 * @param x the swept variable
 * @param y the measure
 * @param curves one curve each
 * @param logX whether the horizontal axis is logarithmic
 * @param logY whether the vertical axis is logarithmic
 * @param bands what the bands mean, if there are any
 * @param bound whether the theoretical bound is drawn
 * @param slopes whether fitted log-log slopes stand in the legend
 * @param range from where to where is swept, if not as usual
 */
@RecordBuilder
public record BiasPlot(
    SweepVariable x,
    BiasMeasure y,
    List<Estimator> curves,
    boolean logX,
    boolean logY,
    Bands bands,
    boolean bound,
    boolean slopes,
    Optional<SweptRange> range)
    implements BiasPlotBuilder.With {

  /** Copies the list; a plot without curves shows nothing, so there must be one. */
  public BiasPlot {
    curves = List.copyOf(curves);
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a bias plot has no curves, expected at least one");
    }
  }

  /** Compositional bias over the sample size. */
  public static BiasPlot compositional() {
    return new BiasPlot(
        SweepVariable.SAMPLES,
        BiasMeasure.BIAS_SQUARED,
        List.of(Estimator.LVC, Estimator.DICE_BASELINE, Estimator.DICE),
        true,
        true,
        Bands.TRIALS,
        true,
        true,
        Optional.empty());
  }

  /** Hessian bias over the sample size of the Hessian slot. */
  public static BiasPlot hessian() {
    return new BiasPlot(
        SweepVariable.SAMPLES,
        BiasMeasure.BIAS_SQUARED,
        List.of(Estimator.MAML, Estimator.LVC, Estimator.LOADED, Estimator.DICE),
        true,
        true,
        Bands.TRIALS,
        false,
        true,
        Optional.empty());
  }

  /** The values that are swept. */
  double[] values() {
    return range.map(own -> own.values(x)).orElseGet(() -> Symbols.values(x));
  }

  /** The same with another swept variable; its natural axis and usual range come with it. */
  @Override
  public BiasPlot withX(SweepVariable other) {
    return with().x(other).logX(Symbols.isNaturallyLog(other)).range(Optional.empty()).build();
  }

  /** The same with another measure; its natural axis comes with it. */
  @Override
  public BiasPlot withY(BiasMeasure other) {
    return with().y(other).logY(other.isNaturallyLog()).build();
  }

  /** The same with other axes. */
  public BiasPlot withLog(boolean nowLogX, boolean nowLogY) {
    return with().logX(nowLogX).logY(nowLogY).build();
  }

  /** The same with other overlays. */
  public BiasPlot withOverlays(Bands nowBands, boolean nowBound, boolean nowSlopes) {
    return with().bands(nowBands).bound(nowBound).slopes(nowSlopes).build();
  }
}
