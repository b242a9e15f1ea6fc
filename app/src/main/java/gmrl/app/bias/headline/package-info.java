/**
 * The sentence above the dashboard: {@link gmrl.app.bias.headline.Headline} puts into words what a
 * {@link gmrl.experiment.bias.diagnosis.ErrorDiagnosis} of the present estimate finds.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.bias.headline;
