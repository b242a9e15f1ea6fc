package gmrl.experiment.atari;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.atari.learn.LearningSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what has changed between two settings, under the names they have in files. */
final class Changes {
  private Changes() {}

  static String between(LearningSettings before, LearningSettings after) {
    List<String> out = new ArrayList<>();
    compare("", LearningJson.write(before), LearningJson.write(after), out);
    return String.join(", ", out);
  }

  private static void compare(String path, JsonNode before, JsonNode after, List<String> out) {
    for (Map.Entry<String, JsonNode> field : after.properties()) {
      JsonNode old = before.path(field.getKey());
      if (field.getValue().isObject()) {
        compare(path + field.getKey() + ".", old, field.getValue(), out);
      } else if (!field.getValue().equals(old)) {
        out.add(path + field.getKey() + " = " + field.getValue());
      }
    }
  }
}
