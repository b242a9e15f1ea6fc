package gmrl.atari.learn;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * One window from a checkpoint, on experience of its own: estimates of the meta-gradient and their
 * reference.
 *
 * <p>All are derivatives of an objective that is to grow, so the published estimates, which are of
 * a loss, come with their sign turned.
 *
 * @param plain automatic differentiation, [4]
 * @param lvc low-variance curvature, [4]
 * @param plainSplit mixed and transported parts of {@code plain}
 * @param lvcSplit likewise
 * @param plainInner automatic differentiation with the true outer gradient, [4]
 * @param lvcInner low-variance curvature with the true outer gradient, [4]
 * @param reference {@link FullGradient} of {@link WindowReturn}, [4]
 * @param objective J
 */
@SuppressWarnings("ArrayRecordComponent")
record BiasTrial(
    double[] plain,
    double[] lvc,
    Diagnosis.Split plainSplit,
    Diagnosis.Split lvcSplit,
    double[] plainInner,
    double[] lvcInner,
    double[] reference,
    double objective) {

  /** What all trials share. */
  record Setting(
      ActorCritic network,
      LearningSettings settings,
      double rate,
      LearnerState learner,
      int copies) {}

  /**
   * Runs a window.
   *
   * @param actor in copies of the checkpoint's environments
   * @param first the first inner batch
   * @param raw [4]
   */
  static BiasTrial run(Setting at, Actor actor, Segment first, Variable raw) {
    try (Scope scope = Scope.open()) {
      scope.bytesInUse();
      return new Run(at, raw).trial(actor, first);
    }
  }

  private static final class Run {
    private final Setting at;
    private final MetaSettings meta;
    private final Losses losses;
    private final Learner start;
    private final Variable raw;
    private final Variable gamma;
    private final Variable outerGamma;
    private final MetaWindow plain;
    private final MetaWindow lvc;
    private final List<FullGradient.Batch> batches = new ArrayList<>();

    Run(Setting at, Variable raw) {
      this.at = at;
      this.meta = at.settings().meta();
      this.losses = new Losses(at.network());
      this.start = at.learner().learner();
      this.gamma = Coefficients.ofRaw(raw).gamma();
      this.outerGamma = Variable.full(gamma.type(), meta.outer().gamma(), 1);
      this.plain = new MetaWindow(losses, Surrogate.PLAIN, meta.detachGamma(), start, raw);
      this.lvc = new MetaWindow(losses, Surrogate.LVC, meta.detachGamma(), start, raw);
      this.raw = raw;
    }

    BiasTrial trial(Actor actor, Segment first) {
      LearningSettings settings = at.settings();
      InnerRule rule = new InnerRule(at.rate(), settings.eps(), settings.maxGradNorm());
      int k = meta.innerSteps();
      Segment segment = first.valued(at.network(), start.p(), gamma);
      for (int step = 1; step <= k; step++) {
        Rollout rollout = segment.rollout(settings.timeLimit());
        batches.add(new FullGradient.Batch(rollout, segment.last()));
        plain.advance(rule, rollout);
        lvc.advance(rule, rollout);
        Variable told = step == k ? outerGamma : gamma;
        segment = actor.play(plain.learner().p(), told, settings.numSteps(), new ArrayList<>());
      }
      return measure(segment, new FullGradient(at.network(), rule, at.copies()));
    }

    private BiasTrial measure(Segment segment, FullGradient full) {
      int k = meta.innerSteps();
      Rollout outer = segment.rollout(at.settings().timeLimit());
      List<MetaWindow.OuterTerm> terms = List.of(new MetaWindow.OuterTerm(k, 1, outer));
      MetaWindow.MetaGradient first = plain.gradient(terms, meta.outer(), true);
      MetaWindow.MetaGradient second = lvc.gradient(terms, meta.outer(), true);
      WindowReturn objective =
          new WindowReturn(
              segment,
              segment.valued(at.network(), start.p(), outerGamma).values(),
              meta.outer().gamma());
      Variable weights = Variable.of(objective.weights());
      List<Variable> ascent = ascent(outer, weights);
      return new BiasTrial(
          negated(first.total()),
          negated(second.total()),
          split(first),
          split(second),
          through(plain, ascent, k),
          through(lvc, ascent, k),
          full.of(start, raw, batches, outcome(full, outer, objective, weights)),
          objective.value());
    }

    /** Σ w ∇log π after the last update. */
    private List<Variable> ascent(Rollout outer, Variable weights) {
      List<Variable> p = plain.learner().leaves().p();
      return Autodiff.gradOnce(losses.taken(p, outer, outerGamma).times(weights).sum(), p);
    }

    /** J as far as its derivative goes: actions of the last policy, and of those before it. */
    private FullGradient.Outcome outcome(
        FullGradient full, Rollout outer, WindowReturn objective, Variable weights) {
      double[] shares = objective.shares();
      double[] others = full.meanOfOthers(shares);
      float[] above = new float[shares.length];
      for (int i = 0; i < above.length; i++) {
        above[i] = (float) (shares[i] - others[i]);
      }
      return (p, ratios) -> {
        Variable now = losses.taken(p, outer, outerGamma).times(weights).sum();
        return ratios == null ? now : now.plus(ratios.times(Variable.of(above)).sum());
      };
    }

    private static double[] through(MetaWindow window, List<Variable> ascent, int k) {
      return window.pull(
          (step, cotangent, m) -> {
            if (step == k) {
              cotangent.add(ascent);
            }
          });
    }
  }

  private static Diagnosis.Split split(MetaWindow.MetaGradient g) {
    return new Diagnosis.Split(
        negated(g.total()), negatedRows(g.mixed()), negatedRows(g.transported()));
  }

  private static double[][] negatedRows(double[][] rows) {
    double[][] out = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      out[i] = negated(rows[i]);
    }
    return out;
  }

  private static double[] negated(double[] x) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = -x[i];
    }
    return out;
  }
}
