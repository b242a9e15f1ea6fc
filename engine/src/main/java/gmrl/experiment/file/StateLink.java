package gmrl.experiment.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A configuration folded into one line that can be copied, mailed and pasted: {@code gmrl:}
 * followed by the base64url text of its deflated JSON.
 */
public final class StateLink {
  /** What every link begins with. */
  public static final String PREFIX = "gmrl:";

  /** What sentences call a link. */
  public static final String PLACE = "the state link";

  /** No configuration comes near this; a link that unfolds to more is not one. */
  private static final int LARGEST = 16 << 20;

  private StateLink() {}

  /** Folds a JSON text. */
  public static String encode(String json) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(json.getBytes(StandardCharsets.UTF_8));
    deflater.finish();
    ByteArrayOutputStream folded = new ByteArrayOutputStream();
    byte[] buffer = new byte[1024];
    while (!deflater.finished()) {
      folded.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(folded.toByteArray());
  }

  /**
   * Unfolds a link.
   *
   * @param link as copied; blanks and line breaks that mail programs insert are ignored
   * @return the JSON text
   * @throws IllegalArgumentException if it is not a whole link
   */
  public static String decode(String link) {
    String compact = link.replaceAll("\\s", "");
    if (!compact.startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          PLACE
              + " begins with \"%s\", expected %s"
                  .formatted(compact.substring(0, Math.min(12, compact.length())), PREFIX));
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(Base64.getUrlDecoder().decode(compact.substring(PREFIX.length())));
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 || text.size() > LARGEST) {
          throw incomplete(null);
        }
        text.write(buffer, 0, count);
      }
      return text.toString(StandardCharsets.UTF_8);
    } catch (DataFormatException | IllegalArgumentException e) {
      throw incomplete(e);
    } finally {
      inflater.end();
    }
  }

  private static IllegalArgumentException incomplete(
      @org.jspecify.annotations.Nullable Exception cause) {
    return new IllegalArgumentException(
        PLACE + " is damaged or cut off, expected the whole line that was copied", cause);
  }
}
