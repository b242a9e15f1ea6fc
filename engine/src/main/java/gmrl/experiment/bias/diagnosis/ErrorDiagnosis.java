package gmrl.experiment.bias.diagnosis;

import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One estimate, its single sources of error, and single changes that might help: all on the same
 * random numbers, so that they can be compared.
 *
 * @param study the curves to run: the estimate, then a curve for each source and each change, under
 *     their tokens
 * @param sources what the error comes from, in the order of the slots
 * @param changes what is tried
 */
public record ErrorDiagnosis(BiasStudy study, List<Source> sources, List<Change> changes) {
  /** Label of the estimate itself. */
  private static final String NOW = "now";

  /** More trials than this tell nothing more to the whole per cent. */
  private static final int MOST_TRIALS = 400;

  /** A single source of error: one slot as it is, the others exact. */
  public enum Source {
    /** The gradient that moves θ. */
    INNER("inner"),
    /** The curvature, with its controlled error. */
    HESSIAN("hessian"),
    /** The gradient at θ^K. */
    OUTER("outer");

    private final String token;

    Source(String token) {
      this.token = token;
    }

    /** The name used in documents. */
    public String token() {
      return token;
    }
  }

  /**
   * A single change of the estimate.
   *
   * @param kind what is done
   * @param slot to which slot
   * @param estimator the other estimator; only where that is the change
   */
  public record Change(Kind kind, Source slot, Optional<Estimator> estimator) {

    /** What is done. */
    public enum Kind {
      /** Twice as many trajectories. */
      DOUBLE("double"),
      /** Earlier inner batches are used again. */
      REUSE("reuse"),
      /** Another estimator. */
      REPLACE("replace"),
      /** The controlled error is taken away. */
      UNDISTURBED("undisturbed");

      private final String token;

      Kind(String token) {
        this.token = token;
      }
    }

    /** The name used in documents, such as {@code double-inner} or {@code replace-hessian-lvc}. */
    public String token() {
      return kind.token + "-" + slot.token() + estimator.map(e -> "-" + e.token()).orElse("");
    }
  }

  /** Freezes the lists. */
  public ErrorDiagnosis {
    sources = List.copyOf(sources);
    changes = List.copyOf(changes);
  }

  /**
   * The diagnosis of a specification at its single point; empty where nothing is sampled or
   * disturbed, so that there is no error.
   */
  public static Optional<ErrorDiagnosis> of(BiasSpec spec) {
    TabularSetup now = spec.setup();
    Map<Source, TabularSetup> sources = sources(now);
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    Map<Change, TabularSetup> changes = changes(now);
    BiasSpec base = spec.withoutSweep().withTrials(Math.min(MOST_TRIALS, spec.trials()));
    List<BiasStudy.Curve> curves = new ArrayList<>();
    curves.add(new BiasStudy.Curve(NOW, base));
    sources.forEach((source, setup) -> curves.add(curve(source.token(), base, setup)));
    changes.forEach((change, setup) -> curves.add(curve(change.token(), base, setup)));
    return Optional.of(
        new ErrorDiagnosis(
            new BiasStudy("diagnosis", "ErrorDiagnosis", "", curves),
            List.copyOf(sources.keySet()),
            List.copyOf(changes.keySet())));
  }

  private static BiasStudy.Curve curve(String label, BiasSpec base, TabularSetup setup) {
    return new BiasStudy.Curve(label, base.withSetup(any -> setup));
  }

  private static Map<Source, TabularSetup> sources(TabularSetup now) {
    Map<Source, TabularSetup> sources = new LinkedHashMap<>();
    SlotSpec exact = SlotSpec.exact();
    TabularSetup plain = now.withReuse(false).withHessianError(HessianError.NONE);
    if (now.inner().isSampled() && now.steps() > 0) {
      sources.put(
          Source.INNER,
          plain.withSlots(now.inner(), exact, exact).withReweighting(now.reweighting()));
    }
    if ((now.hessian().isSampled() || !now.hessianError().isNone()) && now.steps() > 0) {
      sources.put(Source.HESSIAN, now.withReuse(false).withSlots(exact, now.hessian(), exact));
    }
    if (now.outer().isSampled()) {
      sources.put(Source.OUTER, plain.withSlots(exact, exact, now.outer()));
    }
    return sources;
  }

  private static Map<Change, TabularSetup> changes(TabularSetup now) {
    Map<Change, TabularSetup> changes = new LinkedHashMap<>();
    twice(now.inner())
        .ifPresent(
            more ->
                changes.put(
                    change(Change.Kind.DOUBLE, Source.INNER),
                    now.withSlots(more, now.hessian(), now.outer())));
    if (now.inner() instanceof SlotSpec.Sampled s
        && !now.reuse()
        && !s.estimator().truncatesAtHorizon()
        && now.steps() > 1) {
      changes.put(change(Change.Kind.REUSE, Source.INNER), now.withReuse(true));
    }
    twice(now.hessian())
        .ifPresent(
            more ->
                changes.put(
                    change(Change.Kind.DOUBLE, Source.HESSIAN),
                    now.withSlots(now.inner(), more, now.outer())));
    if (now.hessian() instanceof SlotSpec.Sampled s) {
      for (Estimator other : List.of(Estimator.LVC, Estimator.LOADED)) {
        if (other != s.estimator()) {
          SlotSpec slot = new SlotSpec.Sampled(other, s.samples());
          changes.put(
              new Change(Change.Kind.REPLACE, Source.HESSIAN, Optional.of(other)),
              now.withSlots(now.inner(), slot, now.outer()));
        }
      }
    }
    twice(now.outer())
        .ifPresent(
            more ->
                changes.put(
                    change(Change.Kind.DOUBLE, Source.OUTER),
                    now.withSlots(now.inner(), now.hessian(), more)));
    if (!now.hessianError().isNone()) {
      changes.put(
          change(Change.Kind.UNDISTURBED, Source.HESSIAN), now.withHessianError(HessianError.NONE));
    }
    return changes;
  }

  private static Change change(Change.Kind kind, Source slot) {
    return new Change(kind, slot, Optional.empty());
  }

  private static Optional<SlotSpec> twice(SlotSpec slot) {
    return slot instanceof SlotSpec.Sampled s && s.samples() <= SlotSpec.MOST_SAMPLES / 2
        ? Optional.of(s.withSamples(2 * s.samples()))
        : Optional.empty();
  }

  /**
   * What a result of the study says.
   *
   * @throws IllegalArgumentException if it is a result of another study
   */
  public Findings read(BiasResult result) {
    Map<String, ErrorBudget> budgets = new LinkedHashMap<>();
    for (BiasResult.CurveResult curve : result.curves()) {
      budgets.put(curve.label(), ErrorBudget.of(curve.points().get(0)));
    }
    if (!List.copyOf(budgets.keySet())
        .equals(study.curves().stream().map(BiasStudy.Curve::label).toList())) {
      throw new IllegalArgumentException(
          "the result has the curves " + budgets.keySet() + ", expected those of the diagnosis");
    }
    return Findings.of(
        Objects.requireNonNull(budgets.get(NOW)),
        sources.stream()
            .map(s -> new Findings.Part<>(s, Objects.requireNonNull(budgets.get(s.token()))))
            .toList(),
        changes.stream()
            .map(c -> new Findings.Part<>(c, Objects.requireNonNull(budgets.get(c.token()))))
            .toList());
  }
}
