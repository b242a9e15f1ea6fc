package gmrl.experiment.bias;

import gmrl.experiment.Counted;
import gmrl.experiment.bias.BiasResult.CurveResult;
import gmrl.experiment.bias.BiasResult.Limits;
import gmrl.experiment.bias.BiasResult.MdpResult;
import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.meta.TrialAccumulator;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Meta-gradients that another program has estimated on an MDP of ours, measured as our own are: by
 * their trials alone.
 *
 * <p>A file is {@code {"gradients":[M][S][A]}}, as JSON or as NumPy's archive; other keys are
 * ignored, unless they look like a slip for it. Trials that are not finite are counted and left
 * out.
 */
public final class BroughtGradients {
  private static final String KEY = "gradients";

  private final String label;
  private final double[][][] gradients;

  private BroughtGradients(String label, double[][][] gradients) {
    this.label = label;
    this.gradients = gradients;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException in one sentence that names file, place, value and expectation
   */
  public static BroughtGradients read(Path file) {
    JsonView json = JsonView.read(file).withoutSlips(KEY);
    double[][][] gradients = json.at(KEY).tensor();
    if (gradients.length < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d trials, expected 2 or more",
              json.at(KEY).place(),
              gradients.length));
    }
    return new BroughtGradients(String.valueOf(file.getFileName()), gradients);
  }

  /**
   * Measures them against the exact meta-gradient of a specification.
   *
   * @param spec of one MDP, without a sweep; what it says of samples and estimators is not looked
   *     at
   * @throws IllegalArgumentException in one sentence if there are several MDPs or points, or if the
   *     sizes differ
   */
  public CurveResult measure(BiasSpec spec) {
    TabularSetup setup = spec.setup().withoutSampling();
    if (setup.mdps().count() != 1 || spec.sweep().isPresent()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s was made on one MDP, and there are %s and %s, expected one of each"
                  + " (--mdp FILE or --mdps 1, and no --sweep)",
              label,
              Counted.of(setup.mdps().count(), "MDP"),
              Counted.of(spec.pointCount(), "point")));
    }
    Mdp mdp = TabularProblems.mdp(setup, 0, spec.seed());
    ExactSolution exact = ExactSolution.solve(setup, TabularProblems.problem(setup, mdp));
    TrialAccumulator trials = new TrialAccumulator(exact.metaGradient, setup.steps());
    double[] unknown = new double[setup.steps()];
    Arrays.fill(unknown, Double.NaN);
    for (int m = 0; m < gradients.length; m++) {
      trials.add(flat(m, mdp), unknown);
    }
    MdpResult measured =
        new MdpResult(
            exact.summary, trials.measures(), new Limits(Double.NaN, Double.NaN, Double.NaN));
    return new CurveResult(
        label,
        spec.withSetup(setup).withTrials(gradients.length),
        List.of(new PointResult(setup, Optional.empty(), List.of(measured))));
  }

  private double[] flat(int trial, Mdp mdp) {
    double[][] rows = gradients[trial];
    double[] flat = new double[mdp.cells()];
    for (int s = 0; s < Math.max(rows.length, mdp.states()); s++) {
      if (rows.length != mdp.states() || rows[s].length != mdp.actions()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: %s[%d] is %d × %d, expected %d × %d as the MDP is",
                label,
                KEY,
                trial,
                rows.length,
                rows.length == 0 ? 0 : rows[Math.min(s, rows.length - 1)].length,
                mdp.states(),
                mdp.actions()));
      }
      System.arraycopy(rows[s], 0, flat, s * mdp.actions(), mdp.actions());
    }
    return flat;
  }
}
