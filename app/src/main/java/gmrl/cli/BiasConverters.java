package gmrl.cli;

import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import java.util.ArrayList;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;

/** Texts of the command line as values of the bias family. */
final class BiasConverters {
  private BiasConverters() {}

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

  /** What help says of swept variables. */
  static final class SweepVariables extends ArrayList<String> {
    SweepVariables() {
      super(Arrays.stream(SweepVariable.values()).map(SweepVariable::token).toList());
    }
  }
}
