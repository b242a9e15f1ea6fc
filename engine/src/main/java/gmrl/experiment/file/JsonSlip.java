package gmrl.experiment.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with the spelling of a JSON document, without the words of the library. */
final class JsonSlip {
  private static final Pattern CHARACTER =
      Pattern.compile("(?s)Unexpected character \\('(.*?)' \\(code .*");
  private static final Pattern WORD = Pattern.compile("(?s)Unrecognized token '(.*?)':.*");
  private static final Pattern TWICE = Pattern.compile("(?s)Duplicate field '(.*)'");

  /** What the library adds of itself: its features, classes and sources. */
  private static final Pattern ITSELF =
      Pattern.compile("(?s) \\((start marker|bound as|not recognized).*|,? from `.*|`[^`]*`");

  private JsonSlip() {}

  static String words(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "it ends too early";
    }
    if (e instanceof MismatchedInputException) {
      return "something follows its end";
    }
    String message = e.getOriginalMessage();
    return FileProblem.firstSentence(
        said(CHARACTER, message, "the character '%s' is out of place")
            .or(() -> said(WORD, message, "the word '%s' is none of JSON's"))
            .or(() -> said(TWICE, message, "the key '%s' stands there twice"))
            .orElseGet(() -> ITSELF.matcher(message).replaceAll("")));
  }

  private static Optional<String> said(Pattern pattern, String message, String words) {
    Matcher found = pattern.matcher(message);
    return found.matches() ? Optional.of(words.formatted(found.group(1))) : Optional.empty();
  }
}
