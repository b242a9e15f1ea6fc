package gmrl.autodiff;

import gmrl.autodiff.Trace.Operand;
import gmrl.autodiff.Trace.Step;
import gmrl.autodiff.memory.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Puts elementwise steps that follow each other into groups, each to be done in one pass at the
 * place of its last member.
 *
 * <p>A step joins the groups of its inputs if they have its size and nobody needs their results
 * before it. Relu's derivative on floats stays alone: it has a faster loop of its own.
 */
final class Fusion {
  /** Members of one group at most, so that the rows of a pass stay in the first-level cache. */
  private static final int MOST = 64;

  /** Steps done together; more than one only if all are elementwise. */
  record Group(List<Step> steps) {
    boolean elementwise() {
      return fusable(steps.get(0));
    }

    /** Kernels and shapes. */
    String label() {
      StringBuilder out = new StringBuilder();
      for (Step step : steps) {
        out.append(out.length() == 0 ? "" : " + ").append(step.kernel().label());
      }
      Step last = steps.get(steps.size() - 1);
      String shapes =
          last.inputs().stream()
              .map(Operand::shape)
              .map(List::toString)
              .distinct()
              .collect(Collectors.joining(" "));
      return out + " " + shapes + " → " + last.output().shape();
    }
  }

  private final List<Step> steps;
  private final Map<Integer, Integer> producer = new HashMap<>();
  private final Map<Integer, List<Integer>> consumers = new HashMap<>();
  private final int[] group;
  private final List<List<Integer>> members = new ArrayList<>();

  private Fusion(List<Step> steps) {
    this.steps = steps;
    this.group = new int[steps.size()];
    for (int i = 0; i < steps.size(); i++) {
      producer.put(steps.get(i).output().value(), i);
      for (Operand input : steps.get(i).inputs()) {
        consumers.computeIfAbsent(input.value(), key -> new ArrayList<>()).add(i);
      }
    }
  }

  /** The steps in groups, in an order in which they can be done. */
  static List<Group> groups(List<Step> steps) {
    return new Fusion(steps).groups();
  }

  private List<Group> groups() {
    for (int i = 0; i < steps.size(); i++) {
      List<Integer> own = new ArrayList<>();
      group[i] = members.size();
      members.add(own);
      if (fusable(steps.get(i))) {
        for (int other : joinable(i)) {
          own.addAll(members.get(other));
          for (int member : members.get(other)) {
            group[member] = group[i];
          }
          members.get(other).clear();
        }
      }
      own.add(i);
      own.sort(null);
    }
    // A group was made when its last member was reached, so they lie in that order.
    List<Group> out = new ArrayList<>();
    for (List<Integer> own : members) {
      if (!own.isEmpty()) {
        out.add(new Group(own.stream().map(steps::get).toList()));
      }
    }
    return out;
  }

  /** The groups that step {@code i} can be done in one pass with. */
  private Set<Integer> joinable(int i) {
    Set<Integer> candidates = new HashSet<>();
    for (Operand input : steps.get(i).inputs()) {
      Integer from = producer.get(input.value());
      if (from != null && fits(steps.get(from), steps.get(i))) {
        candidates.add(group[from]);
      }
    }
    int size;
    do {
      size = candidates.size();
      candidates.removeIf(other -> neededBefore(other, candidates, i));
    } while (candidates.size() < size);
    int total = candidates.stream().mapToInt(other -> members.get(other).size()).sum();
    return total < MOST ? candidates : Set.of();
  }

  /** Whether a group outside {@code together} needs a result of {@code other} before step i. */
  private boolean neededBefore(int other, Set<Integer> together, int i) {
    for (int member : members.get(other)) {
      for (int user : consumers.getOrDefault(steps.get(member).output().value(), List.of())) {
        boolean outside = user < i && group[user] != other && !together.contains(group[user]);
        if (outside) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fits(Step from, Step to) {
    return fusable(from) && from.type() == to.type() && size(from.output()) == size(to.output());
  }

  static boolean fusable(Step step) {
    return step.kernel() instanceof Elementwise kernel
        && !(step.type() == DataType.FLOAT && kernel.program(step.inputs().size()).isGate());
  }

  static int size(Operand operand) {
    return Shapes.size(operand.dims());
  }
}
