package gmrl.experiment.compare;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Digits;
import gmrl.experiment.Counted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * In which settings two configurations differ, in words.
 *
 * <p>A document of several curves is walked curve by curve; what changes alike in all of them is
 * one change. Sample sizes that change alike in several slots, or in the only one that has its own,
 * are one change of |τ|.
 */
public final class ConfigDiff {
  /** What a configuration is called that differs in nothing from its family's defaults. */
  public static final String USUAL = "the defaults";

  private static final String ABSENT = "–";

  /** What the labels of a legend have room for. */
  private static final int SHOWN = 3;

  /** Longer lists are not read. */
  private static final int LONG_LIST = 60;

  private static final String VALUES = " values, ";

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("alpha", "α"),
          Map.entry("steps", "K"),
          Map.entry("samples", "|τ|"),
          Map.entry("hessianCoef", "c"),
          Map.entry("hessianNoise", "noise of c"),
          Map.entry("gamma", "γ"),
          Map.entry("horizon", "T"),
          Map.entry("innerLr", "α"),
          Map.entry("lookaheads", "K"),
          Map.entry("outerLr", "outer rate"),
          Map.entry("criticLr", "critic rate"),
          Map.entry("inner", "inner slot"),
          Map.entry("hessian", "Hessian slot"),
          Map.entry("outer", "outer slot"),
          Map.entry("num_processes", "environments"),
          Map.entry("num_env_steps", "steps in all"),
          Map.entry("num_steps", "rollout"),
          Map.entry("inner_steps", "K"),
          Map.entry("gae_lambda", "λ"),
          Map.entry("gaeLambda", "λ"),
          Map.entry("criticGradient", "critic in φ"),
          Map.entry("lr", "rate"),
          Map.entry("meta_lr", "meta rate"),
          Map.entry("mdps", "MDPs"),
          Map.entry("teaching", "MDP"),
          Map.entry("mdp", "MDPs"));

  /** Keys that name or describe and change no number. */
  private static final Set<String> WORDS = Set.of("label", "id", "title", "sentence", "source");

  private static final List<String> SLOTS = List.of("inner", "hessian", "outer");

  private ConfigDiff() {}

  /**
   * One setting that differs.
   *
   * @param setting as a person calls it
   * @param first its value in the first configuration, in words
   * @param second its value in the second
   * @param firstWritten the first as files spell it
   * @param secondWritten the second as files spell it
   */
  public record Change(
      String setting, String first, String second, String firstWritten, String secondWritten) {
    private static final int LONG = 9;

    /**
     * Shortens numbers with the digits of arithmetic behind them, such as 0.30000000000000004, and
     * lists to their length.
     */
    public Change {
      first = shortened(first);
      second = apart(first, shortened(second));
      firstWritten = shortened(firstWritten);
      secondWritten = apart(firstWritten, shortened(secondWritten));
    }

    /** Two lists of one length are told apart. */
    private static String apart(String first, String second) {
      return second.equals(first) && second.endsWith(" values")
          ? second.replace("values", "others")
          : second;
    }

    private static String shortened(String value) {
      int list = value.indexOf(VALUES);
      if (list > 0) {
        return value.substring(0, list + VALUES.length() - 2);
      }
      return value.length() > LONG && value.matches("-?[0-9]+\\.[0-9]+(e-?[0-9]+)?")
          ? Digits.of(new BigDecimal(value).round(MathContext.DECIMAL32).doubleValue())
          : value;
    }

    private static Change of(String key, String one, String other) {
      return new Change(
          symbol(key), ValueWords.of(key, one), ValueWords.of(key, other), one, other);
    }

    /** The same where some of several parts, such as curves, keep what others had. */
    private Change inPart() {
      return new Change(setting + " (in part)", first, second, firstWritten, secondWritten);
    }

    /** {@code α 3 → 10}. */
    public String arrow() {
      return setting + " " + first + " → " + second;
    }

    /** {@code method unrolled → es:8}: the same in the spelling of files and commands. */
    public String arrowAsWritten() {
      return setting + " " + firstWritten + " → " + secondWritten;
    }

    /**
     * {@code α = 10 (now 3)}: the second beside the first, which stands in the window, unless there
     * is no such setting there.
     */
    public String besideNow() {
      return first.equals(ABSENT) ? now() : now() + " (now " + first + ")";
    }

    /** {@code α = 10}: the second alone. */
    public String now() {
      return setting + " = " + second;
    }
  }

  /** The changes from one configuration to another, each setting once. */
  public static List<Change> between(JsonNode first, JsonNode second) {
    Map<String, Map<String, String>> a = leaves(first);
    Map<String, Map<String, String>> b = leaves(second);
    Set<Change> changes = new LinkedHashSet<>();
    for (String key : keys(a, b)) {
      Map<String, String> was = a.getOrDefault(key, Map.of());
      Map<String, String> is = b.getOrDefault(key, Map.of());
      Set<String> places = new LinkedHashSet<>(was.keySet());
      places.retainAll(is.keySet());
      if (places.isEmpty()) {
        UnaryOperator<String> said = text -> ValueWords.of(key, text);
        String one = several(was, UnaryOperator.identity());
        String other = several(is, UnaryOperator.identity());
        if (!one.equals(other)) {
          changes.add(new Change(symbol(key), several(was, said), several(is, said), one, other));
        }
      }
      for (String place : places) {
        String one = was.getOrDefault(place, ABSENT);
        String other = is.getOrDefault(place, ABSENT);
        if (!one.equals(other)) {
          boolean stays =
              places.stream().anyMatch(p -> one.equals(was.get(p)) && one.equals(is.get(p)));
          Change change = change(key, one, other);
          changes.add(stays ? change.inPart() : change);
        }
      }
    }
    return List.copyOf(changes);
  }

  /** The changes as the label of the second configuration: {@code α = 10, K = 2}. */
  public static String label(List<Change> changes) {
    return Counted.some(changes.stream().map(Change::now).toList(), SHOWN);
  }

  /** What such a label shows of them. */
  public static List<Change> shown(List<Change> changes) {
    return changes.subList(0, Math.min(SHOWN, changes.size()));
  }

  /** The same without leaving any out. */
  public static String all(List<Change> changes) {
    return changes.stream().map(Change::now).collect(Collectors.joining(", "));
  }

  /**
   * In words what a specification has that its family's defaults have not; of several parts what
   * the first has.
   *
   * @param defaults as the family writes them
   * @param parts key under which the family lists several specifications
   */
  public static String words(JsonNode defaults, String parts, JsonNode config) {
    JsonNode all = config.path(parts);
    boolean several = all.isArray() && all.size() > 1;
    List<Change> changes = between(defaults, several ? all.get(0) : config);
    String words = changes.isEmpty() ? USUAL : all(changes);
    return several ? all.size() + " " + parts + ", the first with " + words : words;
  }

  private static Set<String> keys(
      Map<String, Map<String, String>> a, Map<String, Map<String, String>> b) {
    Set<String> keys = new LinkedHashSet<>(a.keySet());
    keys.addAll(b.keySet());
    return keys;
  }

  private static String several(Map<String, String> values, UnaryOperator<String> say) {
    return values.isEmpty()
        ? ABSENT
        : new TreeSet<>(values.values()).stream().map(say).collect(Collectors.joining(", "));
  }

  private static Change change(String key, String one, String other) {
    if (SLOTS.contains(key)) {
      int colon = one.indexOf(':') + 1; // behind an estimator, where one is named
      String before = one.substring(colon);
      if (isCount(before)
          && other.startsWith(one.substring(0, colon))
          && isCount(other.substring(colon))) {
        return Change.of("samples", before, other.substring(colon));
      }
      if (colon > 0 && other.endsWith(one.substring(colon - 1))) {
        return new Change(
            symbol(key), ValueWords.estimator(one), ValueWords.estimator(other), one, other);
      }
    }
    return Change.of(key, one, other);
  }

  private static boolean isCount(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The setting as a person calls it: a symbol, or the key's words. */
  public static String symbol(String key) {
    return SYMBOLS.getOrDefault(
        key, key.replace('_', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT));
  }

  /** Every value by its key and the curve it belongs to; an empty text where there is one. */
  private static Map<String, Map<String, String>> leaves(JsonNode config) {
    Map<String, Map<String, String>> leaves = new LinkedHashMap<>();
    walk("name", config, "", leaves);
    return leaves;
  }

  /** A name is that of what bears it. */
  private static void walk(
      String bearer, JsonNode node, String place, Map<String, Map<String, String>> leaves) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey().equals("name") ? bearer : entry.getKey();
      JsonNode value = entry.getValue();
      if (WORDS.contains(key)) {
        continue;
      }
      if (value.isObject()) {
        walk(key, value, place, leaves);
      } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
        List<String> named = new ArrayList<>();
        for (JsonNode one : value) {
          String name = one.path("id").asText(one.path("label").asText(""));
          named.add(name);
          walk(key, one, name, leaves);
        }
        leaves
            .computeIfAbsent(key, k -> new LinkedHashMap<>())
            .put(place, list(named.size(), named.toString()));
      } else {
        leaves.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(place, text(value));
      }
    }
  }

  /** A long list by its length, and by what tells it from another. */
  private static String list(int size, String whole) {
    return whole.length() <= LONG_LIST
        ? whole
        : size + VALUES + Integer.toHexString(whole.hashCode());
  }

  /** As a person writes it: whole numbers without a point, long lists by their length. */
  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> each = new ArrayList<>();
      value.forEach(one -> each.add(one.isContainerNode() ? one.toString() : text(one)));
      return list(value.size(), each.toString());
    }
    if (value.isFloatingPointNumber()) {
      return Digits.of(value.doubleValue());
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? "on" : "off";
    }
    return value.isNull() ? ABSENT : value.asText();
  }
}
