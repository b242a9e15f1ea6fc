package gmrl.experiment.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes records and reads them back on top of defaults, strictly: whatever is wrong — an unknown
 * key, another type, a value that the record's constructor refuses — is said in the sentences of
 * {@link JsonView}.
 *
 * <p>Keys are the names of components, or what Jackson's annotations say. An absent optional is not
 * written. Thread-safe.
 */
public final class RecordJson {
  /** Text of documents is bounded and one line, as {@link JsonView#text} gives it. */
  private static final Module TEXT =
      new JsonTypes().text(String.class, Function.identity(), Function.identity()).module();

  private final JsonMapper mapper;
  private final Map<Class<?>, List<String>> known = new ConcurrentHashMap<>();

  /**
   * Defaults of the last reading as a tree, which is not changed: mostly they are the next ones'.
   */
  private volatile @Nullable Usual usual;

  private record Usual(Object defaults, ObjectNode tree) {}

  /**
   * A codec.
   *
   * @param modules how types are written that are not records, and mix-ins
   */
  public RecordJson(Module... modules) {
    mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .addModule(new Jdk8Module())
            .addModule(TEXT)
            .addModules(modules)
            .build();
  }

  /** Writes every key. */
  public ObjectNode write(Object record) {
    return mapper.valueToTree(record);
  }

  /**
   * Reads a record; an absent key has the default's value.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public <T> T read(JsonView json, T defaults) {
    @SuppressWarnings("unchecked") // a record's class is its type
    Class<T> type = (Class<T>) defaults.getClass();
    json.only(keys(type).toArray(String[]::new));
    return read(json.over(tree(defaults)), type);
  }

  private ObjectNode tree(Object defaults) {
    Usual last = usual;
    if (last == null || !last.defaults().equals(defaults)) {
      last = new Usual(defaults, write(defaults));
      usual = last;
    }
    return last.tree();
  }

  /**
   * Reads a value that has no defaults.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public <T> T read(JsonView json, Class<T> type) {
    try {
      return mapper.treeToValue(json.wholeNumbers(), type);
    } catch (JsonMappingException e) {
      throw sentence(json, e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that was read cannot be read again", e);
    }
  }

  /**
   * Reads a record that stands among the keys of something else, which are left alone.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public <T> T readAmongOthers(JsonView json, Class<T> type) {
    return read(json.narrowed(keys(type)), type);
  }

  private static IllegalArgumentException sentence(JsonView json, JsonMappingException e) {
    JsonView place = json;
    for (JsonMappingException.Reference step : e.getPath()) {
      place =
          step.getFieldName() == null ? place.at(step.getIndex()) : place.at(step.getFieldName());
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException refused) {
        return place.named(refused);
      }
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return JsonView.unknown(
          place.above(),
          unknown.getPropertyName(),
          unknown.getKnownPropertyIds().stream().map(String::valueOf).toList());
    }
    if (e.getCause() instanceof InputCoercionException large) {
      return place.unexpected(WholeNumbers.expected(large.getTargetType()));
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return place.unexpected(expected(mismatch.getTargetType()));
    }
    return place.invalid(new IllegalArgumentException(e.getOriginalMessage(), e));
  }

  private static String expected(Class<?> type) {
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.joining(", "));
    }
    if (type == String.class) {
      return "text";
    }
    return type.isArray() || Iterable.class.isAssignableFrom(type) ? "an array" : "an object";
  }

  /** The keys of a record, those of its unwrapped components among them. */
  List<String> keys(Class<?> type) {
    // Looking at a class costs more than reading a document.
    return known.computeIfAbsent(
        type,
        record -> {
          List<String> keys = new ArrayList<>();
          collect(mapper.constructType(record), keys);
          return List.copyOf(keys);
        });
  }

  private void collect(JavaType type, List<String> keys) {
    AnnotationIntrospector annotations =
        mapper.getDeserializationConfig().getAnnotationIntrospector();
    for (BeanPropertyDefinition property :
        mapper.getDeserializationConfig().introspect(type).findProperties()) {
      if (annotations.findUnwrappingNameTransformer(property.getPrimaryMember()) != null) {
        collect(property.getPrimaryType(), keys);
      } else {
        keys.add(property.getName());
      }
    }
  }
}
