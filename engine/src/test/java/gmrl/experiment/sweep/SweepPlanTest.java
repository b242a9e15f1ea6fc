package gmrl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.Family;
import gmrl.experiment.families.Families;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sweep's document means, and how it is refused. */
class SweepPlanTest {

  private static SweepPlan plan(String json) {
    return SweepPlan.read(JsonView.parse("s.json", json.replace('\'', '"')));
  }

  @Test
  void aGridHasEveryCombinationAndTheLastPathVariesFastest() {
    SweepPlan plan =
        plan(
            "{'family':'bias','parameters':{'alpha':[1,2],"
                + "'mdp.generated.states':{'from':3,'to':7,'count':3,'whole':true}}}");
    assertThat(plan.size()).isEqualTo(6);
    assertThat(IntStream.range(0, 6).mapToObj(i -> plan.values(i).toString()))
        .containsExactly("[1, 3]", "[1, 5]", "[1, 7]", "[2, 3]", "[2, 5]", "[2, 7]");
    JsonNode config = plan.config(4);
    assertThat(config.at("/alpha").asDouble()).isEqualTo(2);
    assertThat(config.at("/mdp/generated/states").asInt()).isEqualTo(5);
    assertThat(config.at("/mdp/generated/actions").asInt()).isEqualTo(5);
  }

  @Test
  void oneParameterMayStandAtSeveralPaths() {
    SweepPlan plan = plan("{'family':'bias','parameters':{'inner+hessian':['lvc:4','maml:8']}}");
    assertThat(plan.config(1).get("inner").asText()).isEqualTo("maml:8");
    assertThat(plan.config(1).get("hessian").asText()).isEqualTo("maml:8");
  }

