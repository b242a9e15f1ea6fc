/**
 * The two bias plots of the dashboard. {@link gmrl.app.bias.BiasFeature} brings them into the
 * window; {@link gmrl.app.bias.BiasPanelViewModel} runs one plot's study and turns its results into
 * a chart; {@link gmrl.app.bias.BiasStudies} says which estimates a plot consists of.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.bias;
