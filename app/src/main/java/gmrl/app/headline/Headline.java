package gmrl.app.headline;

import gmrl.app.live.Standing;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.diagnosis.Diagnosis;
import gmrl.experiment.bias.diagnosis.ErrorBudget;
import gmrl.experiment.bias.diagnosis.Findings;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the present estimate says, in words.
 *
 * @param sentence its pieces in order
 * @param detail the numbers behind it
 * @param standing what the numbers are worth
 */
record Headline(List<Span> sentence, String detail, Standing standing) {
  /**
   * A piece of the sentence.
   *
   * @param text with its blanks
   * @param strong whether it carries a number that matters
   */
  record Span(String text, boolean strong) {}

  /** A headline of numbers that are all there. */
  Headline(List<Span> sentence, String detail) {
    this(sentence, detail, Standing.FRESH);
  }

  /** The same words, worth something else. */
  Headline as(Standing other) {
    return new Headline(sentence, detail, other);
  }

  /** What is said of numbers that are not all that was asked for; empty if they are. */
  String mark() {
    return switch (standing) {
      case FRESH, REFINING -> "";
      case STALE -> "Of earlier settings: ";
      case CANCELLED -> "Stopped early: ";
      case FAILED -> "Failed on the way: ";
    };
  }

  /** The plain text of the sentence. */
  String text() {
    return mark() + sentence.stream().map(Span::text).collect(Collectors.joining());
  }

  /** What is said where nothing is sampled or disturbed. */
  static Headline allExact(TabularSetup setup) {
    return new Headline(
        List.of(
            new Span("Every slot is exact", true),
            new Span(
                ", so this is the true meta-gradient at "
                    + place(setup)
                    + ": no bias, no noise. Sample a slot to see what it costs.",
                false)),
        "");
  }

  /** What is said before the first trials are in. */
  static Headline waiting() {
    return new Headline(List.of(new Span("Estimating …", false)), "");
  }

  /** Puts a result of the diagnosis into words. */
  static Headline of(Diagnosis diagnosis, BiasResult result) {
    Findings findings = diagnosis.read(result);
    if (!findings.isKnown()) {
      return waiting();
    }
    ErrorBudget now = findings.now();
    TabularSetup setup = result.curves().get(0).spec().setup();
    List<Span> words = new ArrayList<>();
    words.add(new Span("At " + place(setup) + " " + subject(setup) + " points ", false));
    words.add(new Span(angle(now), true));
    words.add(new Span(" away from the true one: bias ", false));
    words.add(new Span(bias(now), true));
    words.add(new Span(", noise ", false));
    words.add(new Span(percent(now.noise()), true));
    words.add(new Span(". ", false));
    words.add(new Span(source(findings), false));
    remedy(findings, words);
    return new Headline(words, detail(findings, result));
  }

  private static String name(Diagnosis.Source source) {
    return switch (source) {
      case INNER -> "the inner gradient";
      case HESSIAN -> "the Hessian";
      case OUTER -> "the outer gradient";
    };
  }

  private static String name(Diagnosis.Change change) {
    return switch (change.kind()) {
      case DOUBLE ->
          switch (change.slot()) {
            case INNER -> "doubling the inner |τ|";
            case HESSIAN -> "doubling the Hessian’s |τ|";
            case OUTER -> "doubling the outer |τ|";
          };
      case REUSE -> "reusing earlier inner batches";
      case REPLACE ->
          "estimating the Hessian by " + change.estimator().map(Symbols::of).orElseThrow();
      case UNDISTURBED -> "removing the Hessian error";
    };
  }

  private static String place(TabularSetup setup) {
    String where = "K=" + setup.steps() + ", α=" + number(setup.alpha());
    return setup.samples() > 0 ? where + ", |τ|=" + setup.samples() : where;
  }

