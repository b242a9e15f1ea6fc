package gmrl.experiment.tabular;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.mdp.Mdp;
import gmrl.mdp.Reweighting;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A {@link TabularSetup} as the flat keys of a JSON object, shared by the experiments that contain
 * one.
 *
 * <p>Written whole; read with the paper's values for what is absent. Slots are written as on the
 * command line, {@code "exact"} or {@code "lvc:32"}.
 */
public final class TabularSetupJson {
  /** The keys a setup uses. */
  public static final List<String> KEYS =
      List.of(
          "problem",
          "lirpg",
          "mdp",
          "gamma",
          "horizon",
          "criticNoise",
          "alpha",
          "steps",
          "inner",
          "hessian",
          "outer",
          "method",
          "hessianCoef",
          "hessianNoise",
          "reuse",
          "theta",
          "phi");

  private TabularSetupJson() {}

  /** Writes all keys into an object. */
  public static void write(TabularSetup setup, ObjectNode node) {
    node.put("problem", setup.problem().token());
    if (setup.problem() instanceof ProblemSpec.Lirpg lirpg) {
      node.putObject("lirpg")
          .put("gaeLambda", lirpg.gaeLambda())
          .put("criticGradient", lirpg.criticGradient());
    }
    node.set("mdp", write(setup.mdps()));
    node.put("gamma", setup.gamma());
    node.put("horizon", setup.horizon());
    node.put("criticNoise", setup.criticNoise());
    node.put("alpha", setup.alpha());
    node.put("steps", setup.steps());
    node.put("inner", setup.inner().toString());
    node.put("hessian", setup.hessian().toString());
    node.put("outer", setup.outer().toString());
    node.put("method", setup.method().toString());
    node.put("hessianCoef", setup.hessianError().coefficient());
    node.put("hessianNoise", setup.hessianError().noise());
    setup
        .reweighting()
        .ifPresentOrElse(r -> node.put("reuse", r.token()), () -> node.put("reuse", false));
    setup.theta().ifPresent(theta -> node.set("theta", Json.matrix(theta.rows())));
    setup.phi().ifPresent(phi -> node.set("phi", Json.matrix(phi.rows())));
  }

  private static ObjectNode write(MdpSource source) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (source instanceof MdpSource.Generated generated) {
      node.putObject("generated")
          .put("states", generated.states())
          .put("actions", generated.actions())
          .put("density", generated.density())
          .put("rewardSpread", generated.rewardSpread())
          .put("mdps", generated.mdps());
    } else if (source instanceof MdpSource.Teaching teaching) {
      node.put("teaching", teaching.id());
    } else if (source instanceof MdpSource.Given given) {
      ObjectNode mdp = MdpFile.toJson(given.mdp());
      mdp.put("name", given.name());
      node.set("given", mdp);
    }
    return node;
  }

  /**
   * Reads the keys of a setup; unknown keys are the caller's to reject.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static TabularSetup read(JsonView json) {
    TabularSetup paper = TabularSetup.paper();
    MdpSource mdps = json.has("mdp") ? source(json.at("mdp")) : paper.mdps();
    ProblemSpec problem = json.has("problem") ? problem(json) : paper.problem();
    if (json.has("lirpg") && !(problem instanceof ProblemSpec.Lirpg)) {
      throw json.at("lirpg").unexpected("this key for the problem lirpg alone");
    }
    return new TabularSetup(
        problem,
        mdps,
        json.has("gamma") ? json.at("gamma").number() : gamma(mdps, paper.gamma()),
        read(json, "horizon", JsonView::integer, paper.horizon()),
        read(json, "criticNoise", JsonView::number, paper.criticNoise()),
        read(json, "alpha", JsonView::number, paper.alpha()),
        read(json, "steps", JsonView::integer, paper.steps()),
        read(json, "inner", view -> parsed(view, SlotSpec::parse), paper.inner()),
        read(json, "hessian", view -> parsed(view, SlotSpec::parse), paper.hessian()),
        read(json, "outer", view -> parsed(view, SlotSpec::parse), paper.outer()),
        read(json, "method", view -> parsed(view, MethodSpec::parse), paper.method()),
        new HessianError(
            read(json, "hessianCoef", JsonView::number, paper.hessianError().coefficient()),
            read(json, "hessianNoise", JsonView::number, paper.hessianError().noise())),
        read(json, "reuse", TabularSetupJson::reweighting, paper.reweighting()),
        read(json, "theta", view -> Optional.of(Table.of("theta", view.matrix())), paper.theta()),
        read(json, "phi", view -> Optional.of(Table.of("phi", view.matrix())), paper.phi()));
  }

  /** The name of a correction, or a flag: true is the balance heuristic. */
  private static Optional<Reweighting> reweighting(JsonView view) {
    if (view.isText()) {
      return Optional.of(parsed(view, Reweighting::parse));
    }
    return view.flag() ? Optional.of(Reweighting.BALANCE) : Optional.empty();
  }

  private static <T> T read(JsonView json, String key, Function<JsonView, T> reader, T absent) {
    return json.has(key) ? reader.apply(json.at(key)) : absent;
  }

  private static <T> T parsed(JsonView json, Function<String, T> parser) {
    try {
      return parser.apply(json.text());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  /** The discount that goes with a source where none is asked for. */
  private static double gamma(MdpSource source, double absent) {
    if (source instanceof MdpSource.Given given) {
      return given.mdp().gamma();
    }
    return source instanceof MdpSource.Teaching teaching
        ? TeachingMdp.find(teaching.id()).gamma()
        : absent;
  }

  private static ProblemSpec problem(JsonView json) {
    return switch (json.at("problem").text()) {
      case "maml" -> new ProblemSpec.Maml();
      case "lirpg" -> {
        ProblemSpec.Lirpg paper = ProblemSpec.Lirpg.paper();
        JsonView options = json.at("lirpg");
        yield json.has("lirpg")
            ? new ProblemSpec.Lirpg(
                read(
                    options.only("gaeLambda", "criticGradient"),
                    "gaeLambda",
                    JsonView::number,
                    paper.gaeLambda()),
                read(options, "criticGradient", JsonView::flag, paper.criticGradient()))
            : paper;
      }
      default -> throw json.at("problem").unexpected("maml or lirpg");
    };
  }

  private static MdpSource source(JsonView json) {
    json.only("generated", "teaching", "given");
    if (json.keys().size() != 1) {
      throw json.unexpected("one of generated, teaching and given");
    }
    if (json.has("generated")) {
      return generated(json.at("generated"));
    }
    if (json.has("teaching")) {
      return new MdpSource.Teaching(json.at("teaching").text());
    }
    JsonView given = json.at("given");
    Mdp mdp = MdpFile.parse(given, OptionalDouble.empty());
    return new MdpSource.Given(given.has("name") ? given.at("name").text() : "MDP", mdp);
  }

  /** Reads a recipe for random MDPs. */
  static MdpSource.Generated generated(JsonView json) {
    json.only("states", "actions", "density", "rewardSpread", "mdps");
    MdpSource.Generated paper = MdpSource.Generated.paper();
    return new MdpSource.Generated(
        read(json, "states", JsonView::integer, paper.states()),
        read(json, "actions", JsonView::integer, paper.actions()),
        read(json, "density", JsonView::number, paper.density()),
        read(json, "rewardSpread", JsonView::number, paper.rewardSpread()),
        read(json, "mdps", JsonView::integer, paper.mdps()));
  }
}
