/**
 * Repeated games in the window: returns on the dashboard, and a workspace that goes through time.
 *
 * <p>{@link gmrl.app.ipd.IpdFeature} joins the shell. Charts are pure functions of what a run has
 * recorded ({@code IpdCharts}), conditions pure functions of the window's state ({@code
 * IpdConditions}).
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.ipd;