  @Test
  void aLogarithmicRangeIsEvenInItsLogarithmAndExactAtItsEnds() {
    SweepPlan plan =
        plan(
            "{'family':'bias','parameters':{'alpha':{'from':0.1,'to':10,'count':3,'scale':'log'}}}");
    assertThat(IntStream.range(0, 3).mapToDouble(i -> plan.values(i).get(0).asDouble()))
        .satisfiesExactly(
            low -> assertThat(low).isEqualTo(0.1),
            middle -> assertThat(middle).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-12)),
            high -> assertThat(high).isEqualTo(10));
  }

  @Test
  void aRandomDesignIsTheSameForItsSeedAndFillsItsRanges() {
    String json =
        "{'family':'bias','random':{'points':400,'seed':%d},'parameters':{"
            + "'alpha':{'from':0.1,'to':10,'scale':'log'},'steps':{'from':1,'to':4,'whole':true},"
            + "'inner':['lvc:4','maml:4']}}";
    SweepPlan plan = plan(json.formatted(7));
    List<List<JsonNode>> points = IntStream.range(0, 400).mapToObj(plan::values).toList();
    assertThat(IntStream.range(0, 400).mapToObj(plan(json.formatted(7))::values).toList())
        .isEqualTo(points);
    assertThat(plan(json.formatted(8)).values(0)).isNotEqualTo(points.get(0));
    for (int steps = 1; steps <= 4; steps++) {
      int k = steps;
      // 400 draws of 1/4: a standard deviation of 8.7
      assertThat(points.stream().filter(p -> p.get(1).asInt() == k).count()).isBetween(65L, 135L);
    }
    // half of a range in its logarithm lies below the geometric mean: a standard deviation of 10
    assertThat(points.stream().filter(p -> p.get(0).asDouble() < 1).count()).isBetween(160L, 240L);
  }

  @Test
  void theDocumentOfAPlanHasTheSamePoints() {
    SweepPlan plan =
        plan(
            "{'family':'ipd','config':{'updates':3},'random':{'points':5,'seed':1},"
                + "'parameters':{'outerLr':{'from':0.1,'to':0.3},'seed':[1,2,3]}}");
    SweepPlan again = SweepPlan.trusted(Json.line(plan.json()));
    for (int i = 0; i < plan.size(); i++) {
      assertThat(again.config(i)).isEqualTo(plan.config(i));
    }
  }

  @Test
  void valuesAreWrittenAlikeBeforeAndAfterTheyWereKept() {
    SweepPlan plan = plan("{'family':'bias','parameters':{'alpha':[1.0,0.5,3]}}");
    SweepPlan again = SweepPlan.read(JsonView.parse("run", Json.pretty(plan.json())));
    for (int i = 0; i < plan.size(); i++) {
      assertThat(again.values(i).toString()).isEqualTo(plan.values(i).toString());
    }
  }

  static List<Family<?, ?>> families() {
    return Families.all();
  }

  @ParameterizedTest
  @MethodSource("families")
  <S> void anyFamilyCanBeSweptOverAnyNumberOfItsSpecification(Family<S, ?> family) {
    List<String> numbers =
        family.write(family.standard()).properties().stream()
            .filter(entry -> entry.getValue().isNumber())
            .map(java.util.Map.Entry::getKey)
            .toList();
    for (String number : numbers) {
      JsonNode standard = family.write(family.standard()).get(number);
      SweepPlan plan =
          plan("{'family':'%s','parameters':{'%s':[%s]}}".formatted(family.id(), number, standard));
      assertThat(family.read(JsonView.of("", plan.config(0)))).isEqualTo(family.standard());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'parameters':{'alpha':[1]}} | s.json: family is missing, expected the name of a family",
        "{'family':'bia','parameters':{'alpha':[1]}} | s.json: family is \"bia\", expected one of"
            + " bias",
        "{'family':'bias'} | s.json: parameters is missing, expected at least one path",
        "{'family':'bias','parameters':{'alpha':[1,-2]}} | s.json: parameters.alpha takes -2:"
            + " config: alpha is -2, expected a finite number of 0 or more",
        "{'family':'bias','parameters':{'alpha':[null]}} | parameters.alpha takes null: alpha is"
            + " null",
        "{'family':'bias','parameters':{'alfa':[1]}} | parameters.alfa takes 1: config has the"
            + " unknown key \"alfa\"",
        "{'family':'bias','parameters':{'mdp.generated.stats':[1]}} | the unknown key \"stats\"",
        "{'family':'bias','parameters':{'a..b':[1]}} | \"a..b\" is no path",
        "{'family':'bias','parameters':{'alpha.x':[1]}} | \"alpha.x\" leads nowhere: alpha is not"
            + " an object",
        "{'family':'bias','parameters':{'alpha':3}} | s.json: parameters.alpha is 3, expected a"
            + " list of values, or a range",
        "{'family':'bias','parameters':{'alpha':[]}} | s.json: parameters.alpha is [], expected 1"
            + " to",
        "{'family':'bias','parameters':{'alpha':[1,2,1]}} | s.json: parameters.alpha[2] is 1,"
            + " expected a value that is not in the list before",
        "{'family':'bias','parameters':{'alpha':{'from':1,'to':2}}} | s.json:"
            + " parameters.alpha.count is missing",
        "{'family':'bias','parameters':{'alpha':{'from':3,'to':2,'count':2}}} | goes from 3.0 to"
            + " 2.0, expected finite ends in order",
        "{'family':'bias','parameters':{'alpha':{'from':0,'to':2,'count':2,'scale':'log'}}} | from"
            + " is 0.0, expected a value above 0 on the scale log",
        "{'family':'bias','random':{'points':3,'seed':1},'parameters':{'alpha':{'from':0,'to':2,'count':2}}}"
            + " | parameters.alpha.count is 2, expected it in a grid alone",
        "{'family':'bias','random':{'points':0,'seed':1},'parameters':{'alpha':[1]}} | the sweep"
            + " has 0 points, expected 1 to 1000000",
        "{'family':'bias','parameters':{'alpha':{'from':0,'to':2,'count':1000000},'steps':[1,2]}} |"
            + " the sweep has 2000000 points",
        "{'family':'bias','parameters':{'alpha':[1],'alpha+steps':[2]}} | s.json: parameters:"
            + " \"alpha\" sets what \"alpha\" sets, expected each place in one path alone",
        "{'family':'bias','parameters':{'mdp.generated.states':[2],'mdp':[{}]}} | \"mdp\" sets what"
            + " \"mdp.generated.states\" sets",
        "{'family':'bias','parameters':{'steps':{'from':1,'to':2,'count':3,'whole':true}}} |"
            + " parameters.steps.count is 3, expected fewer: 2 would be there more than once",
        "{'family':'bias','table':'al','parameters':{'alpha':[1]}} | table is \"al\", expected"
            + " summary or all",
        "{'family':'bias','config':{'steps':-1},'parameters':{'alpha':[1]}} | s.json: config",
        "{'family':'bias','parameters':{'inner':['lvc:2','dice:2'],'reuse':[false,true]}} | s.json:"
            + " point 3 (inner = \"dice:2\", reuse = true): config: reuse is on and inner is dice:2"
      })
  void whatIsWrongIsSaidBeforeAnythingRuns(String json, String sentence) {
    assertThatThrownBy(() -> plan(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence.strip());
  }
}
