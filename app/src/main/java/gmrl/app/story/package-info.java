/**
 * The story: what a meta-gradient is and where its two biases come from, in five scenes of words
 * beside a live picture. {@link gmrl.app.story.StoryFeature} opens it; each scene has a view-model
 * and a view.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.story;
