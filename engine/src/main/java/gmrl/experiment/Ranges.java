package gmrl.experiment;

import gmrl.Digits;
import java.util.Locale;

/** Range checks that quote the value; NaN fails each of them. */
public final class Ranges {
  private Ranges() {}

  /** Insists on a finite number. */
  public static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          name + " is " + Digits.of(value) + ", expected a finite number");
    }
  }

  /** Insists on a finite number that is not negative. */
  public static void nonNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " is " + Digits.of(value) + ", expected a finite number of 0 or more");
    }
  }

  /** Insists on a finite number above zero. */
  public static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " is " + Digits.of(value) + ", expected a finite number of more than 0");
    }
  }

  /** Insists on a lower end. */
  public static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected " + least + " or more");
    }
  }

  /** Insists on seeds that follow one another: the last one is a number, too. */
  public static void seeds(long first, int count) {
    if (first > Long.MAX_VALUE - count) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "seed is %d and %d follow from it, expected at most %d",
              first,
              count,
              Long.MAX_VALUE - count));
    }
  }

  /** Insists on a range, both ends included. */
  public static void range(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is %d, expected %d to %d", name, value, least, most));
    }
  }
}
