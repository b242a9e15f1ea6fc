package gmrl.experiment.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Family;
import gmrl.experiment.Keeper;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Workers;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import gmrl.numpy.StateArrays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was cut short goes on, in another process, to the same numbers bit for bit. */
class ResumeTest {
  /** What is put down goes through the bytes of a file; the run ends after so many times. */
  private static final class Interrupting implements Keeper {
    private final CancellationToken token = new CancellationToken();
    private final int last;
    private byte @Nullable [] kept;
    private int times;

    Interrupting(int last, byte @Nullable [] kept) {
      this.last = last;
      this.kept = kept;
    }

    @Override
    public boolean takeUp(Consumer<StateArrays> state) {
      byte[] there = kept;
      if (there == null) {
        return false;
      }
      try {
        Map<String, NamedArray> arrays = Npz.read(there);
        state.accept(StateArrays.of(arrays));
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void putDown(Consumer<StateArrays> state) {
      if (token.isCancelled()) {
        return;
      }
      StateArrays arrays = StateArrays.empty();
      state.accept(arrays);
      kept = Npz.write(arrays.arrays());
      if (++times == last) {
        token.cancel();
      }
    }
  }

  /** A specification of each family, and of each kind of state that one of them carries. */
  static Stream<String> specifications() {
    return Stream.of(
        "bias {\"trials\": 400, \"mdp\": {\"generated\": {\"states\": 4, \"actions\": 2, \"mdps\":"
            + " 2}}, \"inner\": \"lvc:8\", \"hessian\": \"lvc:8\", \"sweep\": {\"variable\":"
            + " \"steps\", \"values\": [1, 3]}}",
        "bias {\"trials\": 130, \"mdp\": {\"generated\": {\"states\": 4, \"actions\": 2, \"mdps\":"
            + " 2}}, \"hessian\": \"exact\", \"outer\": \"exact\"}",
        "bias {\"trials\": 90, \"mdp\": {\"generated\": {\"states\": 4, \"actions\": 2, \"mdps\":"
            + " 3}}, \"route\": \"sampled\", \"problem\": \"lirpg\"}",
        "training {\"updates\": 9, \"runs\": 2, \"mdp\": {\"generated\": {\"states\": 4,"
            + " \"actions\": 2, \"mdps\": 2}}}",
        "ipd {\"updates\": 9, \"seeds\": 2, \"rollout\": 10, \"inner\": 8, \"outer\": 8}",
        "ipd {\"updates\": 9, \"seeds\": 2, \"rollout\": 10, \"inner\": {\"fresh\": 8,"
            + " \"buffer\": 32}, \"outer\": 8, \"opponentModel\": 4}",
        "shaping {\"updates\": 50, \"seeds\": 2, \"rollout\": 10, \"inner\": \"4\","
            + " \"hessian\": \"4\", \"outer\": \"8\", \"trials\": 5, \"rate\": 0.1}",
        "shaping {\"updates\": 41, \"seeds\": 2, \"learners\": \"naive,pola\", \"rollout\": 5,"
            + " \"inner\": \"2\", \"outer\": \"2\", \"trials\": 3, \"alpha\": 0.1}",
        "coin {\"updates\": 31, \"seeds\": 2, \"size\": 2, \"rollout\": 5, \"batch\": 4}",
        "example {\"example\": \"maml-sine\", \"iterations\": 6, \"tasks\": 2, \"hidden\": 4}",
        "example {\"example\": \"imaml-ridge\", \"iterations\": 6, \"tasks\": 2}",
        "example {\"example\": \"reweight\", \"updates\": 6, \"points\": 20, \"hidden\": 4}",
        "example {\"example\": \"lola-autodiff\", \"updates\": 6}",
        "example {\"example\": \"dead-paths\", \"steps\": 4}");
  }

  @ParameterizedTest
  @MethodSource("specifications")
  void goesOnToTheSameNumbers(String line) {
    int space = line.indexOf(' ');
    Family<?, ?> family =
        Families.all().stream()
            .filter(each -> each.id().equals(line.substring(0, space)))
            .findFirst()
            .orElseThrow();
    check(family, line.substring(space + 1));
  }

  private static <S, R> void check(Family<S, R> family, String config) {
    S spec = family.read(JsonView.parse("asked", config));
    String whole = text(family, spec, new Interrupting(Integer.MAX_VALUE, null), new ArrayList<>());
    byte[] kept = null;
    long reached = 0;
    int pieces = 0;
    // Each process gets as far as it may put down once, and once again.
    for (int times = 1; ; times = 2) {
      List<Long> done = new ArrayList<>();
      Interrupting piece = new Interrupting(times, kept);
      String end = "";
      try {
        end = text(family, spec, piece, done);
      } catch (CancellationException e) {
        // as asked
      }
      pieces++;
      for (long now : done) {
        assertThat(now).as("what was done is not done again").isGreaterThanOrEqualTo(reached);
        reached = now;
      }
      if (!end.isEmpty()) {
        assertThat(end).isEqualTo(whole);
        break;
      }
      assertThat(piece.kept).isNotNull().isNotEqualTo(kept);
      kept = piece.kept;
    }
    assertThat(pieces).as("the run was cut short at all").isGreaterThan(1);
    byte[] damaged = Npz.write(List.of(NamedArray.Longs.of("other", 1)));
    assertThatThrownBy(() -> text(family, spec, new Interrupting(1, damaged), new ArrayList<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it lacks");
  }

  private static <S, R> String text(
      Family<S, R> family, S spec, Interrupting keeper, List<Long> done) {
    try (Workers workers = new Workers(family instanceof ExampleFamily ? 1 : 2)) {
      R result =
          family
              .experiment(spec)
              .run(workers, keeper.token, keeper, (now, snapshot) -> done.add(now));
      ObjectNode json = family.json(spec, result, new RunFacts(true, 0, 1));
      json.remove("timing");
      return Json.pretty(json) + family.csv(spec, result, 1).text();
    }
  }
}
