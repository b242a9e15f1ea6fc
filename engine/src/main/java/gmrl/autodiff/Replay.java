package gmrl.autodiff;

import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import gmrl.autodiff.memory.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recorded function for arguments of fixed shapes: work bound to memory, done in order. */
final class Replay implements AutoCloseable {
  /** A result: computed by the work into a stand-in, or a copy of what lies elsewhere. */
  @SuppressWarnings("ArrayRecordComponent")
  record Result(Store store, boolean computed, int[] dims) {}

  private final int[][] shapes;
  private final Store[] arguments;
  private final Runnable[] work;
  private final List<String> labels;
  private final List<Result> results;
  private final Workspace memory;

  Replay(
      List<Variable> like,
      List<Store> arguments,
      List<Runnable> work,
      List<String> labels,
      List<Result> results,
      Workspace memory) {
    this.shapes = like.stream().map(Variable::dims).toArray(int[][]::new);
    this.arguments = arguments.toArray(new Store[0]);
    this.work = work.toArray(new Runnable[0]);
    this.labels = labels;
    this.results = results;
    this.memory = memory;
  }

  boolean fits(List<Variable> given) {
    boolean fits = given.size() == shapes.length;
    for (int i = 0; fits && i < shapes.length; i++) {
      Variable argument = given.get(i);
      fits = argument.type() == arguments[i].type && Arrays.equals(argument.dims(), shapes[i]);
    }
    return fits;
  }

  List<Variable> run(List<Variable> given) {
    for (int i = 0; i < arguments.length; i++) {
      arguments[i].stand(given.get(i).store());
    }
    List<Variable> out = new ArrayList<>(results.size());
    for (Result result : results) {
      Store room = Arena.allocate(result.store().type, result.store().length);
      if (result.computed()) {
        result.store().stand(room);
      }
      out.add(Variable.constant(room, result.dims()));
    }
    try {
      for (Runnable step : work) {
        step.run();
      }
      for (int i = 0; i < out.size(); i++) {
        if (!results.get(i).computed()) {
          Store room = out.get(i).store();
          room.copy(0, results.get(i).store(), 0, room.length);
        }
      }
    } finally {
      release(null);
    }
    return out;
  }

  /** Arguments and results are the caller's again. */
  private void release(@Nullable Store nothing) {
    for (Store argument : arguments) {
      argument.stand(nothing);
    }
    for (Result result : results) {
      if (result.computed()) {
        result.store().stand(nothing);
      }
    }
  }

  /** What each piece of work does, in order. */
  List<String> labels() {
    return labels;
  }

  long bytes() {
    return memory.bytes();
  }

  @Override
  public void close() {
    memory.close();
  }
}
