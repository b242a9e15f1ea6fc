package gmrl.cli;

import gmrl.experiment.file.StateLink;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Finds the option that a sentence about a refused value speaks of: the engine knows settings by
 * their own names, people typed an option.
 */
final class TypedOption {
  /** What a sentence says was found: "trials is 0, expected 1 to 10", "… but was 0". */
  private static final Pattern FOUND =
      Pattern.compile("\\b(?:is|are|was) (?:'([^']+)'|\"?([^\\s,;\"']+))");

  private static final Pattern NO_NUMBER =
      Pattern.compile("(?s)(?<=^|: )'(.*)' is not an? (int|long|double)");

  private TypedOption() {}

  /** The sentence, led by the option whose value or file it refuses, if one alone can be meant. */
  static String name(String sentence, ParseResult whole) {
    if (sentence.contains("--")) {
      return sentence;
    }
    ParseResult typed = command(whole);
    if (typed.matchedPositionals().stream().anyMatch(file -> isOf(file, sentence))) {
      return sentence;
    }
    // What stands in a file is the file's, whatever else has the same value.
    Optional<OptionSpec> file =
        typed.matchedOptions().stream().filter(option -> isOf(option, sentence)).findFirst();
    return file.or(() -> refused(sentence, typed))
        .map(option -> option.longestName() + ": " + sentence)
        .orElse(sentence);
  }

  private static ParseResult command(ParseResult whole) {
    return whole.hasSubcommand() ? command(whole.subcommand()) : whole;
  }

  /** Whether a sentence begins with the name of the file that was typed. */
  private static boolean isOf(ArgSpec typed, String sentence) {
    return !typed.typeInfo().isBoolean()
        && typed.originalStringValues().stream()
            .map(TypedOption::place)
            .anyMatch(
                name ->
                    sentence.startsWith(name + ": ")
                        || sentence.startsWith(name + " ")
                        || sentence.startsWith(name + "/run.json"));
  }

  /** What sentences call the place that was typed: no label in it, and no letters of a link. */
  private static String place(String typed) {
    return typed.startsWith(StateLink.PREFIX)
        ? StateLink.PLACE
        : typed.replaceFirst("(?<=.)#.*", "");
  }

  /** The option whose value the sentence says it has found. */
  private static Optional<OptionSpec> refused(String sentence, ParseResult typed) {
    Matcher found = FOUND.matcher(sentence);
    if (!found.find()) {
      return Optional.empty();
    }
    String value = Objects.requireNonNullElse(found.group(1), found.group(2));
    List<OptionSpec> same =
        typed.matchedOptions().stream()
            .filter(option -> option.arity().max() > 0)
            .filter(option -> option.originalStringValues().stream().anyMatch(v -> same(v, value)))
            .toList();
    Optional<OptionSpec> named =
        same.stream().filter(option -> mentions(sentence, option)).findFirst();
    return named.isPresent() || same.size() != 1 ? named : Optional.of(same.get(0));
  }

  private static boolean same(String typed, String found) {
    if (typed.equals(found) || typed.equals(found + "in")) { // lengths are told in inches
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
