/**
 * The headless twin of the window: one picocli command per experiment family.
 *
 * <p>A new command is a class with {@code @Command} that implements {@link
 * java.util.concurrent.Callable} and mixes in {@link gmrl.cli.OutputOptions} and, if it runs an
 * experiment, {@link gmrl.cli.RunOptions}; it is named once more in the list of {@link
 * gmrl.cli.Main}. What it throws becomes one line and an exit code: {@link
 * java.lang.IllegalArgumentException} and {@link java.io.IOException} are bad input, 2; anything
 * else is 1.
 */
@org.jspecify.annotations.NullMarked
package gmrl.cli;
