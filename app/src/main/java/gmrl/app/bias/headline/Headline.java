package gmrl.app.bias.headline;

import gmrl.app.live.Standing;
import gmrl.app.state.Symbols;
import gmrl.app.ui.Percent;
import gmrl.app.ui.Words;
import gmrl.experiment.Counted;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.diagnosis.ErrorBudget;
import gmrl.experiment.bias.diagnosis.ErrorDiagnosis;
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
 * @param sentence its pieces in order, in words that a student knows
 * @param brief the same in fewer words, for where there is no room for it in a line
 * @param reading where the error comes from and what would help
 * @param place the estimate and its angle, for an expert
 * @param unit what the numbers are a share of, in fewer and fewer words; empty without numbers
 * @param detail where the sliders stand, and the numbers behind it
 * @param standing what the numbers are worth
 */
record Headline(
    List<Span> sentence,
    List<Span> brief,
    String reading,
    String place,
    List<String> unit,
    String detail,
    Standing standing) {
  /** A percentage is no number as long as nobody says of what. */
  private static final List<String> UNIT =
      List.of("in % of the true one, ± half a 95 % interval", "% of the true gradient, ± at 95 %");

  /** While trials come in, a gain that is not so many times its half-width may yet change. */
  private static final double TOLD = 3;

  /** A bound on the bias above this says nothing while trials come in. */
  private static final double LOOSE = 1;

  /** From here on a mean error is no longer an error of something. */
  private static final double ABSURD = 10;

  /** Rounding alone, relative to the error. */
  private static final double NO_NOISE = 1e-5;

  /**
   * A piece of the sentence.
   *
   * @param text with its blanks
   * @param strong whether it carries a number that matters
   */
  record Span(String text, boolean strong) {}

  /** A headline without numbers. */
  private Headline(List<Span> sentence, Standing standing) {
    this(sentence, sentence, "", "", List.of(), "", standing);
  }

  private static Headline of(String sentence, Standing standing) {
    return new Headline(List.of(new Span(sentence, false)), standing);
  }

  /**
   * The same words, worth something else. Where there are no numbers nothing is of earlier
   * settings, and what was said of those is not waited with.
   */
  Headline as(Standing other) {
    if (!unit.isEmpty()) {
      return new Headline(sentence, brief, reading, place, unit, detail, other);
    }
    return switch (other) {
      case FRESH, STORED -> this;
      case REFINING, PAUSED, STALE -> waiting();
      case CANCELLED -> of("Stopped before there were numbers to show.", Standing.FRESH);
      case FAILED -> of("Failed before there were numbers to show.", Standing.FRESH);
    };
  }

  /** What is said of numbers that are not all that was asked for; empty if they are. */
  String mark() {
    return switch (standing) {
      case FRESH, STORED, REFINING, PAUSED -> "";
      case STALE -> "Of earlier settings: ";
      case CANCELLED -> "Stopped early: ";
      case FAILED -> "Failed on the way: ";
    };
  }

  /** Pieces as they go on after the mark, if there is one. */
  List<Span> afterMark(List<Span> pieces) {
    if (mark().isEmpty()) {
      return pieces;
    }
    List<Span> on = new ArrayList<>(pieces);
    on.set(0, new Span(Words.small(pieces.get(0).text()), pieces.get(0).strong()));
    return on;
  }

  /** The plain text of what is said. */
  String text() {
    return mark()
        + afterMark(sentence).stream().map(Span::text).collect(Collectors.joining())
        + (reading.isEmpty() ? "" : " " + below());
  }

  /** All that stands below the sentence; empty without. */
  String below() {
    return reading
        + (place.isEmpty() ? "" : " " + place)
        + (unit.isEmpty() ? "" : " · " + unit.get(0));
  }

  /** What is said where nothing that is used is sampled or disturbed. */
  static Headline withoutError(TabularSetup setup) {
    boolean unused =
        setup.inner().isSampled() || setup.hessian().isSampled() || !setup.hessianError().isNone();
    String why =
        unused ? "With K = 0 nothing is adapted, and nothing sampled" : "Every slot is exact";
    String next =
        unused ? "Raise K to see what a step costs." : "Sample a slot to see what it costs.";
    List<Span> words = List.of(new Span(why, true), new Span(": no bias, no noise.", false));
    return new Headline(
        words,
        words,
        "This is the true meta-gradient at " + place(setup) + ". " + next,
        "",
        List.of(),
        "",
        Standing.FRESH);
  }

  /** What is said before the first trials are in. */
  static Headline waiting() {
    return of("Estimating …", Standing.REFINING);
  }

  /** What is said where all trials are in and none of them is a number. */
  private static Headline beyondNumbers(TabularSetup setup) {
    return new Headline(
        List.of(
            new Span("Every estimate overflows", true),
            new Span(
                " at " + place(setup) + ": there is no number to show. Take smaller steps.",
                false)),
        Standing.FRESH);
  }

  /** What is said where there is nothing to estimate, for a reason. */
  static Headline without(String why) {
    return of(why, Standing.FRESH);
  }

  /**
   * Puts a result of the diagnosis into words.
   *
   * @param standing what the result is worth: a part of the trials finds less than all of them
   */
  static Headline of(ErrorDiagnosis diagnosis, BiasResult result, Standing standing) {
    Findings findings = diagnosis.read(result);
    TabularSetup setup = result.curves().get(0).spec().setup();
    if (!findings.isKnown()) {
      return standing.isComplete() ? beyondNumbers(setup) : waiting().as(standing);
    }
    ErrorBudget now = findings.now();
    boolean loose = !now.isBiasClear() && now.bias() + now.biasHalfWidth() >= LOOSE;
    if (loose && !standing.isComplete()) {
      return waiting().as(standing);
    }
    List<Span> words = new ArrayList<>();
    boolean absurd = now.isBiasClear() && now.bias() >= ABSURD;
    if (setup.steps() == 0) {
      words.add(new Span("With K = 0 nothing is adapted", true));
      words.add(
          new Span(
              ": this is the plain policy gradient, which neither bias touches. What is left is ",
              false));
    } else {
      words.add(
          new Span(
              absurd
                  ? "The mean error exceeds the true meta-gradient "
                  : "The estimated meta-gradient is wrong by ",
              false));
    }
    words.add(new Span(bias(now), true));
    words.add(
        new Span(
            setup.steps() == 0
                ? " from the horizon, and one estimate "
                : absurd ? " (bias), and one estimate " : " on average (bias), and one estimate ",
            false));
    List<Span> scatter = new ArrayList<>();
    if (now.noise() < NO_NOISE * Math.max(1, now.total())) {
      scatter.add(new Span("does not scatter (no noise).", false));
    } else {
      scatter.add(new Span("scatters by ", false));
      scatter.add(new Span(Percent.of(now.noise(), noise(now)), true));
      scatter.add(new Span(" (noise).", false));
    }
    words.addAll(scatter);
    List<Span> brief = new ArrayList<>();
    brief.add(new Span(setup.steps() == 0 ? "Off by " : "Wrong by ", false));
    brief.add(new Span(bias(now), true));
    brief.add(
        new Span(
            (setup.steps() == 0 ? " from the horizon (K = 0)" : " on average (bias)")
                + "; one estimate ",
            false));
    brief.addAll(scatter);
    return new Headline(
        words,
        brief,
        Causes.source(findings, setup) + remedy(findings, standing),
        subject(setup) + " · " + angle(now) + " · " + trials(now, result, standing),
        UNIT,
        "At " + place(setup) + ".\n" + Causes.detail(findings, setup),
        standing);
  }

  /** Half of the noise's 95 % interval: its relative error is that of the total. */
  private static double noise(ErrorBudget now) {
    return MeanEstimate.NORMAL_95 * now.totalError() * now.noise() / now.total();
  }

  private static String name(ErrorDiagnosis.Change change) {
    return switch (change.kind()) {
      case DOUBLE ->
          switch (change.slot()) {
            case INNER -> "doubling the inner sample size |τ|";
            case HESSIAN -> "doubling the sample size of the Hessian alone";
            case OUTER -> "doubling the sample size of the outer gradient alone";
          };
      case REUSE -> "reusing earlier inner batches";
      case REPLACE ->
          "estimating the Hessian by " + change.estimator().map(Symbols::of).orElseThrow();
      case UNDISTURBED -> "removing the added Hessian error";
    };
  }

  private static String place(TabularSetup setup) {
    String where = "K = " + setup.steps() + ", α = " + number(setup.alpha());
    return setup.samples() > 0 ? where + ", |τ| = " + setup.samples() : where;
  }

  private static String subject(TabularSetup setup) {
    List<String> names = new ArrayList<>();
    for (SlotSpec slot : List.of(setup.inner(), setup.hessian(), setup.outer())) {
      if (slot instanceof SlotSpec.Sampled s && !names.contains(Symbols.inFull(s.estimator()))) {
        names.add(Symbols.inFull(s.estimator()));
      }
    }
    String problem = Symbols.of(setup.problem());
    List<String> exact = new ArrayList<>();
    if (!setup.inner().isSampled()) {
      exact.add("inner");
    }
    if (!setup.hessian().isSampled()) {
      exact.add("Hessian");
    }
    if (!setup.outer().isSampled()) {
      exact.add("outer gradient");
    }
    String rest = exact.isEmpty() ? "" : ", " + String.join(" and ", exact) + " exact";
    return names.isEmpty()
        ? problem
        : problem + ", estimated by " + String.join(" and ", names) + rest;
  }

  private static String angle(ErrorBudget now) {
    if (Double.isNaN(now.angle())) {
      return "no direction can be told";
    }
    long error = Math.round(now.angleHalfWidth());
    return "one estimate points "
        + Math.round(now.angle())
        + "°"
        + (error > 0 ? " ± " + error : "")
        + " from the true direction";
  }

  private static String bias(ErrorBudget b) {
    return b.isBiasClear()
        ? Percent.of(b.bias(), b.biasHalfWidth())
        : "less than " + Percent.of(Math.max(b.bias() + b.biasHalfWidth(), 0.001));
  }

  /** What would help; that nothing would is no finding while more trials may show a change. */
  static String remedy(Findings findings, Standing standing) {
    boolean early = !standing.isComplete() && findings.gain() < TOLD * findings.gainHalfWidth();
    if (!findings.isGainClear() || early) {
      if (!findings.isGainRuledOut()) {
        return standing.isComplete()
            ? "These trials do not tell which change would help most."
            : "Too early to say which change would help most.";
      }
      return "Neither twice the sample size of a slot nor another Hessian estimator would help"
          + " noticeably.";
    }
    StringBuilder text = new StringBuilder();
    text.append(Words.capital(name(findings.best().orElseThrow().what())))
        .append(" would help one estimate most: ")
        .append(Percent.of(findings.gain(), findings.gainHalfWidth()))
        .append(" less error");
    if (findings.now().isBiasClear()) {
      double change = findings.biasGain();
      if (change > Findings.WORTH_NAMING) {
        text.append(", ").append(Percent.of(change)).append(" less bias");
      } else if (change < -Findings.WORTH_NAMING) {
        text.append(", though ")
            .append(Percent.of(-change))
            .append(" more bias, outweighed by less noise");
      } else {
        text.append(", nearly all of it noise");
      }
    }
    return text.append('.').toString();
  }

  private static String trials(ErrorBudget now, BiasResult result, Standing standing) {
    BiasResult.CurveResult curve = result.curves().get(0);
    long all = curve.spec().totalTrials();
    boolean some = !standing.isComplete() && now.trials() + now.lost() < all;
    String of = some ? " of " + all : "";
    String text =
        now.trials() + of + " trials on " + Counted.of(curve.points().get(0).mdps().size(), "MDP");
    return now.lost() > 0 ? text + ", " + now.lost() + " more overflowed and are left out" : text;
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.3g", value);
    return text.contains("e") || !text.contains(".")
        ? text.replaceAll("\\.?0*e\\+?", "e")
        : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
