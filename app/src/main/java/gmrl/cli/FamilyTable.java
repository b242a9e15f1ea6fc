package gmrl.cli;

import gmrl.experiment.Family;
import java.util.function.BiFunction;

/**
 * What the command of a family says of itself and how it shows a result to people.
 *
 * @param family whose it is
 * @param description one sentence
 * @param table takes a result and the stride of its updates
 */
record FamilyTable<S, R>(
    Family<S, R> family, String description, BiFunction<R, Integer, String> table) {

  /** The table of a family that has none of its own is that of its CSV. */
  static <S, R> FamilyTable<S, R> usual(Family<S, R> family) {
    return new FamilyTable<>(family, family.title() + ".", (result, every) -> "");
  }
}
