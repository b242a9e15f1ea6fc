package gmrl.app.figure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/**
 * The texts of a PNG file, wherever they stand in it: programs that make such files smaller move
 * them behind the pixels, where {@code ImageIO} does not look, and fold them.
 */
final class PngTexts {
  /** What every such file begins with, one character for each byte. */
  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  /** An unfolded text of more bytes is not one of ours. */
  private static final int LARGEST = 16 << 20;

  private static final Set<String> TEXTS = Set.of("iTXt", "zTXt", "tEXt");

  private PngTexts() {}

  /**
   * One text (PNG specification, chunks iTXt, zTXt and tEXt).
   *
   * @param png the file
   * @param keyword its name
   * @throws IOException in a few words if the file is cut off or a chunk does not match its
   *     checksum
   */
  static Optional<String> find(byte[] png, String keyword) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(png).position(SIGNATURE.length());
    while (true) {
      if (in.remaining() < 12) {
        throw new IOException("it ends before its last chunk");
      }
      int length = in.getInt();
      byte[] name = new byte[4];
      in.get(name);
      String type = new String(name, StandardCharsets.US_ASCII);
      if (length < 0 || length > in.remaining() - 4) {
        throw new IOException("its chunk " + printable(type) + " is cut off");
      }
      byte[] data = new byte[length];
      in.get(data);
      CRC32 sum = new CRC32();
      sum.update(name);
      sum.update(data);
      if ((int) sum.getValue() != in.getInt()) {
        throw new IOException("its chunk " + printable(type) + " does not match its checksum");
      }
      if (type.equals("IEND")) {
        return Optional.empty();
      }
      if (TEXTS.contains(type) && named(data, keyword)) {
        return Optional.of(text(type, data, keyword.length() + 1));
      }
    }
  }

  private static boolean named(byte[] data, String keyword) {
    byte[] key = keyword.getBytes(StandardCharsets.ISO_8859_1);
    if (data.length <= key.length || data[key.length] != 0) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (data[i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  private static String text(String type, byte[] data, int from) throws IOException {
    if (!type.equals("iTXt")) {
      boolean folded = type.equals("zTXt");
      return decode(data, folded ? from + 1 : from, folded, StandardCharsets.ISO_8859_1);
    }
    int language = from + 2;
    int translated = end(data, language) + 1;
    int start = end(data, translated) + 1;
    return decode(data, start, data[from] == 1, StandardCharsets.UTF_8);
  }

  private static int end(byte[] data, int from) throws IOException {
    for (int i = from; i < data.length; i++) {
      if (data[i] == 0) {
        return i;
      }
    }
    throw new IOException("one of its texts is cut off");
  }

  private static String decode(byte[] data, int from, boolean folded, Charset charset)
      throws IOException {
    if (from > data.length) {
      throw new IOException("one of its texts is cut off");
    }
    if (!folded) {
      return new String(data, from, data.length - from, charset);
    }
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(data, from, data.length - from))) {
      byte[] text = in.readNBytes(LARGEST + 1);
      if (text.length > LARGEST) {
        throw new IOException("one of its texts is larger than any that is written");
      }
      return new String(text, charset);
    }
  }

  private static String printable(String type) {
    return type.replaceAll("[^A-Za-z]", "?");
  }
}
