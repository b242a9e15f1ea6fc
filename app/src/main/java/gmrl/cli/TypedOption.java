package gmrl.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Finds the option that a sentence about a refused value speaks of: the engine knows settings by
 * their own names, people typed an option.
 */
final class TypedOption {
  /** What a sentence says was found: "trials is 0, expected 1 to 10", "… but was 0". */
  private static final Pattern FOUND = Pattern.compile("\\b(?:is|are|was) [\"']?([^\\s,;\"']+)");

  private static final Pattern NO_NUMBER =
      Pattern.compile("(?s)(?<=^|: )'(.*)' is not an? (int|long|double)");

  private TypedOption() {}

  /** The sentence, led by the option whose value it refuses, if one alone can be meant. */
  static String name(String sentence, ParseResult whole) {
    Matcher found = FOUND.matcher(sentence);
    if (sentence.contains("--") || !found.find()) {
      return sentence;
    }
    ParseResult typed = whole;
    while (typed.hasSubcommand()) {
      typed = typed.subcommand();
    }
    String value = found.group(1);
    List<OptionSpec> same =
        typed.matchedOptions().stream()
            .filter(option -> option.originalStringValues().stream().anyMatch(v -> same(v, value)))
            .toList();
    Optional<OptionSpec> meant =
        same.size() == 1
            ? Optional.of(same.get(0))
            : same.stream().filter(option -> mentions(sentence, option)).findFirst();
    return meant.map(option -> option.longestName() + ": " + sentence).orElse(sentence);
  }

  private static boolean same(String typed, String found) {
    if (typed.equals(found)) {
      return true;
    }
    try {
      return Double.parseDouble(typed) == Double.parseDouble(found);
    } catch (NumberFormatException e) {
      return false; // words are compared above
    }
  }

  private static boolean mentions(String sentence, OptionSpec option) {
    return sentence.contains(option.longestName().substring(2).replace('-', ' '));
  }

  /** The sentence about text that is no number, in words that are not Java's. */
  static String expected(String sentence) {
    Matcher no = NO_NUMBER.matcher(sentence);
    return no.find()
        ? no.replaceFirst(
            Matcher.quoteReplacement(
                "it is '%s', expected %s"
                    .formatted(
                        no.group(1), no.group(2).equals("double") ? "a number" : "a whole number")))
        : sentence;
  }
}
