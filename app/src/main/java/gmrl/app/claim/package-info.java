/**
 * Claims about gradient bias in the window and as a report: {@link gmrl.app.claim.ClaimsFeature} is
 * the page, {@link gmrl.app.claim.ClaimReport} the same as a document, {@link
 * gmrl.app.claim.ClaimFigures} their figures. Numbers are read off tables, so that a claim may be
 * of any family.
 */
@NullMarked
package gmrl.app.claim;

import org.jspecify.annotations.NullMarked;
