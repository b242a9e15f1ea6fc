/**
 * The sentence above the dashboard. {@link gmrl.app.headline.HeadlineStudy} asks what the sentence
 * needs to know, {@link gmrl.app.headline.Headline} puts the answer into words.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.headline;
