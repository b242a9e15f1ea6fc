package gmrl.autodiff;

import gmrl.autodiff.formula.Program;

/** A kernel that computes each element from the elements at the same place of its inputs. */
sealed interface Elementwise extends Kernel permits Fused, AddAll, Expand {
  /** Elements per part when several threads share one array. */
  int GRAIN = 1 << 16;

  /** What is computed at each place. */
  Program program(int inputs);
}
