package gmrl.experiment;

import gmrl.experiment.file.Agreement;
import gmrl.experiment.file.JsonView;

/**
 * A result that was written down and can be shown without being computed again.
 *
 * @param spec what was asked
 * @param result the answer, as far as the document holds it; {@link Family#kept} says what it does
 *     not
 * @param run what is said about the run
 */
public record KeptResult<S, R>(S spec, R result, RunFacts run) {

  /**
   * Reads what {@link Family#json} wrote. Numbers that follow from others, such as means over
   * seeds, are computed anew and have to agree.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation, also
   *     for an unknown key
   */
  public static <S, R> KeptResult<S, R> read(Family<S, R> family, JsonView json) {
    JsonView own = json.object();
    for (String aside : family.asides()) {
      own = own.without(aside);
    }
    KeptResult<S, R> kept = family.kept(own);
    Agreement.require(own, family.json(kept.spec(), kept.result(), kept.run()));
    return kept;
  }
}
