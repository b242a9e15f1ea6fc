package gmrl.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.Implementations;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules against values worked out by hand. */
class ScheduleTest {

  private static final List<Integer> COUNTS = List.of(0, 1, 2, 4, 9);

  private record Case(Schedule schedule, List<Double> values) {}

  private static Case of(Schedule schedule, double... values) {
    return new Case(schedule, Arrays.stream(values).boxed().toList());
  }

  static Stream<Case> cases() {
    return Stream.of(
        of(Schedule.constant(0.3), 0.3, 0.3, 0.3, 0.3, 0.3),
        of(Schedule.Polynomial.linear(1, 0, 4), 1, 0.75, 0.5, 0, 0),
        of(new Schedule.Polynomial(1, 0.2, 2, 4, 1), 1, 1, 0.65, 0.25, 0.2),
        of(Schedule.Exponential.of(1, 0.25, 2), 1, 0.5, 0.25, 0.0625, Math.pow(2, -9)),
        of(new Schedule.Exponential(1, 0.5, 2, 1, true, 0.3), 1, 1, 1, 0.5, 0.3),
        of(new Schedule.Exponential(1, 2, 1, 0, false, 5), 1, 2, 4, 5, 5),
        of(new Schedule.Cosine(1, 0, 4), 1, (2 + Math.sqrt(2)) / 4, 0.5, 0, 0),
        of(new Schedule.WarmUp(0, 2, Schedule.Polynomial.linear(1, 0, 4)), 0, 0.5, 1, 0.5, 0),
        of(
            new Schedule.Piecewise(
                List.of(2, 4),
                List.of(
                    Schedule.constant(1),
                    Schedule.Polynomial.linear(0.5, 0, 4),
                    Schedule.constant(0.1))),
            1,
            1,
            0.5,
            0.1,
            0.1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void values(Case c) {
    for (int i = 0; i < COUNTS.size(); i++) {
      assertThat(c.schedule().at(COUNTS.get(i)))
          .as("at %d", COUNTS.get(i))
          .isCloseTo(c.values().get(i), within(1e-15));
    }
  }

  @Test
  void noScheduleIsLeftOut() {
    Set<Class<?>> covered =
        cases().map(c -> c.schedule().getClass()).collect(Collectors.toUnmodifiableSet());
    assertThat(covered).containsAll(Implementations.of(Schedule.class));
  }

  @Test
  void badSchedulesSayWhatIsWrong() {
    assertThatThrownBy(() -> new Schedule.Cosine(1, 0, 0)).hasMessage("steps must be > 0, not 0");
    assertThatThrownBy(() -> new Schedule.Piecewise(List.of(3), List.of(Schedule.constant(1))))
        .hasMessageContaining("one more than the 1 boundaries");
  }
}
