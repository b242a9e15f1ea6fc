package gmrl.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Family;
import gmrl.experiment.TableReading;
import gmrl.experiment.Workers;
import gmrl.experiment.families.Families;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a family writes into its table can be drawn and compared. */
class FamilyReadingTest {

  /** Learners on games take minutes; their table is read in {@link RunComparisonTest}. */
  static Stream<Family<?, ?>> families() {
    return Families.all().stream().filter(family -> !family.id().equals("atari"));
  }

  private static <S, R> RunTable table(Family<S, R> family) {
    S spec = family.quick(family.standard());
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(2))) {
      ExperimentEvent<R> end = runner.start(family.experiment(spec), event -> {}).await();
      R result = ((ExperimentEvent.Completed<R>) end).result();
      return RunTable.of(family.reading(), family.csv(spec, result, 1));
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyMeasureOfATableIsFound(Family<?, ?> family) {
    RunTable table = table(family);
    TableReading reading = family.reading();
    assertThat(table.curves()).as(family.id()).isNotEmpty();
    for (RunTable.Key curve : table.curves()) {
      double last = table.positions(curve).get(table.positions(curve).size() - 1);
      for (TableReading.Measure measure : reading.measures()) {
        assertThat(table.samples(curve, last, measure.key()))
            .as(family.id() + ": " + measure.key() + " of " + curve)
            .isNotEmpty();
        assertThat(table.ends(curve, measure.key())).isNotEmpty();
      }
    }
    String first = reading.measures().get(0).key();
    assertThat(table.ends(table.curves().get(0), first).values())
        .as("what the family is about is a number")
        .anyMatch(Double::isFinite);
  }
}
