/**
 * Words and formulas that are read rather than plotted: {@link gmrl.app.text.TypesetFormula} sets
 * TeX, {@link gmrl.app.text.Prose} sets paragraphs with formulas between the words, and {@link
 * gmrl.app.text.Spotlight} lights up whatever stands for the same thing.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.text;
