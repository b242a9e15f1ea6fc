package gmrl.numpy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's archive of arrays: {@code numpy.load(file)[name]} reads what is written here. Little
 * endian, C order, of float32, float64, int64 and text; int32 and Fortran order are read, too, and
 * nothing else.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NumPy's
 *     description of the format</a>
 */
public final class Npz {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final String SUFFIX = ".npy";
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '(<f4|<f8|<i4|<i8|<U\\d{1,6})', 'fortran_order': (False|True), 'shape':"
              + " \\(([0-9, ]*)\\), *\\}\\s*");
  private static final Pattern TYPE = Pattern.compile("'(<f4|<f8|<i4|<i8|<U\\d{1,6})'");
  private static final Pattern SHAPE = Pattern.compile("'shape': *(\\([^)]{0,60}\\))");
  private static final Pattern KIND = Pattern.compile("'descr': *([^,}]{1,40})");

  private Npz() {}

  /** The bytes of a file with these arrays. */
  public static byte[] write(List<NamedArray> arrays) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (NamedArray array : arrays) {
        zip.putNextEntry(new ZipEntry(array.name() + SUFFIX));
        zip.write(npy(array));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException("an archive in memory cannot be written", e);
    }
    return out.toByteArray();
  }

  private static byte[] npy(NamedArray array) {
    String type;
    int width;
    if (array instanceof NamedArray.Floats) {
      type = "<f4";
      width = Float.BYTES;
    } else if (array instanceof NamedArray.Texts texts) {
      int longest =
          Arrays.stream(texts.values())
              .mapToInt(t -> t.codePointCount(0, t.length()))
              .max()
              .orElse(0);
      type = "<U" + Math.max(1, longest);
      width = Math.max(1, longest) * Integer.BYTES;
    } else {
      type = array instanceof NamedArray.Doubles ? "<f8" : "<i8";
      width = Long.BYTES;
    }
    String shape =
        Arrays.stream(array.shape()).mapToObj(d -> d + ",").collect(Collectors.joining(" "));
    String dictionary =
        "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
    int before = MAGIC.length + Short.BYTES;
    int padding = ALIGNMENT - (before + dictionary.length() + 1) % ALIGNMENT;
    byte[] header = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    int count = Arrays.stream(array.shape()).reduce(1, (a, b) -> a * b);
    ByteBuffer out =
        ByteBuffer.allocate(before + header.length + count * width).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).putShort((short) header.length).put(header);
    if (array instanceof NamedArray.Floats floats) {
      out.asFloatBuffer().put(floats.values());
    } else if (array instanceof NamedArray.Doubles doubles) {
      out.asDoubleBuffer().put(doubles.values());
    } else if (array instanceof NamedArray.Longs longs) {
      out.asLongBuffer().put(longs.values());
    } else if (array instanceof NamedArray.Texts texts) {
      int start = out.position();
      for (int i = 0; i < count; i++) {
        out.position(start + i * width);
        texts.values()[i].codePoints().forEach(out::putInt);
      }
    }
    return out.array();
  }

  /**
   * Reads a file.
   *
   * @throws IOException in one sentence if it is cut short or something else
   */
  public static Map<String, NamedArray> read(byte[] file) throws IOException {
    Map<String, NamedArray> out = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.endsWith(SUFFIX)) {
          name = name.substring(0, name.length() - SUFFIX.length());
        }
        out.put(name, npy(name, zip.readAllBytes()));
      }
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw new IOException("it is damaged or cut short", e);
    }
    // The list of contents at the end is not read: without it a cut-off file looks complete.
    if (out.isEmpty() || !endsWithDirectory(file)) {
      throw new IOException("it is no .npz file, or it is cut short");
    }
    return out;
  }

  private static boolean endsWithDirectory(byte[] file) {
    int at = file.length - 22;
    return at >= 0
        && file[at] == 'P'
        && file[at + 1] == 'K'
        && file[at + 2] == 5
        && file[at + 3] == 6;
  }

  private static NamedArray npy(String name, byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int before = MAGIC.length + Short.BYTES;
    if (bytes.length < before || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("its array " + name + " is not in NumPy's format");
    }
    int length = in.getShort(MAGIC.length) & 0xffff;
    String text =
        new String(
            bytes, before, Math.min(length, bytes.length - before), StandardCharsets.US_ASCII);
    Matcher header = HEADER.matcher(text);
    if (!header.matches()) {
      throw new IOException("its array " + name + refusal(text));
    }
    double[] sizes =
        Arrays.stream(header.group(3).split(",", -1))
            .map(String::strip)
            .filter(d -> !d.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray();
    // As floating-point numbers, so that no shape overflows into one that fits.
    double numbers = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    String type = header.group(1);
    in.position(before + length);
    if (in.remaining() != numbers * width(type)
        || Arrays.stream(sizes).anyMatch(d -> d > Integer.MAX_VALUE)) {
      throw new IOException("its array " + name + " is cut short");
    }
    int[] shape = Arrays.stream(sizes).mapToInt(d -> (int) d).toArray();
    boolean columns = header.group(2).equals("True");
    NamedArray read = values(name, type, columns ? reversed(shape) : shape, (int) numbers, in);
    return columns ? ColumnOrder.toRows(read) : read;
  }

  /** What is wrong with a header. */
  private static String refusal(String header) {
    Matcher kind = KIND.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    if (kind.find() && !TYPE.matcher(kind.group(1)).matches()) {
      return " has the type " + kind.group(1) + ", expected float32, float64, int32, int64 or text";
    }
    return shape.find() && !shape.group(1).matches("\\([0-9, ]*\\)")
        ? " has the shape " + shape.group(1) + ", expected whole numbers of 0 or more"
        : " has an unknown header, expected its type, order and shape";
  }

  private static int[] reversed(int[] shape) {
    int[] out = new int[shape.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = shape[shape.length - 1 - i];
    }
    return out;
  }

  private static int width(String type) {
    return switch (type) {
      case "<f4", "<i4" -> Float.BYTES;
      case "<f8", "<i8" -> Double.BYTES;
      default -> Integer.parseInt(type.substring(2)) * Integer.BYTES;
    };
  }

  private static NamedArray values(String name, String type, int[] shape, int count, ByteBuffer in)
      throws IOException {
    switch (type) {
      case "<f4" -> {
        float[] values = new float[count];
        in.asFloatBuffer().get(values);
        return new NamedArray.Floats(name, shape, values);
      }
      case "<f8" -> {
        double[] values = new double[count];
        in.asDoubleBuffer().get(values);
        return new NamedArray.Doubles(name, shape, values);
      }
      case "<i8" -> {
        long[] values = new long[count];
        in.asLongBuffer().get(values);
        return new NamedArray.Longs(name, shape, values);
      }
      case "<i4" -> {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
          values[i] = in.getInt();
        }
        return new NamedArray.Longs(name, shape, values);
      }
      default -> {
        String[] values = new String[count];
        int width = width(type) / Integer.BYTES;
        for (int i = 0; i < count; i++) {
          StringBuilder text = new StringBuilder();
          for (int c = 0; c < width; c++) {
            int point = in.getInt();
            if (!Character.isValidCodePoint(point)) {
              throw new IOException("its array " + name + " holds text that is no Unicode");
            }
            if (point != 0) {
              text.appendCodePoint(point);
            }
          }
          values[i] = text.toString();
        }
        return new NamedArray.Texts(name, shape, values);
      }
    }
  }
}
