package gmrl.bench;

import gmrl.autodiff.Scope;
import java.util.List;
import java.util.Map;

/**
 * Times of a learner on miniature games: acting for 64 environments, one A2C update of 64 × 5
 * steps, and three differentiable inner steps with their meta-gradient.
 *
 * <p>Arguments: number of blocks; then, for a comparison in the same sitting, a Python interpreter
 * and a program that prints a list {@code results} with {@code wall_us_best_call} of each.
 */
public final class MiniatureUpdate {
  private MiniatureUpdate() {}

  @SuppressWarnings("try") // the scope is there to be closed
  public static void main(String[] args) {
    int blocks = args.length == 0 ? 15 : Integer.parseInt(args[0]);
    String two = "/results/2/";
    Map<String, String> paths =
        Map.of(
            "acting", two + "act_forward_sample_b64/wall_us_best_call",
            "A2C update", two + "a2c_update_b320/wall_us_best_call",
            "K = 3", two + "mgrl_k3_meta_step/wall_us_best_call");
    var peer =
        Peer.times(List.of(args).subList(Math.min(1, args.length), args.length), paths, 1e-3);
    LearnerBench bench = new LearnerBench(peer);
    LearnerWorkload work = LearnerWorkload.miniature();
    try (Scope run = Scope.open()) {
      bench.compare("acting", work::act, work.actingInput(), blocks, 200, work::sample);
      bench.compare("A2C update", work::update, work.updateInput(), blocks, 10);
      bench.compare("K = 3", work::meta, work.metaInput(3), blocks, 3);
    }
  }
}
