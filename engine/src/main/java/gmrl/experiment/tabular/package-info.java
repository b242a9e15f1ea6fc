/**
 * What a tabular experiment is about, as data: the problem, its MDPs, the inner loop and who
 * estimates each of the three slots.
 *
 * <p>Start with {@link gmrl.experiment.tabular.TabularSetup}. {@link
 * gmrl.experiment.tabular.SlotSpec} says what fills a slot, {@link
 * gmrl.experiment.tabular.Decomposition} which slots are exact, and {@link
 * gmrl.experiment.tabular.MdpSource} where MDPs come from.
 *
 * <p>{@link gmrl.experiment.tabular.MdpFile}, {@link gmrl.experiment.tabular.TableFile} and {@link
 * gmrl.experiment.tabular.TrajectoryFile} read what people bring.
 */
@NullMarked
package gmrl.experiment.tabular;

import org.jspecify.annotations.NullMarked;
