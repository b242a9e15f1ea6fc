package gmrl.experiment.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.Experiment;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.Labelled;
import gmrl.experiment.Provenance;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Workers;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariResult;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A result that was written is read as it was, and nothing else is taken for one. */
class KeptResultTest {
  private static final RunFacts ELSEWHERE =
      new RunFacts(false, 12.345678901, 1, new Provenance("0.9", "17.0.1", "Other amd64"));

  /** Each is computed once for all tests. */
  private static final Map<String, Object> COMPUTED = new ConcurrentHashMap<>();

  /** Learners on games take minutes; theirs is made by hand. */
  static Stream<Family<?, ?>> families() {
    return Families.all().stream();
  }

  private static <S, R> R run(Family<S, R> family, S spec) {
    Experiment<R> experiment = family.experiment(spec);
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(2))) {
      ExperimentEvent<R> end = runner.start(experiment, event -> {}).await();
      return ((ExperimentEvent.Completed<R>) end).result();
    }
  }

  @SuppressWarnings("unchecked") // the family says its own types
  private static <S, R> KeptResult<S, R> sample(Family<S, R> family, RunFacts facts) {
    if (family instanceof AtariFamily) {
      AtariSpec spec = AtariSpec.usual(GameSpec.of("minatar:breakout"), Algorithm.MGRL);
      return (KeptResult<S, R>) new KeptResult<>(spec, games(spec), facts);
    }
    S spec = family.quick(family.standard());
    R result = (R) COMPUTED.computeIfAbsent(family.id(), id -> run(family, spec));
    return new KeptResult<>(spec, result, facts);
  }

  private static AtariResult games(AtariSpec spec) {
    MetaParameters c = new MetaParameters(.99, .95, .5, .01);
    List<LearningCurve.Point> points =
        List.of(
            new LearningCurve.Point(
                1000, 0, Double.NaN, Double.NaN, .5, 1.5, .25, c, Double.NaN, Double.NaN),
            new LearningCurve.Point(2000, 3, 1.5, 60, .4, 1.25, .125, c, .3, .75));
    return new AtariResult(
        spec,
        List.of(
            new AtariResult.SeedRun(
                1,
                new LearningCurve(points),
                List.of(new AtariResult.Change(1000, "lr 1.0E-4")),
                List.of("went on at 1000"))));
  }

  private static <S, R> JsonNode document(Family<S, R> family, KeptResult<S, R> kept) {
    return family.json(kept.spec(), kept.result(), kept.run());
  }

  private static <S, R> String csv(Family<S, R> family, KeptResult<S, R> kept) {
    return family.csv(kept.spec(), kept.result(), kept.run().every()).text();
  }

  private static <S, R> KeptResult<S, R> read(Family<S, R> family, JsonNode document) {
    return KeptResult.read(family, JsonView.parse("result.json", Json.pretty(document)));
  }

  private static <S, R> void comesBack(Family<S, R> family, KeptResult<S, R> kept) {
    JsonNode written = document(family, kept);
    KeptResult<S, R> again = read(family, written);
    assertThat(Json.pretty(document(family, again))).isEqualTo(Json.pretty(written));
    assertThat(csv(family, again)).isEqualTo(csv(family, kept));
    assertThat(again.spec()).isEqualTo(kept.spec());
    assertThat(again.run().complete()).isEqualTo(kept.run().complete());
    assertThat(again.run().by()).isEqualTo(kept.run().by());
  }

  @ParameterizedTest
  @MethodSource("families")
  void comesBackByteForByte(Family<?, ?> family) {
    check(family);
  }

  private static <S, R> void check(Family<S, R> family) {
    KeptResult<S, R> kept = sample(family, ELSEWHERE);
    comesBack(family, kept);
    JsonNode whole = document(family, kept);
    refusesStrangers(family, whole, whole, "");
  }

  /** An unknown key is refused by its path in every object, configuration included. */
  private static void refusesStrangers(
      Family<?, ?> family, JsonNode root, JsonNode here, String path) {
    if (here instanceof ObjectNode object) {
      object.put("stranger", 1);
      assertThatThrownBy(() -> read(family, root))
          .as("%s: stranger in %s", family.id(), path)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("result.json")
          .hasMessageContaining("stranger")
          .hasMessageContaining(path.startsWith(".config") ? "" : path.replaceFirst("^\\.", ""));
      object.remove("stranger");
      object.fieldNames().forEachRemaining(key -> only(family, root, object, key, path));
    } else if (here instanceof ArrayNode array && !array.isEmpty()) {
      refusesStrangers(
          family, root, array.get(array.size() - 1), path + "[" + (array.size() - 1) + "]");
    }
  }

  private static void only(
      Family<?, ?> family, JsonNode root, ObjectNode object, String key, String path) {
    refusesStrangers(family, root, object.get(key), path + "." + key);
  }

  @Test
  void studiesComeBackUnderTheirNames() {
    BiasSpec spec = BiasSpec.paper().withTrials(4);
    BiasStudy study =
        new BiasStudy(
            "two",
            "Two curves",
            "One sweeps.",
            List.of(
                new BiasStudy.Curve(
                    "sweep", spec.withSweep(Sweep.of(SweepVariable.ALPHA, 1, .1 + .2))),
                new BiasStudy.Curve("point", spec)));
    BiasFamily bias = new BiasFamily();
    study = bias.quick(study);
    comesBack(bias, new KeptResult<>(study, run(bias, study), ELSEWHERE));

    LolaFamily games = new LolaFamily();
    LolaStudy one = games.quick(games.standard());
    LolaStudy both =
        games.together(
            "Both", List.of(new Labelled<>("a", one), new Labelled<>("b", games.withSeed(one, 5))));
    comesBack(games, new KeptResult<>(both, run(games, both), ELSEWHERE));
  }

  @Test
  void aSeriesWithGapsIsReadWithThem() {
    LolaFamily family = new LolaFamily();
    LolaStudy study = family.quick(family.standard());
    List<LolaSnapshot> result = run(family, study);
    RunFacts everySeventh = new RunFacts(true, 1, 7);
    KeptResult<LolaStudy, List<LolaSnapshot>> kept =
        read(family, family.json(study, result, everySeventh));
    assertThat(family.csv(study, kept.result(), 1).text())
        .isEqualTo(family.csv(study, result, 7).text());
    assertThat(kept.result().get(0).updatesMade()).isEqualTo(result.get(0).updates());
    assertThatThrownBy(() -> resume(kept.result().get(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("policies alone");
  }

  private static void resume(LolaSnapshot snapshot) {
    gmrl.ipd.LolaBias.at(
        snapshot.config(), snapshot.seeds().get(0).last().state(), 0, 2, 1, () -> false);
  }

  @Test
  void aNumberThatDoesNotFollowIsNamed() {
    CoinFamily coin = new CoinFamily();
    ObjectNode wrong = (ObjectNode) document(coin, sample(coin, ELSEWHERE));
    ((ObjectNode) wrong.at("/seeds/1")).put("seed", 99);
    assertThatThrownBy(() -> read(coin, wrong))
        .hasMessage("result.json: seeds[1].seed is 99, expected 1, which follows from the rest");

    BiasFamily bias = new BiasFamily();
    ObjectNode mean = (ObjectNode) document(bias, sample(bias, ELSEWHERE));
    ((ObjectNode) mean.at("/points/0/aggregate/cosine")).put("mean", .5);
    assertThatThrownBy(() -> read(bias, mean))
        .hasMessageStartingWith("result.json: points[0].aggregate.cosine.mean is 0.5, expected 0.");
  }

  @Test
  void whatACommandComputesFromAResultStandsBesideIt() {
    BiasFamily bias = new BiasFamily();
    KeptResult<BiasStudy, ?> kept = sample(bias, ELSEWHERE);
    ObjectNode document = (ObjectNode) document(bias, sample(bias, ELSEWHERE));
    document.putArray("bounds").addObject().put("curve", "bias");
    assertThat(read(bias, document).spec()).isEqualTo(kept.spec());
  }
}
