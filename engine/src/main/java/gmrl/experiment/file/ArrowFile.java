package gmrl.experiment.file;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/**
 * Tables as files of Apache Arrow (also known as Feather 2): {@code pandas.read_feather} and {@code
 * polars.read_ipc} read what is written here, numbers bit for bit.
 *
 * <p>Columns are int64, float64 or utf8; what is missing is null. Written with the format's own
 * schema classes instead of Arrow's vectors, which would need {@code --add-opens} of every program
 * on this engine.
 *
 * @see <a href="https://arrow.apache.org/docs/format/Columnar.html#ipc-file-format">Arrow's
 *     description of the format</a>
 */
public final class ArrowFile {
  private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
  private static final int ALIGNMENT = 8;
  private static final int CONTINUES = 0xFFFFFFFF;

  private ArrowFile() {}

  /**
   * The bytes of a file with a table.
   *
   * @param table cells as texts
   * @param texts columns that are text whatever is in them; any other is as its cells are, and
   *     numbers if it has none
   */
  public static byte[] write(CsvTable table, Set<String> texts) {
    List<ArrowColumn> columns = new ArrayList<>();
    for (int c = 0; c < table.header().size(); c++) {
      int at = c;
      String name = table.header().get(c);
      columns.add(
          ArrowColumn.of(
              name, table.rows().stream().map(row -> row.get(at)).toList(), texts.contains(name)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    pad(out);
    FlatBufferBuilder schema = new FlatBufferBuilder();
    message(out, schema, MessageHeader.Schema, schema(schema, columns), new byte[0]);
    long offset = out.size();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    List<long[]> buffers = new ArrayList<>();
    for (ArrowColumn column : columns) {
      for (byte[] buffer : column.buffers()) {
        buffers.add(new long[] {body.size(), buffer.length});
        body.writeBytes(buffer);
        pad(body);
      }
    }
    FlatBufferBuilder batch = new FlatBufferBuilder();
    int metadata =
        message(
            out,
            batch,
            MessageHeader.RecordBatch,
            batch(batch, columns, table.rows().size(), buffers),
            body.toByteArray());
    out.writeBytes(littleEndian(CONTINUES, 0)); // no more messages
    byte[] footer = footer(columns, offset, metadata, body.size());
    out.writeBytes(footer);
    out.writeBytes(littleEndian(footer.length));
    out.writeBytes(MAGIC);
    return out.toByteArray();
  }

  private static int schema(FlatBufferBuilder to, List<ArrowColumn> columns) {
    int[] fields = new int[columns.size()];
    for (int c = 0; c < fields.length; c++) {
      ArrowColumn column = columns.get(c);
      int name = to.createString(column.name());
      int children = Field.createChildrenVector(to, new int[0]);
      int type =
          switch (column.kind()) {
            case WHOLE -> Int.createInt(to, Long.SIZE, true);
            case NUMBER -> FloatingPoint.createFloatingPoint(to, Precision.DOUBLE);
            case TEXT -> {
              Utf8.startUtf8(to);
              yield Utf8.endUtf8(to);
            }
          };
      Field.startField(to);
      Field.addName(to, name);
      Field.addNullable(to, true);
      Field.addTypeType(
          to,
          switch (column.kind()) {
            case WHOLE -> Type.Int;
            case NUMBER -> Type.FloatingPoint;
            case TEXT -> Type.Utf8;
          });
      Field.addType(to, type);
      Field.addChildren(to, children);
      fields[c] = Field.endField(to);
    }
    int all = Schema.createFieldsVector(to, fields);
    Schema.startSchema(to);
    Schema.addEndianness(to, Endianness.Little);
    Schema.addFields(to, all);
    return Schema.endSchema(to);
  }

  private static int batch(
      FlatBufferBuilder to, List<ArrowColumn> columns, int rows, List<long[]> buffers) {
    // Flat buffers are built from their ends.
    RecordBatch.startBuffersVector(to, buffers.size());
    for (int b = buffers.size() - 1; b >= 0; b--) {
      Buffer.createBuffer(to, buffers.get(b)[0], buffers.get(b)[1]);
    }
    int places = to.endVector();
    RecordBatch.startNodesVector(to, columns.size());
    for (int c = columns.size() - 1; c >= 0; c--) {
      FieldNode.createFieldNode(to, rows, columns.get(c).missing());
    }
    int nodes = to.endVector();
    RecordBatch.startRecordBatch(to);
    RecordBatch.addLength(to, rows);
    RecordBatch.addNodes(to, nodes);
    RecordBatch.addBuffers(to, places);
    return RecordBatch.endRecordBatch(to);
  }

  /** Appends a message and its body; returns the length of what stands before the body. */
  private static int message(
      ByteArrayOutputStream out, FlatBufferBuilder builder, byte type, int header, byte[] body) {
    Message.startMessage(builder);
    Message.addVersion(builder, MetadataVersion.V5);
    Message.addHeaderType(builder, type);
    Message.addHeader(builder, header);
    Message.addBodyLength(builder, body.length);
    builder.finish(Message.endMessage(builder));
    byte[] bytes = builder.sizedByteArray();
    int padded = (bytes.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    out.writeBytes(littleEndian(CONTINUES, padded));
    out.writeBytes(bytes);
    pad(out);
    out.writeBytes(body);
    return 2 * Integer.BYTES + padded;
  }

  private static byte[] footer(List<ArrowColumn> columns, long offset, int metadata, long body) {
    FlatBufferBuilder to = new FlatBufferBuilder();
    int schema = schema(to, columns);
    Footer.startDictionariesVector(to, 0);
    int dictionaries = to.endVector();
    Footer.startRecordBatchesVector(to, 1);
    Block.createBlock(to, offset, metadata, body);
    int batches = to.endVector();
    Footer.startFooter(to);
    Footer.addVersion(to, MetadataVersion.V5);
    Footer.addSchema(to, schema);
    Footer.addDictionaries(to, dictionaries);
    Footer.addRecordBatches(to, batches);
    to.finish(Footer.endFooter(to));
    return to.sizedByteArray();
  }

  private static void pad(ByteArrayOutputStream out) {
    out.writeBytes(new byte[(ALIGNMENT - out.size() % ALIGNMENT) % ALIGNMENT]);
  }

  private static byte[] littleEndian(int... values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }
}
