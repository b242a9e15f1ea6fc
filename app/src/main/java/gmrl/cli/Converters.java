package gmrl.cli;

import gmrl.experiment.PlainNumber;
import gmrl.experiment.bias.RouteChoice;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TeachingMdp;
import gmrl.mdp.Estimator;
import gmrl.mdp.Reweighting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Texts of the command line as values of the engine, with the engine's own sentences. */
final class Converters {
  private Converters() {}

  static <T> T convert(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(Errors.noName(text));
    }
  }

  static double number(String text) {
    try {
      return PlainNumber.parse(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("it is '%s', %s".formatted(text, e.getMessage()));
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
