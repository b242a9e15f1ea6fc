/**
 * Derivatives of solutions, without differentiating how they were found.
 *
 * <ul>
 *   <li>{@link gmrl.optim.implicit.ImplicitFunction} makes the solution of F(θ, φ) = 0 a
 *       differentiable function of φ.
 *   <li>{@link gmrl.optim.implicit.LinearSolver} lists the ways to solve the linear system that
 *       this needs: conjugate gradients, normal equations, Neumann series, dense elimination.
 * </ul>
 */
@gmrl.LibraryApi
@NullMarked
package gmrl.optim.implicit;

import org.jspecify.annotations.NullMarked;
