/**
 * Reading and writing documents, strictly: what is wrong is said in one sentence that names the
 * file, the place, the value and what was expected.
 *
 * <ul>
 *   <li>{@link gmrl.experiment.file.JsonView} is a place in a JSON document that knows its own
 *       name; {@link gmrl.experiment.file.Json} writes documents.
 *   <li>{@link gmrl.experiment.file.Resources} are the documents that come with the laboratory.
 *   <li>{@link gmrl.experiment.file.AtomicFile} writes a file whole or not at all.
 *   <li>{@link gmrl.experiment.file.StateLink} folds a configuration into a line of text.
 * </ul>
 */
@NullMarked
package gmrl.experiment.file;

import org.jspecify.annotations.NullMarked;
