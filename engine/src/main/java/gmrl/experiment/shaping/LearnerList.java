package gmrl.experiment.shaping;

import gmrl.ipd.shaping.Learner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Learners to be compared, in their order.
 *
 * @param learners at least one, each once
 */
public record LearnerList(List<Learner> learners) {

  /** Every learner whose direction is a formula; the others cost hundreds of times as much. */
  public static final LearnerList ALL =
      new LearnerList(Arrays.stream(Learner.values()).filter(Learner::isLocal).toList());

  /**
   * Freezes the list.
   *
   * @throws IllegalArgumentException if it is empty, or names one twice
   */
  public LearnerList {
    learners = List.copyOf(learners);
    if (learners.isEmpty() || new HashSet<>(learners).size() < learners.size()) {
      throw new IllegalArgumentException(
          "learners is '" + joined(learners) + "', expected one or more of them, each once");
    }
  }

  /**
   * Reads tokens between commas.
   *
   * @throws IllegalArgumentException naming what is no learner
   */
  static LearnerList parse(String text) {
    List<Learner> learners = new ArrayList<>();
    for (String token : text.split(",", -1)) {
      learners.add(Learner.parse(token.strip()));
    }
    return new LearnerList(learners);
  }

  @Override
  public String toString() {
    return joined(learners);
  }

  private static String joined(List<Learner> learners) {
    return learners.stream().map(Learner::token).collect(Collectors.joining(","));
  }
}
