package gmrl.optim.implicit;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * θ*(φ) with F(θ*, φ) = 0, as a differentiable function of φ.
 *
 * <p>By the implicit function theorem dθ/dφ = −(∂F/∂θ)⁻¹ ∂F/∂φ. A cotangent g of θ* therefore
 * becomes −(∂F/∂φ)ᵀ u with (∂F/∂θ)ᵀ u = g: one linear system, whatever the solver of F = 0 did. For
 * a minimum F is the gradient and ∂F/∂θ the Hessian.
 *
 * <p>The derivative is right as far as the solution is: it is evaluated at what the solver
 * returned. Nothing flows to the solver's starting point. Derivatives of any order follow from the
 * same theorem, by further linear systems.
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
   * @param phi what F depends on; tracked variables that F uses besides receive derivatives too
   */
  public static List<Variable> solve(
      Residual residual,
      Function<List<Variable>, List<Variable>> solver,
      LinearSolver linear,
      List<Variable> phi) {
    List<Variable> like = new ArrayList<>();
    Variable packed =
        Autodiff.root(
            "root",
            () -> {
              like.clear();
              like.addAll(constants(solver.apply(constants(phi))));
              return Packing.pack(like);
            },
            x -> Packing.pack(residual.at(Packing.unpack(x, like), phi)),
            (f, x, cotangent) -> linear.solve(transposedJacobian(f, x), cotangent));
    return Packing.unpack(packed, like);
  }

  private static List<Variable> constants(List<Variable> variables) {
    return variables.stream().map(Variable::detach).toList();
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
