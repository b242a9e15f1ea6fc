package gmrl.app.board;

import gmrl.app.bias.BiasStudies;
import gmrl.app.state.LabState;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything the board estimates, as one study: all curves appear coarsely first and then sharpen
 * together, and whatever two columns have in common is computed once.
 *
 * @param study the curves under the labels that {@link Line} makes
 * @param inner estimator of the compositional row
 * @param hessian estimator of the Hessian row
 * @param other estimator that the Hessian row is compared with
 */
record BoardStudy(BiasStudy study, Estimator inner, Estimator hessian, Estimator other) {

  /** A variance needs two. */
  private static final int FEWEST = 2;

  /** What a curve of the board stands for. */
  enum Line {
    /** The row's own bias, with the chosen estimator. */
    OWN,
    /** The same with another estimator. */
    OTHER,
    /** An exact Hessian with the controlled error alone. */
    CONTROLLED,
    /** What infinitely many samples leave; read out of the row's own curve. */
    LIMIT,
    /** How far one estimate of the row's own curve scatters. */
    NOISE,
    /** How far one estimate of the other curve scatters. */
    OTHER_NOISE;

    /** People meet the labels where kept runs are compared. */
    private String words() {
      return switch (this) {
        case OWN -> "";
        case OTHER -> " of another estimator";
        case CONTROLLED -> " of an exact H + c";
        case LIMIT -> ", limit";
        case NOISE -> ", noise";
        case OTHER_NOISE -> ", noise of another estimator";
      };
    }

    /** Label of this line along a column. */
    String along(Row row, Column column) {
      return row.title() + words() + " along the " + Symbols.label(column.variable());
    }
  }

  /** Label of the row's bias at the present settings. */
  static String now(Row row) {
    return row.title() + " at these settings";
  }

  /** Label of the whole estimate at the present settings. */
  static final String ALL_NOW = "Whole estimate at these settings";

  /** The curves of a state without their noise. */
  static BoardStudy of(LabState state) {
    return of(state, false);
  }

  /**
   * The curves of a state.
   *
   * @param noisy whether the noise of the Hessian row is asked for, which takes trials of its own
   */
  static BoardStudy of(LabState state, boolean noisy) {
    TabularSetup setup = state.setup();
    Estimator inner = estimator(setup.inner());
    Estimator hessian = estimator(setup.hessian());
    Estimator other = hessian == Estimator.MAML ? Estimator.LVC : Estimator.MAML;
    List<BiasStudy.Curve> curves = new ArrayList<>();
    for (Row row : Row.values()) {
      Estimator own = row == Row.COMPOSITIONAL ? inner : hessian;
      curves.add(single(now(row), BiasStudies.setup(row.kind(), state, own), state));
    }
    if (setup.inner().isSampled() || setup.hessian().isSampled() || setup.outer().isSampled()) {
      curves.add(single(ALL_NOW, setup, state));
    }
    for (Column column : Column.values()) {
      curves.add(
          along(
              Row.HESSIAN,
              column,
              Line.OWN,
              BiasStudies.setup(Row.HESSIAN.kind(), state, hessian),
              state,
              noisy));
      curves.add(
          along(
              Row.HESSIAN,
              column,
              Line.OTHER,
              BiasStudies.setup(Row.HESSIAN.kind(), state, other),
              state,
              noisy));
    }
    curves.add(
        along(
            Row.HESSIAN,
            Column.COEFFICIENT,
            Line.CONTROLLED,
            setup.withReuse(false).withSlots(SlotSpec.exact(), SlotSpec.exact(), SlotSpec.exact()),
            state,
            false));
    for (Column column : Column.values()) {
      // The exact Hessian of this row has no error: nothing moves along c.
      if (column != Column.COEFFICIENT) {
        curves.add(
            along(
                Row.COMPOSITIONAL,
                column,
                Line.OWN,
                BiasStudies.setup(Row.COMPOSITIONAL.kind(), state, inner),
                state,
                false));
      }
    }
    return new BoardStudy(new BiasStudy("board", "Board", "", curves), inner, hessian, other);
  }

  /** What tells the lines of the Hessian row apart. */
  String legend(Line line) {
    return switch (line) {
      case OWN -> Symbols.of(hessian);
      case OTHER -> Symbols.of(other);
      case CONTROLLED -> "exact H + c";
      case LIMIT -> "limit";
      case NOISE -> "noise of " + legend(Line.OWN);
      case OTHER_NOISE -> "noise of " + legend(Line.OTHER);
    };
  }

  /** What a line of the Hessian row is, in a sentence; empty where its name says it. */
  String meaning(Line line) {
    return switch (line) {
      case OWN -> meaning(hessian);
      case OTHER -> meaning(other);
      case CONTROLLED ->
          "The right Hessian with the error c of the fourth slider added, and nothing else.";
      case LIMIT, NOISE, OTHER_NOISE -> "";
    };
  }

  private static String meaning(Estimator estimator) {
    return switch (estimator) {
      case MAML ->
          "Plain differentiation takes the usual policy-gradient loss and differentiates it twice:"
              + " the gradient comes out right, the Hessian lacks the products of scores.";
      case LVC ->
          "LVC, low-variance curvature: puts back the products of scores of the same time step."
              + " Little noise, some bias.";
      case LOADED, DICE, DICE_BASELINE, TAYPO2 ->
          Symbols.of(estimator)
              + " keeps the products of scores of all time steps: right but for the horizon, with"
              + " more noise.";
      case REINFORCE, REINFORCE_BASELINE -> "";
    };
  }

  private static BiasStudy.Curve along(
      Row row, Column column, Line line, TabularSetup setup, LabState state, boolean noisy) {
    BiasSpec spec = BiasStudies.spec(setup, state, column.sweep());
    // Where only a bias of closed form is shown, more trials would tell nothing.
    return new BiasStudy.Curve(
        line.along(row, column),
        spec.isClosedForm() && !noisy ? spec.withTrials(Math.min(FEWEST, spec.trials())) : spec);
  }

  private static BiasStudy.Curve single(String label, TabularSetup setup, LabState state) {
    return new BiasStudy.Curve(
        label, new BiasSpec(setup, state.trials(), state.seed(), Optional.empty()));
  }

  private static Estimator estimator(SlotSpec slot) {
    return slot instanceof SlotSpec.Sampled sampled ? sampled.estimator() : Estimator.LVC;
  }

  /**
   * Where a row’s present settings lie along a column. Each row samples one slot, whose |τ| may be
   * its own, and samples it also where it is exact otherwise.
   */
  double place(Row row, Column column) {
    // The compositional row has no Hessian error of its own.
    Row telling = column == Column.COEFFICIENT ? Row.HESSIAN : row;
    return study.curves().stream()
        .filter(curve -> curve.label().equals(now(telling)))
        .mapToDouble(curve -> column.of(curve.spec().setup()))
        .findFirst()
        .orElseThrow();
  }

  /** Label of what a small plot draws of the row's own bias. */
  static String source(Row row, Column column) {
    return row == Row.COMPOSITIONAL && column == Column.COEFFICIENT
        ? now(row)
        : Line.OWN.along(row, column);
  }

  /** The curve of a label, if the result has it. */
  static Optional<BiasResult.CurveResult> curve(BiasResult result, String label) {
    return result.curves().stream().filter(c -> c.label().equals(label)).findFirst();
  }
}
