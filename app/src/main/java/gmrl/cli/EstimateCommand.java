package gmrl.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.figure.FigureReader;
import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.families.SpecDocument;
import gmrl.experiment.file.ArrayTree;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.PlainText;
import gmrl.experiment.tabular.BatchDerivatives;
import gmrl.experiment.tabular.MdpFile;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TableFile;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TrajectoryFile;
import gmrl.mdp.Estimator;
import gmrl.mdp.Mdp;
import gmrl.mdp.TrajectoryBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One estimator on trajectories that the user brings. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Value, gradient and Hessian of one estimator on given trajectories, whose own rewards"
            + " count as the extrinsic ones. With --phi the surrogate is LIRPG's, on shaped"
            + " rewards.")
final class EstimateCommand implements Callable<Integer> {
  /** A full Hessian of more rows is surely a mistake: it would fill gigabytes of text. */
  private static final int MOST_CELLS = 5000;

  @Option(
      names = "--spec",
      paramLabel = "FILE|LINK",
      description =
          "take MDP, θ, φ and the options of LIRPG from a bias specification in any form that bias"
              + " reads: from its first curve, on its first MDP")
  @Nullable String document;

  @Option(names = "--mdp", paramLabel = "FILE", description = "the MDP, with the discount")
  @Nullable Path mdpFile;

  @Option(names = "--theta", paramLabel = "FILE", description = "policy logits {\"theta\":[s][a]}")
  @Nullable Path thetaFile;

  @Option(
      names = "--trajectories",
      paramLabel = "FILE",
      required = true,
      description = "{\"trajectories\":[{\"states\":[T+1],\"actions\":[T],\"rewards\":[T]},…]}")
  @Nullable Path trajectoriesFile;

  @Option(
      names = "--estimator",
      paramLabel = "EST",
      required = true,
      converter = Converters.OfEstimator.class,
      completionCandidates = Converters.Estimators.class,
      description = "${COMPLETION-CANDIDATES}")
  @Nullable Estimator estimator;

  @Option(
      names = "--critic",
      paramLabel = "FILE",
      description = "critic {\"V\":[s]}; the exact values at theta if absent")
  @Nullable Path criticFile;

  @Option(
      names = "--phi",
      paramLabel = "FILE",
      description = "LIRPG's intrinsic reward {\"phi\":[s][a]}")
  @Nullable Path phiFile;

  @Option(
      names = "--vector",
      paramLabel = "FILE",
      description = "direction {\"v\":[s][a]} of the Hessian-vector and the mixed product")
  @Nullable Path vectorFile;

  @Option(names = "--hessian", description = "print the whole Hessian, rows and columns s·A + a")
  boolean hessian;

  @Option(
      names = "--gae-lambda",
      paramLabel = "X",
      description = "λ of LIRPG's generalised advantage (the paper's if absent)")
  @Nullable Double gaeLambda;

  @Option(names = "--detach-critic", description = "LIRPG: the critic is not differentiated in φ")
  boolean detachCritic;

  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    output.check();
    Optional<BiasSpec> spec =
        Optional.ofNullable(document)
            .map(
                source ->
                    SpecDocument.open(source, FigureReader::read)
                        .read(new BiasFamily())
                        .specs()
                        .get(0));
    Mdp mdp = mdp(spec);
    Table theta = theta(spec, mdp);
    Optional<Table> phi = phi(spec, mdp);
    TrajectoryBatch batch =
        TrajectoryFile.read(
            Objects.requireNonNull(trajectoriesFile),
            mdp,
            doubt ->
                output.errors().println("Warning: " + PlainText.line(doubt, PlainText.SENTENCE)));
    BatchDerivatives derivatives =
        new BatchDerivatives(
            batch,
            theta,
            Objects.requireNonNull(estimator),
            Optional.ofNullable(criticFile).map(f -> TableFile.vector(f, "V", mdp.states())),
            phi,
            lirpg(spec, phi.isPresent()));
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.set("value", Json.number(derivatives.value()));
    result.set("gradient", Json.matrix(derivatives.gradient().rows()));
    if (vectorFile != null) {
      Table vector = table(mdp, vectorFile, "v");
      result.set("hessianVector", Json.matrix(derivatives.hessianVector(vector).rows()));
      if (phi.isPresent()) {
        result.set("mixedVector", Json.matrix(derivatives.mixedVector(vector).rows()));
      }
    }
    if (hessian) {
      if (mdp.cells() > MOST_CELLS) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "--hessian: %d × %d entries would need about %.0f MB of memory, expected at most"
                    + " %d cells; use --vector",
                mdp.cells(),
                mdp.cells(),
                (double) mdp.cells() * mdp.cells() * 40e-6,
                MOST_CELLS));
      }
      result.set("hessian", Json.matrix(derivatives.hessian()));
    }
    if (!output.deliverArrays(() -> ArrayTree.write(result), () -> Json.pretty(result))) {
      output.deliver(
          Format.json,
          () -> result,
          () -> EstimateTable.csv(result),
          () -> EstimateTable.write(result));
    }
    return 0;
  }

  private static Table table(Mdp mdp, Path file, String key) {
    return TableFile.table(file, key, mdp.states(), mdp.actions());
  }

  private Mdp mdp(Optional<BiasSpec> spec) {
    Path file = mdpFile;
    if (file != null) {
      return MdpFile.read(file);
    }
    return spec.map(s -> TabularProblems.mdp(s.setup(), 0, s.seed()))
        .orElseThrow(() -> new IllegalArgumentException("--mdp is missing, expected it or --spec"));
  }

  private Table theta(Optional<BiasSpec> spec, Mdp mdp) {
    Path file = thetaFile;
    if (file != null) {
      return table(mdp, file, "theta");
    }
    Table theta =
        spec.map(s -> s.setup().theta().orElseGet(() -> Table.zero(mdp.states(), mdp.actions())))
            .orElseThrow(
                () -> new IllegalArgumentException("--theta is missing, expected it or --spec"));
    theta.requireSize("theta", mdp.states(), mdp.actions());
    return theta;
  }

  private Optional<Table> phi(Optional<BiasSpec> spec, Mdp mdp) {
    Path file = phiFile;
    if (file != null) {
      return Optional.of(table(mdp, file, "phi"));
    }
    Optional<Table> phi =
        spec.map(BiasSpec::setup)
            .filter(setup -> setup.problem() instanceof ProblemSpec.Lirpg)
            .map(s -> s.phi().orElseGet(() -> Table.zero(mdp.states(), mdp.actions())));
    phi.ifPresent(table -> table.requireSize("phi", mdp.states(), mdp.actions()));
    return phi;
  }

  private ProblemSpec.Lirpg lirpg(Optional<BiasSpec> spec, boolean shaped) {
    if (!shaped && (gaeLambda != null || detachCritic)) {
      throw new IllegalArgumentException(
          "--gae-lambda and --detach-critic belong to LIRPG, expected --phi with them");
    }
    ProblemSpec.Lirpg base =
        spec.map(s -> s.setup().problem())
            .filter(ProblemSpec.Lirpg.class::isInstance)
            .map(ProblemSpec.Lirpg.class::cast)
            .orElseGet(ProblemSpec.Lirpg::paper);
    return new ProblemSpec.Lirpg(
        gaeLambda == null ? base.gaeLambda() : gaeLambda,
        detachCritic ? false : base.criticGradient());
  }
}
