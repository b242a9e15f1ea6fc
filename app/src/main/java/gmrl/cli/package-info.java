/** The headless twin of the window: one picocli command per experiment family. */
@org.jspecify.annotations.NullMarked
package gmrl.cli;
