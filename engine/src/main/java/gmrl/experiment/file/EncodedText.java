package gmrl.experiment.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text files as editors of all systems leave them: with or without a byte-order mark. */
public final class EncodedText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private EncodedText() {}

  /**
   * Text as UTF-8, or as the UTF-16 that a byte-order mark announces; without the mark.
   *
   * @throws CharacterCodingException if it is no text in that encoding
   */
  public static String decode(byte[] bytes) throws CharacterCodingException {
    boolean little = starts(bytes, 0xFF, 0xFE);
    boolean big = starts(bytes, 0xFE, 0xFF);
    Charset encoding =
        little
            ? StandardCharsets.UTF_16LE
            : big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    return withoutMark(encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }

  /** The text without a mark in front of it. */
  static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static boolean starts(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
