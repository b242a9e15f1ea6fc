package gmrl.experiment.example;

import java.util.List;
import java.util.stream.Collectors;

/** All examples. */
public final class Examples {

  private Examples() {}

  /**
   * Every example at its usual size.
   *
   * @param seed of everything drawn at random
   */
  public static List<Example> all(long seed) {
    return List.of(
        MamlSine.standard(seed),
        ImplicitRidge.standard(seed),
        LearningToReweight.standard(seed),
        LolaAutodiff.standard(seed),
        DeadPaths.standard(seed));
  }

  /**
   * One example by its id.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Example byId(String id, long seed) {
    return all(seed).stream()
        .filter(example -> example.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no example %s; expected one of %s"
                        .formatted(
                            id,
                            all(seed).stream()
                                .map(Example::id)
                                .collect(Collectors.joining(", ")))));
  }
}
