package gmrl.experiment.atari;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.atari.learn.LearningSettings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in what settings differ, under the names they have in files. */
public final class Changes {
  private Changes() {}

  static String between(LearningSettings before, LearningSettings after) {
    Map<String, JsonNode> old = flat(before);
    return flat(after).entrySet().stream()
        .filter(each -> !each.getValue().equals(old.get(each.getKey())))
        .map(each -> each.getKey() + " = " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  /**
   * What tells settings from one another: for each of them the values of all that is not the same
   * in all, such as {@code num_processes = 64}; empty where there is one alone.
   */
  public static List<String> apart(List<LearningSettings> all) {
    List<Map<String, JsonNode>> flat = all.stream().map(Changes::flat).toList();
    Set<String> names = new LinkedHashSet<>();
    flat.forEach(each -> names.addAll(each.keySet()));
    names.removeIf(name -> flat.stream().map(each -> each.get(name)).distinct().count() == 1);
    return flat.stream()
        .map(
            each ->
                names.stream()
                    .map(name -> name + " = " + each.get(name))
                    .collect(Collectors.joining(", ")))
        .toList();
  }

  /** Every setting by its name, written as in {@link #apart}. */
  public static Map<String, String> all(LearningSettings settings) {
    Map<String, String> all = new LinkedHashMap<>();
    flat(settings).forEach((name, value) -> all.put(name, value.toString()));
    return all;
  }

  private static Map<String, JsonNode> flat(LearningSettings settings) {
    Map<String, JsonNode> out = new LinkedHashMap<>();
    flatten("", LearningJson.write(settings), out);
    return out;
  }

  private static void flatten(String path, JsonNode node, Map<String, JsonNode> out) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isObject()) {
        flatten(path + field.getKey() + ".", field.getValue(), out);
      } else {
        out.put(path + field.getKey(), field.getValue());
      }
    }
  }
}
