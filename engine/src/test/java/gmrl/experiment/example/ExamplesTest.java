package gmrl.experiment.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Workers;
import gmrl.experiment.example.ExampleSnapshot.Curve;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples at a small size: they learn, report on the way, repeat and stop. */
class ExamplesTest {

  static Stream<Example> small() {
    return Stream.of(
        new MamlSine(60, 4, 10, 1, 0.02, 1e-2, 20, 1),
        new ImplicitRidge(40, 4, 4, 4, 8, 1),
        new LearningToReweight(60, 6, 150, 20, 0.4, 0.5, 16, 1),
        new LolaAutodiff(40, 1, 0.3, 0.1, 1),
        new DeadPaths(6, 3, 1e-8, 1));
  }

  @Test
  void everyExampleIsListedAndTested() {
    Set<Class<?>> all = Set.of(Example.class.getPermittedSubclasses());
    assertThat(Examples.all(1).stream().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(all);
    assertThat(small().map(Object::getClass).collect(Collectors.toSet())).isEqualTo(all);
    assertThat(Examples.all(1).stream().map(Example::id)).doesNotHaveDuplicates();
    assertThatThrownBy(() -> Examples.byId("nothing", 1))
        .hasMessageContaining("no example nothing; expected one of maml-sine, imaml-ridge");
  }

  @Test
  void aNumberOutOfRangeIsRefusedByItsName() {
    ExampleFamily family = new ExampleFamily();
    for (Example example : Examples.all(1)) {
      family
          .write(example)
          .properties()
          .forEach(
              entry -> {
                String key = entry.getKey();
                if (!entry.getValue().isNumber() || key.equals(ExampleReport.SEED)) {
                  return;
                }
                for (int bad : new int[] {-1, entry.getValue().isInt() ? Integer.MAX_VALUE : 0}) {
                  if (bad == 0 && key.equals("flipped")) {
                    continue;
                  }
                  ObjectNode config = family.write(example).put(key, bad);
                  assertThatThrownBy(() -> family.read(JsonView.of("file", config)))
                      .hasMessageStartingWith("file: " + key + " is " + bad + ", expected ");
                }
              });
    }
    assertThatThrownBy(() -> new LearningToReweight(1, 0, 1, 1, 1.5, 0.1, 4, 1))
        .hasMessage("flipped is 1.5, expected a share of 0 or more and less than 1");
    assertThatThrownBy(() -> new DeadPaths(1, Double.POSITIVE_INFINITY, 1, 1))
        .hasMessage("rate is Infinity, expected a finite number of more than 0");
  }

  /** First runs, which several tests look at. */
  private static final Map<Example, List<ExampleSnapshot>> RUNS = new HashMap<>();

  private static List<ExampleSnapshot> firstRun(Example example) {
    return RUNS.computeIfAbsent(example, ExamplesTest::run);
  }

  private static List<ExampleSnapshot> run(Example example) {
    List<ExampleSnapshot> seen = new ArrayList<>();
    List<Long> done = new ArrayList<>();
    ExampleSnapshot last =
        example.run(
            new Workers(1),
            new CancellationToken(),
            (units, snapshot) -> {
              done.add(units);
              seen.add(snapshot);
            });
    assertThat(done).isSorted();
    assertThat(done.get(done.size() - 1)).isEqualTo(example.total());
    assertThat(last).isEqualTo(seen.get(seen.size() - 1));
    return seen;
  }

  @ParameterizedTest
  @MethodSource("small")
  void runsReportOnTheWayAndRepeatExactly(Example example) {
    List<ExampleSnapshot> first = firstRun(example);
    assertThat(first.size()).isGreaterThan(5);
    assertThat(first.get(0).panels())
        .as("no plot stands empty beside one that has numbers")
        .isNotEmpty()
        .allMatch(
            panel -> panel.curves().stream().anyMatch(curve -> !curve.x().isEmpty()),
            "with points");
    assertThat(run(example).get(first.size() - 1)).isEqualTo(first.get(first.size() - 1));
    for (ExampleSnapshot snapshot : first) {
      snapshot.panels().stream()
          .flatMap(panel -> panel.curves().stream())
          .flatMap(curve -> curve.y().stream())
          .forEach(y -> assertThat(y).isFinite());
    }
  }

  private static double change(Example example, int panel, String curve) {
    List<ExampleSnapshot> seen = firstRun(example);
    List<Double> y =
        seen.get(seen.size() - 1).panels().get(panel).curves().stream()
            .filter(c -> c.name().equals(curve))
            .map(Curve::y)
            .findFirst()
            .orElseThrow();
    return y.get(y.size() - 1) / y.get(0);
  }

  @Test
  void theyLearn() {
    List<Example> examples = small().toList();
    assertThat(change(examples.get(0), 0, "MAML")).isLessThan(0.8);
    assertThat(change(examples.get(1), 1, "implicit")).isLessThan(0.8);
    assertThat(change(examples.get(2), 0, "reweighted")).isGreaterThan(1.2);
  }

  @Test
  void unrolledAndImplicitMetaGradientsConvergeAndTruncatedOnesDoNot() {
    Example ridge = small().toList().get(1);
    assertThat(change(ridge, 0, "unrolled")).isLessThan(0.1);
    assertThat(change(ridge, 0, "implicit, conjugate gradients")).isLessThan(0.1);
    assertThat(change(ridge, 0, "truncated to 2 steps")).isGreaterThan(0.1);
  }

  @Test
  void lolaThroughAutodiffAgreesWithTheClosedFormWhereverItGoes() {
    List<ExampleSnapshot> seen = firstRun(small().toList().get(3));
    assertThat(seen.get(seen.size() - 1).panels().get(1).curves().get(0).y())
        .allSatisfy(difference -> assertThat(difference).isLessThan(1e-9));
  }

  @Test
  void aCancelledRunStops() {
    CancellationToken token = new CancellationToken();
    Example example = small().toList().get(2);
    assertThatThrownBy(() -> example.run(new Workers(1), token, (done, snapshot) -> token.cancel()))
        .isInstanceOf(CancellationException.class);
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(1))) {
      assertThat(runner.start(example, token, event -> {}).await())
          .isInstanceOf(ExperimentEvent.Cancelled.class);
    }
  }
}
