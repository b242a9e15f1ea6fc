package gmrl.optim.bilevel;

import gmrl.autodiff.Variable;
import java.util.List;

/**
 * Two loops: θ starts at θ⁰(φ) and descends the inner loss; what counts is the outer loss at the
 * end.
 *
 * <p>The functions are called more than once for one estimate and must give the same each time:
 * data that is drawn at random is drawn before.
 */
public interface BilevelObjective {

  /** θ⁰(φ); for meta-parameters that are not an initialisation, constants. */
  List<Variable> start(List<Variable> meta);

  /** The inner loss at step {@code step}, counted from 0; one element. */
  Variable inner(List<Variable> meta, List<Variable> params, int step);

  /** The outer loss; one element. */
  Variable outer(List<Variable> meta, List<Variable> params);
}
