/**
 * Small meta-learning problems that show the differentiation library at work, each an {@link
 * gmrl.experiment.Experiment} whose snapshots are plots. {@link gmrl.experiment.example.Examples}
 * lists them; {@link gmrl.experiment.example.ExampleSnapshot} is what a window draws and a command
 * prints.
 */
@NullMarked
package gmrl.experiment.example;

import org.jspecify.annotations.NullMarked;
