package gmrl.experiment.tabular;

import java.util.List;

/**
 * Which slots are exact and which are sampled, as the paper writes it: one letter each for inner,
 * Hessian and outer, {@code e} for exact and {@code l} for sampled.
 *
 * @param mask three letters, each e or l
 */
public record Decomposition(String mask) {
  /** The seven mixes of the paper, from one sampled slot to all three. */
  public static final List<Decomposition> PAPER =
      List.of("eel", "lee", "ele", "ell", "lle", "lel", "lll").stream()
          .map(Decomposition::new)
          .toList();

  /** Checks the letters. */
  public Decomposition {
    if (!mask.matches("[el]{3}")) {
      throw new IllegalArgumentException(
          "the decomposition is \"%s\", expected three letters e (exact) or l (sampled) for inner,"
                  .formatted(mask)
              + " Hessian and outer, like lee");
    }
  }

  /** Fills the sampled slots with one estimator and makes the others exact. */
  public TabularSetup apply(TabularSetup setup, SlotSpec.Sampled sampled) {
    return setup.withSlots(slot(0, sampled), slot(1, sampled), slot(2, sampled));
  }

  private SlotSpec slot(int position, SlotSpec.Sampled sampled) {
    return mask.charAt(position) == 'l' ? sampled : SlotSpec.exact();
  }
}
