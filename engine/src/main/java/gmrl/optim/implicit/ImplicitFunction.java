package gmrl.optim.implicit;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.CustomOperation;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * θ*(φ) with F(θ*, φ) = 0, as a differentiable function of φ.
 *
 * <p>By the implicit function theorem dθ/dφ = −(∂F/∂θ)⁻¹ ∂F/∂φ. A cotangent g of θ* therefore
 * becomes −(∂F/∂φ)ᵀ u with (∂F/∂θ)ᵀ u = g: one linear system, whatever the solver of F = 0 did. For
 * a minimum F is the gradient and ∂F/∂θ the Hessian.
 *
 * <p>The derivative is right as far as the solution is: it is evaluated at what the solver
 * returned. Nothing flows to the solver's starting point. Differentiating again works too and goes
 * through the iterations of the linear solver.
 */
public final class ImplicitFunction {

  /** F: as many equations as unknowns, in arrays of the unknowns' shapes. */
  public interface Residual {
    /** F(θ, φ). */
    List<Variable> at(List<Variable> theta, List<Variable> phi);
  }

  private ImplicitFunction() {}

  /**
   * Solves and makes the solution differentiable.
   *
   * @param residual F
   * @param solver gives θ* for φ; sees constants
   * @param linear for the system in the derivative
   * @param phi what F depends on; everything that is to receive a derivative
   */
  public static List<Variable> solve(
      Residual residual,
      Function<List<Variable>, List<Variable>> solver,
      LinearSolver linear,
      List<Variable> phi) {
    List<Variable> like = new ArrayList<>();
    CustomOperation root =
        new CustomOperation() {
          @Override
          public Variable evaluate(List<Variable> constants) {
            like.clear();
            solver.apply(constants).forEach(theta -> like.add(theta.detach()));
            return Packing.pack(like);
          }

          @Override
          public List<@Nullable Variable> pullback(
              List<Variable> arguments, Variable output, Variable cotangent) {
            return ImplicitFunction.pullback(residual, linear, arguments, output, like, cotangent);
          }
        };
    return Packing.unpack(Autodiff.custom("root", root, phi), like);
  }

  private static List<@Nullable Variable> pullback(
      Residual residual,
      LinearSolver linear,
      List<Variable> phi,
      Variable output,
      List<Variable> like,
      Variable cotangent) {
    // Places of their own, so that ∂F/∂φ does not run back through the solution.
    Variable theta = place(output);
    List<Variable> places = phi.stream().map(ImplicitFunction::place).toList();
    List<Variable> at = Packing.unpack(theta, like);
    Variable f = Packing.pack(residual.at(at, places));
    Variable u = linear.solve(transposedJacobian(f, theta), cotangent);
    return new ArrayList<>(Autodiff.vjp(List.of(f), List.of(u.negate()), places));
  }

  private static Variable place(Variable x) {
    return x.isTracked() ? Ops.identity(x) : x.tracked();
  }

  /** v ↦ (∂f/∂θ)ᵀ v, and (∂f/∂θ) v as its transpose. */
  static LinearOperator transposedJacobian(Variable f, Variable theta) {
    return new LinearOperator() {
      @Override
      public Variable apply(Variable v) {
        return Autodiff.vjp(List.of(f), List.of(v), List.of(theta)).get(0);
      }

      @Override
      public Variable applyTransposed(Variable v) {
        Variable dummy = Ops.zerosLike(f).tracked();
        Variable product = Autodiff.vjp(List.of(f), List.of(dummy), List.of(theta)).get(0);
        return Autodiff.vjp(List.of(product), List.of(v), List.of(dummy)).get(0);
      }
    };
  }
}
