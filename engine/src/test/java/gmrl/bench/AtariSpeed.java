package gmrl.bench;

import gmrl.autodiff.Scope;
import java.util.List;
import java.util.Map;

/**
 * Times of a learner on Atari frames with the Nature network: acting for 64 environments, one A2C
 * update of 64 × 5 steps, one differentiable inner step, and three of them with their
 * meta-gradient; beside them the bare matrix products of one update.
 *
 * <p>Arguments: number of blocks; then, for a comparison in the same sitting, a Python interpreter
 * and a program that prints {@code parts} with {@code wall_min_s} of each. A2C's network is the one
 * without γ, as there.
 */
public final class AtariSpeed {
  private AtariSpeed() {}

  @SuppressWarnings("try") // the scope is there to be closed
  public static void main(String[] args) {
    int blocks = args.length == 0 ? 5 : Integer.parseInt(args[0]);
    Map<String, String> paths =
        Map.of(
            "acting", "/parts/act/wall_min_s",
            "A2C update", "/parts/a2c/wall_min_s",
            "inner step", "/parts/inner_plain/wall_min_s",
            "K = 3", "/parts/meta_K3_plain/wall_min_s");
    var peer = Peer.times(List.of(args).subList(Math.min(1, args.length), args.length), paths, 1e3);
    LearnerBench bench = new LearnerBench(peer);
    LearnerWorkload work = LearnerWorkload.nature(LearnerWorkload.ENVS, LearnerWorkload.STEPS);
    try (Scope run = Scope.open()) {
      bench.time("bare products", in -> List.of(BareProducts.update()), List.of(), blocks, 1);
      bench.compare("acting", work::act, work.actingInput(), blocks, 16, work::sample);
      LearnerWorkload plain =
          LearnerWorkload.naturePlain(LearnerWorkload.ENVS, LearnerWorkload.STEPS);
      bench.compare("A2C update", plain::update, plain.updateInput(), blocks, 1);
      bench.compare("inner step", work::innerStep, work.metaInput(1), blocks, 1);
      bench.compare("K = 3", work::meta, work.metaInput(3), blocks, 1);
    }
    System.out.println("peak of the process " + ProcessMemory.peak());
  }
}
