package gmrl.app.story;

import gmrl.app.ui.Parameter;

/**
 * What can be turned in the story, with the names and meanings it has everywhere.
 *
 * @param alpha inner step size
 * @param steps inner steps
 * @param samples sample size
 */
public record StoryKnobs(Parameter alpha, Parameter steps, Parameter samples) {

  SceneKnob alpha(double low, double high, double first) {
    return new SceneKnob(alpha.over(low, high), first);
  }

  SceneKnob steps(int low, int high, int first) {
    return new SceneKnob(steps.over(low, high), first);
  }

  SceneKnob samples(int low, int high, int first) {
    return new SceneKnob(samples.over(low, high), first);
  }
}
