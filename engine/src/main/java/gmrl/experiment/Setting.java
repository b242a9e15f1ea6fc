package gmrl.experiment;

import gmrl.Digits;
import gmrl.ipd.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One thing that a reader must know to make numbers again, in the words of a paper.
 *
 * @param kind where it stands in a sentence
 * @param key what it is a setting of; two values of one key are different settings of one thing
 * @param name symbol or noun; empty where the value says all
 * @param value words or digits; empty where it is as everybody expects, and only a difference would
 *     be worth a word
 */
public record Setting(Kind kind, String key, String name, String value) {
  /** Kinds in the order of a sentence. */
  public enum Kind {
    /** What is studied. */
    SUBJECT,
    /** A symbol and its number, or a number in words. */
    PARAMETER,
    /** How an estimate is put together. */
    METHOD,
    /** A part of an estimate, and what estimates it. */
    SLOT,
    /** How much was computed. */
    BUDGET,
    /** The first and the last seed, as name and value. */
    SEED
  }

  /** What is studied, or on what: the words follow one another. */
  public static Setting subject(String key, String words) {
    return new Setting(Kind.SUBJECT, key, "", words);
  }

  /**
   * How the meta-gradient of a repeated game is estimated.
   *
   * @param estimator of the parts that are sampled, if any is
   * @param rollout steps of a sampled game
   * @param inner where the gradient of the inner steps comes from
   * @param hessian where the curvature comes from
   * @param outer where the gradient of the outer objective comes from
   */
  public static List<Setting> estimates(
      String estimator, int rollout, Samples inner, Samples hessian, Samples outer) {
    List<Setting> all = new ArrayList<>();
    if (Stream.of(inner, hessian, outer).anyMatch(Samples::isSampled)) {
      all.add(method("estimator", estimator));
      all.add(method("rollout", "rollouts of " + Counted.of(rollout, "step")));
    }
    all.add(slot("inner", "inner gradient", inner.words()));
    all.add(slot("hessian", "Hessian", hessian.words()));
    all.add(slot("outer", "outer gradient", outer.words()));
    return all;
  }

  /** A symbol and its number. */
  public static Setting symbol(String key, String symbol, double value) {
    return new Setting(Kind.PARAMETER, key, symbol, number(value));
  }

  /** A parameter in words. */
  public static Setting words(String key, String words) {
    return new Setting(Kind.PARAMETER, key, "", words);
  }

  /** How an estimate is put together, in words. */
  public static Setting method(String key, String words) {
    return new Setting(Kind.METHOD, key, "", words);
  }

  /** A part of an estimate and what estimates it. */
  public static Setting slot(String key, String part, String by) {
    return new Setting(Kind.SLOT, key, part, by);
  }

  /** How much was computed, in words. */
  public static Setting budget(String key, String words) {
    return new Setting(Kind.BUDGET, key, "", words);
  }

  /** Seeds that follow one another. */
  public static Setting seeds(long first, int count) {
    return new Setting(
        Kind.SEED, "seed", Long.toString(first), Long.toString(first + Math.max(1, count) - 1));
  }

  /** Digits as people write them, with a typographic minus sign. */
  public static String number(double value) {
    return Digits.of(value).replace('-', '−');
  }

  /** The same setting of something that is not swept. */
  public boolean isOf(String other) {
    return key.equals(other);
  }

  /**
   * What several parts have in common; of two that do not speak of a key nobody can say that they
   * differ in it, so a part without one agrees with all.
   *
   * @param parts what is set in each
   */
  public static List<Setting> common(List<List<Setting>> parts) {
    List<Setting> common = new ArrayList<>();
    for (List<Setting> part : parts) {
      for (Setting setting : part) {
        if (common.stream().noneMatch(known -> known.isOf(setting.key))
            && parts.stream()
                .flatMap(List::stream)
                .filter(other -> other.isOf(setting.key))
                .allMatch(other -> Objects.equals(other, setting))) {
          common.add(setting);
        }
      }
    }
    return List.copyOf(common);
  }
}
