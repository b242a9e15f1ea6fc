package gmrl.atari.mini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recorded episodes of a miniature game with every random outcome, as JSON: {@code game}, {@code
 * channels} and {@code runs[]} of {@code ramping}, {@code stickyProb} and {@code episodes[]}. An
 * episode has {@code reset} with its outcomes {@code rand}, the picture {@code obs}, the last
 * executed action and hidden facts {@code state}; {@code steps[]} as rows {@code [action, executed,
 * sticky, reward, terminal, level, off, on, rand?]}; and may have {@code return}, {@code finalObs}
 * and {@code finalState}. A lit cell is the number row · 100 + column · 10 + channel. Actions are
 * those of the six.
 *
 * @param runs one environment each, whose memory of the last action outlives an episode
 */
record Recording(Miniature game, List<Run> runs) {
  /** What a random outcome was. */
  record Outcome(Draw what, int value) {}

  /** One environment. */
  record Run(MiniatureSettings settings, List<Play> episodes) {}

  /** An episode; what may be absent is null. */
  record Play(
      List<Outcome> outcomes,
      @Nullable Integer lastExecuted,
      List<Integer> picture,
      Map<String, Integer> facts,
      List<Step> steps,
      @Nullable Double sum,
      @Nullable List<Integer> lastPicture,
      Map<String, Integer> lastFacts) {}

  /** One step: what was chosen and drawn, and what came of it. */
  record Step(
      int action,
      int executed,
      boolean sticky,
      double reward,
      boolean terminal,
      @Nullable Integer level,
      List<Integer> dark,
      List<Integer> lit,
      List<Outcome> outcomes) {}

  /**
   * Reads a recording.
   *
   * @throws IOException naming the place that is not as described, or if there is no such file
   */
  static Recording read(byte[] json) throws IOException {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IOException("it is not JSON: " + e.getOriginalMessage(), e);
    }
    Place top = new Place("the recording", root);
    top.expect(root.isObject(), "an object with game and runs");
    Miniature game;
    try {
      game = Miniature.of(top.at("game").text());
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
    List<Run> runs = new ArrayList<>();
    for (Place run : top.at("runs").elements()) {
      double sticky = run.at("stickyProb").number();
      run.at("stickyProb").expect(sticky >= 0 && sticky <= 1, "a probability");
      MiniatureSettings settings =
          MiniatureSettings.of(game).withStickiness(sticky).withRamping(run.at("ramping").flag());
      List<Play> episodes = new ArrayList<>();
      for (Place episode : run.at("episodes").elements()) {
        episodes.add(episode(episode, game));
      }
      runs.add(new Run(settings, episodes));
    }
    top.at("runs").expect(!runs.isEmpty(), "at least one run");
    return new Recording(game, runs);
  }

  private static Play episode(Place episode, Miniature game) throws IOException {
    Place reset = episode.at("reset");
    List<Step> steps = new ArrayList<>();
    for (Place row : episode.at("steps").elements()) {
      steps.add(step(row, game));
    }
    return new Play(
        outcomes(reset.maybe("rand")),
        reset.maybe("lastExecuted") == null ? null : reset.at("lastExecuted").integer(0, 5),
        cells(reset.at("obs"), game),
        facts(reset.maybe("state")),
        steps,
        episode.maybe("return") == null ? null : episode.at("return").number(),
        episode.maybe("finalObs") == null ? null : cells(episode.at("finalObs"), game),
        facts(episode.maybe("finalState")));
  }

  private static Step step(Place row, Miniature game) throws IOException {
    List<Place> at = row.elements();
    row.expect(
        at.size() == 8 || at.size() == 9,
        "[action, executed, sticky, reward, terminal, level, off, on, rand?]");
    return new Step(
        at.get(0).integer(0, 5),
        at.get(1).integer(0, 5),
        at.get(2).integer(0, 1) == 1,
        at.get(3).number(),
        at.get(4).integer(0, 1) == 1,
        at.get(5).isNull() ? null : at.get(5).integer(0, Integer.MAX_VALUE),
        cells(at.get(6), game),
        cells(at.get(7), game),
        outcomes(at.size() == 9 ? at.get(8) : null));
  }

  private static List<Integer> cells(Place place, Miniature game) throws IOException {
    List<Integer> out = new ArrayList<>();
    for (Place cell : place.elements()) {
      int value = cell.integer(0, 999);
      cell.expect(
          value % 10 < game.channels().size(),
          "row * 100 + column * 10 + channel, where the channel is at most "
              + (game.channels().size() - 1));
      out.add(value);
    }
    return out;
  }

  private static List<Outcome> outcomes(@Nullable Place place) throws IOException {
    List<Outcome> out = new ArrayList<>();
    if (place != null && !place.isNull()) {
      for (Place event : place.elements()) {
        Outcomes.read(event, out);
      }
    }
    return out;
  }

  /** Numbers and flags by name; lists are numbered, name[0]. */
  private static Map<String, Integer> facts(@Nullable Place place) throws IOException {
    Map<String, Integer> out = new LinkedHashMap<>();
    if (place != null) {
      collect("", place, out);
    }
    return out;
  }

  private static void collect(String name, Place place, Map<String, Integer> out)
      throws IOException {
    JsonNode node = place.node();
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        collect(field.getKey(), place.at(field.getKey()), out);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(name + "[" + i + "]", place.elements().get(i), out);
      }
    } else if (node.isBoolean()) {
      out.put(name, node.booleanValue() ? 1 : 0);
    } else if (!node.isNull()) {
      out.put(name, place.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
  }
}
