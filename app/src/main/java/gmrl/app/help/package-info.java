/**
 * Help: what one is looking at, the glossary, the keys, the guides, the paper and the licences.
 * {@link gmrl.app.help.HelpWindow} shows it; its words lie in {@code help/} on the class path and
 * in the guides.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.help;
