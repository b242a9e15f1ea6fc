package gmrl.experiment.ipd;

import gmrl.experiment.Counted;
import gmrl.experiment.ipd.LolaCondition.Known;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.LolaConfigBuilder;
import gmrl.ipd.Samples;
import java.util.ArrayList;
import java.util.List;

/** The published figures on the iterated prisoner's dilemma, as data. */
public final class LolaFigures {
  private static final Samples EXACT = new Samples.Exact();
  private static final Samples SHARED = new Samples.AsInner();
  private static final Samples SMALL = new Samples.Fresh(LolaConfig.BATCH);
  private static final Samples LARGE = new Samples.Fresh(1024);
  private static final Samples REPLAY = new Samples.Replay(LolaConfig.BATCH, LolaConfig.BUFFER);
  private static final String RERUN = "independent program";

  private LolaFigures() {}

  /** All figures. */
  public static List<LolaStudy> all() {
    return List.of(
        inner(),
        ablation(),
        offPolicy(),
        lookaheads("lola-dice", "DiCE", dice().build()),
        lookaheads(
            "lola-dice-modelled",
            "DiCE with opponent modelling",
            dice().opponentModel(LolaConfig.BATCH).build()),
        lookaheads("lola-exact", "exact gradients", exact().build()),
        lookaheads(
            "lola-exact-modelled",
            "exact gradients with opponent modelling",
            exact().opponentModel(200).build()));
  }

  /**
   * A figure by its id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static LolaStudy named(String id) {
    return all().stream()
        .filter(figure -> figure.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown figure '"
                        + id
                        + "', expected one of "
                        + String.join(", ", all().stream().map(LolaStudy::id).toList())));
  }

  /** The four conditions that tell what sampling the lookahead costs. */
  public static LolaStudy inner() {
    return new LolaStudy(
        "ipd-inner",
        "Return by samples of the lookahead",
        "Liu et al. (NeurIPS 2022), LOLA-DiCE on the iterated prisoner's dilemma",
        List.of(
            condition("inner-128", "inner 128", SMALL, SHARED, SMALL, defaults()),
            condition("inner-1024", "inner 1024", LARGE, SHARED, SMALL, rerun(-1.33, .24)),
            condition("inner-exact", "inner exact", EXACT, SHARED, SMALL, rerun(-1.18, .14)),
            condition("all-exact", "all exact", EXACT, SHARED, EXACT, exactly())));
  }

  /** Compositional against Hessian bias: each slot with its own batch. */
  public static LolaStudy ablation() {
    List<LolaCondition> conditions = new ArrayList<>();
    for (Samples inner : List.of(SMALL, LARGE, EXACT)) {
      for (Samples hessian : List.of(SMALL, LARGE, EXACT)) {
        conditions.add(
            condition(
                "inner-" + inner + "-hessian-" + hessian,
                "inner " + inner + ", Hessian " + hessian,
                inner,
                hessian,
                SMALL,
                List.of()));
      }
    }
    return new LolaStudy(
        "ipd-ablation",
        "Return by samples of each slot",
        "Liu et al. (NeurIPS 2022), ablation of compositional and Hessian bias",
        conditions);
  }

  /** Replayed trajectories in both slots or in one of them. */
  public static LolaStudy offPolicy() {
    return new LolaStudy(
        "ipd-off-policy",
        "Return with replayed trajectories",
        "Liu et al. (NeurIPS 2022), off-policy correction and its ablations",
        List.of(
            condition("on-policy", "on-policy 128", SMALL, SHARED, SMALL, defaults()),
            condition(
                "replay-both",
                "replay 1024 in both slots",
                REPLAY,
                SHARED,
                SMALL,
                rerun(-1.27, .22)),
            condition(
                "replay-inner", "replay 1024 in the inner slot", REPLAY, SMALL, SMALL, List.of()),
            condition(
                "replay-hessian",
                "replay 1024 in the Hessian slot",
                SMALL,
                REPLAY,
                SMALL,
                List.of()),
            condition("inner-exact", "inner exact", EXACT, SHARED, SMALL, rerun(-1.18, .14))));
  }

  private static LolaStudy lookaheads(String id, String how, LolaConfig config) {
    List<LolaCondition> conditions = new ArrayList<>();
    int updates = config.inner() instanceof Samples.Exact ? 50 : 200;
    for (int k = 0; k <= 3; k++) {
      conditions.add(
          new LolaCondition(
              id + "-" + k,
              Counted.of(k, "lookahead"),
              LolaSpec.DEFAULT
                  .with(config.with().lookaheads(k).build())
                  .over(updates, LolaSpec.DEFAULT.seed(), LolaSpec.DEFAULT.seeds())));
    }
    return new LolaStudy(
        id, "Return by lookaheads, " + how, "LOLA-DiCE program, four plots", conditions);
  }

  private static LolaConfigBuilder dice() {
    return LolaConfig.DEFAULT.with().outerRate(.2).rollout(150);
  }

  private static LolaConfigBuilder exact() {
    return LolaConfig.DEFAULT.with().outerRate(.2).inner(EXACT).outer(EXACT);
  }

  private static LolaCondition condition(
      String id, String label, Samples inner, Samples hessian, Samples outer, List<Known> known) {
    LolaConfig config =
        LolaConfig.DEFAULT.with().inner(inner).hessian(hessian).outer(outer).build();
    return new LolaCondition(id, label, LolaSpec.DEFAULT.with(config), known);
  }

  private static List<Known> rerun(double mean, double deviation) {
    return List.of(new Known(mean, deviation, 6, 300, RERUN));
  }

  /** The default condition is the one most often run: six seeds by its authors, 106 by another. */
  private static List<Known> defaults() {
    return List.of(
        new Known(-1.59, .37, 6, 300, RERUN),
        new Known(-1.56, .37, 100, 300, RERUN),
        new Known(-1.36, .38, 100, 500, RERUN),
        new Known(-1.777, .381, 6, 500, "authors' program"));
  }

  private static List<Known> exactly() {
    return List.of(
        new Known(-1.00, 0, 6, 300, RERUN), new Known(-1.002, 0, 1, 500, "authors' program"));
  }
}
