/**
 * Gradients from values alone. {@link gmrl.optim.zeroorder.ZeroOrder} lists the estimators: random
 * directions (naive, forward, antithetic) and finite differences along the axes.
 */
@gmrl.LibraryApi
@NullMarked
package gmrl.optim.zeroorder;

import org.jspecify.annotations.NullMarked;
