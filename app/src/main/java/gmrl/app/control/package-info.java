/**
 * The control panel: every number and choice of a tabular experiment, on the left of the window.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.control;
