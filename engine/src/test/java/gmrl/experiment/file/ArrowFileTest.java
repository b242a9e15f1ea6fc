package gmrl.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Type;
import org.junit.jupiter.api.Test;

/** Reads files back by the format's own description: magic, footer, blocks, buffers. */
class ArrowFileTest {
  private static final CsvTable TABLE =
      new CsvTable("n", "x", "word", "none", "text")
          .row(1, 0.1, "größe", "", "")
          .row(-7, Double.NaN, "", "", "")
          .row(Long.MAX_VALUE / 10, Double.POSITIVE_INFINITY, "a,b", "", "");

  private final ByteBuffer file =
      ByteBuffer.wrap(ArrowFile.write(TABLE, Set.of("text"))).order(ByteOrder.LITTLE_ENDIAN);

  private Footer footer() {
    int end = file.limit() - 6;
    assertThat(text(0, 6)).isEqualTo("ARROW1");
    assertThat(text(end, 6)).isEqualTo("ARROW1");
    int length = file.getInt(end - 4);
    ByteBuffer footer = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    footer.position(end - 4 - length).limit(end - 4);
    return Footer.getRootAsFooter(footer.slice().order(ByteOrder.LITTLE_ENDIAN));
  }

  private String text(int at, int length) {
    byte[] bytes = new byte[length];
    file.duplicate().position(at).get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void columnsHaveTheTypesOfTheirCells() {
    Footer footer = footer();
    List<Field> fields = List.of(0, 1, 2, 3, 4).stream().map(footer.schema()::fields).toList();
    assertThat(fields).extracting(Field::name).containsExactly("n", "x", "word", "none", "text");
    assertThat(fields)
        .extracting(Field::typeType)
        .containsExactly(Type.Int, Type.FloatingPoint, Type.Utf8, Type.FloatingPoint, Type.Utf8);
  }

  @Test
  void theNumbersAreThereBitForBitAndWhatIsMissingIsNull() {
    Block block = footer().recordBatches(0);
    int body = (int) block.offset() + block.metaDataLength();
    assertThat(body % 8).isZero();
    ByteBuffer head = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    assertThat(head.getInt((int) block.offset())).isEqualTo(-1);
    head.position((int) block.offset() + 8).limit(body);
    RecordBatch batch =
        (RecordBatch)
            Message.getRootAsMessage(head.slice().order(ByteOrder.LITTLE_ENDIAN))
                .header(new RecordBatch());
    assertThat(batch.length()).isEqualTo(3);
    assertThat(List.of(0, 1, 2, 3, 4).stream().map(c -> batch.nodes(c).nullCount()).toList())
        .containsExactly(0L, 1L, 1L, 3L, 3L);
    int[] at =
        java.util.stream.IntStream.range(0, batch.buffersLength())
            .map(b -> body + (int) batch.buffers(b).offset())
            .toArray();
    assertThat(at).hasSize(2 + 2 + 3 + 2 + 3);
    assertThat(Arrays.stream(at).allMatch(place -> place % 8 == 0)).isTrue();
    assertThat(file.getLong(at[1] + 16)).isEqualTo(Long.MAX_VALUE / 10);
    assertThat(file.get(at[2])).isEqualTo((byte) 0b101); // the NaN is missing
    assertThat(file.getDouble(at[3])).isEqualTo(0.1);
    assertThat(file.getDouble(at[3] + 16)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(file.getInt(at[5] + 4)).isEqualTo(7); // ö and ß have two bytes each
    assertThat(text(at[6], 10)).isEqualTo("größea,b");
  }
}
