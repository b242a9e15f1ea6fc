/**
 * Four ways to the derivative of an outer objective through an inner optimisation, behind one
 * interface, so that their bias, noise and cost can be compared.
 *
 * <ul>
 *   <li>{@link gmrl.optim.metagradient.MetaObjective} is the problem: a start, an inner loss and an
 *       outer loss, all functions of the meta-parameters.
 *   <li>{@link gmrl.optim.metagradient.MetaGradient} lists the ways: explicit (whole or truncated),
 *       implicit, zero-order.
 * </ul>
 */
@NullMarked
package gmrl.optim.metagradient;

import org.jspecify.annotations.NullMarked;
