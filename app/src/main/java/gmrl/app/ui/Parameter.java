package gmrl.app.ui;

import gmrl.experiment.PlainNumber;
import java.util.Locale;

/**
 * A number a person can set: its names, its range and how a slider moves through it.
 *
 * @param symbol as the paper writes it, "α"
 * @param name in plain words, "inner step size"
 * @param meaning one sentence for the tooltip
 * @param paper the paper's default
 * @param min smallest value, reached by the slider
 * @param max largest value, reached by the slider
 * @param scale how positions map to values
 */
public record Parameter(
    String symbol, String name, String meaning, double paper, double min, double max, Scale scale) {

  /** How a slider moves through a range. */
  public enum Scale {
    /** Equal steps, two decimals. */
    LINEAR,
    /** Equal ratios, two significant digits. */
    LOG,
    /** Whole numbers in equal steps. */
    INTEGER,
    /** Whole numbers in equal ratios. */
    COUNT
  }

  /** So near to zero, as a share of a range around it, a slider means zero. */
  private static final double CATCH = 0.012;

  /** Checks that the range and the default fit together. */
  public Parameter {
    boolean positive = scale == Scale.LINEAR || scale == Scale.INTEGER || min > 0;
    if (!positive) {
      throw new IllegalArgumentException(name + " begins at " + min + ", expected more than 0");
    }
    if (!(min < max) || !(paper >= min && paper <= max)) {
      throw new IllegalArgumentException(
          name + " ranges from " + min + " to " + max + " with default " + paper);
    }
  }

  /** The same number with a slider that moves through another range. */
  public Parameter over(double low, double high) {
    return new Parameter(
        symbol, name, meaning, Math.max(low, Math.min(high, paper)), low, high, scale);
  }

  /** Whether values are whole numbers. */
  public boolean isWhole() {
    return scale == Scale.INTEGER || scale == Scale.COUNT;
  }

  private boolean isLogarithmic() {
    return scale == Scale.LOG || scale == Scale.COUNT;
  }

  /**
   * The value at a slider position, rounded to what a person would type.
   *
   * @param position in 0 … 1; clipped
   */
  public double at(double position) {
    double p = Math.max(0, Math.min(1, position));
    double raw = isLogarithmic() ? min * Math.pow(max / min, p) : min + (max - min) * p;
    if (scale == Scale.LINEAR && min < 0 && Math.abs(raw) < CATCH * (max - min)) {
      return 0;
    }
    return Math.max(min, Math.min(max, round(raw)));
  }

  /** The slider position of a value, clipped to 0 … 1. */
  public double positionOf(double value) {
    double v = Math.max(min, Math.min(max, value));
    return isLogarithmic() ? Math.log(v / min) / Math.log(max / min) : (v - min) / (max - min);
  }

  /** Slider distance of one arrow key: one unit, one doubling, or a fiftieth of the range. */
  public double keyStep() {
    return switch (scale) {
      case INTEGER -> 1 / (max - min);
      case COUNT -> Math.log(2) / Math.log(max / min);
      case LOG -> Math.log(1.25) / Math.log(max / min);
      case LINEAR -> 0.02;
    };
  }

  private double round(double raw) {
    return switch (scale) {
      case INTEGER, COUNT -> Math.rint(raw);
      case LINEAR -> {
        double unit = Math.pow(10, Math.floor(Math.log10((max - min) / 100)));
        yield Math.rint(raw / unit) * unit;
      }
      case LOG -> {
        double unit = Math.pow(10, Math.floor(Math.log10(raw)) - 1);
        yield Math.rint(raw / unit) * unit;
      }
    };
  }

  /** The value as text, without superfluous digits. */
  public String format(double value) {
    if (isWhole() || (value == Math.rint(value) && Math.abs(value) < 1e6)) {
      return Long.toString(Math.round(value));
    }
    String text = String.format(Locale.ROOT, "%.4g", value);
    if (text.contains("e") || !text.contains(".")) {
      return Double.toString(Double.parseDouble(text))
          .replaceAll("\\.0(?=E|$)", "")
          .replace('E', 'e');
    }
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  /**
   * Reads a typed value, as {@link PlainNumber#typed} does.
   *
   * @throws IllegalArgumentException in one sentence, if it is no number or out of range
   */
  public double parse(String text) {
    String found = Words.capital(name) + " is " + Words.quote(text) + "; ";
    double value;
    try {
      value = PlainNumber.typed(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(found + e.getMessage() + ".", e);
    }
    if (!(value >= min && value <= max) || (isWhole() && value != Math.rint(value))) {
      throw new IllegalArgumentException(
          "%sexpected a %s from %s to %s."
              .formatted(found, isWhole() ? "whole number" : "value", format(min), format(max)));
    }
    return value;
  }

  /** Text of the tooltip: symbol, meaning, default, how to reset. */
  public String tooltip() {
    return symbol
        + "  "
        + name
        + "\n"
        + meaning
        + "\nIn the paper: "
        + format(paper)
        + ". Double-click resets.";
  }
}
