package gmrl.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class NpzTest {
  private static final List<NamedArray> ARRAYS =
      List.of(
          new NamedArray.Floats("a/b.weight", new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, -.5f}),
          NamedArray.Doubles.of("d", Math.PI, Double.NaN),
          NamedArray.Longs.of("n", Long.MIN_VALUE, 7),
          new NamedArray.Floats("empty", new int[] {0}, new float[0]));

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Map<String, NamedArray> read = Npz.read(Npz.write(ARRAYS));
    assertThat(read).containsOnlyKeys("a/b.weight", "d", "n", "empty");
    NamedArray.Floats floats = (NamedArray.Floats) read.get("a/b.weight");
    assertThat(floats.shape()).containsExactly(2, 3);
    assertThat(floats.values()).containsExactly(1, 2, 3, 4, 5, -.5f);
    assertThat(((NamedArray.Doubles) read.get("d")).values()).containsExactly(Math.PI, Double.NaN);
    assertThat(((NamedArray.Longs) read.get("n")).values()).containsExactly(Long.MIN_VALUE, 7);
  }

  /** NumPy's description: magic, version 1.0, a header padded to 64 bytes, then the numbers. */
  @Test
  void theBytesAreThoseOfTheFormat() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Npz.write(ARRAYS)))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("a/b.weight.npy");
      byte[] bytes = zip.readAllBytes();
      assertThat(Arrays.copyOf(bytes, 8)).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
      int length = bytes[8] + 256 * bytes[9];
      assertThat((10 + length) % 64).isZero();
      String header = new String(bytes, 10, length, StandardCharsets.US_ASCII);
      assertThat(header)
          .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3,), }")
          .endsWith("\n");
      assertThat(bytes).hasSize(10 + length + 24);
      assertThat(Arrays.copyOfRange(bytes, 10 + length, 14 + length))
          .containsExactly(0, 0, 0x80, 0x3f);
    }
  }

  @Test
  void aFileThatIsCutShortIsRefusedWhereverItIsCut() {
    byte[] whole = Npz.write(ARRAYS);
    for (int length = 0; length < whole.length; length += 7) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Npz.read(part)).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> Npz.read("not a file of arrays".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("no .npz file");
  }

  /** {@code numpy.savez} keeps the transpose of an array in its place, column by column. */
  @Test
  void columnOrderIsReadAsTheArrayThatItIs() throws IOException {
    NamedArray read =
        Npz.read(archive("{'descr': '<i4', 'fortran_order': True, 'shape': (2, 3, 2), }\n", 12))
            .get("x");
    assertThat(read.shape()).containsExactly(2, 3, 2);
    // numpy.arange(12).reshape((2, 3, 2), order="F").ravel()
    assertThat(((NamedArray.Longs) read).values())
        .containsExactly(0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11);
  }

  @Test
  void aHeaderThatLiesIsRefusedInOneSentence() {
    for (String shape :
        List.of("65536, 65536", "99999999999999999999", "4294967296, 0", "13", "11", "2, 3")) {
      byte[] file =
          archive("{'descr': '<i4', 'fortran_order': False, 'shape': (" + shape + ",), }\n", 12);
      assertThatThrownBy(() -> Npz.read(file))
          .isInstanceOf(IOException.class)
          .hasMessage("its array x is cut short");
    }
    byte[] objects = archive("{'descr': '|O', 'fortran_order': False, 'shape': (12,), }\n", 12);
    assertThatThrownBy(() -> Npz.read(objects))
        .hasMessageStartingWith("its array x has the type '|O', expected float32");
    byte[] negative = archive("{'descr': '<f4', 'fortran_order': False, 'shape': (-1, 2), }\n", 2);
    assertThatThrownBy(() -> Npz.read(negative))
        .hasMessage("its array x has the shape (-1, 2), expected whole numbers of 0 or more");
    byte[] text = archive("{'descr': '<U12', 'fortran_order': False, 'shape': (1,), }\n", -12);
    assertThatThrownBy(() -> Npz.read(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no Unicode");
  }

  /** An array x of 0, 1, … (or all −1), under a header. */
  private static byte[] archive(String header, int count) {
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + 4 * Math.abs(count))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < Math.abs(count); i++) {
      bytes.putInt(count < 0 ? -1 : i);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("x.npy"));
      zip.write(bytes.array());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void aShapeMustFitItsNumbers() {
    assertThatThrownBy(() -> new NamedArray.Floats("x", new int[] {2, 2}, new float[3]))
        .hasMessage("x of shape [2, 2] has 3 numbers");
  }
}