  private static String subject(TabularSetup setup) {
    List<String> names = new ArrayList<>();
    for (SlotSpec slot : List.of(setup.inner(), setup.hessian(), setup.outer())) {
      if (slot instanceof SlotSpec.Sampled s && !names.contains(Symbols.of(s.estimator()))) {
        names.add(Symbols.of(s.estimator()));
      }
    }
    String problem = setup.problem().token().toUpperCase(Locale.ROOT);
    String which = names.isEmpty() ? "" : " of " + String.join(" / ", names);
    return "the " + problem + " meta-gradient" + which;
  }

  private static String angle(ErrorBudget now) {
    if (Double.isNaN(now.angle())) {
      return "in no direction that can be told";
    }
    long error = Math.round(MeanEstimate.NORMAL_95 * now.angleError());
    return Math.round(now.angle()) + "°" + (error > 0 ? " ± " + error : "");
  }

  private static String bias(ErrorBudget b) {
    if (!b.isBiasClear()) {
      return "below " + percent(Math.max(b.bias() + b.biasHalfWidth(), 0.001));
    }
    double half = 100 * b.biasHalfWidth();
    String error = half >= 1 ? Long.toString(Math.round(half)) : number(half);
    return percent(b.bias()) + " ± " + error;
  }

  private static String source(Findings findings) {
    List<Findings.Part<Diagnosis.Source>> sources = findings.sources();
    if (sources.isEmpty()) {
      return "";
    }
    Findings.Part<Diagnosis.Source> first = sources.get(0);
    if (sources.size() < 2) {
      return "All of it comes from " + name(first.what()) + ". ";
    }
    if (findings.main().isPresent()) {
      boolean asBias = first.budget().bias() > first.budget().noise();
      return "Most of it comes from "
          + name(first.what())
          + (asBias ? ", as bias" : ", as noise")
          + ". ";
    }
    return capital(name(first.what()))
        + " and "
        + name(sources.get(1).what())
        + " contribute about equally. ";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static void remedy(Findings findings, List<Span> words) {
    if (!findings.isGainClear()) {
      words.add(new Span("No single change tried here would help noticeably.", false));
      return;
    }
    words.add(
        new Span(
            capital(name(findings.best().orElseThrow().what())) + " would help most: ", false));
    words.add(new Span(percent(findings.gain()) + " less error", true));
    if (findings.now().isBiasClear()) {
      double change = findings.biasGain();
      if (change > Findings.WORTH_NAMING) {
        words.add(new Span(", " + percent(change) + " less bias", false));
      } else if (change < -Findings.WORTH_NAMING) {
        words.add(new Span(", but " + percent(-change) + " more bias", false));
      }
    }
    words.add(new Span(".", false));
  }

  private static String detail(Findings findings, BiasResult result) {
    ErrorBudget now = findings.now();
    StringBuilder text = new StringBuilder();
    text.append("Relative to ‖g‖: total error ").append(percent(now.total()));
    for (Findings.Part<Diagnosis.Source> source : findings.sources()) {
      text.append(" · ")
          .append(name(source.what()).replace("the ", ""))
          .append(" alone: bias ")
          .append(percent(source.budget().bias()))
          .append(", noise ")
          .append(percent(source.budget().noise()));
    }
    int mdps = result.curves().get(0).points().get(0).mdps().size();
    text.append(" · ").append(now.trials()).append(" trials on ").append(mdps);
    text.append(mdps == 1 ? " MDP" : " MDPs");
    if (now.lost() > 0) {
      text.append(" · ").append(now.lost()).append(" more trials overflowed and are left out");
    }
    return text.toString();
  }

  private static String percent(double share) {
    double p = 100 * share;
    if (p >= 9.95) {
      return String.format(Locale.ROOT, "%,.0f %%", p).replace(',', '\u202f');
    }
    return String.format(Locale.ROOT, p >= 0.095 ? "%.1f %%" : "%.2g %%", p);
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.3g", value);
    return text.contains("e") || !text.contains(".")
        ? text
        : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
