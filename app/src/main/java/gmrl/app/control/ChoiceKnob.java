package gmrl.app.control;

import gmrl.app.state.Choice;
import gmrl.app.ui.Parameter;
import gmrl.app.ui.ParameterViewModel;
import java.util.function.ToDoubleFunction;

/** Sliders of numbers of a choice. */
public final class ChoiceKnob {
  private ChoiceKnob() {}

  /** A choice with another number. */
  @FunctionalInterface
  public interface Change<P> {
    /** The same with the number. */
    P with(P choice, double value);
  }

  /** A slider that follows a choice and changes it. */
  public static <P> ParameterViewModel of(
      Choice<P> choice, Parameter parameter, ToDoubleFunction<P> get, Change<P> set) {
    ParameterViewModel knob =
        new ParameterViewModel(
            parameter,
            value -> choice.edit(parameter.name(), c -> set.with(c, value)),
            choice::hold,
            choice::seal);
    choice.observe(now -> knob.show(get.applyAsDouble(now)));
    return knob;
  }
}
