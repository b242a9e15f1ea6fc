package gmrl.autodiff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * x with F(x) = 0, however it was found, as a function of all that F computes with.
 *
 * <p>A cotangent g of x becomes −(∂F/∂c)ᵀ u for each c of these, with (∂F/∂x)ᵀ u = g. Recorded, it
 * is written in x itself and in u, which a solver of the same kind gives, so it can be
 * differentiated again.
 *
 * @param solution x as a constant
 * @param captured the inputs, as they are, whatever stands for them in a pass that records nothing
 */
record Root(
    String label,
    Variable solution,
    UnaryOperator<Variable> residual,
    TransposedSolver solver,
    List<Variable> captured)
    implements Primitive {

  @Override
  public Value evaluate(Variable[] inputs) {
    return new Value(solution.store(), solution.dims());
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    boolean recorded = call.output().isTracked();
    // A place of its own, so that ∂F/∂c does not run back through the solution.
    Variable place = recorded ? Ops.identity(call.output()) : call.output().tracked();
    Variable f = residual.apply(place);
    Variable u = solver.solve(f, place, cotangent).negate();
    List<Variable> wanted = new ArrayList<>();
    for (int i = 0; i < captured.size(); i++) {
      if (call.needs(i)) {
        wanted.add(captured.get(i));
      }
    }
    // One captured variable may have been computed from another: that way is not taken here.
    Set<Variable> ends = new HashSet<>(captured);
    ends.add(place);
    Backward pass = new Backward(List.of(f), wanted, ends);
    List<Variable> found =
        recorded ? pass.record(List.of(f), List.of(u)) : pass.once(List.of(f), List.of(u));
    @Nullable Variable[] out = new Variable[captured.size()];
    int next = 0;
    for (int i = 0; i < out.length; i++) {
      out[i] = call.needs(i) ? found.get(next++) : null;
    }
    return out;
  }
}
