package gmrl.experiment.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** The text of a JSON document and the tree in it; what is wrong with either is one sentence. */
final class JsonText {
  /** Bytes of memory that a byte of JSON text may cost as a tree of numbers. */
  private static final long TREE_FACTOR = 8;

  private JsonText() {}

  /** Reads a file that fits into memory as a tree. */
  static byte[] bytes(Path file) {
    String name = file.toString();
    try {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("\"\" names no file, expected a JSON file");
      }
      if (Files.isDirectory(file) && !Files.isReadable(file)) {
        throw FileProblem.cannotRead(name, new AccessDeniedException(name));
      }
      if (Files.isDirectory(file)) {
        throw new IllegalArgumentException(name + " is a folder, expected " + kind(name));
      }
      long needed = Files.size(file) * TREE_FACTOR;
      long allowed = Runtime.getRuntime().maxMemory();
      if (needed > allowed) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s would need about %d MB of memory to read, more than the %d MB there are",
                name,
                needed >> 20,
                allowed >> 20));
      }
      return LongReading.bytes(file);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(name + " does not exist, expected " + kind(name), e);
    } catch (IOException e) {
      throw FileProblem.cannotRead(name, e);
    }
  }

  /** The text that the bytes of a file are. */
  static String of(String name, byte[] bytes) {
    try {
      return EncodedText.decode(bytes);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          isArray(name)
              ? name + " is not in NumPy's format, expected " + kind(name)
              : name + " is not text, expected a JSON file in UTF-8",
          e);
    }
  }

  /** What a file of this name is expected to be. */
  private static String kind(String name) {
    String end = name.substring(name.lastIndexOf('/') + 1);
    return isArray(name)
        ? "NumPy's arrays"
        : end.endsWith(".json") || end.indexOf('.') <= 0 ? "a JSON file" : "a file";
  }

  private static boolean isArray(String name) {
    return name.endsWith(".npz") || name.endsWith(".npy");
  }

  /** The tree; numbers may be written NaN or Infinity. */
  static JsonNode parse(String source, String text) {
    try {
      JsonNode root = tree(source, EncodedText.withoutMark(text));
      if (root == null || root.isMissingNode()) {
        throw new IllegalArgumentException(source + " is empty, expected JSON");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          source + where(e) + " is not valid JSON: " + JsonSlip.words(e), e);
    }
  }

  private static JsonNode tree(String source, String text) throws JsonProcessingException {
    if (!LongReading.is(text)) {
      return mapper().readTree(text);
    }
    try (Reader blocks = LongReading.of(source, text)) {
      return mapper().readTree(blocks);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " line " + e.getLocation().getLineNr() + " column " + e.getLocation().getColumnNr();
  }
}
