package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {
  @Test
  void aLongRunStaysFlat() {
    try (Scope run = Scope.open()) {
      Variable theta = Variable.of(new double[2000], 40, 50);
      long afterTen = 0;
      for (int step = 0; step < 200; step++) {
        try (Scope scope = Scope.open()) {
          Variable at = theta.tracked();
          Variable loss = at.minus(1).square().sum();
          Variable g = Autodiff.grad(loss, at);
          Variable next =
              scope.keep(
                  theta.minus(Autodiff.gradOnce(Ops.norm(g), List.of(at)).get(0).times(0.1)));
          run.release(theta);
          theta = next;
        }
        if (step == 10) {
          afterTen = run.bytesReserved();
        }
      }
      assertThat(run.bytesReserved()).isEqualTo(afterTen);
      assertThat(run.bytesInUse()).isLessThan(20_000);
    }
  }

  @Test
  void usingAReleasedArrayFailsInWords() {
    Variable lost;
    Variable kept;
    try (Scope scope = Scope.open()) {
      lost = Variable.scalar(1).plus(1);
      kept = scope.keep(Variable.scalar(2).plus(3));
    }
    assertThatThrownBy(lost::item)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Scope.keep");
    assertThat(kept.item()).isEqualTo(5);
  }

  @Test
  void gradientOnceGivesMemoryBack() {
    try (Scope run = Scope.open()) {
      Variable x = Variable.of(new double[1000]).tracked();
      Variable y = x;
      for (int i = 0; i < 20; i++) {
        y = y.times(y).plus(x);
      }
      long before = run.bytesInUse();
      Variable loss = y.sum();
      Autodiff.gradOnce(loss, List.of(x));
      assertThat(run.bytesInUse() - before).isLessThan(3 * 8192);
    }
  }
}
