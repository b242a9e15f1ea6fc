/**
 * Bilevel programs of differentiable arrays: networks, and whatever one writes with {@code
 * gmrl.autodiff}.
 *
 * <p>Four ways to the derivative of an outer objective through an inner optimisation, behind one
 * interface, so that their bias, noise and cost can be compared.
 *
 * <ul>
 *   <li>{@link gmrl.optim.bilevel.BilevelObjective} is the problem: a start, an inner loss and an
 *       outer loss, all functions of the meta-parameters.
 *   <li>{@link gmrl.optim.bilevel.BilevelGradient} lists the ways: explicit (whole or truncated),
 *       implicit, zero-order.
 * </ul>
 *
 * <p>Losses are written here as functions and differentiated; nothing is known of estimators. For
 * reinforcement learning with sampled slots, where the bias of an estimate is the subject, use
 * {@code gmrl.meta} instead: there the gradients and Hessian-vector products are given, exact or
 * estimated, slot by slot.
 */
@gmrl.LibraryApi
@NullMarked
package gmrl.optim.bilevel;

import org.jspecify.annotations.NullMarked;
