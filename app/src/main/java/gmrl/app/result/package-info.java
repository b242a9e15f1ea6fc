/**
 * The page that shows stored results without computing them again: {@link
 * gmrl.app.result.ResultFeature} opens it for what a file or the folder of a run holds. What it
 * draws of a result the family says, through {@link gmrl.app.result.FamilyPlots}.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.result;
