package gmrl.experiment.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Types that {@link RecordJson} writes in a form of their own: as a text or as a tree. */
public final class JsonTypes {
  private final SimpleModule module = new SimpleModule();

  /** A type that is a piece of text, the inverse of its parser. */
  public <T> JsonTypes text(Class<T> type, Function<T, String> write, Function<String, T> parse) {
    return tree(
        type,
        value -> com.fasterxml.jackson.databind.node.TextNode.valueOf(write.apply(value)),
        (place, json) -> parse.apply(json.text()));
  }

  /**
   * A type that is a tree.
   *
   * @param write makes the tree
   * @param read takes the name of the key it stands under and the tree
   */
  public <T> JsonTypes tree(
      Class<T> type, Function<T, JsonNode> write, BiFunction<String, JsonView, T> read) {
    module.addSerializer(type, new Writer<>(type, write));
    module.addDeserializer(type, new TreeReader<>(type, read));
    return this;
  }

  /** Numbers of results: null where they are undefined, which is NaN. */
  public JsonTypes undefinedNumbers() {
    return numbers(Json::number)
        .tree(double[].class, Json::vector, (name, json) -> json.numbersOrUndefined());
  }

  /** Numbers that are written in a way of their own, null where they are undefined. */
  public JsonTypes numbers(Function<Double, JsonNode> write) {
    module.addSerializer(double.class, new Writer<>(Double.class, write));
    module.addDeserializer(double.class, new UndefinedNumber());
    return this;
  }

  /** Other names for the components of a record that knows nothing of files. */
  public JsonTypes names(Class<?> record, Class<?> mixin) {
    module.setMixInAnnotation(record, mixin);
    return this;
  }

  /** What {@link RecordJson} takes. */
  public SimpleModule module() {
    return module;
  }

  private static final class Writer<T> extends StdSerializer<T> {
    private final transient Function<T, JsonNode> write;

    Writer(Class<T> type, Function<T, JsonNode> write) {
      super(type);
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeTree(write.apply(value));
    }
  }

  private static final class UndefinedNumber extends StdDeserializer<Double> {
    UndefinedNumber() {
      super(double.class);
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
          ? (Double) in.getEmbeddedObject()
          : Double.valueOf(_parseDoublePrimitive(in, context));
    }
  }

  private static final class TreeReader<T> extends StdDeserializer<T> {
    private final transient BiFunction<String, JsonView, T> read;
    private final Class<T> type;

    TreeReader(Class<T> type, BiFunction<String, JsonView, T> read) {
      super(type);
      this.type = type;
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT) {
        return type.cast(in.getEmbeddedObject());
      }
      String name = in.getParsingContext().getCurrentName();
      if (in.currentToken().isStructStart()) {
        name = in.getParsingContext().getParent().getCurrentName();
      }
      String key = name == null ? "" : name;
      return read.apply(key, JsonView.of(key, in.readValueAsTree()));
    }
  }
}
