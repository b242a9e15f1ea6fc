package gmrl.app.bias.headline;

import gmrl.app.ui.Percent;
import gmrl.app.ui.Words;
import gmrl.experiment.bias.diagnosis.ErrorBudget;
import gmrl.experiment.bias.diagnosis.ErrorDiagnosis;
import gmrl.experiment.bias.diagnosis.Findings;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.TabularSetup;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Where an error comes from, in words. */
final class Causes {
  private static final double CLEARLY_LARGER = 1.4;

  private Causes() {}

  /** The slots that most of it comes from; empty where none is known, with a blank otherwise. */
  static String source(Findings findings, TabularSetup setup) {
    List<Findings.Part<ErrorDiagnosis.Source>> sources = findings.sources();
    if (sources.isEmpty()) {
      return "";
    }
    if (sources.size() < 2) {
      return "All of it comes from " + name(sources.get(0).what(), setup) + ". ";
    }
    Optional<ErrorDiagnosis.Source> bias = main(sources, ErrorBudget::bias);
    Optional<ErrorDiagnosis.Source> noise = main(sources, ErrorBudget::noise);
    boolean clear = findings.now().isBiasClear();
    String text;
    if (bias.isPresent() && bias.equals(noise)) {
      text = "Most of it comes from " + name(bias.get(), setup) + ", bias and noise alike";
    } else if (clear && bias.isPresent()) {
      text =
          "Most of the bias comes from "
              + name(bias.get(), setup)
              + noise.map(n -> ", most of the noise from " + name(n, setup)).orElse("");
    } else if (noise.isPresent()) {
      text = "Most of the noise comes from " + name(noise.get(), setup);
    } else {
      text =
          Words.capital(name(sources.get(0).what(), setup))
              + " and "
              + name(sources.get(1).what(), setup)
              + " contribute about equally";
    }
    boolean stays = clear && bias.equals(Optional.of(ErrorDiagnosis.Source.HESSIAN));
    String lasting = stays ? "; no sample size removes " + staying(setup) : "";
    // What each slot makes alone does not add up: one stretches what the other makes.
    String both =
        clear && exceeds(findings.now(), sources) ? "; together they make more than their sum" : "";
    return text + both + lasting + ". ";
  }

  private static String staying(TabularSetup setup) {
    return setup.problem() instanceof ProblemSpec.Maml ? "the Hessian bias" : "this bias";
  }

  private static boolean exceeds(
      ErrorBudget all, List<Findings.Part<ErrorDiagnosis.Source>> sources) {
    double most =
        sources.stream()
            .mapToDouble(part -> part.budget().bias() + part.budget().biasHalfWidth())
            .sum();
    return all.bias() - all.biasHalfWidth() > most;
  }

  /** The source that alone leaves clearly more than any other; empty if none does. */
  private static Optional<ErrorDiagnosis.Source> main(
      List<Findings.Part<ErrorDiagnosis.Source>> sources, ToDoubleFunction<ErrorBudget> what) {
    List<Findings.Part<ErrorDiagnosis.Source>> sorted =
        sources.stream()
            .sorted(Comparator.comparingDouble(p -> -what.applyAsDouble(p.budget())))
            .toList();
    double first = what.applyAsDouble(sorted.get(0).budget());
    double second = what.applyAsDouble(sorted.get(1).budget());
    return first > CLEARLY_LARGER * second ? Optional.of(sorted.get(0).what()) : Optional.empty();
  }

  /** The numbers of each slot alone. */
  static String detail(Findings findings, TabularSetup setup) {
    StringBuilder text = new StringBuilder();
    text.append("Relative to the true gradient’s length: error of one estimate ")
        .append(Percent.of(findings.now().total()));
    for (Findings.Part<ErrorDiagnosis.Source> source : findings.sources()) {
      text.append("\n")
          .append(name(source.what(), setup).replace("the ", ""))
          .append(" alone: bias ")
          .append(Percent.of(source.budget().bias()))
          .append(", noise ")
          .append(Percent.of(source.budget().noise()));
    }
    if (findings.now().isBiasClear() && exceeds(findings.now(), findings.sources())) {
      text.append(
          "\nTogether more than their sum: each slot’s error acts on what the other has made, so"
              + " the rest belongs to both");
    }
    if (findings.isGainClear()) {
      text.append("\nLess error and less bias: in percent of the present ones");
    }
    return text.toString();
  }

  /** What a slot stands for: a learned reward enters by a mixed term, at K = 1 by that alone. */
  private static String name(ErrorDiagnosis.Source source, TabularSetup setup) {
    return switch (source) {
      case INNER -> "the inner gradient";
      case HESSIAN ->
          setup.problem() instanceof ProblemSpec.Maml
              ? "the Hessian"
              : setup.steps() == 1 ? "the mixed term ∇φ∇θJ" : "the Hessian and the mixed term";
      case OUTER -> "the outer gradient";
    };
  }
}
