package gmrl.atari.learn;

import gmrl.atari.ObservationShape;
import gmrl.atari.VectorEnvironment;
import gmrl.numpy.NamedArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A {@link Checkpoint} as named arrays, every number of it: parameters under {@code learner/},
 * Adam's means under {@code adam_m/} and {@code adam_v/}, those of an own outer critic under {@code
 * outer_…}, and whole numbers in int64.
 */
public final class CheckpointArrays {
  private static final long FORMAT = 1;

  private CheckpointArrays() {}

  /** All of it. */
  public static List<NamedArray> write(Checkpoint checkpoint) {
    List<NamedArray> out = new ArrayList<>();
    out.add(NamedArray.Longs.of("format", FORMAT));
    out.add(NamedArray.Longs.of("steps", checkpoint.steps()));
    out.add(NamedArray.Longs.of("random", checkpoint.random()));
    learner("", checkpoint.learner(), out);
    MetaLearner meta = checkpoint.meta();
    out.add(NamedArray.Doubles.of("meta/raw", meta.raw()));
    out.add(NamedArray.Doubles.of("meta/m", meta.m()));
    out.add(NamedArray.Doubles.of("meta/v", meta.v()));
    out.add(NamedArray.Longs.of("meta/updates", meta.updates()));
    if (checkpoint.outerCritic() != null) {
      learner("outer_", checkpoint.outerCritic(), out);
    }
    VectorEnvironment.Saved saved = checkpoint.environments();
    out.add(NamedArray.Doubles.of("environments/scores", doubles(saved.scores())));
    out.add(NamedArray.Longs.of("environments/lengths", longs(saved.lengths())));
    for (int i = 0; i < saved.states().size(); i++) {
      out.add(NamedArray.Longs.of("environments/" + i, saved.states().get(i)));
    }
    if (checkpoint.pending() != null) {
      segment(checkpoint.pending(), out);
    }
    return out;
  }

  private static void learner(String prefix, LearnerState learner, List<NamedArray> out) {
    parameters(prefix + "learner/", learner.parameters(), out);
    parameters(prefix + "adam_m/", learner.m(), out);
    parameters(prefix + "adam_v/", learner.v(), out);
    out.add(NamedArray.Longs.of(prefix + "updates", learner.updates()));
  }

  private static void parameters(String prefix, Parameters all, List<NamedArray> out) {
    for (Parameters.Tensor tensor : all.tensors()) {
      out.add(new NamedArray.Floats(prefix + tensor.name(), tensor.shape(), tensor.data()));
    }
  }

  private static void segment(Segment segment, List<NamedArray> out) {
    ObservationShape shape = segment.shape();
    out.add(
        NamedArray.Longs.of(
            "pending/size",
            segment.steps(),
            segment.environments(),
            shape.rows(),
            shape.columns(),
            shape.channels()));
    floats("pending/observations", segment.observations(), out);
    out.add(NamedArray.Longs.of("pending/actions", longs(segment.actions())));
    floats("pending/rewards", segment.rewards(), out);
    long[] ends = new long[segment.terminated().length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = segment.terminated()[i] ? 1 : 0;
    }
    out.add(NamedArray.Longs.of("pending/terminated", ends));
    long[] positions = segment.cuts().stream().mapToLong(Segment.Cut::position).toArray();
    out.add(NamedArray.Longs.of("pending/cuts", positions));
    for (Segment.Cut cut : segment.cuts()) {
      floats("pending/cut_" + cut.position(), cut.observation(), out);
    }
    floats("pending/values", segment.values(), out);
    floats("pending/cut_values", segment.cutValues(), out);
  }

  private static void floats(String name, float[] values, List<NamedArray> out) {
    out.add(new NamedArray.Floats(name, new int[] {values.length}, values));
  }

