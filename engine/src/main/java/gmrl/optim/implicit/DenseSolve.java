package gmrl.optim.implicit;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds A column by column, with n products, and eliminates. Exact; for small n.
 *
 * <p>The whole of A counts, whatever arrays the unknown is made of. (The reference library's dense
 * solve keeps the diagonal blocks only if there are several.)
 */
public record DenseSolve() implements LinearSolver {

  @Override
  public Variable solve(LinearOperator a, Variable b) {
    int n = b.size();
    List<Variable> columns = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      columns.add(a.apply(Packing.unit(b, j)));
    }
    Variable matrix = Ops.stack(columns).transpose();
    return Ops.solve(matrix, b.reshape(n, 1)).reshape(n);
  }
}
