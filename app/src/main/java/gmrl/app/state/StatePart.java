package gmrl.app.state;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A place in the state that belongs to one family: what a person has chosen there beside the common
 * knobs. Each family has one, as a constant.
 *
 * @param <P> an immutable value with value equality
 */
public final class StatePart<P> {
  private final String key;
  private final String title;
  private final P initial;
  private final Function<JsonView, P> read;
  private final Function<P, JsonNode> write;
  private final BiFunction<P, BiasSpec, P> adopt;

  /**
   * A place.
   *
   * @param key stable name in files
   * @param title what a person calls it
   * @param initial what a first start shows
   * @param read reads what {@code write} has written; throws an IllegalArgumentException with a
   *     sentence
   * @param write writes a value
   */
  public StatePart(
      String key,
      String title,
      P initial,
      Function<JsonView, P> read,
      Function<P, JsonNode> write) {
    this(key, title, initial, read, write, (value, spec) -> value);
  }

  /**
   * A place whose value is a record.
   *
   * @param key stable name in files
   * @param title what a person calls it
   * @param initial what a first start shows, and what an absent key has
   * @param codec writes the record and reads it strictly
   */
  public StatePart(String key, String title, P initial, RecordJson codec) {
    this(key, title, initial, json -> codec.read(json, initial), codec::write);
  }

  private StatePart(
      String key,
      String title,
      P initial,
      Function<JsonView, P> read,
      Function<P, JsonNode> write,
      BiFunction<P, BiasSpec, P> adopt) {
    this.key = key;
    this.title = title;
    this.initial = initial;
    this.read = read;
    this.write = write;
    this.adopt = adopt;
  }

  /** The same place, which also takes something from a specification of the common knobs. */
  public StatePart<P> adopting(BiFunction<P, BiasSpec, P> how) {
    return new StatePart<>(key, title, initial, read, write, how);
  }

  /** Stable name in files. */
  public String key() {
    return key;
  }

  /** What a person calls it. */
  public String title() {
    return title;
  }

  /** What stands here in a state. */
  public P in(LabState state) {
    return state.part(this);
  }

  P initial() {
    return initial;
  }

  LabState read(JsonView json, LabState into) {
    return into.with(this, read.apply(json));
  }

  JsonNode write(LabState state) {
    return write.apply(in(state));
  }

  LabState adopt(BiasSpec spec, LabState into) {
    return into.with(this, adopt.apply(in(into), spec));
  }
}