  private static long[] longs(int[] values) {
    long[] out = new long[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i];
    }
    return out;
  }

  private static long[] longs(List<Integer> values) {
    return values.stream().mapToLong(Integer::longValue).toArray();
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Reads what {@link #write} has written; other arrays are left alone.
   *
   * @throws IllegalArgumentException in one sentence if something is missing or of another kind
   */
  public static Checkpoint read(Map<String, NamedArray> arrays) {
    Arrays in = new Arrays(arrays);
    if (in.number("format") != FORMAT) {
      throw new IllegalArgumentException(
          "its format is " + in.number("format") + ", expected " + FORMAT);
    }
    List<long[]> states = new ArrayList<>();
    while (arrays.containsKey("environments/" + states.size())) {
      states.add(in.longs("environments/" + states.size()));
    }
    return new Checkpoint(
        in.number("steps"),
        in.learner(""),
        new MetaLearner(
            in.doubles("meta/raw"),
            in.doubles("meta/m"),
            in.doubles("meta/v"),
            (int) in.number("meta/updates")),
        arrays.containsKey("outer_updates") ? in.learner("outer_") : null,
        in.number("random"),
        new VectorEnvironment.Saved(
            states,
            java.util.Arrays.stream(in.doubles("environments/scores")).boxed().toList(),
            java.util.Arrays.stream(in.ints("environments/lengths")).boxed().toList()),
        arrays.containsKey("pending/size") ? in.segment() : null);
  }

  /** Arrays by name, each asked for in the kind it must have. */
  private record Arrays(Map<String, NamedArray> all) {
    private IllegalArgumentException missing(String name) {
      return new IllegalArgumentException("it lacks " + name);
    }

    long[] longs(String name) {
      if (all.get(name) instanceof NamedArray.Longs longs) {
        return longs.values();
      }
      throw missing(name);
    }

    int[] ints(String name) {
      return java.util.Arrays.stream(longs(name)).mapToInt(Math::toIntExact).toArray();
    }

    long number(String name) {
      long[] values = longs(name);
      if (values.length != 1) {
        throw missing(name);
      }
      return values[0];
    }

    double[] doubles(String name) {
      if (all.get(name) instanceof NamedArray.Doubles doubles) {
        return doubles.values();
      }
      throw missing(name);
    }

    float[] floats(String name) {
      if (all.get(name) instanceof NamedArray.Floats floats) {
        return floats.values();
      }
      throw missing(name);
    }

    LearnerState learner(String prefix) {
      return new LearnerState(
          parameters(prefix + "learner/"),
          parameters(prefix + "adam_m/"),
          parameters(prefix + "adam_v/"),
          (int) number(prefix + "updates"));
    }

    private Parameters parameters(String prefix) {
      List<Parameters.Tensor> out = new ArrayList<>();
      for (NamedArray array : all.values()) {
        if (array.name().startsWith(prefix) && array instanceof NamedArray.Floats floats) {
          out.add(
              new Parameters.Tensor(
                  floats.name().substring(prefix.length()), floats.shape(), floats.values()));
        }
      }
      if (out.isEmpty()) {
        throw missing(prefix + "…");
      }
      return new Parameters(out);
    }

    Segment segment() {
      int[] size = ints("pending/size");
      if (size.length != 5) {
        throw missing("pending/size");
      }
      long[] ends = longs("pending/terminated");
      boolean[] terminated = new boolean[ends.length];
      for (int i = 0; i < ends.length; i++) {
        terminated[i] = ends[i] != 0;
      }
      List<Segment.Cut> cuts = new ArrayList<>();
      for (int position : ints("pending/cuts")) {
        cuts.add(new Segment.Cut(position, floats("pending/cut_" + position)));
      }
      return new Segment(
          size[0],
          size[1],
          new ObservationShape(size[2], size[3], size[4]),
          floats("pending/observations"),
          ints("pending/actions"),
          floats("pending/rewards"),
          terminated,
          cuts,
          floats("pending/values"),
          floats("pending/cut_values"));
    }
  }
}
