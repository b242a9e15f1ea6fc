package gmrl.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.cli.OutputOptions.Format;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.file.ArrayTree;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.tabular.MdpFile;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.MemoryNeed;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An MDP of the laboratory as a file, for other programs. */
@Command(
    name = "mdp",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints an MDP: one that is generated from the seed, a teaching MDP, or that of a"
          + " specification. With --out FILE.npz it is NumPy's archive of P, R, gamma and start.",
      "bias --mdp FILE computes on it, and bias --mdp FILE --gradients FILE measures what another"
          + " program has estimated on it."
    })
final class MdpCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin SpecOption document = new SpecOption();
  @Mixin SetupOptions setup = new SetupOptions();

  @Option(names = "--seed", paramLabel = "N", description = "of generated MDPs")
  @Nullable Long seed;

  @Option(
      names = "--index",
      paramLabel = "N",
      description = "which of the generated MDPs (default: ${DEFAULT-VALUE}, the first)")
  int index;

  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    output.check();
    BiasSpec base = document.base(new BiasFamily()).specs().get(0);
    TabularSetup wanted = setup.apply(base.setup());
    if (index < 0 || index >= wanted.mdps().count()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "--index is %d, expected 0 to %d", index, wanted.mdps().count() - 1));
    }
    output.remark(idle(wanted));
    Long other = seed;
    MemoryNeed.require(wanted, 1);
    Mdp mdp = TabularProblems.mdp(wanted, index, other == null ? base.seed() : other);
    ObjectNode json = MdpFile.toJson(mdp);
    if (!output.deliverArrays(() -> ArrayTree.write(json), () -> Json.pretty(json))) {
      output.deliver(
          Format.json,
          () -> json,
          () -> csv(mdp),
          () -> FamilyCommand.plain(csv(mdp), Integer.MAX_VALUE));
    }
    return 0;
  }

  /** What was given and changes nothing, a sentence each. */
  private List<String> idle(TabularSetup wanted) {
    Set<String> given =
        spec.commandLine().getParseResult().matchedOptions().stream()
            .map(OptionSpec::longestName)
            .collect(Collectors.toSet());
    List<String> idle = new ArrayList<>(SetupOptions.noPartOfAnMdp(given));
    if (seed != null && !(wanted.mdps() instanceof MdpSource.Generated)) {
      idle.add("--seed changes nothing: the MDP is not generated");
    }
    return idle;
  }

  /** Every transition that can be. */
  private static CsvTable csv(Mdp mdp) {
    CsvTable table = new CsvTable("state", "action", "reward", "next", "probability");
    double[][][] transition = mdp.transition();
    double[][] reward = mdp.reward();
    for (int s = 0; s < mdp.states(); s++) {
      for (int a = 0; a < mdp.actions(); a++) {
        for (int next = 0; next < mdp.states(); next++) {
          if (transition[s][a][next] > 0) {
            table.row(s, a, reward[s][a], next, transition[s][a][next]);
          }
        }
      }
    }
    return table;
  }
}
