package gmrl.cli;

import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.RouteChoice;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TeachingMdp;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.MatrixGame;
import gmrl.mdp.Estimator;
import gmrl.mdp.Reweighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Texts of the command line as values of the engine, with the engine's own sentences. */
final class Converters {
  private Converters() {}

  private static <T> T convert(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** {@code exact}, {@code lvc} or {@code lvc:32}. */
  static final class OfSlot implements ITypeConverter<SlotSpec> {
    @Override
    public SlotSpec convert(String text) {
      return Converters.convert(text, SlotSpec::parse);
    }
  }

  /** {@code unrolled} or {@code truncated:1}. */
  static final class OfMethod implements ITypeConverter<MethodSpec> {
    @Override
    public MethodSpec convert(String text) {
      return Converters.convert(text, MethodSpec::parse);
    }
  }

  /** {@code balance} or {@code vtrace}. */
  static final class OfReweighting implements ITypeConverter<Reweighting> {
    @Override
    public Reweighting convert(String text) {
      return Converters.convert(text, Reweighting::parse);
    }
  }

  /** {@code alpha=1,3,10}. */
  static final class OfSweep implements ITypeConverter<Sweep> {
    @Override
    public Sweep convert(String text) {
      return Converters.convert(text, Sweep::parse);
    }
  }

  /** {@code relativeBias}. */
  static final class OfMeasure implements ITypeConverter<BiasMeasure> {
    @Override
    public BiasMeasure convert(String text) {
      return Converters.convert(text, BiasMeasure::parse);
    }
  }

  /** What help says of measures. */
  static final class Measures extends ArrayList<String> {
    Measures() {
      super(Arrays.stream(BiasMeasure.values()).map(BiasMeasure::key).toList());
    }
  }

  /** {@code auto} or {@code sampled}. */
  static final class OfRoute implements ITypeConverter<RouteChoice> {
    @Override
    public RouteChoice convert(String text) {
      return Converters.convert(text, RouteChoice::parse);
    }
  }

  /** What help says of estimators. */
  static final class Estimators extends ArrayList<String> {
    Estimators() {
      super(Arrays.stream(Estimator.values()).map(Estimator::token).toList());
    }
  }

  /** What help says of repeated games. */
  static final class Games extends ArrayList<String> {
    Games() {
      super(MatrixGame.BUILT_IN.stream().map(MatrixGame::name).toList());
    }
  }

  /** What help says of the estimators of repeated games. */
  static final class GameEstimators extends ArrayList<String> {
    GameEstimators() {
      super(Arrays.stream(GameEstimator.values()).map(GameEstimator::label).toList());
    }
  }

  /** What help says of the published figures on repeated games. */
  static final class GameFigures extends ArrayList<String> {
    GameFigures() {
      super(LolaFigures.all().stream().map(LolaStudy::id).toList());
    }
  }

  /** What help says of teaching MDPs. */
  static final class TeachingMdps extends ArrayList<String> {
    TeachingMdps() {
      super(TeachingMdp.all().stream().map(TeachingMdp::id).toList());
    }
  }

  /** What help says of problems. */
  static final class Problems extends ArrayList<String> {
    Problems() {
      add(new ProblemSpec.Maml().token());
      add(ProblemSpec.Lirpg.paper().token());
    }
  }

  /** What help says of swept variables. */
  static final class SweepVariables extends ArrayList<String> {
    SweepVariables() {
      super(Arrays.stream(SweepVariable.values()).map(SweepVariable::token).toList());
    }
  }

  /** What help says of corrections of reused batches. */
  static final class Reweightings extends ArrayList<String> {
    Reweightings() {
      super(Arrays.stream(Reweighting.values()).map(Reweighting::token).toList());
    }
  }

  /** What help says of slots. */
  static final class Slots extends ArrayList<String> {
    Slots() {
      add(SlotSpec.exact().toString());
      addAll(new Estimators());
    }
  }

  /** {@code lvc}. */
  static final class OfEstimator implements ITypeConverter<Estimator> {
    @Override
    public Estimator convert(String text) {
      return Converters.convert(text, Estimator::parse);
    }
  }
}
