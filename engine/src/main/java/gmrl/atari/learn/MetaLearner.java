package gmrl.atari.learn;

import gmrl.autodiff.Variable;
import gmrl.optim.Adam;
import gmrl.optim.TransformState;
import java.util.List;
import java.util.Set;

/**
 * The four raw meta-parameters and their Adam, on the Java heap.
 *
 * @param raw [4] numbers whose logistic functions are the coefficients
 * @param m [4] mean of the gradients
 * @param v [4] mean of their squares
 * @param updates updates made so far
 */
@SuppressWarnings("ArrayRecordComponent")
public record MetaLearner(double[] raw, double[] m, double[] v, int updates) {

  public MetaLearner {
    raw = raw.clone();
    m = m.clone();
    v = v.clone();
    if (raw.length != MetaParameters.SIZE
        || m.length != MetaParameters.SIZE
        || v.length != MetaParameters.SIZE) {
      throw new IllegalArgumentException("there are four meta-parameters");
    }
  }

  static MetaLearner start(MetaParameters values) {
    return new MetaLearner(
        values.raw(), new double[MetaParameters.SIZE], new double[MetaParameters.SIZE], 0);
  }

  MetaParameters values() {
    return MetaParameters.ofRaw(raw);
  }

  /** One step of Adam; only the learnt ones move. */
  MetaLearner step(double[] gradient, double rate, Set<MetaParameters.Name> learned) {
    double[] seen = new double[gradient.length];
    for (MetaParameters.Name name : learned) {
      seen[name.position()] = gradient[name.position()];
    }
    Adam adam = Adam.of(rate);
    Variable at = Variable.of(raw);
    TransformState state =
        new TransformState.Parts(
            List.of(
                new TransformState.Slots(
                    List.of(
                        new TransformState.Slot(updates, List.of(Variable.of(m), Variable.of(v))))),
                new TransformState.Slots(List.of(new TransformState.Slot(updates, List.of())))));
    var moved = adam.update(List.of(Variable.of(seen)), state, List.of(at));
    double[] by = moved.updates().get(0).toDoubles();
    double[] next = raw.clone();
    for (MetaParameters.Name name : learned) {
      next[name.position()] += by[name.position()];
    }
    List<Variable> arrays = moved.state().arrays();
    return new MetaLearner(next, arrays.get(0).toDoubles(), arrays.get(1).toDoubles(), updates + 1);
  }
}
