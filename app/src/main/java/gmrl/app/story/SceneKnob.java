package gmrl.app.story;

import gmrl.app.ui.Parameter;
import gmrl.app.ui.ParameterViewModel;

/** A slider of a scene, with a value of its own: the story leaves the person's settings alone. */
final class SceneKnob {
  private final ParameterViewModel model;

  /**
   * A knob.
   *
   * @param parameter what it sets
   * @param first where it stands at first
   */
  SceneKnob(Parameter parameter, double first) {
    ParameterViewModel[] self = new ParameterViewModel[1];
    model = new ParameterViewModel(parameter, value -> self[0].show(value));
    self[0] = model;
    model.show(first);
  }

  ParameterViewModel model() {
    return model;
  }

  double value() {
    return model.valueProperty().get();
  }

  int whole() {
    return (int) Math.round(value());
  }

  /** Runs something whenever the value has changed. */
  void onChange(Runnable action) {
    model.valueProperty().addListener((o, old, now) -> action.run());
  }
}
