/**
 * Optimisers as pure functions, differentiable through their whole state.
 *
 * <p>Which type to use when:
 *
 * <ul>
 *   <li>{@link gmrl.optim.Optimizer} lists the optimisers; {@code Adam.of(1e-3)} is one.
 *   <li>{@link gmrl.optim.GradientTransform} is what they and their stages are: {@code init},
 *       {@code update}, {@code then}. Stages to put before or behind: {@link
 *       gmrl.optim.ClipByGlobalNorm}, {@link gmrl.optim.ClipByValue}, {@link
 *       gmrl.optim.WeightDecay}, {@link gmrl.optim.ScaleBy}, {@link gmrl.optim.ScaleEach}, {@link
 *       gmrl.optim.Masked}, {@link gmrl.optim.FiniteCotangents}, {@link gmrl.optim.RequireFinite}.
 *   <li>{@link gmrl.optim.Schedule} lists the learning rate schedules.
 *   <li>{@link gmrl.optim.LeafRule} with {@link gmrl.optim.PerLeaf} makes an update rule of your
 *       own.
 *   <li>{@link gmrl.optim.MetaOptimizer} keeps parameters and state together, for code that reads
 *       better with an object that steps; {@link gmrl.optim.PlainOptimizer} does so for ordinary
 *       training, where no step is differentiated.
 *   <li>{@link gmrl.optim.Raveled} turns a tree of parameters into one vector and back.
 * </ul>
 */
@gmrl.LibraryApi
@NullMarked
package gmrl.optim;

import org.jspecify.annotations.NullMarked;
