package gmrl.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureSettings;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.BiasAlongTraining;
import gmrl.experiment.atari.BiasAlongTrainingJson;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.file.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Records the bias of the meta-gradient along training on miniature games, minimal actions and
 * usual settings.
 *
 * <p>Arguments: file, version, windows, copies, steps of the studies separated by commas; then one
 * learner each as game,algorithm,seed. The file is written after each study.
 */
public final class RecordBias {
  private RecordBias() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    List<Long> at = Arrays.stream(args[4].split(",", -1)).map(Long::valueOf).toList();
    ArrayNode done = JsonNodeFactory.instance.arrayNode();
    for (String learner : Arrays.asList(args).subList(5, args.length)) {
      String[] part = learner.split(",", -1);
      GameSpec game =
          new GameSpec.Mini(MiniatureSettings.of(Miniature.of(part[0])).withMinimalActions(true));
      AtariSpec spec =
          AtariSpec.usual(game, Algorithm.of(part[1])).withSeeds(1, Long.parseLong(part[2]));
      int place = done.size();
      done.addObject();
      BiasAlongTraining.run(
          spec,
          at,
          Integer.parseInt(args[2]),
          Integer.parseInt(args[3]),
          args[1],
          now -> {
            done.set(place, BiasAlongTrainingJson.write(now));
            write(file, done);
          });
    }
  }

  private static void write(Path file, ArrayNode done) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.set("studies", done);
    try {
      Files.writeString(file, Json.pretty(all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("studies so far: " + done.size());
  }
}
