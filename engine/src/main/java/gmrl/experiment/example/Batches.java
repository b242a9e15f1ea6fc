package gmrl.experiment.example;

import gmrl.autodiff.Variable;
import gmrl.experiment.CancellationToken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Means over a batch of tasks. */
final class Batches {

  private Batches() {}

  /**
   * The mean of {@code count} gradients, each drawn from {@code next}.
   *
   * @param token stops between them
   */
  static List<Variable> mean(int count, CancellationToken token, Supplier<List<Variable>> next) {
    List<Variable> sum = new ArrayList<>(next.get());
    for (int t = 1; t < count; t++) {
      token.check();
      List<Variable> gradient = next.get();
      for (int j = 0; j < sum.size(); j++) {
        sum.set(j, sum.get(j).plus(gradient.get(j)));
      }
    }
    return sum.stream().map(v -> v.times(1.0 / count)).toList();
  }
}
