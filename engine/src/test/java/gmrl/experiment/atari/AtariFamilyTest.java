package gmrl.experiment.atari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.OuterLoss;
import gmrl.atari.learn.TimeLimit;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtariFamilyTest {
  private static final AtariFamily FAMILY = new AtariFamily();

  private static AtariSpec read(String json) {
    return FAMILY.read(JsonView.parse("spec.json", json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"minatar:breakout", "minatar:space_invaders", "pong", "discounting-chain"})
  void aSpecificationIsReadBackAsItWasWritten(String game) {
    AtariSpec spec =
        AtariSpec.usual(GameSpec.of(game), Algorithm.MGRL_LVC)
            .withSeeds(3, 17)
            .with(
                s ->
                    s.withLr(.002)
                        .withCoefficients(new MetaParameters(.9, .8, .25, .02))
                        .withMeta(
                            s.meta()
                                .withInnerSteps(5)
                                .withMixture(.5)
                                .withLearned(EnumSet.of(MetaParameters.Name.GAMMA))
                                .withOuter(OuterLoss.published().withCritic(OuterLoss.Critic.OWN)))
                        .withNumEnvSteps(12_345));
    AtariSpec back = read(Json.line(FAMILY.write(spec)));
    assertThat(back).isEqualTo(spec);
    assertThat(FAMILY.write(back)).isEqualTo(FAMILY.write(spec));
  }

  @Test
  void whatIsNotSaidIsUsualForTheGameAndTheAlgorithm() {
    assertThat(read("{}")).isEqualTo(FAMILY.standard());
    AtariSpec pong = read("{\"game\":{\"name\":\"pong\"},\"algorithm\":\"mgrl\"}");
    assertThat(pong.learning().lr()).isEqualTo(7e-4);
    assertThat(pong.learning().numEnvSteps()).isEqualTo(40_000_000);
    assertThat(pong.game().framesPerStep()).isEqualTo(4);
    AtariSpec changed =
        read(
            "{\"game\":{\"name\":\"minatar:asterix\",\"minimalActions\":true},"
                + "\"learning\":{\"time_limit\":\"terminal\",\"meta\":{\"inner_steps\":1}}}");
    assertThat(changed.learning().timeLimit()).isEqualTo(TimeLimit.TERMINAL);
    assertThat(changed.learning().meta().innerSteps()).isEqualTo(1);
    assertThat(changed.label())
        .isEqualTo("a2c on miniature Asterix (minimal actions, sticky 0.1, ramping)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'game':{'name':'minatar:pong'}}|spec.json: game.name: \"pong\" is no miniature game",
        "{'game':{'name':'joust'}}|spec.json: game.name: \"joust\" is no Atari game",
        "{'game':{'name':'pong','ramping':true}}|unknown key \"ramping\"",
        "{'algorithm':'ppo'}|spec.json: algorithm: algorithm is ppo, expected a2c",
        "{'learning':{'lr':-1}}|spec.json: learning: lr is -1.0, expected more than 0",
        "{'learning':{'gama':1}}|unknown key \"gama\"",
        "{'learning':{'meta':{'learned':['delta']}}}|learned[0] is \"delta\", expected gamma",
        "{'learning':{'meta':{'outer':{'critic':'both'}}}}|expected shared, own",
        "{'seeds':0}|spec.json: seeds is 0, expected 1",
        "{'game':{'name':'minatar:breakout','stickiness':2}}|game: stickiness must be between"
      })
  void whatCannotBeIsRefusedByPlaceValueAndExpectation(String json, String message) {
    assertThatThrownBy(() -> read(json.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void quickAndSeededVariants() {
    AtariSpec quick = FAMILY.quick(FAMILY.standard().withSeeds(5, 9));
    assertThat(quick.seeds()).isEqualTo(1);
    assertThat(quick.learning().numEnvSteps()).isLessThan(100_000);
    assertThat(FAMILY.seed(FAMILY.withSeed(quick, 77))).isEqualTo(77);
  }
}
